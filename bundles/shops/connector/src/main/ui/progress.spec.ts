// @vitest-environment node
import { describe, expect, it } from 'vitest'
import type { Progress } from './api'
import { bars, share } from './progress'

const begun: Progress = {
  phase: 'NEWEST_ORDERS',
  orders: { done: 0, failed: 0 },
  customers: { done: 0, failed: 0 },
  products: { done: 0, failed: 0 },
  startedAt: '2026-11-01T00:00:00Z',
}

describe('the progress of an import', () => {
  it('promises nothing before the shop has told how much there is', () => {
    expect(share(begun)).toBeUndefined()
  })

  it('counts what was set aside as worked through', () => {
    expect(share({ ...begun, orders: { total: 10, done: 4, failed: 1 } })).toBe(0.5)
  })

  it('marks the orders in both of their phases', () => {
    expect(bars({ ...begun, phase: 'ORDERS' }).find((bar) => bar.active)?.key).toBe('orders')
    expect(bars({ ...begun, phase: 'DONE' }).some((bar) => bar.active)).toBe(false)
  })
})
