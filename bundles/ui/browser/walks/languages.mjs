import assert from 'node:assert/strict'
import { assertSound, settled, wordsOf } from '../browser.mjs'
import { card } from '../deals.mjs'

const INSIDE = 'http://10.20.30.40'
const LANGUAGES = [
  { language: 'de', locale: 'de-DE' },
  { language: 'ru', locale: 'ru-RU', colorScheme: 'dark' },
]

/** What goes wrong is told in the reader's language: at the log-in, at a shop's address, at a deal, at a customer. */
export async function languages({ person, shot }, { proprietor }) {
  async function read({ language, ...screen }) {
    const words = wordsOf(language)
    /** The words of a key up to its first placeholder; an unknown key is a mistake of the test. */
    const t = (key) => {
      assert.ok(words[key], `There are no words for ${key} in ${language}`)
      return words[key]
    }
    const page = await person(screen)
    await page.addInitScript((chosen) => localStorage.setItem('kontor.language', chosen), language)
    const reader = { page, language, t, shot: (name) => shot(page, `${language}-${name}`) }
    await wrongPassword(reader, proprietor)
    await refusedShop(reader)
    await badCustomer(reader)
    await lostDeal(reader)
    assert.equal(await page.evaluate(() => document.documentElement.lang), language)
  }
  await Promise.all(LANGUAGES.map(read))
}

async function wrongPassword({ page, t, shot }, { email, password }) {
  await page.goto('/login')
  const button = page.getByRole('button', { name: t('shell.log-in') })
  await page.getByLabel(t('shell.email')).fill(email)
  await page.getByLabel(t('shell.password'), { exact: true }).fill('not-this-one-either')
  await button.click()
  await page.getByText(t('problem.access.credentials-wrong')).waitFor()
  await assertSound(page)
  await shot('log-in-refused')
  await page.getByLabel(t('shell.password'), { exact: true }).fill(password)
  await button.click()
  await page.getByRole('navigation').first().waitFor({ state: 'attached' })
}

async function refusedShop({ page, t, shot }) {
  await page.goto('/connector')
  await settled(page)
  await page
    .getByRole('button', { name: t('connector.connect') })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  const go = dialog.getByRole('button', { name: t('connector.connect.go') })
  await dialog.getByLabel(t('woocommerce.field.consumerKey')).fill('ck_any')
  await dialog.getByLabel(t('woocommerce.field.consumerSecret')).fill('cs_any')
  await dialog.getByLabel(t('connector.field.url')).fill('gopher://shop.example')
  await go.click()
  await alert(dialog, t('reason.connector.address')).waitFor()
  await shot('shop-address')
  await dialog.getByLabel(t('connector.field.url')).fill(INSIDE)
  await go.click()
  await alert(dialog, t('problem.connector.address-forbidden').replace('{target}', '10.20.30.40:80')).waitFor()
  await assertSound(page)
  await shot('shop-refused')
  await dialog.getByRole('button', { name: t('kit.cancel') }).click()
}

async function badCustomer({ page, t, shot }) {
  await page.goto('/customers')
  await settled(page)
  await page
    .getByRole('button', { name: t('customer.new') })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(t('customer.field.family-name')).fill('Sommer')
  await dialog.getByLabel(t('customer.field.phone')).fill('12')
  await dialog.getByRole('button', { name: t('customer.new.create') }).click()
  await alert(dialog, t('problem.customer.phone-invalid').split('}')[1].trim()).waitFor()
  await assertSound(page)
  await shot('customer-phone')
  await dialog.getByRole('button', { name: t('kit.cancel') }).click()
}

/** A deal whose title is too long is kept in the form; lost without a reason, with too many words, and at last with one. */
async function lostDeal({ page, language, t, shot }) {
  await page.goto('/board')
  await page.locator('.k-board').waitFor()
  await page
    .getByRole('button', { name: t('pipeline.new') })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  const title = `Tee ${language} ${Date.now()}`
  await dialog.getByLabel(t('pipeline.field.title')).fill('T'.repeat(400))
  await dialog.getByLabel(t('pipeline.field.value')).fill('40')
  await dialog.getByRole('button', { name: t('pipeline.new.create') }).click()
  await alert(dialog, lengthOf(t('reason.length'))).waitFor()
  await shot('deal-title')
  await dialog.getByLabel(t('pipeline.field.title')).fill(title)
  await dialog.getByRole('button', { name: t('pipeline.new.create') }).click()
  await dialog.waitFor({ state: 'hidden' })
  await card(page, title).click()
  await page.waitForURL('**/deals/*')
  await settled(page)
  await page.getByRole('button', { name: t('pipeline.lose') }).click()
  const lose = dialog.getByRole('button', { name: t('pipeline.lose'), exact: true })
  await lose.click()
  await alert(dialog, t('pipeline.lose.missing')).waitFor()
  await dialog.getByLabel(t('pipeline.lose.reason')).fill('x'.repeat(5000))
  await lose.click()
  await alert(dialog, t('reason.too-long').split('{')[0].trim().slice(1)).waitFor()
  await assertSound(page)
  await shot('deal-reason')
  await dialog.getByRole('button', { name: t('pipeline.lose.silence') }).click()
  await lose.click()
  await dialog.waitFor({ state: 'hidden' })
  await page.getByText(t('pipeline.lose.silence')).first().waitFor()
  await page.getByText(t('pipeline.outcome.LOST'), { exact: true }).first().waitFor()
  await assertSound(page)
  await shot('deal-lost')
}

function alert(dialog, text) {
  return dialog.getByRole('alert').filter({ hasText: text }).first()
}

/** The part between the two numbers is enough to know the sentence by. */
function lengthOf(text) {
  return text.split('{')[0].trim().slice(1)
}
