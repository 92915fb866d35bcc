import assert from 'node:assert/strict'
import { assertSound, logIn, settled, t } from '../browser.mjs'
import { anOrder, checkShop, shopDoes } from '../shop.mjs'

/** Two guests with one telephone may be the same: they are merged by keyboard, undone, merged again and separated later. */
export async function same({ person, shot }, { proprietor, shop }) {
  const mark = Date.now()
  const names = ['Jona', 'Jonas'].map((name) => `${name} Zwilling${mark}`)
  const phone = `+49 30 ${String(mark).slice(-7)}`
  for (const [index, name] of names.entries()) await guest(shop, 991_001 + index, name, phone)
  const page = await person()
  await logIn(page, proprietor)
  await checkShop(page)
  await openCustomer(page, names)
  const [kept, other] = await sides(page, names)
  await assertSound(page)
  await shot(page, 'same-suspected')

  const merge = page.getByRole('button', { name: t('customer.same.merge') })
  await merge.focus()
  await page.keyboard.press('Enter')
  await taken(page, other).waitFor()
  assert.equal(await merge.count(), 0, 'who was merged is not suspected any more')
  await page.getByRole('button', { name: t('kit.undo') }).click()
  await merge.waitFor()
  assert.equal(await taken(page, other).count(), 0)

  await merge.click()
  await taken(page, other).waitFor()
  await page.reload()
  await settled(page)
  await taken(page, other).waitFor()
  await page.getByRole('heading', { name: kept }).first().waitFor()
  await assertSound(page)
  await shot(page, 'same-merged')
  await page.setViewportSize({ width: 390, height: 844 })
  await taken(page, other).scrollIntoViewIfNeeded()
  await assertSound(page)
  await shot(page, 'same-merged-phone')
  await page.emulateMedia({ colorScheme: 'dark' })
  await shot(page, 'same-merged-phone-dark')
  await page.getByRole('button', { name: t('customer.same.separate') }).click()
  await merge.waitFor()
  await page.getByRole('button', { name: t('customer.same.different') }).click()
  await page.getByText(t('customer.same.apart')).waitFor()
  await merge.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: t('kit.undo') }).click()
  await merge.waitFor()
}

async function guest(shop, id, name, phone) {
  const [first_name, last_name] = name.split(' ')
  const order = await anOrder(shop, id, { customer_id: 0 })
  const email = `${name.toLowerCase().replace(' ', '.')}@mail.example`
  const billing = { ...order.billing, first_name, last_name, email, phone }
  await shopDoes(shop, 'orders/load', { ...order, billing })
}

/** The customer page of either of them, as soon as both have come and one is said to look like the other. */
async function openCustomer(page, names) {
  const mark = names[0].split(' ')[1]
  await page.goto(`/customers?q=${mark}`)
  for (const name of names) await page.getByRole('row', { name }).first().waitFor({ timeout: 60_000 })
  await page.getByRole('row', { name: names[0] }).getByText(names[0]).first().click()
  await page.waitForURL('**/customers/*')
  await page.getByRole('heading', { name: t('customer.same') }).waitFor()
  await settled(page)
}

async function sides(page, names) {
  const heading = await page.getByRole('heading', { level: 1 }).innerText()
  return heading.includes(names[1]) ? [names[1], names[0]] : names
}

function taken(page, name) {
  return page.locator('.customer-same-row', { hasText: name }).filter({
    has: page.getByRole('button', { name: t('customer.same.separate') }),
  })
}
