import { toProblem } from '@kontor/api'
import { shallowReactive } from 'vue'
import { problemText } from './words'

export interface Toast {
  id: number
  text: string
  kind: 'plain' | 'good' | 'bad'
  action?: { label: string; run: () => void }
}

const SHOWN_MILLISECONDS = 6000
const SHOWN_WITH_ACTION_MILLISECONDS = 10_000
let last = 0

/** The toasts on the screen, oldest first; the shell shows them. */
export const toasts = shallowReactive<Toast[]>([])

function show(text: string, kind: Toast['kind'] = 'plain', action?: Toast['action']): void {
  const toast: Toast = { id: ++last, text, kind }
  if (action) toast.action = action
  toasts.push(toast)
  if (toasts.length > 4) toasts.shift()
  setTimeout(() => dismiss(toast.id), action ? SHOWN_WITH_ACTION_MILLISECONDS : SHOWN_MILLISECONDS)
}

export function dismiss(id: number): void {
  const index = toasts.findIndex((toast) => toast.id === id)
  if (index >= 0) toasts.splice(index, 1)
}

/** Short words about what just happened. What can be undone offers it instead of asking beforehand. */
export const toast = {
  say: (text: string) => show(text),
  good: (text: string) => show(text, 'good'),
  undo: (text: string, label: string, run: () => void) => show(text, 'plain', { label, run }),
  problem: (error: unknown) => {
    show(problemText(toProblem(error)), 'bad')
  },
}
