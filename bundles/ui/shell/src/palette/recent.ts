import { useSession } from '@kontor/api'
import { computed, ref, shallowRef } from 'vue'

/** A record that somebody looked at: enough to show it again without asking. */
export interface Visited {
  type: string
  id: string
  title: string
}

const KEPT = 8
const STORE = 'kontor.recent'
const visited = shallowRef<Visited[]>([])
const owner = ref<string>()

function read(user: string): Visited[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(`${STORE}.${user}`) ?? '[]')
    return Array.isArray(kept) ? (kept as Visited[]).filter(({ type, id, title }) => type && id && title) : []
  } catch {
    return []
  }
}

/** What this person looked at last at this screen, newest first. */
export function useRecent() {
  const session = useSession()

  function mine(): string | undefined {
    const user = session.user?.id
    if (user !== owner.value) {
      owner.value = user
      visited.value = user ? read(user) : []
    }
    return user
  }

  function visit(entry: Visited): void {
    const user = mine()
    if (!user) return
    visited.value = [entry, ...visited.value.filter(({ id }) => id !== entry.id)].slice(0, KEPT)
    localStorage.setItem(`${STORE}.${user}`, JSON.stringify(visited.value))
  }

  const recent = computed(() => (mine() ? visited.value : []))
  return { recent, visit }
}
