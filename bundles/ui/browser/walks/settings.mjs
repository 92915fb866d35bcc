import assert from 'node:assert/strict'
import { assertAccessible, assertSound, logIn, settled, t } from '../browser.mjs'

/**
 * A value is set where it stands: a wrong one stays beside its reason, a right one is saved when it is left, holds at once
 * for everybody and on the first page, and one press takes it back.
 */
export async function setting({ person, shot }, { proprietor }) {
  const page = await person()
  await logIn(page, proprietor)
  const colleague = await person()
  await logIn(colleague, proprietor)
  const [days, seen] = await Promise.all([page, colleague].map(openSettings))
  const before = await days.inputValue()
  const next = before === '0' ? '1' : '0'

  await days.fill('4000')
  await days.press('Enter')
  await page.locator('.k-field-error').waitFor()
  assert.equal(await days.inputValue(), '4000', 'what was typed stays')
  await shot(page, 'settings-wrong')

  await days.fill(next)
  await days.press('Tab')
  await page.getByRole('button', { name: t('kit.undo') }).waitFor()
  await until(seen, next)
  await assertSound(page)
  await assertAccessible(page)
  await shot(page, 'settings')

  await page
    .getByRole('button', { name: t('kit.undo') })
    .last()
    .click()
  await until(days, before)
  await until(seen, before)

  await page.goto('/')
  await page.getByText(t('shell.attention')).waitFor()
  await settled(page)
  await assertSound(page)
  await assertAccessible(page)
  await shot(page, 'home')
}

async function openSettings(page) {
  await page.goto('/settings')
  const days = page.getByLabel(t('pipeline.settings.attentionDays'))
  await days.waitFor()
  return days
}

/** Others hear of it within moments. */
async function until(control, value) {
  for (let glance = 0; glance < 100; glance++) {
    if ((await control.inputValue()) === value) return
    await new Promise((later) => setTimeout(later, 100))
  }
  assert.equal(await control.inputValue(), value)
}
