import { mount } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { shownShortcuts, useSequence, useShortcuts } from './shortcuts'

const press = (key: string, more: KeyboardEventInit = {}, target: EventTarget = document.body) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))

function page(setup: () => void, render = () => h('input')) {
  return mount(defineComponent({ setup: () => (setup(), render) }), { attachTo: document.body })
}

describe('the keys of a page', () => {
  it('run while it is open, and never while somebody types or holds Ctrl', () => {
    const run = vi.fn()
    const open = page(() => useShortcuts({ n: run }))
    press('n')
    press('n', { ctrlKey: true })
    press('n', {}, open.element)
    expect(run).toHaveBeenCalledTimes(1)
    open.unmount()
    press('n')
    expect(run).toHaveBeenCalledTimes(1)
  })

  it('are told in the help, those of one meaning in one line, until the page is left', () => {
    const next = { run: () => undefined, text: 'kit.keys.next' }
    const open = page(() => useShortcuts({ j: next, ArrowDown: next, c: () => undefined }))
    expect(shownShortcuts()).toEqual([{ text: 'kit.keys.next', keys: ['J', '↓'] }])
    open.unmount()
    expect(shownShortcuts()).toEqual([])
  })

  it('may be two in a row, and the second is not taken for a key of its own', () => {
    const board = vi.fn()
    const own = vi.fn()
    const open = page(() => {
      useSequence('g', (second) => (second === 'b' ? board : undefined))
      useShortcuts({ b: own })
    })
    press('b')
    press('g')
    press('b')
    expect([own.mock.calls.length, board.mock.calls.length]).toEqual([1, 1])
    open.unmount()
  })
})
