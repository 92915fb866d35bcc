// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { amountText, formatMoney, parseAmount } from './money'

describe('an amount', () => {
  it('is read as the locale writes it', () => {
    expect(parseAmount('1,234.50', 'EUR', 'en')).toBe(123450)
    expect(parseAmount('1.234,50', 'EUR', 'de')).toBe(123450)
    expect(parseAmount('1 234,5', 'RUB', 'ru')).toBe(123450)
  })

  it('with a foreign decimal mark is not taken for a hundredfold', () => {
    expect(parseAmount('12.5', 'EUR', 'de')).toBe(1250)
    expect(parseAmount('12,50', 'EUR', 'en')).toBe(1250)
  })

  it('keeps to the digits of its currency', () => {
    expect(parseAmount('1500', 'JPY', 'en')).toBe(1500)
    expect(parseAmount('1.5', 'JPY', 'en')).toBeUndefined()
    expect(parseAmount('1.234', 'KWD', 'en')).toBe(1234)
    expect(parseAmount('1.2345', 'EUR', 'en')).toBeUndefined()
  })

  it('in short is whole, and shortened only where it is long', () => {
    expect(formatMoney({ minor: 37530, currency: 'USD' }, 'en', true)).toBe('$375')
    expect(formatMoney({ minor: 582_300, currency: 'EUR' }, 'en', true)).toBe('€5,823')
    expect(formatMoney({ minor: 1_234_567, currency: 'EUR' }, 'en', true)).toBe('€12.3K')
  })

  it('that is none is refused', () => {
    for (const text of ['', 'twelve', '1-2', '1..2']) expect(parseAmount(text, 'EUR', 'en')).toBeUndefined()
  })

  it('survives being shown for editing and read again', () => {
    for (const minor of [0, 5, -5, 99, 123456789]) {
      expect(parseAmount(amountText(minor, 'EUR', 'de'), 'EUR', 'de')).toBe(minor)
    }
  })

  it('always shows the digits of its currency, so that amounts stand below each other', () => {
    expect(formatMoney({ minor: 150000, currency: 'EUR' }, 'en')).toBe('€1,500.00')
    expect(formatMoney({ minor: 150001, currency: 'EUR' }, 'en')).toBe('€1,500.01')
    expect(formatMoney({ minor: 1500, currency: 'JPY' }, 'en')).toBe('¥1,500')
  })
})
