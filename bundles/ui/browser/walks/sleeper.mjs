import assert from 'node:assert/strict'
import { createInterface } from 'node:readline'
import { logIn, settled } from '../browser.mjs'
import { newDeal, openBoard } from '../deals.mjs'
import { stopwatch } from '../granted.mjs'
import { lid, wire } from '../sleep.mjs'

const FIVE_MINUTES = 300
const NETWORK_RETURNS_MILLISECONDS = 2000
const CAUGHT_UP_MILLISECONDS = 8000

/**
 * A page falls asleep: its browser is stopped and its network is dead. It says so, waits until it is told that the others
 * are done, and sleeps on for what is left of five minutes. Awake again, and without being loaded anew, it shows what
 * everybody has done.
 */
export async function sleeper({ base, person, shot }, { proprietor, sleepSeconds = FIVE_MINUTES }) {
  const network = await wire(base)
  const page = await person({ baseURL: network.address })
  await logIn(page, proprietor)
  await openBoard(page)
  const title = `Before the nap ${Date.now()}`
  await newDeal(page, title, '90')
  await page.evaluate(() => (window.sameDocument = true))
  const colleague = await atTheDesk(base, page)
  const before = await shown(page)
  assert.deepEqual(before, await colleague.board(), 'the page and the product agree')

  network.cut()
  lid.close()
  const asleep = Date.now()
  console.log('asleep')
  const told = aWord()
  await colleague.moveOn(title)
  await told
  const left = asleep + sleepSeconds * 1000 - Date.now()
  console.log(`The others are done; ${Math.max(0, Math.round(left / 1000))} s are left to sleep`)
  if (left > 0) await new Promise((resolve) => setTimeout(resolve, left))
  const now = await colleague.board()
  assert.notDeepEqual(now, before, 'something has happened meanwhile')

  lid.open()
  await new Promise((resolve) => setTimeout(resolve, NETWORK_RETURNS_MILLISECONDS))
  assert.deepEqual(await shown(page), before, 'nothing comes through a dead network')
  network.mend()
  const since = stopwatch()
  let seen = await shown(page)
  while (JSON.stringify(seen) !== JSON.stringify(now) && since() < CAUGHT_UP_MILLISECONDS) {
    await page.waitForTimeout(50)
    seen = await shown(page)
  }
  assert.deepEqual(seen, now, `not caught up within ${CAUGHT_UP_MILLISECONDS} ms`)
  console.log(`Caught up ${since()} ms after the network was back`)
  assert.equal(await page.evaluate(() => window.sameDocument), true, 'the page was not loaded again')
  await settled(page)
  await shot(page, 'board-after-sleep')
  network.close()
}

/** A line on the standard input, or its end: who began this walk is done, or is no more. */
async function aWord() {
  const lines = createInterface({ input: process.stdin })
  await new Promise((resolve) => lines.once('line', resolve).once('close', resolve))
  lines.close()
  process.stdin.destroy()
}

/** The cards that the page shows, by column, from top to bottom. */
function shown(page) {
  return page.locator('section[data-column]').evaluateAll((columns) =>
    columns.map((column) => ({
      stage: column.dataset.column,
      deals: [...column.querySelectorAll('[data-card]')].map((card) => card.dataset.card),
    })),
  )
}

/** The same person at another machine, straight at the product's REST side. */
async function atTheDesk(base, page) {
  const cookies = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const call = async (path, init = {}) => {
    const response = await fetch(`${base}/api${path}`, { ...init, headers: { cookie: cookies, ...init.headers } })
    assert.ok(response.ok, `${path} answered ${response.status}`)
    return response.json()
  }
  const open = await page.locator('section[data-column]').first().getAttribute('data-column')
  const pipelines = await call('/pipeline/pipelines')
  const pipeline = pipelines.find(({ stages }) => stages.some(({ id }) => id === open))
  const columns = async () => (await call(`/pipeline/pipelines/${pipeline.id}/board`)).columns
  return {
    board: async () =>
      (await columns()).map(({ stage, deals }) => ({ stage: stage.id, deals: deals.items.map(({ id }) => id) })),
    moveOn: async (title) => {
      const [first, second] = await columns()
      const deal = first.deals.items.find((candidate) => candidate.title === title)
      const { csrfToken } = await call('/access/session')
      await call(`/pipeline/deals/${deal.id}/move`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-csrf-token': csrfToken,
          'idempotency-key': crypto.randomUUID(),
        },
        body: JSON.stringify({ stage: second.stage.id, version: deal.version }),
      })
    },
  }
}
