import { ProblemError } from '@kontor/api'
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createI18n } from 'vue-i18n'
import { speakProblems } from '../feedback/words'
import KEditable from './KEditable.vue'

const away = () => new ProblemError({ title: 'Away', status: 503, code: 'module.away' })

describe('a fact that is changed while its module is away', () => {
  beforeEach(() => speakProblems({ problem: () => 'Try again in a moment', reason: () => undefined }))
  afterEach(() => speakProblems({ problem: () => undefined, reason: () => undefined }))

  it('keeps what was typed, says why, and is saved by the next press of Enter', async () => {
    const answers = [() => Promise.reject(away()), () => Promise.resolve()]
    const saved: (string | null)[] = []
    const i18n = createI18n({ legacy: false, locale: 'en', missingWarn: false, fallbackWarn: false })
    const fact = mount(KEditable, {
      props: {
        value: 'Office tea',
        label: 'Title',
        save: (value: string | null) => {
          saved.push(value)
          return answers.shift()?.() ?? Promise.resolve()
        },
      },
      global: { plugins: [i18n] },
    })
    await fact.find('button').trigger('click')
    await fact.find('input').setValue('Office tea and cups')
    await fact.find('input').trigger('keydown', { key: 'Enter' })
    await flushPromises()
    expect(fact.find('[role=alert]').text()).toBe('Try again in a moment')
    expect(fact.find('input').element.value).toBe('Office tea and cups')
    await fact.find('input').trigger('keydown', { key: 'Enter' })
    await flushPromises()
    expect(saved).toEqual(['Office tea and cups', 'Office tea and cups'])
    expect(fact.find('input').exists()).toBe(false)
  })
})
