import assert from 'node:assert/strict'
import { readdirSync, readFileSync, existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

// What every walk needs: a browser, the product's own words, and what must be true of any page.
const bundles = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const RAW_ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/

const spoken = new Map()

/** The words of all modules in one language, as the pages show them. */
export function wordsOf(language) {
  if (!spoken.has(language)) spoken.set(language, readWords(language))
  return spoken.get(language)
}

function readWords(language) {
  const folders = ['kit/src/i18n', 'shell/src/i18n', 'shell/src/modules-page/i18n'].map((path) =>
    join(bundles, 'ui', path),
  )
  for (const group of readdirSync(bundles)) {
    for (const name of readdirSync(join(bundles, group))) {
      folders.push(join(bundles, group, name, 'src/main/resources/i18n'))
    }
  }
  const files = folders.map((folder) => join(folder, `${language}.json`)).filter(existsSync)
  return Object.assign({}, ...files.map((file) => JSON.parse(readFileSync(file, 'utf8'))))
}

export const words = wordsOf('en')
const PREFIXES = [...new Set(Object.keys(words).map((key) => key.split('.')[0]))].join('|')
const RAW_KEY = new RegExp(`(?<![@\\w./-])(?:${PREFIXES})\\.[a-z][\\w.-]*[a-z]`, 'i')

/** The English words of a key; an unknown key is a mistake of the test. */
export function t(key) {
  assert.ok(words[key], `There are no words for ${key}`)
  return words[key]
}

export async function launch(base, screenshots) {
  mkdirSync(screenshots, { recursive: true })
  const browser = await chromium.launch({
    executablePath: process.env.KONTOR_CHROMIUM ?? '/usr/bin/chromium',
    args: FLAGS,
  })
  const complaints = []

  /**
   * A person at a screen of her own; what the page complains about fails the walk at its end. She skips the first steps
   * when they are in her way, unless she wants to see them; `patient` expects the server to fail.
   */
  async function person(options = {}) {
    const { width = 1440, height = 900, newcomer = false, patient = false, ...rest } = options
    const context = await browser.newContext({
      baseURL: base,
      locale: 'en-US',
      viewport: { width, height },
      bypassCSP: true,
      ...rest,
    })
    context.setDefaultTimeout(60_000)
    const page = await context.newPage()
    page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`))
    page.on('response', (response) => {
      if (response.status() >= 500 && !patient) complaints.push(`${response.url()} answered ${response.status()}`)
    })
    if (!newcomer) await skipTour(page)
    return page
  }

  const shot = (page, name) => page.screenshot({ path: join(screenshots, `${name}.png`) })
  return { base, browser, person, shot, complaints }
}

/** The first button skips; pressed from inside, because a dialog may lie above it. */
function skipTour(page) {
  const tour = page.locator('.s-tour')
  return page.addLocatorHandler(tour, () => tour.evaluate((card) => card.querySelector('button').click()))
}

export async function logIn(page, { email, password }) {
  await page.goto('/login')
  await page.getByLabel(t('shell.email')).fill(email)
  await page.getByLabel(t('shell.password'), { exact: true }).fill(password)
  await page.getByRole('button', { name: t('shell.log-in') }).click()
  await page.locator('.s-nav').waitFor({ state: 'attached' })
}

/** Until the skeletons are gone and the page shows what it is for. */
export async function settled(page) {
  await page.locator('#main, main').first().waitFor()
  await page.waitForFunction(() => !document.querySelector('.k-skeleton'))
}

/** Nobody is shut out (axe finds nothing serious), and nothing of the machinery shows. */
export async function assertSound(page) {
  await assertAccessible(page)
  const text = await page.evaluate(() => document.body.innerText)
  assert.equal(RAW_ID.exec(text)?.[0], undefined, `A raw id on ${page.url()}`)
  assert.equal(RAW_KEY.exec(text)?.[0], undefined, `Untranslated words on ${page.url()}`)
}

/** Of what axe looks at, all that a change of colours alone can change. */
export const COLOURS = { type: 'rule', values: ['color-contrast'] }

/** axe finds nothing serious, once what moves has come to rest. */
export async function assertAccessible(page, runOnly = STANDARDS) {
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter((motion) => motion.effect?.getComputedTiming().iterations !== Infinity)
        .map((motion) => motion.finished.catch(() => undefined)),
    ),
  )
  if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ path: AXE })
  const serious = await page.evaluate(async (rules) => {
    const { violations } = await window.axe.run(document, { runOnly: rules, resultTypes: ['violations'] })
    return violations
      .filter((violation) => ['serious', 'critical'].includes(violation.impact))
      .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
  }, runOnly)
  assert.deepEqual(serious, [], `axe on ${page.url()}`)
}
