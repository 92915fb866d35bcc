import { beforeEach, describe, expect, it, vi } from 'vitest'
import { accept, dismiss, toast, toasts } from './toast'

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

  it('do what waits when the offer to undo has passed, is closed, or the page is left', () => {
    const done: string[] = []
    const later = (name: string) =>
      toast.later(
        name,
        'Undo',
        () => done.push(name),
        () => done.push(`not ${name}`),
      )
    later('passed')
    vi.advanceTimersByTime(9000)
    expect(done).toEqual([])
    vi.advanceTimersByTime(1000)
    later('closed')
    dismiss(toasts[0]?.id ?? 0)
    later('left')
    window.dispatchEvent(new Event('pagehide'))
    later('taken back')
    accept(toasts[0]?.id ?? 0)
    vi.advanceTimersByTime(20_000)
    expect(done).toEqual(['passed', 'closed', 'left', 'not taken back'])
  })

  it('go when their record changes in another way', () => {
    toast.undo('Lost', 'Undo', () => undefined, 'deal/1')
    toast.good('Saved')
    toast.forget('deal/1')
    expect(texts()).toEqual(['Saved'])
  })
})
