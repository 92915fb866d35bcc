import { describe, expect, it } from 'vitest'
import { withDays, type TimelineItem } from './timeline'

const at = (id: string, ...time: [number, number, number, number]): TimelineItem => ({
  id,
  at: new Date(...time).toISOString(),
  icon: 'info',
  text: id,
})

describe('a timeline', () => {
  it('tells each day once, by the calendar of the reader, and ends its line there', () => {
    const rows = withDays([at('a', 2026, 10, 22, 23), at('b', 2026, 10, 22, 0), at('c', 2026, 10, 21, 23)])
    expect(rows.map(({ item, day, last }) => [item.id, day, last])).toEqual([
      ['a', '2026-11-22', false],
      ['b', undefined, true],
      ['c', '2026-11-21', true],
    ])
  })
})
