import { onScopeDispose } from 'vue'

interface Target {
  board: () => HTMLElement | undefined
  lift: (card: string) => boolean
  place: (column: string, index: number) => void
  drop: () => void
  cancel: () => void
}

const THRESHOLD_PIXELS = 5
const TOUCH_HOLD_MILLISECONDS = 220
const EDGE_PIXELS = 56
const SCROLL_PIXELS = 14

/** Where in the column the pointer stands: the number of cards whose middle is above it. */
function indexAt(column: HTMLElement, y: number, card: string): number {
  return [...column.querySelectorAll<HTMLElement>('[data-card]')].filter((element) => {
    if (element.dataset.card === card) return false
    const box = element.getBoundingClientRect()
    return box.top + box.height / 2 < y
  }).length
}

/** Dragging by mouse, pen or finger (held for a moment, so that a swipe still scrolls). Esc takes back. */
export function usePointerDrag(target: Target): (event: PointerEvent, card: string) => void {
  let end: (() => void) | undefined

  function begin(event: PointerEvent, card: string): void {
    if (event.button !== 0 || !event.isPrimary || end) return
    const element = event.currentTarget as HTMLElement
    const start = { x: event.clientX, y: event.clientY }
    const box = element.getBoundingClientRect()
    const listening = new AbortController()
    let ghost: HTMLElement | undefined
    let at = start
    let frame = 0
    const hold = event.pointerType === 'touch' ? setTimeout(() => take(), TOUCH_HOLD_MILLISECONDS) : undefined

    function take(): void {
      if (ghost || !target.lift(card)) return
      ghost = element.cloneNode(true) as HTMLElement
      ghost.classList.add('k-board-ghost')
      ghost.style.width = `${box.width}px`
      document.body.append(ghost)
      document.documentElement.classList.add('k-dragging')
      frame = requestAnimationFrame(follow)
    }

    function follow(): void {
      if (!ghost) return
      ghost.style.transform = `translate(${box.left + at.x - start.x}px, ${box.top + at.y - start.y}px) rotate(1.2deg)`
      scroll()
      const column = document.elementFromPoint(at.x, at.y)?.closest<HTMLElement>('[data-column]')
      if (column?.dataset.column) target.place(column.dataset.column, indexAt(column, at.y, card))
      frame = requestAnimationFrame(follow)
    }

    function scroll(): void {
      const board = target.board()
      if (!board) return
      const edges = board.getBoundingClientRect()
      if (at.x < edges.left + EDGE_PIXELS) board.scrollLeft -= SCROLL_PIXELS
      else if (at.x > edges.right - EDGE_PIXELS) board.scrollLeft += SCROLL_PIXELS
      const list = document.elementFromPoint(at.x, at.y)?.closest<HTMLElement>('[data-cards]')
      if (!list) return
      const inner = list.getBoundingClientRect()
      if (at.y < inner.top + EDGE_PIXELS) list.scrollTop -= SCROLL_PIXELS
      else if (at.y > inner.bottom - EDGE_PIXELS) list.scrollTop += SCROLL_PIXELS
    }

    function move(moved: PointerEvent): void {
      at = { x: moved.clientX, y: moved.clientY }
      const far = Math.hypot(at.x - start.x, at.y - start.y) > THRESHOLD_PIXELS
      if (!ghost && far && event.pointerType === 'touch') finish(false)
      else if (!ghost && far) take()
    }

    function finish(dropped: boolean): void {
      clearTimeout(hold)
      cancelAnimationFrame(frame)
      listening.abort()
      end = undefined
      document.documentElement.classList.remove('k-dragging')
      if (!ghost) return
      ghost.remove()
      swallowClick()
      if (dropped) target.drop()
      else target.cancel()
    }

    const { signal } = listening
    end = () => finish(false)
    window.addEventListener('pointermove', move, { signal })
    window.addEventListener('pointerup', () => finish(true), { signal })
    window.addEventListener('pointercancel', () => finish(false), { signal })
    window.addEventListener('touchmove', (touch) => ghost && touch.preventDefault(), { signal, passive: false })
    window.addEventListener('keydown', (key) => key.key === 'Escape' && finish(false), { signal })
  }

  onScopeDispose(() => end?.())
  return begin
}

/** The click that ends a drag must not open the card. */
function swallowClick(): void {
  const stop = (click: Event) => {
    click.preventDefault()
    click.stopPropagation()
  }
  window.addEventListener('click', stop, { capture: true, once: true })
  setTimeout(() => window.removeEventListener('click', stop, { capture: true }), 50)
}
