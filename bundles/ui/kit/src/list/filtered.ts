import { useLive, usePages, type Page } from '@kontor/api'
import { computed, reactive, watch } from 'vue'
import { useRouter } from 'vue-router'
import { useQuery } from '../module/query'

interface Options<T, F extends string> {
  /** The filters, by their names in the address; one that is called `sort` orders and leaves nothing out. */
  filters: readonly F[]
  /** The type of the records, whose changes show by themselves. */
  live: string
  load: (filters: Record<F, string>, cursor: string | null, limit: number, signal: AbortSignal) => Promise<Page<T>>
}

/**
 * A list page's list: its filters stand in the address, another filter begins it anew, a change of a record asks for it
 * again. `shown` is what `KList` is bound to.
 */
export function useFilteredList<T extends { id: string }, F extends string>(options: Options<T, F>) {
  const router = useRouter()
  const queries = Object.fromEntries(options.filters.map((name) => [name, useQuery(name)]))
  const filters = reactive<object>(queries) as Record<F, string>
  const list = usePages<T>((cursor, limit, signal) => options.load({ ...filters }, cursor, limit, signal))
  watch(
    options.filters.map((name) => () => filters[name]),
    () => void list.restart(),
    { immediate: true },
  )
  useLive([options.live], () => void list.reload(), 1000)

  const filtered = computed(() => options.filters.some((name) => name !== 'sort' && !!filters[name]))
  const shown = computed(() => ({
    rows: list.items.value,
    loading: list.loading.value,
    loadingMore: list.loadingMore.value,
    more: list.next.value !== null,
    error: list.error.value,
    generation: list.generation.value,
    onMore: list.more,
    onRetry: list.reload,
  }))
  const clear = () => void router.replace({ query: {} })

  return { filters, filtered, shown, clear }
}
