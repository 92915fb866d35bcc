import assert from 'node:assert/strict'
import { assertSound, logIn, settled, t } from '../browser.mjs'
import { stopwatch } from '../granted.mjs'
import { board, card, inColumn } from '../deals.mjs'

const AT_MOST_MILLISECONDS = 10_000

/** A caller's number, as it is typed: a customer with an order and a phone that nobody else has. */
async function caller(page) {
  return page.evaluate(async () => {
    const { items } = await (await fetch('/api/customer/customers?limit=100')).json()
    for (const { id, mainPhone } of items) {
      if (!mainPhone || items.filter((other) => other.mainPhone === mainPhone).length > 1) continue
      const orders = (await (await fetch(`/api/order/orders?customer=${id}&limit=1`)).json()).items
      if (orders.length) return { phone: mainPhone, number: orders[0].number }
    }
    return undefined
  })
}

/** The same number as people write it down. */
function notations(e164) {
  const digits = e164.slice(1)
  const national = digits.replace(/^(49|7|1|44|43|41|33|34|39|31|48)/, '')
  return [
    e164,
    `00${digits}`,
    `${e164.slice(0, 3)} ${national.slice(0, 3)} ${national.slice(3)}`,
    `(${national.slice(0, 3)}) ${national.slice(3, 6)}-${national.slice(6)}`,
  ]
}

/** Somebody calls: the last order is on the screen within ten seconds, by keyboard alone, in any notation of the number. */
export async function lastOrder({ person, shot }, { proprietor }) {
  const page = await person()
  await logIn(page, proprietor)
  const found = await caller(page)
  assert.ok(found, 'There is no customer with a phone of her own and an order')
  for (const [index, typed] of notations(found.phone).entries()) {
    await page.goto('/board')
    await settled(page)
    const watch = stopwatch()
    let keys = typed.length + 1
    await page.keyboard.press('Control+k')
    await page.keyboard.type(typed, { delay: 30 })
    await page.getByRole('option', { name: found.number }).first().waitFor()
    if (index === 0) await shot(page, 'palette-phone')
    while (!(await onOrder(page, found.number))) {
      await page.keyboard.press('ArrowDown')
      assert.ok(++keys < typed.length + 8, `The order of ${typed} is too far down`)
    }
    await page.keyboard.press('Enter')
    await page.waitForURL('**/orders/*')
    await page.getByRole('heading', { level: 1, name: found.number }).waitFor()
    const took = watch()
    console.log(`${typed}: the last order after ${took} ms and ${keys + 1} keys`)
    assert.ok(took < AT_MOST_MILLISECONDS, `${typed} took ${took} ms`)
  }
}

async function onOrder(page, number) {
  const chosen = page.locator('[role="option"][aria-selected="true"]')
  return (await chosen.locator('.s-palette-label').innerText()).includes(number)
}

/** The palette: what was looked at, other languages, dark, going places; and who types fast is not taken elsewhere. */
export async function palette({ person, shot }, { proprietor }) {
  const page = await person()
  await logIn(page, proprietor)
  await page.goto('/customers')
  await page.getByRole('row').first().waitFor()
  await page.keyboard.press('j')
  const name = await page.locator('.k-list-row:focus-within [data-open] .k-truncate').last().innerText()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name }).waitFor()

  await page.keyboard.press('Control+k')
  const input = page.getByRole('combobox')
  await page
    .getByRole('group', { name: t('shell.palette.recent') })
    .getByText(name)
    .waitFor()
  await assertSound(page)
  await shot(page, 'palette')
  await input.fill(t('shell.palette.theme.dark').slice(0, 4))
  await page.getByRole('option', { name: t('shell.palette.theme.dark') }).waitFor()
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark')
  await page.keyboard.press('Control+k')
  await assertSound(page)
  await shot(page, 'palette-dark')
  await input.fill('Deutsch')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.documentElement.lang === 'de')
  await page.keyboard.press('Control+k')
  await input.fill('English')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.documentElement.lang === 'en')
  // Enter before the search has answered waits for it.
  await page.keyboard.press('Control+k')
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/customers/*')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.keyboard.press('g')
  await page.keyboard.press('o')
  await page.waitForURL('**/orders')
}

const LISTS = ['/customers', '/orders', '/products', '/connector', '/users']

