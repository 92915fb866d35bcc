import { newKey, toProblem, type ProblemError } from '@kontor/api'
import { computed, reactive, ref, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import { fieldText } from '../feedback/words'
import { useUnsaved } from '../module/unsaved'

export interface Form<V extends object> {
  values: V
  busy: Ref<boolean>
  /** Why it was not taken, unless one of the form's fields says so. */
  error: ComputedRef<ProblemError | undefined>
  /** The words for one field: what this page found, else what the server said. */
  errorOf: (field: keyof V & string) => string | undefined
  submit: () => Promise<boolean>
  reset: () => void
}

type Found<V> = Partial<Record<keyof V & string, string>>

interface Options<V extends object> {
  /** Name of the draft kept in this tab, so that a reload or a log-out loses nothing. Never for passwords. */
  draft?: string
  /** Problems that need no server: field to words. */
  check?: (values: V) => Found<V>
  /** Sends the values; the key is the same until the form was taken. */
  send: (values: V, idempotencyKey: string) => Promise<void>
}

function draftOf(name: string | undefined): object {
  if (!name) return {}
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(`kontor.draft.${name}`) ?? '{}')
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}

/** State of a form: values stay through every error, and pressing twice is one intent. */
export function useForm<V extends object>(initial: () => V, options: Options<V>): Form<V> {
  const values = reactive({ ...initial(), ...draftOf(options.draft) }) as V
  const busy = ref(false)
  const error = shallowRef<ProblemError>()
  const found = shallowRef<Found<V>>({})
  const taken = ref(JSON.stringify(initial()))
  let key = newKey()
  // A draft outlives its page; where it is being typed, the dialog or the note box around it says so.
  if (!options.draft) useUnsaved(() => busy.value || JSON.stringify(values) !== taken.value)

  watch(values, () => {
    if (Object.keys(found.value).length && options.check) found.value = options.check(values)
    if (options.draft) sessionStorage.setItem(`kontor.draft.${options.draft}`, JSON.stringify(values))
  })

  function forget(): void {
    if (options.draft) sessionStorage.removeItem(`kontor.draft.${options.draft}`)
    key = newKey()
  }

  async function submit(): Promise<boolean> {
    if (busy.value) return false
    found.value = options.check?.(values) ?? {}
    error.value = undefined
    if (Object.keys(found.value).length) return false
    busy.value = true
    try {
      await options.send(values, key)
      forget()
      taken.value = JSON.stringify(values)
      return true
    } catch (failure) {
      error.value = toProblem(failure)
      key = error.value.status >= 400 && error.value.status < 500 ? newKey() : key
      return false
    } finally {
      busy.value = false
    }
  }

  function reset(): void {
    Object.assign(values, initial())
    taken.value = JSON.stringify(values)
    error.value = undefined
    found.value = {}
    forget()
  }

  const fields = new Set<string>()

  function errorOf(field: keyof V & string): string | undefined {
    fields.add(field)
    return found.value[field] ?? (error.value && fieldText(error.value, field))
  }

  const elsewhere = computed(() => {
    const problem = error.value
    return problem && ![...fields].some((field) => problem.field(field) !== undefined) ? problem : undefined
  })

  return { values, busy, error: elsewhere, errorOf, submit, reset }
}
