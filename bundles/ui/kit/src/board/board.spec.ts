// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { ref } from 'vue'
import { useCarrying, type BoardColumn } from './board'

const card = (id: string) => ({ id })

function board() {
  const columns = ref<BoardColumn<{ id: string }>[]>([
    { id: 'new', title: 'New', count: 2, cards: [card('a'), card('b')], more: false },
    { id: 'offer', title: 'Offer', count: 1, cards: [card('c')], more: false },
  ])
  const carrying = useCarrying(() => columns.value)
  const shown = () => carrying.preview.value.map((column) => column.cards.map(({ id }) => id).join(''))
  return { columns, carrying, shown }
}

describe('carrying a card', () => {
  it('shows where the card would be and tells its new neighbours', () => {
    const { carrying, shown } = board()
    carrying.lift('a')
    carrying.place('offer', 1)
    expect(shown()).toEqual(['b', 'ca'])
    expect(carrying.drop()).toEqual({ card: 'a', from: 'new', to: 'offer', before: null, after: 'c' })
  })

  it('is no move when the card is put back where it was', () => {
    const { carrying } = board()
    carrying.lift('a')
    carrying.step('down')
    carrying.step('up')
    expect(carrying.drop()).toBeUndefined()
  })

  it('stops at the edges of the board', () => {
    const { carrying } = board()
    carrying.lift('a')
    expect(carrying.step('left')).toBe(false)
    expect(carrying.step('up')).toBe(false)
    expect(carrying.step('right')).toBe(true)
    expect(carrying.step('right')).toBe(false)
  })

  it('leaves everything as it was when it is cancelled', () => {
    const { carrying, shown } = board()
    carrying.lift('b')
    carrying.place('offer', 0)
    carrying.cancel()
    expect(shown()).toEqual(['ab', 'c'])
  })

  it('keeps others’ changes that arrive meanwhile', () => {
    const { columns, carrying, shown } = board()
    carrying.lift('a')
    carrying.place('offer', 0)
    columns.value = columns.value.map((column) =>
      column.id === 'offer' ? { ...column, cards: [card('d'), ...column.cards] } : column,
    )
    expect(shown()).toEqual(['b', 'adc'])
  })
})
