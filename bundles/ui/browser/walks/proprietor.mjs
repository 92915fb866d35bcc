import assert from 'node:assert/strict'
import { assertSound, logIn, settled, t } from '../browser.mjs'

/** The one-time link, the first page, and the empty board that teaches. */
export async function setUp({ person, shot }, { link, proprietor }) {
  const page = await person({ newcomer: true })
  await page.goto(link)
  await page.getByLabel(t('shell.setup.company')).fill('Teehaus Nord GmbH')
  await page.getByLabel(t('shell.setup.country')).selectOption('DE')
  await page.getByLabel(t('shell.setup.zone')).selectOption('Europe/Berlin')
  await page.getByLabel(t('shell.email')).fill(proprietor.email)
  await page.getByLabel(t('shell.password.new')).fill(proprietor.password)
  await page.getByRole('button', { name: t('shell.setup.begin') }).click()
  await page.getByText(t('shell.name.missing')).waitFor()
  assert.equal(await page.getByLabel(t('shell.setup.company')).inputValue(), 'Teehaus Nord GmbH')
  assert.equal(await page.getByLabel(t('kit.currency')).inputValue(), 'EUR')
  await assertSound(page)
  await shot(page, 'set-up')

  await page.getByLabel(t('shell.name'), { exact: true }).fill('Paula Petersen')
  await page.getByRole('button', { name: t('shell.setup.begin') }).click()
  await page.waitForURL((url) => url.pathname === '/')
  await settled(page)
  await assertSound(page)
  await shot(page, 'home-empty')
  await page.goto('/board')
  await page.getByRole('link', { name: t('pipeline.board') }).waitFor()
  await settled(page)
  await assertSound(page)
  await shot(page, 'board-empty')

  await page.goto(link)
  await page.getByText(t('shell.setup.over')).waitFor()
}

/** Wrong keys are told in words and nothing typed is lost; right ones bring the shop in, with progress to look at. */
export async function connectShop({ person, shot }, { proprietor, shop }) {
  const page = await person()
  await logIn(page, proprietor)
  await page.goto('/connector')
  await settled(page)
  await page
    .getByRole('button', { name: t('connector.connect') })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(t('connector.field.url')).fill(shop.url)
  await dialog.getByLabel(t('connector.field.label')).fill('Teehaus online')
  await dialog.getByLabel(t('woocommerce.field.consumerKey')).fill(shop.key)
  await dialog.getByLabel(t('woocommerce.field.consumerSecret')).fill('cs_wrong')
  await dialog.getByRole('button', { name: t('connector.connect.go') }).click()
  await dialog.getByText(t('problem.connector.keys-refused').split('{')[0].trim()).waitFor()
  await assertSound(page)
  await shot(page, 'connect-refused')

  assert.equal(await dialog.getByLabel(t('connector.field.url')).inputValue(), shop.url)
  await dialog.getByLabel(t('woocommerce.field.consumerSecret')).fill(shop.secret)
  await dialog.getByRole('button', { name: t('connector.connect.go') }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.waitForURL('**/connector/*')
  await page.getByRole('heading', { name: t('connector.import') }).waitFor()
  await shot(page, 'connector-importing')
  await page.getByText(t('connector.import.done')).waitFor({ timeout: 60_000 })
  await settled(page)
  await assertSound(page)
  await shot(page, 'connector')

  await page.goto('/orders')
  await page.getByRole('row').first().waitFor()
}
