import { settled, t } from './browser.mjs'

/** The board as a person uses it: columns from left to right, cards by their titles, real presses and pulls. */
export async function openBoard(page) {
  await page.goto('/board')
  await page.locator('.k-board').waitFor()
  await settled(page)
}

/** The columns' ids, from left to right. */
export function board(page) {
  return page.locator('section[data-column]').evaluateAll((columns) => columns.map((column) => column.dataset.column))
}

export function card(page, title) {
  return page.locator('[data-card]', { hasText: title })
}

export function columnOf(page, title) {
  return card(page, title).evaluate((element) => element.closest('[data-column]').dataset.column)
}

/** Until the card stands in the column and nobody carries it. */
export function inColumn(page, title, column) {
  return page.waitForFunction(
    ([name, to]) => {
      const found = [...document.querySelectorAll('[data-card]')].find((element) => element.textContent.includes(name))
      return found?.closest('[data-column]')?.dataset.column === to && !document.querySelector('.k-board-carried')
    },
    [title, column],
  )
}

export async function newDeal(page, title, amount) {
  await page
    .getByRole('button', { name: t('pipeline.new') })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(t('pipeline.field.title')).fill(title)
  await dialog.getByLabel(t('pipeline.field.value')).fill(amount)
  await dialog.getByRole('button', { name: t('pipeline.new.create') }).click()
  await dialog.waitFor({ state: 'hidden' })
  await card(page, title).waitFor()
}

/** Takes the card and holds it over the column; `drop` lets go. */
export async function pull(page, title, column) {
  await card(page, title).scrollIntoViewIfNeeded()
  const from = await card(page, title).boundingBox()
  const to = await page.locator(`section[data-column="${column}"]`).boundingBox()
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(from.x + from.width / 2 + 12, from.y + from.height / 2 + 4, { steps: 3 })
  await page.mouse.move(to.x + to.width / 2, to.y + 90, { steps: 8 })
  await page.locator(`[data-column="${column}"] .k-board-carried`).waitFor()
}

export const drop = (page) => page.mouse.up()

export async function dragTo(page, title, column) {
  await pull(page, title, column)
  const answered = page.waitForResponse((response) => response.url().endsWith('/move'))
  await drop(page)
  await answered
}
