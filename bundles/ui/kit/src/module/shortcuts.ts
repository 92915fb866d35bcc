import { onScopeDispose } from 'vue'

/** Whether the person is typing into something, so that letters are text and no commands. */
export function typing(event: KeyboardEvent): boolean {
  const target = event.target
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName)
}

/** Whether a dialog or a menu is open above the page. */
export function covered(): boolean {
  return document.querySelector('[role="dialog"], [role="menu"]') !== null
}

/** Single-key shortcuts of a page (`n`: new). Not while typing, not with modifiers, not under a dialog. */
export function useShortcuts(keys: Record<string, () => void>): void {
  const listen = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || typing(event) || covered()) return
    const run = keys[event.key]
    if (!run) return
    event.preventDefault()
    run()
  }
  window.addEventListener('keydown', listen)
  onScopeDispose(() => window.removeEventListener('keydown', listen))
}
