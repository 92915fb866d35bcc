export type Due = 'none' | 'overdue' | 'today' | 'later'

/** How a calendar day stands to today, in the reader's zone. */
export function dueness(day: string | undefined, now: Date): Due {
  if (!day) return 'none'
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, '0')).join('-')
  if (day === today) return 'today'
  return day < today ? 'overdue' : 'later'
}
