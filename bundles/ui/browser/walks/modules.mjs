import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assertSound, logIn, settled, t } from '../browser.mjs'
import { card, newDeal, openBoard } from '../deals.mjs'
import { stopwatch, within } from '../granted.mjs'
import { damaged, release } from '../kar.mjs'

const FOLLOWED_MILLISECONDS = 2000
const EXCHANGED_MILLISECONDS = 5000
const OPERATION_MILLISECONDS = 90_000

/**
 * Modules come, change and go while a colleague is in the middle of an edit: her text stays through an update with the
 * same pages, one with other pages, a removal and the return; menus follow within two seconds, nothing is loaded again.
 *
 * @param kar the module pipeline as it came with the distribution
 */
export async function modules({ person, shot }, { proprietor, kar }) {
  const folder = mkdtempSync(join(tmpdir(), 'kontor-walk-'))
  const admin = await person()
  const writer = await person({ colorScheme: 'dark', patient: true })
  await logIn(admin, proprietor)
  await logIn(writer, proprietor)
  const title = `Half a sentence ${Date.now()}`
  const text = await inTheMiddle(writer, title)

  await openModules(admin)
  await assertSound(admin)
  await shot(admin, 'modules')
  await refuses(admin, damaged(kar, folder), shot)

  const version = `0.1.${Date.now() % 100_000}`
  await update(admin, release(kar, folder, { version }), { shot, name: 'same' })
  await text.stays(`${title}, and`)
  assert.equal(await writer.locator('.s-page-notice').count(), 0, 'the pages are the same: nobody is told anything')

  const other = release(kar, folder, { version: `${version}1`, otherPages: true })
  await update(admin, other, { shot, name: 'other' })
  await writer.getByText(words('shell.newer.notice')).waitFor()
  await text.stays(`${title}, and more`)
  await shot(writer, 'modules-newer')
  await writer.locator('.k-page').evaluate((page) => (page.former = true))
  await text.done()
  const gone = writer.locator('.s-page-notice').waitFor({ state: 'detached' })
  await within(EXCHANGED_MILLISECONDS, 'the new pages are shown', gone)
  await text.reads(`${title}, and more`)
  assert.equal(await writer.locator('.k-page').evaluate((page) => page.former), undefined, 'the new pages are shown')

  await text.begin()
  await text.stays(`${title}, and so on`)
  await remove(admin, writer, { shot })
  await text.stays(`${title}, and so on, and so on`)
  await shot(writer, 'modules-away')
  await assertSound(writer)
  await bringBack(admin, writer, { shot })
  await text.stays(`${title}, to the end`)
  await text.done()
  await text.reads(`${title}, to the end`)
  assert.equal(await writer.evaluate(() => window.sameDocument), true, 'nothing was loaded again')
  await history(admin, { shot })
  rmSync(folder, { recursive: true })
}

function words(key) {
  return t(key).replaceAll('{module}', t('shell.module.pipeline'))
}

/** A colleague has a deal open and its title under her cursor. */
async function inTheMiddle(page, title) {
  await openBoard(page)
  await newDeal(page, title, '700')
  await card(page, title).click()
  await page.waitForURL('**/deals/*')
  await settled(page)
  await page.evaluate(() => (window.sameDocument = true))
  const label = t('pipeline.field.title')
  const field = page.getByLabel(label, { exact: true })
  const begin = async () => {
    await page.getByTitle(t('kit.edit-field').replace('{label}', label)).click()
    await field.evaluate((element) => (element.sameField = true))
  }
  await begin()
  return {
    begin,
    /** It is the very field, it has what was typed, and more can be typed. */
    stays: async (more) => {
      assert.equal(await field.evaluate((element) => element.sameField), true, 'the field is the same')
      await field.fill(more)
      assert.equal(await field.inputValue(), more)
    },
    done: () => field.press('Enter'),
    reads: (saved) => page.getByTitle(t('kit.edit-field').replace('{label}', label)).getByText(saved).waitFor(),
  }
}

async function openModules(page) {
  await page.goto('/modules')
  await settled(page)
  await page.locator('[data-module=pipeline]').getByText(t('modules.state.active')).waitFor()
}

async function give(page, file) {
  await page
    .getByRole('button', { name: t('modules.upload') })
    .first()
    .click()
  await page.getByRole('dialog').locator('input[type=file]').setInputFiles(file)
}

