/** A column of a list. Widths are CSS grid tracks; `wide` ones are left out on a phone. */
export interface ListColumn {
  key: string
  label: string
  width: string
  align?: 'end'
  /** Its track on a phone, where it differs. */
  narrow?: string
  wide?: boolean
  /** Cannot be hidden by the person; the first column never can. */
  fixed?: boolean
}

const STORE = 'kontor.columns'

/** Keys of the columns that the person has hidden in the list, kept in this browser. */
export function hiddenColumns(list: string): Set<string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(`${STORE}.${list}`) ?? '[]')
    return new Set(Array.isArray(kept) ? kept.filter((key): key is string => typeof key === 'string') : [])
  } catch {
    return new Set()
  }
}

export function keepHiddenColumns(list: string, hidden: Set<string>): void {
  localStorage.setItem(`${STORE}.${list}`, JSON.stringify([...hidden]))
}
