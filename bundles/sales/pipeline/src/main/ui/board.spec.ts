import { describe, expect, it } from 'vitest'
import type { Column, Deal } from './api'
import { opening, spotOf, sums, without, withDeal } from './board'
import { dueness } from './due'

const deal = (id: string, stage: string, minor: number): Deal => ({
  id,
  pipeline: 'p',
  stage,
  outcome: 'OPEN',
  origin: 'HAND',
  title: id,
  owner: { id: 'u', name: 'U' },
  value: { minor, currency: 'EUR' },
  refunded: { minor: 0, currency: 'EUR' },
  openedAt: '2026-11-01T00:00:00Z',
  enteredStageAt: '2026-11-01T00:00:00Z',
  version: 1,
})

const column = (id: string, ...items: Deal[]): Column => ({
  stage: { id, name: id, probability: 10 },
  count: items.length,
  totals: items.length
    ? [
        {
          minor: items.reduce((sum, item) => sum + item.value.minor, 0),
          currency: 'EUR',
        },
      ]
    : [],
  deals: { items, next: null },
})

describe('a move on the board', () => {
  const moving = deal('a', 'new', 100)
  const columns = [column('new', moving, deal('b', 'new', 50)), column('offer', deal('c', 'offer', 7))]

  it('takes count and sum along', () => {
    const [first, second] = withDeal(without(columns, moving), moving, 'offer', 'c')
    expect([first?.count, first?.totals]).toEqual([1, [{ minor: 50, currency: 'EUR' }]])
    expect([second?.count, second?.totals]).toEqual([2, [{ minor: 107, currency: 'EUR' }]])
    expect(second?.deals.items.map(({ id, stage }) => id + stage)).toEqual(['aoffer', 'coffer'])
  })

  it('changes no sum of the whole board', () => {
    const before = sums(columns)
    expect(before).toEqual([{ minor: 157, currency: 'EUR' }])
    expect(sums(withDeal(without(columns, moving), moving, 'offer', null))).toEqual(before)
  })

  it('knows the way back', () => {
    const board = [column('new', deal('b', 'new', 1), moving, deal('d', 'new', 1)), column('offer')]
    const from = spotOf(board, 'a')
    expect(from).toEqual({ stage: 'new', before: 'd', after: 'b' })
    const moved = withDeal(without(board, moving), moving, 'offer', null)
    const back = withDeal(without(moved, moving), moving, 'new', from?.before ?? null)
    expect(back[0]?.deals.items.map(({ id }) => id)).toEqual(['b', 'a', 'd'])
  })

  it('leaves no sum of nothing', () => {
    const [only] = without([column('new', moving)], moving)
    expect(only?.totals).toEqual([])
  })
})

describe('a next step', () => {
  it('is due by the calendar of the reader', () => {
    const evening = new Date(2026, 10, 22, 23, 59)
    expect(dueness('2026-11-21', evening)).toBe('overdue')
    expect(dueness('2026-11-22', evening)).toBe('today')
    expect(dueness('2026-11-23', evening)).toBe('later')
    expect(dueness(undefined, evening)).toBe('none')
  })
})

describe('the board that opens first', () => {
  const all = ['people', 'shop'].map((id) => ({ id, name: id, stages: [], version: 1 }))
  const boards = (full: string) => (id: string) =>
    Promise.resolve({
      pipeline: { id, name: id, stages: [], version: 1 },
      columns: [id === full ? column('new', deal('a', 'new', 1)) : column('new')],
    })

  it('is the first one with an open deal', async () => {
    expect(await opening(all, boards('shop'))).toBe('shop')
  })

  it('is the first of all where there is none', async () => {
    expect(await opening(all, boards(''))).toBe('people')
    expect(await opening([], boards(''))).toBe('')
  })
})
