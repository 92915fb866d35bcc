// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { fit, fitting, type Row } from './rows'

const row = (label: string, words?: string): Row => ({ key: label, icon: 'plus', label, ...(words ? { words } : {}) })

describe('the lines of the palette', () => {
  it('fit by the beginnings of their words, in any order', () => {
    expect(fit(row('New deal'), 'dea ne')).toBeGreaterThan(0)
    expect(fit(row('New deal'), 'order')).toBe(0)
  })

  it('fit by other words for the same', () => {
    expect(fit(row('Dark appearance', 'theme night'), 'them')).toBeGreaterThan(0)
  })

  it('come best first, and none is lost while nothing is typed', () => {
    const rows = [row('All deals'), row('Deal board'), row('Ideal')]
    expect(fitting(rows, 'deal').map(({ label }) => label)).toEqual(['Deal board', 'All deals', 'Ideal'])
    expect(fitting(rows, '')).toHaveLength(3)
  })
})
