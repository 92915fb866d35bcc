/** How much more or less it is than before, as a share; undefined where there was nothing to compare with. */
export function change(now: number, before: number): number | undefined {
  return before > 0 ? (now - before) / before : undefined
}

/** The calendar day so many days before, at midnight in UTC. */
export function dayBefore(day: string, days: number): Date {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - days)
  return date
}
