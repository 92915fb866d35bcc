import type { Problem, ProblemError } from '@kontor/api'
import { shallowRef } from 'vue'

/** How problems are said in the person's language; undefined where there are no words for them. */
export interface ProblemWords {
  /** What is wrong and what to do, by the problem's code. */
  problem: (problem: Problem) => string | undefined
  /** Why a value was not taken, a clause without a capital, by the code of its reason. */
  reason: (problem: Problem) => string | undefined
}

const words = shallowRef<ProblemWords>({ problem: () => undefined, reason: () => undefined })

/** Set by the shell, which knows everybody's words. */
export function speakProblems(spoken: ProblemWords): void {
  words.value = spoken
}

/** What is wrong and what to do, in the person's language where the code has words, else as the server said it. */
export function problemText(error: ProblemError): string {
  const { problem } = error
  return words.value.problem(problem) ?? problem.detail ?? problem.title
}

/** The words for one field, or undefined where the field is fine. */
export function fieldText(error: ProblemError, field: string): string | undefined {
  const message = error.field(field)
  if (message === undefined) return undefined
  const reason = words.value.reason(error.problem)
  if (reason) return reason.charAt(0).toLocaleUpperCase() + reason.slice(1)
  return error.problem.arguments?.reason === undefined ? problemText(error) : message
}
