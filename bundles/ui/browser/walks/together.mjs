import assert from 'node:assert/strict'
import { logIn, t } from '../browser.mjs'
import { within } from '../granted.mjs'
import { board, card, columnOf, drop, dragTo, newDeal, openBoard, pull } from '../deals.mjs'

const AT_ONCE_MILLISECONDS = 1000

function atOnceInColumn(page, title, column) {
  const found = page.locator(`section[data-column="${column}"] [data-card]`, { hasText: title })
  return within(AT_ONCE_MILLISECONDS, `${title} in ${column}`, found.waitFor())
}

/** Two people at one board: a move is seen at once, and of two who pull one card one wins. */
export async function together({ person, shot }, { proprietor }) {
  const [paula, robert] = [await person(), await person({ colorScheme: 'dark' })]
  for (const page of [paula, robert]) {
    await logIn(page, proprietor)
    await openBoard(page)
  }
  const title = `Shared ${Date.now()}`
  await newDeal(paula, title, '500')
  await within(AT_ONCE_MILLISECONDS, title, card(robert, title).waitFor())
  const [, second, third, fourth] = await board(paula)

  await dragTo(paula, title, second)
  await atOnceInColumn(robert, title, second)

  await bothPull({ paula, robert, title, third, fourth })
  await shot(robert, 'board-dark')
}

/** Both hold the card before either lets go; the server decides once. */
async function bothPull({ paula, robert, title, third, fourth }) {
  let release = () => undefined
  const held = new Promise((resolve) => (release = resolve))
  // Robert's request waits at his own door until Paula's has been answered: she is the faster one.
  await robert.route('**/move', async (route) => {
    await held
    await route.continue()
  })
  await pull(paula, title, third)
  await pull(robert, title, fourth)
  const told = robert.waitForResponse((response) => response.url().endsWith('/move'))
  await drop(robert)
  await paula.waitForTimeout(50)
  const won = paula.waitForResponse((response) => response.url().endsWith('/move'))
  await drop(paula)
  assert.equal((await won).status(), 200)
  release()
  assert.ok([409, 412].includes((await told).status()), 'the slower one is refused')
  await robert.getByText(t('pipeline.board.faster').replace('{title}', title)).waitFor()
  await robert.unroute('**/move')
  await atOnceInColumn(robert, title, third)
  assert.equal(await columnOf(paula, title), third)
}
