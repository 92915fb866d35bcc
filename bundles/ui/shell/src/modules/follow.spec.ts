/* eslint-disable vue/one-component-per-file -- small pages, made for one test each */
import { defineModule, modules, useUnsaved, type UiModule } from '@kontor/kit'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import { createMemoryHistory, createRouter, RouterView, type Router } from 'vue-router'
import { i18n, useLanguage } from '../i18n'
import AwayPage from './AwayPage.vue'
import { exchangeWhenFree, guardPages } from './follow'
import { away, failures, newer, offers, syncModules } from './loader'
import OpenPage from './OpenPage.vue'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

/** What the server offers; the scripts are there by their names. */
let offered: Record<string, string>
const scripts: Record<string, UiModule> = {}
Object.assign(globalThis, { scripts })

const noTexts = { en: empty, de: empty, ru: empty }
function empty() {
  return Promise.resolve({ default: {} })
}

function offer(version: string) {
  const script = `export default globalThis.scripts[${JSON.stringify(version)}] //`
  return { id: 'tea', version, kitApi: 1, entry: `data:text/javascript,${encodeURIComponent(script)}` }
}

/** A page with one text that somebody may be typing. */
function pageOf(version: string) {
  return defineComponent({
    setup() {
      const text = ref('')
      useUnsaved(() => text.value !== '')
      return () =>
        h('section', [
          h('h1', `Tea ${version}`),
          h('input', {
            value: text.value,
            onInput: (event: Event) => (text.value = (event.target as HTMLInputElement).value),
          }),
        ])
    },
  })
}

/** A page whose script comes when it is asked for. */
let leaf = () => Promise.resolve(pageOf('leaf'))

function write(version: string, component = pageOf(version)): void {
  scripts[version] = defineModule({
    id: 'tea',
    routes: [
      { path: '/tea', component },
      { path: '/tea/leaf', component: () => leaf() },
      { path: '/tea/:id', component: defineComponent({ render: () => h('h1', `Pot ${version}`) }) },
    ],
    menu: [{ text: 'tea.menu', icon: 'home', to: '/tea', order: 1 }],
    i18n: noTexts,
  })
}

const Frame = defineComponent({
  render: () =>
    h(RouterView, null, { default: ({ Component }: { Component: never }) => h(OpenPage, { page: Component }) }),
})

function routerOf(): Router {
  const blank = defineComponent({ render: () => h('h1', 'Home') })
  const missing = defineComponent({ render: () => h('h1', 'No such page') })
  const children = [
    { path: '', name: 'home', component: blank },
    { path: ':rest(.*)*', name: 'missing', component: missing },
    { path: ':rest(.*)*', name: 'away', component: AwayPage },
  ]
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/', name: 'frame', component: Frame, children }],
  })
  guardPages(router)
  return router
}

const until = (check: () => void) => vi.waitFor(check, { timeout: 15_000, interval: 100 })

