import assert from 'node:assert/strict'
import { assertSound, logIn, settled } from '../browser.mjs'

const LISTS = ['/board', '/customers', '/orders', '/products', '/connector', '/users', '/modules']

/** Every page in light and dark, on a desk and on a phone, in every language: sound, and no wider than the screen. */
export async function everywhere({ person, shot }, { proprietor }) {
  const screens = [
    { name: 'light', width: 1440, height: 900, locale: 'en-US' },
    { name: 'dark', width: 1440, height: 900, locale: 'de-DE', colorScheme: 'dark' },
    { name: 'phone', width: 390, height: 844, locale: 'ru-RU' },
  ]
  const desk = await person()
  await logIn(desk, proprietor)
  const records = await recordsOf(desk)
  const cookies = await desk.context().storageState()
  for (const { name, ...screen } of screens) {
    const page = await person({ ...screen, storageState: cookies })
    await page.addInitScript((language) => localStorage.setItem('kontor.language', language), screen.locale.slice(0, 2))
    for (const path of [...LISTS, ...records]) {
      await page.goto(path)
      await settled(page)
      await assertSound(page)
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      assert.ok(width <= screen.width, `${path} is ${width} pixels wide on a screen of ${screen.width}`)
      await shot(
        page,
        `${name}-${path
          .split('/')
          .filter((word) => word && word.length < 12)
          .join('-')}`,
      )
    }
  }
}

/** One page of every kind of record. */
async function recordsOf(page) {
  const first = (path, pick) => page.evaluate(async ([url]) => (await fetch(url)).json(), [path]).then(pick)
  const [deal, customer, order, product, shop] = await Promise.all([
    first('/api/pipeline/deals?limit=1', ({ items }) => items[0]?.id),
    first('/api/customer/customers?limit=1', ({ items }) => items[0]?.id),
    first('/api/order/orders?limit=1', ({ items }) => items[0]?.id),
    first('/api/catalog/products?limit=1', ({ items }) => items[0]?.id),
    first('/api/connector/accounts', (accounts) => accounts[0]?.id),
  ])
  const paths = { deals: deal, customers: customer, orders: order, products: product, connector: shop }
  for (const [kind, id] of Object.entries(paths)) assert.ok(id, `There are no ${kind} to look at`)
  return Object.entries(paths).map(([kind, id]) => `/${kind}/${id}`)
}
