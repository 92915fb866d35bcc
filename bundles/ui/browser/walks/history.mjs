import assert from 'node:assert/strict'
import { assertSound, logIn, settled, t } from '../browser.mjs'

const ENTRIES = 1000
const COLD_MILLISECONDS = 1000
const WARM_MILLISECONDS = 200

/** A customer with a thousand entries is usable at once: cold within a second, warm within a fifth of one. */
export async function history({ person, shot }, { proprietor }) {
  const page = await person()
  await logIn(page, proprietor)
  await settled(page)
  const id = await busyCustomer(page)
  const cold = await openCold(page, person, id)
  console.log(`cold: ${cold.usable} ms, of which the server's slowest answer ${cold.server} ms`)
  const warm = []
  for (let time = 0; time < 5; time++) warm.push(await openWarm(page, id))
  warm.sort((a, b) => a.usable - b.usable)
  console.log(`warm: ${warm.map(({ usable, server }) => `${usable} (server ${server})`).join(', ')} ms`)
  await toTheEnd(page)
  await assertSound(page)
  await shot(page, 'history-oldest')
  assert.ok(cold.usable <= COLD_MILLISECONDS, `cold ${cold.usable} ms`)
  assert.ok(warm[2].usable <= WARM_MILLISECONDS, `warm ${warm[2].usable} ms, the median of five`)
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

/** From the address to the newest entry on the screen, with nothing kept; and how long the server's slowest answer took. */
async function openCold(page, person, id) {
  const fresh = await person({ storageState: await page.context().storageState() })
  await fresh.addInitScript(() => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector('.k-timeline li')) return
      observer.disconnect()
      requestAnimationFrame(() => (window.timelineSeen = performance.now()))
    })
    observer.observe(document, { childList: true, subtree: true })
  })
  await fresh.goto(`/customers/${id}`)
  await fresh.waitForFunction(() => window.timelineSeen)
  await fresh.waitForTimeout(500)
  const measured = await fresh.evaluate(() => {
    const answers = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/api/customer/'))
    return {
      usable: Math.round(window.timelineSeen),
      server: Math.round(Math.max(...answers.map(({ responseStart, requestStart }) => responseStart - requestStart))),
    }
  })
  await fresh.context().close()
  return measured
}

/** From the press on the row to the newest entry on the screen, in a page that has been open for a while. */
async function openWarm(page, id) {
  await page.goto('/customers?sort=newest')
  await page.locator(`.k-list-row a[href="/customers/${id}"]`).waitFor()
  await settled(page)
  await page.waitForTimeout(800)
  return page.evaluate(async (path) => {
    performance.clearResourceTimings()
    const seen = new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (!document.querySelector('.k-timeline li')) return
        observer.disconnect()
        requestAnimationFrame(() => resolve(performance.now()))
      })
      observer.observe(document.body, { childList: true, subtree: true })
    })
    const began = performance.now()
    document.querySelector(`.k-list-row a[href="${path}"]`).click()
    const usable = Math.round((await seen) - began)
    const answers = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/api/customer/'))
    const server = Math.round(
      Math.max(...answers.map(({ responseStart, requestStart }) => responseStart - requestStart)),
    )
    return { usable, server }
  }, `/customers/${id}`)
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
