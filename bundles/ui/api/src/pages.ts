import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { toProblem, type ProblemError } from './problem'

/** One page of a list; `next` is the cursor of the following page, null at the end. */
export interface Page<T> {
  items: T[]
  next: string | null
}

export interface Pages<T> {
  items: ShallowRef<T[]>
  /** True until the first page is there; a reload keeps what is shown. */
  loading: Ref<boolean>
  loadingMore: Ref<boolean>
  error: ShallowRef<ProblemError | undefined>
  next: Ref<string | null>
  reload: () => Promise<void>
  /** Asks anew from the top, for other filters. */
  restart: () => Promise<void>
  /** Counts the restarts, so that a list goes back to its top. */
  generation: Ref<number>
  more: () => Promise<void>
  /** Replaces one row in place, or does nothing where it is not loaded. */
  replace: (item: T) => void
}

/** The most rows that one answer holds. */
const MOST = 200

function aborted(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError'
}

/**
 * Key-paged list state. An answer that arrives after a newer question is dropped, and a reload (a live hint) asks for as
 * many rows as are shown, so that the person stays where she is.
 */
export function usePages<T extends { id: string }>(
  load: (cursor: string | null, limit: number, signal: AbortSignal) => Promise<Page<T>>,
  pageSize = 50,
): Pages<T> {
  const items = shallowRef<T[]>([])
  const loading = ref(true)
  const loadingMore = ref(false)
  const error = shallowRef<ProblemError>()
  const next = ref<string | null>(null)
  const generation = ref(0)
  let current = new AbortController()

  async function ask(wanted: number, anew: boolean): Promise<void> {
    current.abort()
    const mine = (current = new AbortController())
    try {
      const page = await load(null, wanted, mine.signal)
      if (mine !== current) return
      if (anew || !join(page)) {
        items.value = page.items
        next.value = page.next
      }
      error.value = undefined
      if (anew) generation.value++
    } catch (failure) {
      if (mine !== current || aborted(failure)) return
      error.value = toProblem(failure)
    }
    loading.value = false
  }

  /** More rows are shown than one answer holds: those behind its last row stay, so that nobody loses her place. */
  function join(page: Page<T>): boolean {
    const last = page.items[page.items.length - 1]
    const at = items.value.findIndex((item) => item.id === last?.id)
    if (page.next === null || at < 0 || items.value.length <= MOST) return false
    const fresh = new Set(page.items.map((item) => item.id))
    items.value = [...page.items, ...items.value.slice(at + 1).filter((item) => !fresh.has(item.id))]
    return true
  }

  const reload = () => ask(Math.min(Math.max(pageSize, items.value.length), MOST), false)
  const restart = () => ask(pageSize, true)

  async function more(): Promise<void> {
    if (next.value === null || loadingMore.value) return
    const mine = current
    loadingMore.value = true
    try {
      const page = await load(next.value, pageSize, mine.signal)
      if (mine !== current) return
      const known = new Set(items.value.map((item) => item.id))
      items.value = [...items.value, ...page.items.filter((item) => !known.has(item.id))]
      next.value = page.next
    } catch (failure) {
      if (mine === current && !aborted(failure)) error.value = toProblem(failure)
    } finally {
      loadingMore.value = false
    }
  }

  function replace(item: T): void {
    items.value = items.value.map((old) => (old.id === item.id ? item : old))
  }

  return { items, loading, loadingMore, error, next, generation, reload, restart, more, replace }
}

/** One record with its loading and error state; `load` is asked again by `reload`. */
export function useRecord<T>(load: (signal: AbortSignal) => Promise<T>) {
  const record = shallowRef<T>()
  const loading = ref(true)
  const error = shallowRef<ProblemError>()
  let current = new AbortController()

  async function reload(): Promise<void> {
    current.abort()
    const mine = (current = new AbortController())
    try {
      const found = await load(mine.signal)
      if (mine !== current) return
      record.value = found
      error.value = undefined
    } catch (failure) {
      if (mine !== current || aborted(failure)) return
      error.value = toProblem(failure)
    }
    loading.value = false
  }

  return { record, loading, error, reload }
}
