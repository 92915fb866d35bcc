// @vitest-environment node
import { describe, expect, it } from 'vitest'
import type { SettingField } from './api'
import { resettable, standard, valueOf } from './entry'

const field = (given: Partial<SettingField>): SettingField => ({
  name: 'days',
  kind: 'NUMBER',
  unit: 'DAYS',
  optional: false,
  given: true,
  least: 0,
  most: 30,
  choices: [],
  title: 'shop.settings.days',
  ...given,
})

describe('what is typed into a setting', () => {
  it('is sent as what the setting is', () => {
    expect(valueOf(field({}), ' 12 ')).toBe(12)
    expect(valueOf(field({ kind: 'FLAG' }), 'true')).toBe(true)
    expect(valueOf(field({ kind: 'TEXT' }), ' Tea ')).toBe('Tea')
    expect(valueOf(field({ kind: 'SECRET' }), ' s ')).toBe(' s ')
  })

  it('is nothing where a value must be', () => {
    expect(valueOf(field({}), '')).toBeUndefined()
    expect(valueOf(field({}), '1.5')).toBeUndefined()
    expect(valueOf(field({}), 'two')).toBeUndefined()
  })

  it('goes back to the default where nothing is typed and nothing is needed', () => {
    expect(valueOf(field({ optional: true }), '')).toBeNull()
  })

  it('stands as it came until it is set otherwise', () => {
    expect(standard(field({ value: 3, fallback: 3 }))).toBe(true)
    expect(standard(field({ value: 4, fallback: 3 }))).toBe(false)
    expect(standard(field({ kind: 'SECRET', given: false }))).toBe(true)
  })

  it('goes back only where there is something to go back to', () => {
    expect(resettable(field({ value: 4, fallback: 3 }))).toBe(true)
    expect(resettable(field({ value: 4, optional: true }))).toBe(true)
    expect(resettable(field({ kind: 'TEXT', value: 'Tea', fallback: '' }))).toBe(false)
  })
})
