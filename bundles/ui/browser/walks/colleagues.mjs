import assert from 'node:assert/strict'
import { assertSound, logIn, settled, t } from '../browser.mjs'

/** An administrator invites by a link to copy; the colleague comes in by it and sees what her role allows. */
export async function colleagues({ person, shot }, { proprietor }) {
  const page = await person()
  await logIn(page, proprietor)
  await page.goto('/users')
  await page.getByRole('row').first().waitFor()
  const email = `vera${Date.now()}@shop.example`
  const link = await invite(page, email)
  await shot(page, 'invitation')

  const vera = await person({ width: 390, height: 844 })
  await vera.goto(link)
  await vera.getByLabel(t('shell.name'), { exact: true }).fill('Vera Viewer')
  await vera.getByLabel(t('shell.password.new')).fill('only-looking-around-7')
  await assertSound(vera)
  await vera.getByRole('button', { name: t('shell.invitation.accept') }).click()
  await vera.waitForURL((url) => url.pathname === '/')
  await vera.goto('/board')
  await vera.locator('.k-board').waitFor()
  await settled(vera)
  assert.equal(await vera.getByRole('button', { name: t('pipeline.new') }).count(), 0, 'a viewer makes no deals')
  await shot(vera, 'board-phone')
  await vera.goto('/users')
  await vera.getByText(t('kit.problem.refused.title')).waitFor()

  await page.reload()
  await page.getByRole('row', { name: 'Vera Viewer' }).waitFor()
  await assertSound(page)
  await shot(page, 'users')
}

async function invite(page, email) {
  await page
    .getByRole('button', { name: t('shell.invite') })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(t('shell.email')).fill(email)
  await dialog.getByLabel(t('shell.role')).selectOption('VIEWER')
  await dialog.getByRole('button', { name: t('shell.invite.send') }).click()
  const link = await dialog.getByLabel(t('shell.invite.link')).inputValue()
  await assertSound(page)
  await dialog
    .getByRole('button', { name: t('kit.close') })
    .last()
    .click()
  await page.getByText(email).first().waitFor()
  return link
}
