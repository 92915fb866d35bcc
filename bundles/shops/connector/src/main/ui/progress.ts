import type { Progress, Tally } from './api'

export interface Bar {
  key: 'orders' | 'customers' | 'products'
  tally: Tally
  active: boolean
}

/** The three counts of an import in the order they are shown, with the one that is being worked on marked. */
export function bars(progress: Progress): Bar[] {
  const active = {
    NEWEST_ORDERS: 'orders',
    ORDERS: 'orders',
    CUSTOMERS: 'customers',
    PRODUCTS: 'products',
    DONE: '',
  }
  return (['orders', 'customers', 'products'] as const).map((key) => ({
    key,
    tally: progress[key],
    active: active[progress.phase] === key,
  }))
}

/** How far the whole import is, from 0 to 1; undefined until the shop has told how much there is. */
export function share(progress: Progress): number | undefined {
  if (progress.phase === 'DONE') return 1
  const known = [progress.orders, progress.customers, progress.products].filter((tally) => tally.total !== undefined)
  const total = known.reduce((sum, tally) => sum + (tally.total ?? 0), 0)
  if (!total) return undefined
  return Math.min(1, known.reduce((sum, tally) => sum + tally.done + tally.failed, 0) / total)
}
