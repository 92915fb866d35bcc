export type Due = 'none' | 'overdue' | 'today' | 'later'

/** How a calendar day stands to today, in the reader's zone. */
export function dueness(day: string | undefined, now: Date): Due {
  if (!day) return 'none'
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, '0')).join('-')
  if (day === today) return 'today'
  return day < today ? 'overdue' : 'later'
}

/** The calendar day so many days after another. */
export function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}
