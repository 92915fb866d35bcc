const PATIENCE_MILLISECONDS = 2000

function scrolled(place: HTMLElement): HTMLElement[] {
  return [...place.querySelectorAll<HTMLElement>('.k-scroll')]
}

/**
 * Remembers where everything of a page stands that can be scrolled, and brings it back there on the page that takes its
 * place, as soon as that has as much to scroll; who scrolls herself meanwhile is left alone.
 */
export function keepScroll(place: HTMLElement): void {
  const before = scrolled(place).map(({ scrollTop, scrollLeft }) => ({ top: scrollTop, left: scrollLeft }))
  if (!before.some(({ top, left }) => top || left)) return
  const until = performance.now() + PATIENCE_MILLISECONDS
  const waiting = new Set(before.keys())

  function look(): void {
    const now = scrolled(place)
    for (const index of waiting) {
      const element = now[index]
      const former = before[index]
      if (!element || !former) continue
      const room = element.scrollHeight - element.clientHeight >= former.top
      if (element.scrollTop || (room && element.scrollWidth - element.clientWidth >= former.left)) {
        if (!element.scrollTop) element.scrollTo({ ...former, behavior: 'instant' })
        waiting.delete(index)
      }
    }
    if (waiting.size && performance.now() < until) requestAnimationFrame(look)
  }

  requestAnimationFrame(look)
}
