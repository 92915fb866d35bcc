import assert from 'node:assert/strict'
import { assertAccessible, assertSound, COLOURS, logIn, settled } from '../browser.mjs'
import { cutTexts, foreignTexts } from '../texts.mjs'

const LOCALES = { en: 'en-US', de: 'de-DE', ru: 'ru-RU' }
const SCREENS = [
  { name: 'desk', width: 1440, height: 900 },
  { name: 'phone', width: 390, height: 844 },
]

export const everywhereInEnglish = (stage, facts) => everywhere(stage, facts, 'en')
export const everywhereInGerman = (stage, facts) => everywhere(stage, facts, 'de')
export const everywhereInRussian = (stage, facts) => everywhere(stage, facts, 'ru')

/**
 * Every page of the menu and one of every kind of record, on a desk and on a phone, in light and dark: axe finds nothing
 * serious, no raw id, no untranslated word and no cut text shows, and nothing is wider than the screen. All that is wrong
 * is told at once.
 */
async function everywhere({ person, shot }, { proprietor }, language) {
  const desk = await person()
  await logIn(desk, proprietor)
  await settled(desk)
  const paths = [...(await menuOf(desk)), ...(await recordsOf(desk))]
  const cookies = await desk.context().storageState()
  const wrong = []
  let looked = 0
  async function lookAt({ name: screen, ...size }) {
    const page = await person({ ...size, locale: LOCALES[language], storageState: cookies })
    await page.addInitScript((chosen) => localStorage.setItem('kontor.language', chosen), language)
    for (const path of paths) {
      const name = path.split('/').filter((word) => word && word.length < 16)[0] ?? 'home'
      const kind = path.split('/').length > 2 ? `${name}-one` : name
      await page.emulateMedia({ colorScheme: 'light' })
      await page.goto(path)
      await settled(page)
      const note = (what) => {
        wrong.push(`${path} (${language}, ${screen}): ${what}`)
        console.log(wrong[wrong.length - 1])
      }
      await assertSound(page).catch((error) => note(error.message))
      for (const text of [...(await cutTexts(page, language)), ...(await foreignTexts(page, language))]) note(text)
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      if (width > size.width) note(`${width} pixels wide`)
      for (const list of await tooWideLists(page)) note(list)
      await shot(page, `${kind}-${language}-${screen}-light`)
      await page.emulateMedia({ colorScheme: 'dark' })
      await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark')
      await assertAccessible(page, COLOURS).catch((error) => note(`dark: ${error.message}`))
      await shot(page, `${kind}-${language}-${screen}-dark`)
      looked += 2
    }
    await page.context().close()
  }
  await Promise.all(SCREENS.map(lookAt))
  console.log(`${looked} views of ${paths.length} pages in ${language}, ${wrong.length} findings`)
  assert.deepEqual(wrong, [])
}

/** Lists whose columns do not fit beside each other: what is last is then out of sight. */
function tooWideLists(page) {
  return page
    .locator('.k-list-head, .k-list-view')
    .evaluateAll((parts) =>
      parts
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
        .map(({ className, scrollWidth, clientWidth }) => `${className}: ${scrollWidth} pixels in ${clientWidth}`),
    )
}

/** Where the menu leads. */
async function menuOf(page) {
  const paths = await page.locator('.s-nav a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  return [...new Set([...paths, '/modules'])]
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
  const records = { deals: deal, customers: customer, orders: order, products: product, connector: shop }
  for (const [kind, id] of Object.entries(records)) assert.ok(id, `There are no ${kind} to look at`)
  return Object.entries(records).map(([kind, id]) => `/${kind}/${id}`)
}
