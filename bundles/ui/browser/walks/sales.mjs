import assert from 'node:assert/strict'
import { assertSound, logIn, settled, t } from '../browser.mjs'
import { board, card, columnOf, dragTo, inColumn, newDeal, openBoard } from '../deals.mjs'

/** A sales manager's morning: a deal made, moved by hand and by keyboard, planned, lost with a reason, won after all. */
export async function deals({ person, shot }, { proprietor }) {
  const page = await person()
  await logIn(page, proprietor)
  await openBoard(page)
  const title = `Office tea ${Date.now()}`
  await newDeal(page, title, '1200')
  const [first, second, third] = await board(page)

  await dragTo(page, title, second)
  assert.equal(await columnOf(page, title), second)
  await card(page, title).focus()
  for (const key of [' ', 'ArrowRight', ' ']) await page.keyboard.press(key)
  await inColumn(page, title, third)
  await page.reload()
  await settled(page)
  await card(page, title).waitFor()
  assert.equal(await columnOf(page, title), third)
  assert.notEqual(first, third)
  await assertSound(page)
  await shot(page, 'board')

  await card(page, title).click()
  await page.waitForURL('**/deals/*')
  await settled(page)
  await page.getByTitle(words('kit.edit-field', t('pipeline.field.next-step'))).click()
  await page.getByLabel(t('pipeline.field.next-step'), { exact: true }).fill('2031-05-06')
  await page.keyboard.press('Enter')
  await page.getByText('May 6, 2031').first().waitFor()
  await lose(page)
  await page.getByRole('button', { name: t('pipeline.reopen') }).click()
  await page.getByRole('button', { name: t('pipeline.win') }).click()
  await page.getByText(t('pipeline.outcome.WON'), { exact: true }).first().waitFor()
  const undo = page.getByRole('button', { name: t('kit.undo') })
  await undo.waitFor()
  assert.equal(await undo.count(), 1, 'only the newest change can be undone')
  await assertSound(page)
  await shot(page, 'deal-won')
}

function words(key, label) {
  return t(key).replace('{label}', label)
}

async function lose(page) {
  await page.getByRole('button', { name: t('pipeline.lose') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: t('pipeline.lose'), exact: true }).click()
  await dialog.getByText(t('pipeline.lose.missing')).waitFor()
  await dialog.getByRole('button', { name: t('pipeline.lose.price') }).click()
  await assertSound(page)
  await dialog.getByRole('button', { name: t('pipeline.lose'), exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.getByText(t('pipeline.lose.price')).first().waitFor()
}

/** A customer is found, read, changed and noted down; what was deleted comes back; the order tells the same story. */
export async function customers({ person, shot }, { proprietor }) {
  const page = await person()
  await logIn(page, proprietor)
  await page.goto('/customers')
  await page.getByRole('row').first().waitFor()
  const family = `Petersen${Date.now()}`
  await page
    .getByRole('button', { name: t('customer.new') })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(t('customer.field.given-name')).fill('Anke')
  await dialog.getByLabel(t('customer.field.family-name')).fill(family)
  await dialog.getByLabel(t('customer.field.email')).fill(`${family}@mail.example`)
  await dialog.getByLabel(t('customer.field.phone')).fill('12')
  await dialog.getByRole('button', { name: t('customer.new.create') }).click()
  await dialog.getByText(t('problem.customer.phone-invalid').split('}')[1].slice(0, 20)).first().waitFor()
  await dialog.getByLabel(t('customer.field.phone')).fill('+49 30 901820')
  await dialog.getByRole('button', { name: t('customer.new.create') }).click()
  await dialog.waitFor({ state: 'hidden' })

  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill(family.slice(0, 12))
  await page.getByRole('option', { name: family }).first().click()
  await page.waitForURL('**/customers/*')
  await settled(page)
  await note(page)
  await assertSound(page)
  await shot(page, 'customer')
}

async function note(page) {
  const text = 'Wants the spring catalogue first'
  await page.getByLabel(t('kit.note'), { exact: true }).fill(text)
  await page.getByRole('button', { name: t('kit.note-save') }).click()
  const written = page.locator('.k-timeline').getByText(text)
  await written.waitFor()
  await page
    .getByRole('button', { name: t('customer.note.delete') })
    .first()
    .click()
  await written.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: t('kit.undo') }).click()
  await written.waitFor()
}
