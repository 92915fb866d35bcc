import { live, useSession } from '@kontor/api'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { addTexts, i18n, useLanguage } from '../i18n'
import Modules from './Modules.vue'

// The page over the mock of the engine, whose steps take no time here.
vi.stubEnv('MOCK_STEP', '5')
vi.setConfig({ testTimeout: 60_000 })
const { moduleRoutes } = await import('../../test/mock/modules.mjs')

class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
  ) {
    super(detail)
  }
}

const routes = moduleRoutes({
  Refusal,
  hint: () => live.refresh(),
  page: (rows, query) => {
    const from = Number(query.get('cursor') ?? 0)
    const until = from + Number(query.get('limit'))
    return { items: rows.slice(from, until), next: until < rows.length ? String(until) : null }
  },
})

function answer(method: string, address: string, body: unknown): Response {
  const url = new URL(address, 'http://mock')
  const path = url.pathname.replace(/^\/api/, '')
  for (const [verb, pattern, run] of routes) {
    const found = new RegExp(`^${pattern.replace(':id', '(?<id>[^/]+)')}$`).exec(path)
    if (verb !== method || !found) continue
    try {
      const told = run({ id: found.groups?.id ?? '', query: url.searchParams, body })
      return new Response(told === undefined ? null : JSON.stringify(told), { status: told === undefined ? 204 : 200 })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const { status, code, message } = error
      return new Response(JSON.stringify({ status, code, title: message, detail: message }), { status })
    }
  }
  throw new Error(`The mock has no ${method} ${path}`)
}

/** What an upload of such a file would have stored. */
function stored(text: string): string {
  const [, , take] = routes.find(([verb, path]) => verb === 'POST' && path === '/modules/artefacts') ?? []
  return (take?.({ body: { length: text.length, toString: () => text } }) as { id: string }).id
}

const until = (check: () => void) => vi.waitFor(check, { timeout: 15_000, interval: 10 })

