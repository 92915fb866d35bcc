import { toProblem } from '@kontor/api'
import { shallowReactive } from 'vue'
import { problemText } from './words'

export interface Toast {
  id: number
  text: string
  kind: 'plain' | 'good' | 'bad'
  action?: { label: string; run: () => void }
  /** The record that it speaks of; what was said of it before is out of date. */
  about?: string
  /** Done when the offer has passed without being taken. */
  over?: () => void
}

const SHOWN_MILLISECONDS = 6000
const SHOWN_WITH_ACTION_MILLISECONDS = 10_000
const MOST_SHOWN = 4
let last = 0

/** The toasts on the screen, oldest first; the shell shows them. */
export const toasts = shallowReactive<Toast[]>([])

function show(text: string, kind: Toast['kind'] = 'plain', more: Pick<Toast, 'action' | 'about' | 'over'> = {}): void {
  const { action, about } = more
  const toast: Toast = { id: ++last, text, kind, ...more }
  if (about) forget(about)
  toasts.push(toast)
  const oldest = toasts[0]
  if (toasts.length > MOST_SHOWN && oldest) dismiss(oldest.id)
  setTimeout(() => dismiss(toast.id), action ? SHOWN_WITH_ACTION_MILLISECONDS : SHOWN_MILLISECONDS)
}

/** Takes a toast away; what waited for its end is done. */
export function dismiss(id: number): void {
  take(id)?.over?.()
}

/** Does what the toast offers, in the place of what waited for its end. */
export function accept(id: number): void {
  take(id)?.action?.run()
}

function take(id: number): Toast | undefined {
  const index = toasts.findIndex((toast) => toast.id === id)
  return index < 0 ? undefined : toasts.splice(index, 1)[0]
}

/** Does at once whatever waits, before the page or the session goes. */
function flush(): void {
  toasts.filter((toast) => toast.over).forEach((toast) => dismiss(toast.id))
}
window.addEventListener('pagehide', flush)

/** Takes away what was said of a record: it has changed since, and an Undo would meet another version. */
function forget(about: string): void {
  toasts.filter((toast) => toast.about === about).forEach((toast) => dismiss(toast.id))
}

/** Short words about what just happened. What can be undone offers it instead of asking beforehand. */
export const toast = {
  say: (text: string) => show(text),
  good: (text: string) => show(text, 'good'),
  /** `about` names the record, so that its next change takes the offer away. */
  undo: (text: string, label: string, run: () => void, about?: string) =>
    show(text, 'plain', { action: { label, run }, ...(about ? { about } : {}) }),
  /**
   * For what the server cannot take back: it is done only when the offer to undo has passed, the toast is closed or the
   * page is left. `undo` shows again what the page has hidden meanwhile.
   */
  later: (text: string, label: string, run: () => void, undo: () => void) =>
    show(text, 'plain', { action: { label, run: undo }, over: run }),
  flush,
  forget,
  problem: (error: unknown) => {
    show(problemText(toProblem(error)), 'bad')
  },
}
