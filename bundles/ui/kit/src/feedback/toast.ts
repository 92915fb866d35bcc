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
}

const SHOWN_MILLISECONDS = 6000
const SHOWN_WITH_ACTION_MILLISECONDS = 10_000
let last = 0

/** The toasts on the screen, oldest first; the shell shows them. */
export const toasts = shallowReactive<Toast[]>([])

function show(text: string, kind: Toast['kind'] = 'plain', more: Pick<Toast, 'action' | 'about'> = {}): void {
  const { action, about } = more
  const toast: Toast = { id: ++last, text, kind, ...more }
  if (about) forget(about)
  toasts.push(toast)
  if (toasts.length > 4) toasts.shift()
  setTimeout(() => dismiss(toast.id), action ? SHOWN_WITH_ACTION_MILLISECONDS : SHOWN_MILLISECONDS)
}

export function dismiss(id: number): void {
  const index = toasts.findIndex((toast) => toast.id === id)
  if (index >= 0) toasts.splice(index, 1)
}

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
  forget,
  problem: (error: unknown) => {
    show(problemText(toProblem(error)), 'bad')
  },
}
