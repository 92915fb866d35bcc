import { beforeEach, describe, expect, it, vi } from 'vitest'
import { toast, toasts } from './toast'

const texts = () => toasts.map(({ text }) => text)

describe('toasts', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    toasts.splice(0)
  })

  it('offer the way back of the newest change of a record only', () => {
    toast.undo('Lost', 'Undo', () => undefined, 'deal/1')
    toast.undo('Another one lost', 'Undo', () => undefined, 'deal/2')
    toast.undo('Won', 'Undo', () => undefined, 'deal/1')
    expect(texts()).toEqual(['Another one lost', 'Won'])
  })

  it('go when their record changes in another way', () => {
    toast.undo('Lost', 'Undo', () => undefined, 'deal/1')
    toast.good('Saved')
    toast.forget('deal/1')
    expect(texts()).toEqual(['Saved'])
  })
})
