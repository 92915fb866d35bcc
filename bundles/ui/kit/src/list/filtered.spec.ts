import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { createMemoryHistory, createRouter, RouterView } from 'vue-router'
import { useFilteredList } from './filtered'

const NAMES = ['q', 'state', 'sort'] as const
type Asked = Record<(typeof NAMES)[number], string>

async function open(path: string) {
  const asked: Asked[] = []
  let page!: ReturnType<typeof useFilteredList<{ id: string }, (typeof NAMES)[number]>>
  const Page = defineComponent(() => {
    page = useFilteredList({
      filters: NAMES,
      live: 'order',
      load: (filters) => {
        asked.push(filters)
        return Promise.resolve({ items: [{ id: String(asked.length) }], next: 'more' })
      },
    })
    return () => h('p')
  })
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/orders', component: Page }] })
  await router.push(path)
  mount(RouterView, { global: { plugins: [router] } })
  await flushPromises()
  return { asked, page, router }
}

describe('a filtered list', () => {
  it('begins with the filters of the address', async () => {
    const { asked, page } = await open('/orders?state=OPEN')
    expect(asked).toEqual([{ q: '', state: 'OPEN', sort: '' }])
    expect(page.shown.value).toMatchObject({ rows: [{ id: '1' }], loading: false, more: true, generation: 1 })
    expect(page.filtered.value).toBe(true)
  })

  it('begins anew with another filter, which the address then has', async () => {
    const { asked, page, router } = await open('/orders')
    page.filters.q = 'tea'
    await flushPromises()
    expect(router.currentRoute.value.query).toEqual({ q: 'tea' })
    expect(asked[1]).toEqual({ q: 'tea', state: '', sort: '' })
    expect(page.shown.value).toMatchObject({ rows: [{ id: '2' }], generation: 2 })
  })

  it('is not filtered by its order, and shows all when it is cleared', async () => {
    const { asked, page } = await open('/orders?sort=newest')
    expect(page.filtered.value).toBe(false)
    page.filters.state = 'OPEN'
    await flushPromises()
    expect(page.filtered.value).toBe(true)
    page.clear()
    await flushPromises()
    expect(asked[2]).toEqual({ q: '', state: '', sort: '' })
  })
})
