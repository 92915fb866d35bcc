// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { placed } from './tour'

const card = { width: 320, height: 160 }
const screen = { width: 1440, height: 900 }

describe('a step of the tour', () => {
  it('stands beside something tall, and below something flat', () => {
    expect(placed({ left: 8, top: 60, width: 208, height: 700 }, card, screen)).toEqual({ left: 228, top: 60 })
    expect(placed({ left: 900, top: 10, width: 260, height: 32 }, card, screen)).toEqual({ left: 900, top: 54 })
  })

  it('never leaves the screen', () => {
    expect(placed({ left: 1300, top: 10, width: 120, height: 32 }, card, screen).left).toBe(1108)
    expect(placed({ left: 8, top: 860, width: 208, height: 36 }, card, screen).top).toBe(688)
    expect(placed({ left: 340, top: 10, width: 40, height: 32 }, card, { width: 390, height: 844 }).left).toBe(58)
  })
})
