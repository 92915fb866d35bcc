import assert from 'node:assert/strict'
import { loadavg } from 'node:os'
import { assertSound, logIn, settled, t } from '../browser.mjs'
import { stopwatch } from '../granted.mjs'

const ENTRIES = 1000
const COLD_MILLISECONDS = 1000
const WARM_MILLISECONDS = 200
/** A new person's browser starts processes of its own, which are nobody's page. */
const BROWSER_STARTS_MILLISECONDS = 1500
const CALM_LOAD = 1.5
const CALM_SHARE = 0.95

/**
 * A customer with a thousand entries is usable at once: cold within a second, warm within a fifth of one. On a machine
 * that does much else the clock says little, because everybody waits for the processor: there the page's own work counts.
 */
export async function history({ person, shot }, { proprietor }) {
  const page = await person()
  await logIn(page, proprietor)
  await settled(page)
  const id = await busyCustomer(page)
  const [granted, began] = [stopwatch(), performance.now()]
  const cold = await openCold(page, person, id)
  const warm = []
  for (let time = 0; time < 5; time++) warm.push(await openWarm(page, id))
  const share = Math.round((100 * granted()) / (performance.now() - began)) / 100
  await toTheEnd(page)
  await assertSound(page)
  await shot(page, 'history-oldest')
  const busy = loadavg()[0] > CALM_LOAD || share < CALM_SHARE
  console.log(`cold: ${tell(cold)}; warm: ${warm.map(tell).join(', ')}; load ${loadavg()[0]}, granted ${share}`)
  const counted = (measured) => (busy ? measured.work : measured.seen)
  const median = [...warm].sort((one, other) => counted(one) - counted(other))[2]
  assert.ok(counted(cold) <= COLD_MILLISECONDS, `cold ${tell(cold)}, at most ${COLD_MILLISECONDS} ms`)
  assert.ok(counted(median) <= WARM_MILLISECONDS, `warm ${tell(median)}, at most ${WARM_MILLISECONDS} ms`)
}

const tell = ({ seen, work, server }) => `${seen} ms (own work ${work}, server ${server})`

/** The time that the page's own thread has worked, however long it waited for the processor. */
async function workOf(page) {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return Math.round(1000 * metrics.find(({ name }) => name === 'TaskDuration').value)
  }
}

/** A customer of the walk's own with a thousand notes, written as the pages write them. */
function busyCustomer(page) {
  return page.evaluate(async (count) => {
    const { csrfToken } = await (await fetch('/api/access/session')).json()
    const post = async (path, body) => {
      const headers = {
        'Content-Type': 'application/json',
        'X-CSRF-Token': csrfToken,
        'Idempotency-Key': `${Date.now()}-${Math.random().toString(36).slice(2)}`,
      }
      const answer = await fetch(`/api${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
      if (!answer.ok) throw new Error(`${path} answered ${answer.status} ${await answer.text()}`)
      return answer.json().catch(() => undefined)
    }
    const name = { kind: 'PERSON', givenName: 'Ida', familyName: `Busy${Date.now()}` }
    const customer = await post('/customer/customers', { ...name, points: [], addresses: [], tags: [] })
    const notes = Array.from({ length: count }, (_, index) => `Note ${index + 1} of ${count}`)
    const write = async () => {
      for (let text = notes.shift(); text; text = notes.shift()) {
        await post(`/customer/customers/${customer.id}/notes`, { text })
      }
    }
    await Promise.all([write(), write(), write(), write()])
    return customer.id
  }, ENTRIES)
}

const NEWEST = '.k-timeline li'

/** Notes in the page when its newest entry is on the screen. */
function watchNewest(selector) {
  const observer = new MutationObserver(() => {
    if (!document.querySelector(selector)) return
    observer.disconnect()
    requestAnimationFrame(() => (window.newestSeen = performance.now()))
  })
  observer.observe(document, { childList: true, subtree: true })
}

/** The wait for the slowest of the answers about the customer. */
function slowestAnswer() {
  const answers = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/api/customer/'))
  return Math.round(Math.max(0, ...answers.map(({ responseStart, requestStart }) => responseStart - requestStart)))
}

/** From the address to the newest entry on the screen, with nothing kept. */
async function openCold(page, person, id) {
  const fresh = await person({ storageState: await page.context().storageState() })
  const work = await workOf(fresh)
  await fresh.addInitScript(watchNewest, NEWEST)
  await fresh.waitForTimeout(BROWSER_STARTS_MILLISECONDS)
  await fresh.goto(`/customers/${id}`)
  await fresh.waitForFunction(() => window.newestSeen)
  const measured = {
    seen: await fresh.evaluate(() => Math.round(window.newestSeen)),
    work: await work(),
    server: await fresh.evaluate(slowestAnswer),
  }
  await fresh.context().close()
  return measured
}

/** From the press on the row to the newest entry on the screen, in a page that has been open for a while. */
async function openWarm(page, id) {
  await page.goto('/customers?sort=newest')
  await page.locator(`.k-list-row a[href="/customers/${id}"]`).waitFor()
  await settled(page)
  await page.waitForTimeout(800)
  const work = await workOf(page)
  await page.evaluate(watchNewest, NEWEST)
  const before = await work()
  const began = await page.evaluate((path) => {
    performance.clearResourceTimings()
    const now = performance.now()
    document.querySelector(`.k-list-row a[href="${path}"]`).click()
    return now
  }, `/customers/${id}`)
  await page.waitForFunction(() => window.newestSeen)
  return {
    seen: await page.evaluate((from) => Math.round(window.newestSeen - from), began),
    work: (await work()) - before,
    server: await page.evaluate(slowestAnswer),
  }
}

/** Scrolled to its first entry, page by page; only what is in view exists. */
async function toTheEnd(page) {
  await page.locator('.k-timeline li').first().waitFor()
  const oldest = page.getByText(`Note 1 of ${ENTRIES}`, { exact: true })
  for (let turn = 0; turn < 200 && !(await oldest.count()); turn++) {
    await page.evaluate(() => {
      const scroller = document.querySelector('.k-record-main')
      scroller.scrollTop = scroller.scrollHeight
    })
    await page.waitForTimeout(50)
  }
  await oldest.waitFor()
  const drawn = await page.locator('.k-timeline li').count()
  assert.ok(drawn < 100, `${drawn} entries exist, though few are in view`)
  assert.equal(await page.getByRole('button', { name: t('kit.older') }).count(), 0)
}
