// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { change, dayBefore } from './turnover'

describe('the comparison of days', () => {
  it('is a share of what was before', () => {
    expect(change(150, 100)).toBe(0.5)
    expect(change(50, 100)).toBe(-0.5)
    expect(change(0, 100)).toBe(-1)
  })

  it('is none where nothing was before', () => {
    expect(change(100, 0)).toBeUndefined()
  })

  it('knows the day of the week before', () => {
    expect(dayBefore('2026-03-02', 7).toISOString()).toBe('2026-02-23T00:00:00.000Z')
  })
})
