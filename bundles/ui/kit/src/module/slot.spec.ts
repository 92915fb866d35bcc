import { mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, describe, expect, it } from 'vitest'
import { defineComponent, h, nextTick, ref } from 'vue'
import { createI18n } from 'vue-i18n'
import KSlot from './KSlot.vue'
import { defineModule, type UiModule } from './module'
import { modules } from './registry'
import { useUnsaved } from './unsaved'

const none = () => Promise.resolve({ default: {} })

function teaOf(version: string): UiModule {
  const component = defineComponent({
    props: { customer: String },
    setup() {
      const text = ref('')
      useUnsaved(() => text.value !== '')
      const type = (event: Event) => (text.value = (event.target as HTMLInputElement).value)
      return () => h('section', [h('h2', `Tea ${version}`), h('input', { value: text.value, onInput: type })])
    },
  })
  return defineModule({
    id: 'tea',
    blocks: [{ id: 'tea.customer', page: 'customer', slot: 'panels', component }],
    i18n: { en: none, de: none, ru: none },
  })
}

describe('a block of another module', () => {
  afterEach(() => modules.clear())

  function slot() {
    const i18n = createI18n({ legacy: false, locale: 'en', missingWarn: false, fallbackWarn: false })
    const props = { page: 'customer', name: 'panels', context: { customer: '1' } }
    return mount(KSlot, { props, global: { plugins: [createPinia(), i18n] } })
  }

  it('comes and goes with its module', async () => {
    const page = slot()
    expect(page.find('section').exists()).toBe(false)
    modules.set('tea', teaOf('1'))
    await nextTick()
    expect(page.find('h2').text()).toBe('Tea 1')
    modules.delete('tea')
    await nextTick()
    expect(page.find('section').exists()).toBe(false)
  })

  it('is not taken from under somebody who is typing in it, and goes when that is over', async () => {
    modules.set('tea', teaOf('1'))
    const page = slot()
    await page.find('input').setValue('Sencha')
    modules.delete('tea')
    await nextTick()
    expect(page.find('input').element.value).toBe('Sencha')
    expect(page.find('[role=status]').exists()).toBe(true)
    await page.find('input').setValue('')
    await nextTick()
    expect(page.find('section').exists()).toBe(false)
  })

  it('is exchanged for its newer version when nobody is typing in it any more', async () => {
    modules.set('tea', teaOf('1'))
    const page = slot()
    await page.find('input').setValue('Matcha')
    modules.set('tea', teaOf('2'))
    await nextTick()
    expect(page.find('h2').text()).toBe('Tea 1')
    expect(page.find('input').element.value).toBe('Matcha')
    await page.find('input').setValue('')
    await nextTick()
    expect(page.find('h2').text()).toBe('Tea 2')
  })
})