describe('the page of modules', () => {
  let page: VueWrapper
  const body = () => document.body
  const dialog = () => body().querySelector('[role=dialog]')
  const row = (module: string) => body().querySelector(`[data-module=${module}]`)

  function press(within: Element | null | undefined, label: string): void {
    const button = [...(within?.querySelectorAll('button') ?? [])].find((one) => one.textContent?.trim() === label)
    if (!button) throw new Error(`No button ${label} in ${within?.textContent ?? 'nothing'}`)
    button.click()
  }

  beforeAll(async () => {
    vi.stubGlobal('fetch', (address: string, init: RequestInit = {}) =>
      Promise.resolve(
        answer(init.method ?? 'GET', address, typeof init.body === 'string' ? JSON.parse(init.body) : undefined),
      ),
    )
    await useLanguage('en')
    await addTexts('modules', {
      en: () => import('./i18n/en.json'),
      de: () => import('./i18n/de.json'),
      ru: () => import('./i18n/ru.json'),
    })
  })

  async function open(permissions: string[], path = '/modules'): Promise<void> {
    const pinia = createPinia()
    setActivePinia(pinia)
    const session = useSession()
    session.session = { permissions } as typeof session.session
    const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/modules', component: Modules }] })
    await router.push(path)
    page = mount(Modules, { global: { plugins: [pinia, router, i18n] }, attachTo: document.body })
    await flushPromises()
  }

  beforeEach(() => open(['*']))
  afterEach(() => page.unmount())

  it('names each module in words, with its state, what it needs and who needs it', async () => {
    await until(() => expect(row('pipeline')).toBeTruthy())
    expect(row('pipeline')?.textContent).toContain('Deals')
    expect(row('pipeline')?.textContent).toContain('Active')
    expect(row('connector')?.textContent).toContain('Needs Orders')
    expect(row('connector')?.textContent).toContain('Needed by WooCommerce')
  })

  it('says what an update would do to whom, does it step by step and says how it ended', async () => {
    await until(() => expect(row('pipeline')).toBeTruthy())
    press(row('pipeline'), 'Update to 0.2.0')
    await until(() => expect(dialog()?.textContent).toContain('Requests wait meanwhile'))
    expect(dialog()?.textContent).toContain('0.1.0 → 0.2.0')
    press(dialog(), 'Update')
    await until(() => expect(page.find('.m-operation-running').exists()).toBe(true))
    await until(() => expect(page.find('.m-operation-done').text()).toContain('“Deals” is updated'))
    await until(() => expect(row('pipeline')?.textContent).toContain('0.2.0'))
  })

  it('wants a word typed for a module that nobody has signed', async () => {
    page.unmount()
    await open(['*'], '/modules?view=available')
    await until(() => expect(body().querySelector('[data-artefact=telegram]')).toBeTruthy())
    press(body().querySelector('[data-artefact=telegram]'), 'Install')
    await until(() => expect(dialog()?.textContent).toContain('Nobody has signed this module'))
    const go = () =>
      [...(dialog()?.querySelectorAll('button') ?? [])].find((one) => one.textContent?.trim() === 'Install')
    expect(go()?.disabled).toBe(true)
    const input = dialog()?.querySelector('input') as HTMLInputElement
    input.value = 'telegram'
    input.dispatchEvent(new Event('input'))
    await until(() => expect(go()?.disabled).toBe(false))
    press(dialog(), 'Install')
    await until(() => expect(page.find('.m-operation-done').text()).toContain('“Telegram” is installed'))
  })

  it('says why something cannot be done, and the way out, instead of a button', async () => {
    stored('refused module=order version=0.4.0')
    page.unmount()
    await open(['*'], '/modules?view=available')
    await until(() => expect(body().querySelector('[data-artefact=order]')).toBeTruthy())
    press(body().querySelector('[data-artefact=order]'), 'Update to 0.4.0')
    await until(() => expect(dialog()?.textContent).toContain('This cannot be done'))
    expect(dialog()?.textContent).toContain('It would restart parts that all of Kontor stands on')
    expect(dialog()?.textContent).toContain('Upgrade Kontor first')
    expect([...(dialog()?.querySelectorAll('footer button') ?? [])].map((one) => one.textContent?.trim())).toEqual([
      'Close',
    ])
  })

  it('says in words that the former version serves when a new one does not start', async () => {
    stored('throws module=catalog version=0.5.0')
    page.unmount()
    await open(['*'])
    await until(() => expect(row('catalog')?.textContent).toContain('Update to 0.5.0'))
    press(row('catalog'), 'Update to 0.5.0')
    await until(() => expect(dialog()?.querySelector('input')).toBeTruthy())
    const input = dialog()?.querySelector('input') as HTMLInputElement
    input.value = 'catalog'
    input.dispatchEvent(new Event('input'))
    await flushPromises()
    press(dialog(), 'Update')
    await until(() => expect(page.find('.m-operation-rolled-back').exists()).toBe(true))
    expect(page.find('.m-operation').text()).toContain('“Products” runs on as version 0.1.0')
    expect(page.find('.m-operation').text()).toContain('It failed while starting: No table pipeline_stage.')
  })

  it('keeps everything that was done, page by page', async () => {
    page.unmount()
    await open(['*'], '/modules?view=history')
    await until(() => expect(page.findAll('.m-event')).toHaveLength(30))
    press(page.element, 'Show older')
    await until(() => expect(page.findAll('.m-event').length).toBe(60))
  })

  it('shows its state but no buttons to who may only look, and says who may', async () => {
    page.unmount()
    await open(['modules:read'])
    await until(() => expect(row('pipeline')).toBeTruthy())
    expect(row('pipeline')?.querySelector('button')).toBeNull()
    page.unmount()
    await open(['pipeline:*'])
    expect(page.text()).toContain('Modules are looked after by administrators')
  })
})
