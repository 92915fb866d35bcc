// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { usePages, type Page } from './pages'
import { ProblemError } from './problem'

interface Row {
  id: string
}

const rows = (from: number, count: number): Row[] =>
  Array.from({ length: count }, (_, index) => ({ id: String(from + index) }))

describe('a list by pages', () => {
  it('adds the next page and skips rows that moved onto it meanwhile', async () => {
    const pages: Page<Row>[] = [
      { items: rows(0, 3), next: 'x' },
      { items: rows(2, 3), next: null },
    ]
    const list = usePages<Row>(() => Promise.resolve(pages.shift() ?? { items: [], next: null }), 3)
    await list.reload()
    await list.more()
    expect(list.items.value.map(({ id }) => id)).toEqual(['0', '1', '2', '3', '4'])
    expect(list.next.value).toBeNull()
  })

  it('drops an answer that a newer question has overtaken', async () => {
    let answerFirst: (page: Page<Row>) => void = () => undefined
    const answers = [
      new Promise<Page<Row>>((resolve) => (answerFirst = resolve)),
      Promise.resolve({ items: rows(10, 1), next: null }),
    ]
    const list = usePages<Row>(() => answers.shift() ?? Promise.reject(new Error('asked too often')))
    const first = list.restart()
    await list.restart()
    answerFirst({ items: rows(0, 1), next: null })
    await first
    expect(list.items.value.map(({ id }) => id)).toEqual(['10'])
  })

  it('keeps what is shown when a reload fails, and says why', async () => {
    let fail = false
    const list = usePages<Row>(() =>
      fail
        ? Promise.reject(new ProblemError({ title: 'Away', status: 503, code: 'module.away' }))
        : Promise.resolve({ items: rows(0, 2), next: null }),
    )
    await list.reload()
    fail = true
    await list.reload()
    expect(list.items.value).toHaveLength(2)
    expect(list.error.value?.code).toBe('module.away')
  })

  it('keeps the rows behind a reload that one answer cannot hold', async () => {
    let newest = 1000
    const list = usePages<Row>((cursor, limit) => {
      const from = cursor === null ? newest : Number(cursor)
      return Promise.resolve({
        items: Array.from({ length: limit }, (_, index) => ({ id: String(from - index) })),
        next: String(from - limit),
      })
    }, 100)
    await list.reload()
    for (let page = 0; page < 4; page++) await list.more()
    newest = 1001
    await list.reload()
    expect(list.items.value).toHaveLength(501)
    expect(list.items.value[0]?.id).toBe('1001')
    expect(new Set(list.items.value.map(({ id }) => id)).size).toBe(501)
    expect(list.next.value).toBe('500')
  })

  it('asks for as many rows on a reload as are shown', async () => {
    const asked: number[] = []
    const list = usePages<Row>((_cursor, limit) => {
      asked.push(limit)
      return Promise.resolve({ items: rows(asked.length * 100, 50), next: 'x' })
    })
    await list.reload()
    await list.more()
    await list.reload()
    expect(asked).toEqual([50, 50, 100])
  })
})
