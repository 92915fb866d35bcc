import { ref } from 'vue'

/** Whether the person has asked to see the tour, who may have seen or skipped it long ago. */
export const askedForTour = ref(false)

/** The name under which her account remembers that it is over. */
export const TOUR = 'shell.tour'
export const OVER = 'over'

export interface Step {
  id: 'menu' | 'search' | 'begin' | 'keys'
  /** What it speaks of: the first of these that is to be seen. */
  targets: string[]
}

export const STEPS: readonly Step[] = [
  { id: 'menu', targets: ['.s-nav', '.s-lead'] },
  { id: 'search', targets: ['.s-find'] },
  { id: 'begin', targets: ['.k-page-primary .k-button-primary', '.k-state-actions .k-button'] },
  { id: 'keys', targets: ['.s-user', '.s-lead'] },
]

export interface Box {
  left: number
  top: number
  width: number
  height: number
}

const GAP = 12
const EDGE = 12

/** Beside the target where there is room at its right, else below or above it; never outside the screen. */
export function placed(
  target: Box,
  card: { width: number; height: number },
  screen: { width: number; height: number },
) {
  const beside = target.left + target.width + GAP + card.width + EDGE <= screen.width && target.height > 60
  const below = target.top + target.height + GAP + card.height + EDGE <= screen.height
  const left = beside ? target.left + target.width + GAP : target.left
  const top = beside ? target.top : below ? target.top + target.height + GAP : target.top - GAP - card.height
  const within = (value: number, most: number) => Math.max(EDGE, Math.min(value, most - EDGE))
  return { left: within(left, screen.width - card.width), top: within(top, screen.height - card.height) }
}
