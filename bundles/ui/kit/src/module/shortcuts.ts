import { onScopeDispose, shallowReactive } from 'vue'

/** What a key does; with the key of its words it stands in the help of the page. */
export type Shortcut = (() => void) | { run: () => void; text: string }

/** A line of the help: keys that do the same, and the key of the words for it. */
export interface ShownShortcut {
  keys: string[]
  text: string
}

const NAMES: Record<string, string> = { ArrowDown: '↓', ArrowUp: '↑', ArrowLeft: '←', ArrowRight: '→', Enter: '↵' }
const shown = shallowReactive(new Map<symbol, ShownShortcut[]>())

/** What the keys of the page do that is open now, each meaning once. */
export function shownShortcuts(): ShownShortcut[] {
  const lines = new Map<string, Set<string>>()
  for (const { keys, text } of [...shown.values()].flat()) {
    const known = lines.get(text) ?? new Set()
    keys.forEach((key) => known.add(key))
    lines.set(text, known)
  }
  return [...lines].map(([text, keys]) => ({ text, keys: [...keys] }))
}

/** Shows lines in the help for as long as the component lives. */
export function useShownShortcuts(lines: ShownShortcut[]): void {
  const id = Symbol('shortcuts')
  shown.set(id, lines)
  onScopeDispose(() => shown.delete(id))
}

/** Whether the person is typing into something, so that letters are text and no commands. */
export function typing(event: KeyboardEvent): boolean {
  const target = event.target
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName)
}

/** Whether a dialog or a menu is open above the page. */
export function covered(): boolean {
  return document.querySelector('[role="dialog"], [role="menu"]') !== null
}

function ignored(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || typing(event) || covered()
}

function listenFor(listen: (event: KeyboardEvent) => void): void {
  window.addEventListener('keydown', listen)
  onScopeDispose(() => window.removeEventListener('keydown', listen))
}

/** Single-key shortcuts of a page (`n`: new). Not while typing, not with modifiers, not under a dialog. */
export function useShortcuts(keys: Record<string, Shortcut>): void {
  const lines = Object.entries(keys).flatMap<ShownShortcut>(([key, shortcut]) =>
    typeof shortcut === 'function' ? [] : [{ keys: [NAMES[key] ?? key.toUpperCase()], text: shortcut.text }],
  )
  if (lines.length) useShownShortcuts(lines)
  listenFor((event) => {
    const shortcut = ignored(event) ? undefined : keys[event.key]
    if (!shortcut) return
    event.preventDefault()
    if (typeof shortcut === 'function') shortcut()
    else shortcut.run()
  })
}

const PATIENCE_MILLISECONDS = 1500

/** Two keys one after the other (`g`, then `b`): the second is looked up when it comes. */
export function useSequence(first: string, find: (second: string) => (() => void) | undefined): void {
  let begun = 0
  listenFor((event) => {
    if (ignored(event)) return
    const second = event.timeStamp - begun < PATIENCE_MILLISECONDS
    begun = !second && event.key === first ? event.timeStamp : 0
    const run = second ? find(event.key.toLowerCase()) : undefined
    if (!run) return
    event.preventDefault()
    event.stopImmediatePropagation()
    run()
  })
}
