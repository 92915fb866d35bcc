import type { Problem, ProblemError } from '@kontor/api'
import { shallowRef } from 'vue'

type Words = (problem: Problem) => string | undefined

const translate = shallowRef<Words>(() => undefined)

/** Set by the shell: finds the words of a problem in the person's language by its code. */
export function speakProblems(words: Words): void {
  translate.value = words
}

/** What is wrong and what to do, in the person's language where the code has words, else as the server said it. */
export function problemText(error: ProblemError): string {
  const { problem } = error
  return translate.value(problem) ?? problem.detail ?? problem.title
}
