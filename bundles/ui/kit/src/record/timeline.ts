import type { IconName } from '../icons'

/** One thing that happened, ready to be shown: the text is in the person's language already. */
export interface TimelineItem {
  id: string
  at: string
  icon: IconName
  text: string
  actor?: string
  /** A longer text below (a note). */
  body?: string
  to?: string
  tone?: 'green' | 'amber' | 'red'
}

/** Entries under the day they happened on, in the zone of the reader; the order is kept. */
export function byDay(items: TimelineItem[]): { day: string; items: TimelineItem[] }[] {
  const days: { day: string; items: TimelineItem[] }[] = []
  for (const item of items) {
    const date = new Date(item.at)
    const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((n) => String(n).padStart(2, '0')).join('-')
    const last = days[days.length - 1]
    if (last?.day === day) last.items.push(item)
    else days.push({ day, items: [item] })
  }
  return days
}
