// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { withMonths, type TimelineItem } from './timeline'

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
