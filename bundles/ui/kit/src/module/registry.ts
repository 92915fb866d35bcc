import { useSession } from '@kontor/api'
import { computed, shallowReactive, type ComputedRef } from 'vue'
import type { Block, UiModule } from './module'

/** Modules that are here now. The shell adds and removes; pages only read. */
export const modules = shallowReactive(new Map<string, UiModule>())

type Lists = 'menu' | 'blocks' | 'actions' | 'columns' | 'widgets' | 'settings' | 'search' | 'follow'
type Item<K extends Lists> = NonNullable<UiModule[K]>[number]

/** All items of one kind that the person may see, over all modules. */
export function useContributions<K extends Lists>(kind: K): ComputedRef<Item<K>[]> {
  const session = useSession()
  return computed(() => {
    const found: Item<K>[] = []
    // By name, not by which entry was loaded first: a page looks the same every time.
    const inTurn = [...modules.values()].sort((a, b) => a.id.localeCompare(b.id))
    for (const module of inTurn) {
      for (const item of (module[kind] ?? []) as Item<K>[]) {
        if (session.can('permission' in item ? item.permission : undefined)) found.push(item)
      }
    }
    return found
  })
}

/** Puts every block behind the one it names; one that names an absent block stands at the end. */
export function inOrder(blocks: Block[]): Block[] {
  const placed: Block[] = blocks.filter((block) => !block.after)
  let waiting = blocks.filter((block) => block.after)
  while (waiting.length) {
    const ready = waiting.filter((block) => placed.some((other) => other.id === block.after))
    if (!ready.length) return [...placed, ...waiting]
    for (const block of ready) placed.splice(placed.findIndex((other) => other.id === block.after) + 1, 0, block)
    waiting = waiting.filter((block) => !ready.includes(block))
  }
  return placed
}