describe('an open page', () => {
  let router: Router
  let page: VueWrapper
  let stop: () => void
  const title = () => page.find('h1').text()
  const input = () => page.find('input').element

  /** The server's list changes, and the stream says so. */
  async function server(versions: Record<string, string>): Promise<void> {
    offered = versions
    await syncModules(router)
    await flushPromises()
  }

  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(Object.values(offered).map(offer)))))
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    await useLanguage('en')
    router = routerOf()
    stop = exchangeWhenFree(router)
    const version = `1-${Math.random()}`
    write(version)
    offered = { tea: version }
    await syncModules(router)
    await router.push('/tea')
    page = mount(Frame, { global: { plugins: [router, createPinia(), i18n] }, attachTo: document.body })
    await flushPromises()
  })

  afterEach(async () => {
    page.unmount()
    stop()
    await server({})
    await until(() => expect(away.has('tea') || !offers.value.length).toBe(true))
    vi.useRealTimers()
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
  })

  const now = () => offered.tea ?? ''

  it('stays as it is, with what was typed, while its module goes and comes back', async () => {
    const version = now()
    await page.find('input').setValue('Earl Grey')
    const same = input()
    await server({})
    await until(() => expect(modules.has('tea')).toBe(false))
    expect(page.find('.s-page-notice').text()).toContain('“Tea” is away')
    expect(input()).toBe(same)
    await server({ tea: version })
    await until(() => expect(modules.has('tea')).toBe(true))
    expect(page.find('.s-page-notice').exists()).toBe(false)
    expect(input()).toBe(same)
    expect(same.value).toBe('Earl Grey')
  })

  it('is not touched by an update that is over at once', async () => {
    const version = now()
    const same = input()
    await server({})
    await vi.advanceTimersByTimeAsync(500)
    await server({ tea: version })
    await vi.advanceTimersByTimeAsync(2000)
    expect(modules.has('tea')).toBe(true)
    expect(input()).toBe(same)
  })

  it('is exchanged at once for its newer version where nobody is in the middle of something', async () => {
    write('2')
    await server({ tea: '2' })
    await until(() => expect(title()).toBe('Tea 2'))
    expect(newer.size).toBe(0)
  })

  it('is exchanged only when what was being typed is done', async () => {
    write('3')
    const before = title()
    await page.find('input').setValue('Assam')
    const same = input()
    await server({ tea: '3' })
    await until(() => expect(newer.has('tea')).toBe(true))
    await vi.advanceTimersByTimeAsync(5000)
    expect(title()).toBe(before)
    expect(same.value).toBe('Assam')
    expect(page.find('.s-page-notice').text()).toContain('A new version of “Tea” is here')
    await page.find('input').setValue('')
    await until(() => expect(title()).toBe('Tea 3'))
    expect(page.find('.s-page-notice').exists()).toBe(false)
  })

  it('is exchanged at once by who asks for it', async () => {
    write('4')
    await page.find('input').setValue('Oolong')
    await server({ tea: '4' })
    await until(() => expect(page.find('.s-page-notice button').exists()).toBe(true))
    await page.find('.s-page-notice button').trigger('click')
    await until(() => expect(title()).toBe('Tea 4'))
  })

  it('keeps its text when the module comes back in a newer version', async () => {
    write('5')
    await page.find('input').setValue('Darjeeling')
    const same = input()
    await server({})
    await until(() => expect(away.has('tea')).toBe(true))
    await server({ tea: '5' })
    await until(() => expect(newer.has('tea')).toBe(true))
    expect(input()).toBe(same)
    expect(same.value).toBe('Darjeeling')
  })

  it('goes on when its successor cannot be loaded', async () => {
    const before = title()
    await server({ tea: 'nowhere' })
    await until(() => expect(failures.has('tea')).toBe(true))
    expect(title()).toBe(before)
    write('6')
    await server({ tea: '6' })
    await until(() => expect(failures.has('tea')).toBe(false))
    await until(() => expect(title()).toBe('Tea 6'))
  })

  it('is not come to while its module is away, and opens by itself at the same address', async () => {
    const version = now()
    await router.push('/')
    await server({})
    await until(() => expect(away.has('tea')).toBe(true))
    await router.push('/tea/7')
    await flushPromises()
    expect(router.currentRoute.value.fullPath).toBe('/tea/7')
    expect(page.text()).toContain('“Tea” is not here at the moment')
    await server({ tea: version })
    await until(() => expect(title()).toContain('Pot'))
    expect(router.currentRoute.value.fullPath).toBe('/tea/7')
  })

  it('that is left while a newer version waits is followed by a page of the newer one', async () => {
    write('8')
    await page.find('input').setValue('Mate')
    await server({ tea: '8' })
    await until(() => expect(newer.has('tea')).toBe(true))
    await router.push('/tea/7')
    await until(() => expect(title()).toBe('Pot 8'))
    expect(newer.size).toBe(0)
  })

  it('that fails says so in its place', async () => {
    write(
      '9',
      defineComponent({
        setup() {
          throw new Error('No water')
        },
      }),
    )
    await server({ tea: '9' })
    await until(() => expect(page.text()).toContain('This page cannot be shown'))
    write('10')
    await server({ tea: '10' })
    await until(() => expect(title()).toBe('Tea 10'))
  })

  it('whose script went with its version is looked for anew', async () => {
    const answers = [() => Promise.reject(new Error('404'))]
    leaf = () => (answers.shift() ?? (() => Promise.resolve(pageOf('leaf'))))()
    await router.push('/tea/leaf').catch(() => undefined)
    await until(() => expect(title()).toBe('Tea leaf'))
    expect(router.currentRoute.value.fullPath).toBe('/tea/leaf')
  })

  it('whose script does not come says so at its address', async () => {
    leaf = () => Promise.reject(new Error('404'))
    await router.push('/tea/leaf').catch(() => undefined)
    await until(() => expect(page.text()).toContain('This page cannot be shown'))
    expect(router.currentRoute.value.fullPath).toBe('/tea/leaf')
  })
})
