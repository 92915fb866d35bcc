import type { Ref } from 'vue'
import { useShortcuts } from './shortcuts'

/** `j`, `k` and the arrows over the links (`data-open`) of a plain list that is short enough to exist as a whole. */
export function useRowKeys(root: Ref<HTMLElement | undefined>): void {
  function step(by: 1 | -1): void {
    const rows = [...(root.value?.querySelectorAll<HTMLElement>('[data-open]') ?? [])]
    const at = rows.findIndex((row) => row === document.activeElement)
    const next = at < 0 ? 0 : Math.min(Math.max(at + by, 0), rows.length - 1)
    rows[next]?.focus()
  }
  const down = { run: () => step(1), text: 'kit.keys.next' }
  const up = { run: () => step(-1), text: 'kit.keys.previous' }
  useShortcuts({ j: down, ArrowDown: down, k: up, ArrowUp: up })
}
