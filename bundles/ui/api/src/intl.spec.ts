import { describe, expect, it } from 'vitest'
import { dateFormat, numberFormat } from './intl'

describe('a format', () => {
  it('is made once for its language and options', () => {
    const euros = { style: 'currency', currency: 'EUR' } as const
    expect(numberFormat('de', euros)).toBe(numberFormat('de', { ...euros }))
    expect(numberFormat('de', euros) === numberFormat('en', euros)).toBe(false)
    expect(numberFormat('de', euros) === numberFormat('de', { ...euros, currency: 'USD' })).toBe(false)
  })

  it('speaks its language', () => {
    const day = { day: 'numeric', month: 'long', timeZone: 'UTC' } as const
    expect(dateFormat('en', day).format(new Date('2026-03-02T00:00:00Z'))).toBe('March 2')
    expect(dateFormat('de', day).format(new Date('2026-03-02T00:00:00Z'))).toBe('2. März')
  })

  it('of a currency that is none is refused', () => {
    expect(() => numberFormat('en', { style: 'currency', currency: 'nothing' })).toThrow(RangeError)
  })
})
