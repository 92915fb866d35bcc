import assert from 'node:assert/strict'
import { assertSound, logIn, settled, t } from '../browser.mjs'
import { anOrder, checkShop, shopDoes } from '../shop.mjs'

const BROKEN = 'a lot of money'

/** Documents that were set aside: one is tried again in vain, then mended in the shop and taken over, one is given up. */
export async function setAside({ person, shot }, { proprietor, shop }) {
  const [mended, hopeless] = [await anOrder(shop, 990_001), await anOrder(shop, 990_002)]
  for (const order of [mended, hopeless]) await shopDoes(shop, 'orders/load', { ...order, total: BROKEN })
  const page = await person()
  await logIn(page, proprietor)
  await checkShop(page)
  await letterOf(page, hopeless).waitFor({ timeout: 60_000 })
  await letterOf(page, mended).waitFor()
  await assertSound(page)
  await shot(page, 'set-aside')

  await press(page, mended, t('kit.retry'))
  await page.getByText(t('problem.connector.still-rejected').split('{')[0].trim()).waitFor()
  await letterOf(page, mended).waitFor()

  await shopDoes(shop, 'orders/load', mended)
  await press(page, mended, t('kit.retry'))
  await letterOf(page, mended).waitFor({ state: 'detached' })
  await page.setViewportSize({ width: 390, height: 844 })
  await assertSound(page)
  await shot(page, 'set-aside-phone')
  await page.setViewportSize({ width: 1440, height: 900 })

  await press(page, hopeless, t('connector.set-aside.discard'))
  await page.getByText(t('connector.set-aside.discarded'), { exact: true }).waitFor()
  await letterOf(page, hopeless).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: t('kit.undo') }).click()
  await letterOf(page, hopeless).waitFor()
  await press(page, hopeless, t('connector.set-aside.discard'))
  await letterOf(page, hopeless).waitFor({ state: 'detached' })
  await page.reload()
  await settled(page)
  assert.equal(await letterOf(page, hopeless).count(), 0, 'what was given up does not come back')

  await page.goto(`/orders?q=${mended.number}`)
  await page.getByRole('row').getByText(mended.number).first().waitFor()
}

function letterOf(page, order) {
  return page.locator('.connector-letter', { hasText: String(order.id) })
}

function press(page, order, name) {
  return letterOf(page, order).getByRole('button', { name }).click()
}
