import assert from 'node:assert/strict'
import { assertSound, logIn, settled, t } from '../browser.mjs'

/** The first steps: taken once by keyboard, and never again at any screen; seen again only by who asks. */
export async function firstSteps({ person, shot }, { proprietor, newcomer = proprietor }) {
  const page = await person({ newcomer: true })
  await logIn(page, newcomer)
  await page.goto('/customers')
  const tour = page.getByRole('region', { name: t('shell.tour') })
  await tour.getByText(t('shell.tour.menu.title')).waitFor()
  await settled(page)
  await assertSound(page)
  await shot(page, 'tour-1')
  for (const step of ['search', 'begin', 'keys']) {
    await tour.getByRole('button').last().focus()
    await page.keyboard.press('Enter')
    await tour.getByText(t(`shell.tour.${step}.title`)).waitFor()
    await shot(page, `tour-${step}`)
  }
  const kept = page.waitForResponse((response) => response.url().endsWith('/api/access/preferences/shell.tour'))
  await tour.getByRole('button', { name: t('shell.tour.done') }).press('Enter')
  assert.ok((await kept).ok(), 'the account remembers')
  await tour.waitFor({ state: 'detached' })

  const elsewhere = await person({ newcomer: true, width: 390, height: 844 })
  await logIn(elsewhere, newcomer)
  await settled(elsewhere)
  await elsewhere.waitForTimeout(1500)
  assert.equal(await elsewhere.locator('.s-tour').count(), 0, 'it never comes back by itself, at no screen')

  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill(t('shell.tour.again'))
  await page.getByRole('option', { name: t('shell.tour.again') }).waitFor()
  await page.keyboard.press('Enter')
  await tour.getByText(t('shell.tour.menu.title')).waitFor()
  await tour.getByRole('button', { name: t('shell.tour.skip') }).press('Enter')
  await tour.waitFor({ state: 'detached' })
}