/** A damaged file is refused in words, and nothing else happens. */
async function refuses(page, file, shot) {
  await give(page, file)
  const dialog = page.getByRole('dialog')
  await dialog.getByText(t('problem.modules.archive-broken').split('{')[0].trim()).waitFor()
  await assertSound(page)
  await shot(page, 'modules-damaged')
  await dialog.getByRole('button', { name: t('kit.cancel') }).click()
}

/** Uploaded, looked at, trusted by word, done step by step. */
async function update(page, file, { shot, name }) {
  await putAway(page)
  await give(page, file)
  const dialog = page.getByRole('dialog')
  await dialog.getByText(t('modules.trust')).waitFor()
  const go = dialog.getByRole('button', { name: t('modules.plan.update.go'), exact: true })
  assert.equal(await go.isDisabled(), true, 'nothing happens without the word')
  await assertSound(page)
  await shot(page, `modules-plan-${name}`)
  await dialog.getByRole('textbox').fill('pipeline')
  await go.click()
  await page.locator('.m-operation').waitFor()
  await shot(page, `modules-going-${name}`)
  await ended(page, 'modules.operation.update.done')
}

/** What is said of the operation before is put away, so that the next end is the next one's. */
async function putAway(page) {
  const former = page.locator('.m-operation').getByRole('button', { name: t('kit.close') })
  if (await former.count()) await former.click()
}

async function ended(page, key) {
  const card = page.locator('.m-operation:not(.m-operation-running)')
  await card.waitFor({ timeout: OPERATION_MILLISECONDS })
  assert.ok((await card.innerText()).includes(words(key)), await card.innerText())
}

function menuOf(page) {
  return page.locator('.s-nav').getByRole('link', { name: t('pipeline.board'), exact: true })
}

async function remove(admin, writer, { shot }) {
  await putAway(admin)
  const row = admin.locator('[data-module=pipeline]')
  await row.getByRole('button', { name: words('modules.actions') }).click()
  await admin.getByRole('menuitem', { name: t('modules.remove') }).click()
  const dialog = admin.getByRole('dialog')
  await dialog.getByText(t('modules.plan.remove.text').slice(0, 20)).waitFor()
  await assertSound(admin)
  await shot(admin, 'modules-plan-remove')
  await dialog.getByRole('button', { name: t('modules.plan.remove.go'), exact: true }).click()
  await ended(admin, 'modules.operation.remove.done')
  const since = stopwatch()
  const gone = menuOf(writer).waitFor({ state: 'detached' })
  await within(FOLLOWED_MILLISECONDS, 'the menu follows', gone)
  const told = writer.getByText(words('shell.away.notice')).waitFor()
  await within(FOLLOWED_MILLISECONDS, 'the page says that its module is away', told)
  console.log(`removed: the other browser followed ${since()} ms after its end`)
}

async function bringBack(admin, writer, { shot }) {
  await putAway(admin)
  await admin.getByText(t('modules.tab.available')).first().click()
  const row = admin.locator('[data-artefact=pipeline]')
  await row.locator('summary').click()
  await assertSound(admin)
  await shot(admin, 'modules-available')
  const shipped = row.locator('[data-origin=shipped]')
  await shipped.getByRole('button', { name: t('modules.install'), exact: true }).click()
  const dialog = admin.getByRole('dialog')
  const go = dialog.getByRole('button', { name: t('modules.plan.install.go'), exact: true })
  await go.waitFor()
  assert.equal(await dialog.getByRole('textbox').count(), 0, 'what came with the distribution needs no word')
  await go.click()
  await ended(admin, 'modules.operation.install.done')
  const since = stopwatch()
  await within(FOLLOWED_MILLISECONDS, 'the menu follows', menuOf(writer).waitFor())
  const back = writer.locator('.s-page-away').waitFor({ state: 'detached' })
  await within(FOLLOWED_MILLISECONDS, 'the page is back', back)
  console.log(`installed: the other browser followed ${since()} ms after its end`)
}

async function history(page, { shot }) {
  await page.getByText(t('modules.tab.history')).click()
  await page.locator('.m-event').first().waitFor()
  await assertSound(page)
  await shot(page, 'modules-history')
  const told = await page.locator('.m-event p:first-child').allInnerTexts()
  for (const key of ['install', 'remove', 'update']) {
    assert.ok(
      told.some((line) => line.includes(words(`modules.operation.${key}.done`))),
      `${key} is in the history`,
    )
  }
}
