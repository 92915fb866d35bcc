import type { Operation, Step, Verb } from './api'

const REPLACING: Step[] = ['prepare', 'drain', 'stop', 'install', 'refresh', 'start', 'check', 'record']
const STEPS: Record<Verb, Step[]> = {
  install: ['prepare', 'install', 'refresh', 'start', 'check', 'record'],
  update: REPLACING,
  rollback: REPLACING,
  remove: ['prepare', 'drain', 'stop', 'refresh', 'record'],
}

export interface Progress {
  done: number
  total: number
}

/** How far the operation is: steps that are behind it, of all that it has. One that goes back is told apart by its step. */
export function progressOf({ action, step, state }: Pick<Operation, 'action' | 'step' | 'state'>): Progress {
  const steps = STEPS[action]
  if (state === 'done') return { done: steps.length, total: steps.length }
  const at = steps.indexOf(step)
  if (at >= 0) return { done: at, total: steps.length }
  const before = REPLACING.indexOf(step)
  const done = before < 0 ? steps.length - 1 : steps.filter((other) => REPLACING.indexOf(other) < before).length
  return { done, total: steps.length }
}
