import assert from 'node:assert/strict'
import { assertSound, logIn, settled, t } from '../browser.mjs'
import { board, card, dragTo, inColumn, newDeal, openBoard } from '../deals.mjs'

/** What is changed by one press is taken back by one press, and the server knows it: deals, facts, notes, a shop. */
export async function undo({ person, shot }, { proprietor }) {
  const page = await person()
  await logIn(page, proprietor)
  await aMove(page)
  await closing(page)
  await facts(page, shot)
  await aPause(page)
  await aRole(page)
}

/** Reads as the page does; what is told here is what the server has. */
function read(page, path) {
  return page.evaluate(async (from) => (await fetch(`/api${from}`)).json(), path)
}

/** Presses a button and waits until the server has done what it takes. */
async function press(page, button, path) {
  const answered = page.waitForResponse(
    (response) => response.request().method() !== 'GET' && response.url().includes(path),
  )
  await button.click()
  const answer = await answered
  assert.ok(answer.ok(), `${path} answered ${answer.status()}`)
}

/** Presses Undo in the newest message. */
function takeBack(page, path) {
  return press(page, page.getByRole('button', { name: t('kit.undo') }).last(), path)
}

async function aMove(page) {
  await openBoard(page)
  const title = `Undone ${Date.now()}`
  await newDeal(page, title, '75')
  const [first, second] = await board(page)
  await dragTo(page, title, second)
  await page.getByText(t('pipeline.moved.toast').split('{')[0]).first().waitFor()
  await inColumn(page, title, second)
  await takeBack(page, '/move')
  await inColumn(page, title, first)
  await card(page, title).click()
  await page.waitForURL('**/deals/*')
}

/** On the page of a deal: moved, lost, won and opened again, each taken back. */
async function closing(page) {
  await settled(page)
  const id = page.url().split('/').pop()
  const deal = async () => (await read(page, `/pipeline/deals/${id}`)).deal
  const { stage } = await deal()
  await press(page, page.locator('.pipeline-step-button').last(), '/move')
  await page.getByText(t('pipeline.moved.toast').split('{')[0]).first().waitFor()
  assert.notEqual((await deal()).stage, stage)
  await takeBack(page, '/move')
  assert.equal((await deal()).stage, stage)

  await page.getByRole('button', { name: t('pipeline.lose') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: t('pipeline.lose.price') }).click()
  await dialog.getByRole('button', { name: t('pipeline.lose'), exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
  assert.equal((await deal()).outcome, 'LOST')
  await takeBack(page, '/reopen')
  assert.equal((await deal()).outcome, 'OPEN')

  await page.getByRole('button', { name: t('pipeline.win') }).click()
  await press(page, page.getByRole('button', { name: t('pipeline.reopen') }), '/reopen')
  await page.getByText(t('pipeline.reopened.toast').split('}')[1]).waitFor()
  assert.equal((await deal()).outcome, 'OPEN')
  await takeBack(page, '/win')
  assert.equal((await deal()).outcome, 'WON')
}

/** A fact that was changed where it stands, and a phone that was taken off, come back. */
async function facts(page, shot) {
  const { items } = await read(page, '/customer/customers?limit=50')
  const id = items.find((customer) => customer.mainPhone && customer.mainEmail).id
  const customer = () => read(page, `/customer/customers/${id}`)
  const before = await customer()
  await page.goto(`/customers/${id}`)
  await settled(page)
  await page.getByTitle(t('kit.edit-field').replace('{label}', t('customer.field.tags'))).click()
  await page.getByLabel(t('customer.field.tags'), { exact: true }).fill('spring, tea')
  await page.keyboard.press('Enter')
  await page.getByText(t('kit.changed').replace('{label}', t('customer.field.tags'))).waitFor()
  assert.deepEqual((await customer()).tags, ['spring', 'tea'])
  await assertSound(page)
  await shot(page, 'undo-offered')
  await takeBack(page, `/customers/${id}`)
  assert.deepEqual((await customer()).tags, before.tags)

  const valid = ({ points }) =>
    points
      .filter((point) => !point.validTo)
      .map(({ value }) => value)
      .sort()
  const pen = page.getByLabel(t('kit.edit-field').replace('{label}', t('customer.point.PHONE'))).first()
  await pen.focus()
  await pen.press('Enter')
  await page.getByRole('textbox', { name: t('customer.point.PHONE') }).fill('')
  await page.keyboard.press('Enter')
  await page.getByText(t('kit.changed').replace('{label}', t('customer.point.PHONE'))).waitFor()
  assert.equal(valid(await customer()).length, valid(before).length - 1)
  await takeBack(page, `/customers/${id}`)
  assert.deepEqual(valid(await customer()), valid(before))
}

async function aPause(page) {
  const [account] = await read(page, '/connector/accounts')
  await page.goto(`/connector/${account.id}`)
  await settled(page)
  await page.getByRole('button', { name: t('kit.actions') }).click()
  await page.getByRole('menuitem', { name: t('connector.pause') }).click()
  await page.getByText(t('connector.paused'), { exact: true }).waitFor()
  await takeBack(page, `/accounts/${account.id}`)
  assert.equal((await read(page, `/connector/accounts/${account.id}`)).status, 'ACTIVE')
}

/** A colleague's role, where there is a colleague. */
async function aRole(page) {
  const users = async () => (await read(page, '/access/users?limit=50')).items
  const colleague = (await users()).find((user) => user.role !== 'PROPRIETOR' && user.active && !user.invited)
  if (!colleague) {
    console.log('no colleague whose role could be changed')
    return
  }
  const other = colleague.role === 'VIEWER' ? 'SALES_MANAGER' : 'VIEWER'
  await page.goto('/users')
  await page.getByRole('button', { name: t('shell.users.actions').replace('{name}', colleague.name) }).click()
  await page.getByRole('menuitemcheckbox', { name: t(`shell.role.${other}`) }).click()
  await page.getByText(`${colleague.name}: ${t(`shell.role.${other}`)}`).waitFor()
  const role = async () => (await users()).find(({ id }) => id === colleague.id).role
  assert.equal(await role(), other)
  await takeBack(page, `/users/${colleague.id}`)
  assert.equal(await role(), colleague.role)
}
