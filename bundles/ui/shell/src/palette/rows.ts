import type { IconName } from '@kontor/kit'
import type { RouteLocationRaw } from 'vue-router'

/** A line of the palette: it leads somewhere, or does something at once. */
export interface Row {
  key: string
  icon: IconName
  label: string
  hint?: string
  /** Keys that do the same from anywhere. */
  keys?: string
  to?: RouteLocationRaw
  run?: () => void
  /** Belongs to the line above it. */
  below?: boolean
  /** Further words it is found by. */
  words?: string
}

export interface Group {
  id: 'found' | 'recent' | 'actions' | 'places'
  rows: Row[]
}

const WORD = /[\s/·,.:()-]+/

/** How well the typed words fit a line: 0 not at all; more where they begin it, less where they stand inside. */
export function fit(row: Pick<Row, 'label' | 'words'>, typed: string): number {
  const wanted = typed.trim().toLowerCase()
  if (!wanted) return 1
  const label = row.label.toLowerCase()
  if (label.startsWith(wanted)) return 4
  const words = [...label.split(WORD), ...(row.words ?? '').toLowerCase().split(WORD)].filter(Boolean)
  const parts = wanted.split(/\s+/)
  if (parts.every((part) => words.some((word) => word.startsWith(part)))) return 3
  return wanted.length > 1 && label.includes(wanted) ? 2 : 0
}

/** The lines that fit, the best first, equal ones in their order. */
export function fitting(rows: Row[], typed: string): Row[] {
  return rows
    .map((row) => ({ row, rank: fit(row, typed) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ row }) => row)
}