/** Every list by keyboard: down, up, open or what can be done, back; the search and the help; the focus is always seen. */
export async function lists({ person, shot }, { proprietor }) {
  const page = await person()
  await logIn(page, proprietor)
  for (const path of LISTS) {
    await page.goto(path)
    await settled(page)
    await page.keyboard.press('j')
    const first = await focused(page)
    assert.ok(first, `${path}: nothing has the focus after j`)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('k')
    assert.equal(await focused(page), first, `${path}: k goes back`)
    await page.keyboard.press('?')
    const help = page.getByRole('dialog')
    await help.getByText(t('kit.keys.next')).waitFor()
    if (path === '/customers') {
      await assertSound(page)
      await shot(page, 'help')
    }
    await page.keyboard.press('Escape')
    await help.waitFor({ state: 'hidden' })
    await assertFocusSeen(page, path)
    await page.evaluate(() => document.activeElement.blur())
    await page.keyboard.press('j')
    assert.ok(await focused(page), `${path}: nothing has the focus after j`)
    await page.keyboard.press('Enter')
    if (path === '/users') continue
    await page.waitForURL(`**${path}/*`)
    await settled(page)
    await assertFocusSeen(page, `${path}/…`)
  }
  await page.goto('/orders')
  await page.getByRole('row').first().waitFor()
  await page.keyboard.press('/')
  const found = page.waitForResponse((response) => response.url().includes('/api/order/orders?q=1'))
  await page.keyboard.type('1')
  await found
  await settled(page)
  await page.keyboard.press('ArrowDown')
  assert.ok(await focused(page), 'the down arrow leads from the search to the rows')
}

/** What has the focus, or nothing where the focus is nowhere. */
function focused(page) {
  return page.evaluate(async () => {
    await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted, 50)))
    const active = document.activeElement
    return active === document.body ? '' : active.textContent.trim()
  })
}

/** Tab after Tab: whatever has the focus shows it by an outline, or its row or field does. */
async function assertFocusSeen(page, where) {
  for (let press = 0; press < 25; press++) {
    await page.keyboard.press('Tab')
    const unseen = await page.evaluate(() => {
      const active = document.activeElement
      if (active === document.body) return ''
      for (let at = active, up = 0; at && up < 4; at = at.parentElement, up++) {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at)
        if (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) return ''
        if (up && boxShadow !== 'none' && at.matches(':focus-within')) return ''
      }
      return active.outerHTML.slice(0, 160)
    })
    assert.equal(unseen, '', `${where}: the focus does not show`)
  }
}

/** A deal is made, moved to the next stage and moved back by Undo without the mouse, and every step is said aloud. */
export async function dealByKeyboard({ person, shot }, { proprietor }) {
  const page = await person()
  await logIn(page, proprietor)
  await page.goto('/board')
  await page.locator('.k-board').waitFor()
  await settled(page)
  const title = `Tea by keyboard ${Date.now()}`
  const watch = stopwatch()
  await page.keyboard.press('n')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type(title)
  for (const key of ['Tab', 'Tab']) await page.keyboard.press(key)
  await page.keyboard.type('250')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await page.waitForFunction((name) => document.activeElement.textContent.includes(name), title)
  await page.getByRole('status').filter({ hasText: title }).waitFor()
  const [first, second] = await board(page)
  await inColumn(page, title, first)
  await assertSound(page)

  const said = page.locator('.k-board > [aria-live="assertive"]')
  await page.keyboard.press('Space')
  assert.match(await said.innerText(), new RegExp(title))
  await page.keyboard.press('ArrowRight')
  assert.match(await said.innerText(), /1/)
  await shot(page, 'board-carried')
  const moved = page.waitForResponse((response) => response.url().endsWith('/move'))
  await page.keyboard.press('Space')
  assert.ok((await moved).ok())
  assert.match(await said.innerText(), new RegExp(title))
  await inColumn(page, title, second)
  console.log(`a deal made and moved by keyboard in ${watch()} ms`)
  await page
    .getByRole('status')
    .filter({ hasText: title })
    .getByRole('button', { name: t('kit.undo') })
    .press('Enter')
  await page.getByText(t('kit.board.cancelled'), { exact: true }).last().waitFor()
  await inColumn(page, title, first)
  await page.reload()
  await card(page, title).waitFor()
  await inColumn(page, title, first)
}
