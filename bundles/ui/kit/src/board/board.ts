import { computed, ref, type ComputedRef, type Ref } from 'vue'

export interface BoardColumn<C extends { id: string }> {
  id: string
  title: string
  /** All cards of the column, also those not loaded. */
  count: number
  cards: C[]
  more: boolean
  tone?: 'accent' | 'green' | 'red' | 'grey'
}

/** A card that was put somewhere else, with its new neighbours: `after` stands above it, `before` below. */
export interface BoardMove {
  card: string
  from: string
  to: string
  before: string | null
  after: string | null
}

/** A place at the foot of the board that a card can be dropped on while it is dragged (won, lost). */
export interface BoardZone {
  id: string
  title: string
  tone: 'green' | 'red' | 'grey'
}

interface Carry {
  card: string
  from: string
  fromIndex: number
  to: string
  index: number
}

export interface Carrying<C extends { id: string }> {
  carry: Ref<Carry | undefined>
  /** The columns as they would be if the card were dropped now. */
  preview: ComputedRef<BoardColumn<C>[]>
  lift: (card: string) => boolean
  place: (column: string, index: number) => void
  /** One step by keyboard; false at the edge of the board. */
  step: (direction: 'up' | 'down' | 'left' | 'right') => boolean
  /** Ends the carrying; undefined where the card is back where it was. */
  drop: () => BoardMove | undefined
  cancel: () => void
}

/** The state of one card being carried over a board, the same for pointer and keyboard. */
export function useCarrying<C extends { id: string }>(columns: () => BoardColumn<C>[]): Carrying<C> {
  const carry = ref<Carry>()

  const preview = computed(() => {
    const held = carry.value
    if (!held) return columns()
    const card = columns()
      .find((column) => column.id === held.from)
      ?.cards.find((other) => other.id === held.card)
    if (!card) return columns()
    return columns().map((column) => {
      if (column.id !== held.from && column.id !== held.to) return column
      const cards = column.cards.filter((other) => other.id !== held.card)
      if (column.id === held.to) cards.splice(held.index, 0, card)
      return { ...column, cards }
    })
  })

  function lift(id: string): boolean {
    const column = columns().find((candidate) => candidate.cards.some((card) => card.id === id))
    if (!column) return false
    const index = column.cards.findIndex((card) => card.id === id)
    carry.value = { card: id, from: column.id, fromIndex: index, to: column.id, index }
    return true
  }

  function room(column: string): number {
    const held = carry.value
    const cards = columns().find((candidate) => candidate.id === column)?.cards ?? []
    return cards.filter((card) => card.id !== held?.card).length
  }

  function place(column: string, index: number): void {
    const held = carry.value
    if (!held) return
    const bounded = Math.min(Math.max(index, 0), room(column))
    if (held.to !== column || held.index !== bounded) carry.value = { ...held, to: column, index: bounded }
  }

  function step(direction: 'up' | 'down' | 'left' | 'right'): boolean {
    const held = carry.value
    if (!held) return false
    if (direction === 'up' || direction === 'down') {
      const next = held.index + (direction === 'up' ? -1 : 1)
      if (next < 0 || next > room(held.to)) return false
      place(held.to, next)
      return true
    }
    const all = columns()
    const target = all[all.findIndex((column) => column.id === held.to) + (direction === 'left' ? -1 : 1)]
    if (!target) return false
    place(target.id, Math.min(held.index, room(target.id)))
    return true
  }

  function drop(): BoardMove | undefined {
    const held = carry.value
    if (!held) return undefined
    const column = preview.value.find((candidate) => candidate.id === held.to)
    carry.value = undefined
    if (held.to === held.from && held.index === held.fromIndex) return undefined
    const before = column?.cards[held.index + 1]?.id ?? null
    const after = column?.cards[held.index - 1]?.id ?? null
    return { card: held.card, from: held.from, to: held.to, before, after }
  }

  return { carry, preview, lift, place, step, drop, cancel: () => (carry.value = undefined) }
}
