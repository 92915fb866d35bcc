// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { withMonths, written, type TimelineItem } from './timeline'

const at = (id: string, ...time: [number, number, number, number]): TimelineItem => ({
  id,
  at: new Date(...time).toISOString(),
  icon: 'info',
  text: id,
})

describe('a timeline', () => {
  it('tells each month once, by the calendar of the reader, and ends its line there', () => {
    const rows = withMonths([at('a', 2026, 10, 22, 23), at('b', 2026, 10, 1, 0), at('c', 2026, 9, 31, 23)])
    expect(rows.map(({ item, first, last }) => [item.id, first, last])).toEqual([
      ['a', true, false],
      ['b', false, true],
      ['c', true, true],
    ])
  })

  it('tells the same month of another year again', () => {
    const rows = withMonths([at('a', 2026, 10, 22, 1), at('b', 2025, 10, 22, 1)])
    expect(rows.map(({ first }) => first)).toEqual([true, true])
  })
})

describe('what stands in a stored text', () => {
  it('is written as the locale writes amounts and days, and else left alone', () => {
    expect(written('12.50 EUR', 'de')).toBe('12,50\u00a0€')
    expect(written('2031-12-11', 'de')).toBe('11. Dez. 2031')
    expect(written('2031-13-11', 'en')).toBe('2031-13-11')
    expect(written('Order 12', 'en')).toBe('Order 12')
  })
})
