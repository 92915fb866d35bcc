import { api, toProblem } from '@kontor/api'
import { problemText, useContributions, useFormat, type Found } from '@kontor/kit'
import { ref, shallowRef, watch, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'

/** A record that the server found. */
export interface Hit {
  type: string
  id: string
  title: string
  subtitle: string
}

const SHORTEST = 2
const QUIET_MILLISECONDS = 120
/** Only of the first hits it is asked what belongs to them. */
const FOLLOWED = 3

/** Asks the server while somebody types, shows the newest answer only, then asks the modules what belongs to the hits. */
export function useSearch(text: Ref<string>) {
  const { t } = useI18n()
  const format = useFormat()
  const follow = useContributions('follow')
  const hits = shallowRef<Hit[]>([])
  const further = shallowRef<Record<string, Found[]>>({})
  const problem = ref('')
  /** Text that the hits answer; while it is another one than the typed, the answer is under way. */
  const answered = ref('')
  let running = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  let waiting: (() => void)[] = []

  function settle(q: string): void {
    answered.value = q
    const resumed = waiting
    waiting = []
    resumed.forEach((resume) => resume())
  }

  async function belongings(found: Hit[], signal: AbortSignal): Promise<void> {
    const speech = { t: (key: string, values?: Record<string, unknown>) => t(key, values ?? {}), format }
    const asked = found.slice(0, FOLLOWED).flatMap((hit) =>
      follow.value
        .filter((candidate) => candidate.type === hit.type)
        .map(async (candidate) => {
          const more = await candidate.find(hit.id, speech, signal)
          if (signal.aborted || !more.length) return
          further.value = { ...further.value, [hit.id]: [...(further.value[hit.id] ?? []), ...more] }
        }),
    )
    for (const { reason } of (await Promise.allSettled(asked)).filter((result) => result.status === 'rejected')) {
      if (!signal.aborted) console.warn('What belongs to a hit was not found out', reason)
    }
  }

  async function find(q: string): Promise<void> {
    running.abort()
    const mine = (running = new AbortController())
    further.value = {}
    problem.value = ''
    try {
      const found = q.length < SHORTEST ? [] : await search(q, mine.signal)
      if (mine !== running) return
      hits.value = found
      settle(q)
      await belongings(found, mine.signal)
    } catch (error) {
      if (mine !== running || mine.signal.aborted) return
      hits.value = []
      problem.value = problemText(toProblem(error))
      settle(q)
    }
  }

  async function search(q: string, signal: AbortSignal): Promise<Hit[]> {
    return (await api.get<{ items: Hit[] }>('/search', { query: { q }, signal })).items
  }

  watch(text, (now) => {
    clearTimeout(timer)
    timer = setTimeout(() => void find(now.trim()), now.trim() ? QUIET_MILLISECONDS : 0)
  })

  /** Resolves when what is typed now has been answered. */
  function settled(): Promise<void> {
    if (answered.value === text.value.trim()) return Promise.resolve()
    return new Promise((resume) => waiting.push(resume))
  }

  return { hits, further, problem, answered, settled }
}
