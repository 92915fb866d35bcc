import assert from 'node:assert/strict'
import { assertSound, logIn, settled, t } from '../browser.mjs'

const EMPTY = { items: [], next: null }

/** Every list with what it asks the server for, and the words that teach where there is nothing. */
const LISTS = [
  { path: '/customers', asks: '**/api/customer/customers?*', empty: EMPTY, teaches: 'customer.empty.title' },
  { path: '/orders', asks: '**/api/order/orders?*', empty: EMPTY, teaches: 'order.empty.title' },
  { path: '/products', asks: '**/api/catalog/products?*', empty: EMPTY, teaches: 'catalog.empty.title' },
  { path: '/connector', asks: '**/api/connector/accounts', empty: [], teaches: 'connector.empty.title' },
  { path: '/board', asks: '**/api/pipeline/pipelines', empty: [], teaches: 'pipeline.board.none' },
]

const problem = (status, code) => ({
  status,
  contentType: 'application/problem+json',
  body: JSON.stringify({ type: 'about:blank', title: 'x', status, code, arguments: {} }),
})

/** Every page where there is nothing yet, where it is still coming, where it failed, was removed or is not allowed. */
export async function states({ person, shot }, { proprietor }) {
  const page = await person({ patient: true })
  await logIn(page, proprietor)
  await settled(page)
  const beside = await person({ patient: true, storageState: await page.context().storageState() })
  const half = Math.ceil(LISTS.length / 2)
  await Promise.all([
    everyState(page, LISTS.slice(0, half), shot).then(() => offline(page, shot)),
    everyState(beside, LISTS.slice(half), shot).then(() => gone(beside, shot)),
  ])
}

async function everyState(page, lists, shot) {
  for (const list of lists) {
    await coming(page, list, shot)
    await nothing(page, list, shot)
    await failed(page, list, shot)
    await refused(page, list, shot)
  }
}

async function view(page, name, shot, check) {
  await check()
  await assertSound(page)
  await shot(page, `state-${name}`)
}

const nameOf = ({ path }) => path.slice(1)

async function coming(page, list, shot) {
  let answer = () => undefined
  const held = new Promise((resolve) => (answer = resolve))
  await page.route(list.asks, async (route) => {
    await held
    await route.fulfill({ json: list.empty })
  })
  await page.goto(list.path)
  await view(page, `${nameOf(list)}-loading`, shot, () => page.locator('.k-skeleton').first().waitFor())
  answer()
  await page.locator('.k-skeleton').first().waitFor({ state: 'detached' })
  await page.unroute(list.asks)
}

async function nothing(page, list, shot) {
  await page.route(list.asks, (route) => route.fulfill({ json: list.empty }))
  await page.goto(list.path)
  await view(page, `${nameOf(list)}-empty`, shot, async () => {
    await page.getByRole('heading', { name: t(list.teaches) }).waitFor()
    if (list.path !== '/board') assert.ok(await page.locator('.k-state-actions .k-button').count(), 'a button to begin')
  })
  await page.unroute(list.asks)
}

async function failed(page, list, shot) {
  await page.route(list.asks, (route) => route.fulfill(problem(500, 'request.failed')))
  await page.goto(list.path)
  await view(page, `${nameOf(list)}-failed`, shot, () =>
    page.getByRole('heading', { name: t('kit.problem.failed.title') }).waitFor(),
  )
  await page.unroute(list.asks)
  await page.getByRole('button', { name: t('kit.retry') }).click()
  await page.getByRole('heading', { name: t('kit.problem.failed.title') }).waitFor({ state: 'detached' })
}

async function refused(page, list, shot) {
  await page.route(list.asks, (route) => route.fulfill(problem(403, 'access.denied')))
  await page.goto(list.path)
  await view(page, `${nameOf(list)}-refused`, shot, async () => {
    await page.getByRole('heading', { name: t('kit.problem.refused.title') }).waitFor()
    await page.getByRole('link', { name: t('kit.home') }).waitFor()
  })
  await page.unroute(list.asks)
}

/** A record that is not there, and a page that is not there. */
async function gone(page, shot) {
  for (const kind of ['customers', 'orders', 'products', 'connector', 'deals']) {
    await page.goto(`/${kind}/00000000-0000-7000-8000-000000000000`)
    await view(page, `${kind}-gone`, shot, async () => {
      await page.getByRole('heading', { name: t('kit.problem.missing.title') }).waitFor()
      await page.getByRole('link', { name: t('kit.home') }).waitFor()
    })
  }
  await page.goto('/nowhere')
  await view(page, 'nowhere', shot, () => page.getByText(t('shell.missing.text')).waitFor())
}

/** The line is cut: nothing is lost, and trying again helps. */
async function offline(page, shot) {
  await page.goto('/orders')
  await settled(page)
  await page.route('**/api/**', (route) => route.abort())
  await page
    .getByRole('link', { name: t('customer.customers') })
    .first()
    .click()
  await view(page, 'customers-offline', shot, () =>
    page.getByRole('heading', { name: t('kit.problem.offline.title') }).waitFor(),
  )
  await page.unroute('**/api/**')
  await page.getByRole('button', { name: t('kit.retry') }).click()
  await page.getByRole('row').first().waitFor()
}
