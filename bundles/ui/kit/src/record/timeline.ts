import { formatMoney, parseAmount } from '@kontor/api'
import { useI18n } from 'vue-i18n'
import { dayIn, isDay } from '../show/format'
import type { IconName } from '../icons'
import type { MenuEntry } from '../overlay/menu'

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
  /** What the reader may do with the entry. */
  actions?: MenuEntry[]
}

/** A text that a module stored: the key of its words, what stands in them, and English for when the module is gone. */
export interface StoredText {
  textKey?: string
  parameters?: Record<string, string>
  fallback: string
}

const AMOUNT = /^(-?\d+(?:\.\d+)?) ([A-Z]{3})$/

/** What stands in a text, as the locale writes it where it is an amount or a day. */
export function written(value: string, locale: string): string {
  if (isDay(value) && !Number.isNaN(Date.parse(value))) return dayIn(value, locale)
  const [, amount, currency] = AMOUNT.exec(value) ?? []
  const minor = amount && currency ? parseAmount(amount, currency, 'en') : undefined
  return minor === undefined || !currency ? value : formatMoney({ minor, currency }, locale)
}

/** Says a stored text in the person's language. */
export function useStoredText(): (stored: StoredText) => string {
  const { t, te, locale } = useI18n()

  return ({ textKey, parameters, fallback }) => {
    if (!textKey || !(te(textKey) || te(textKey, 'en'))) return fallback
    const words = Object.entries(parameters ?? {}).map(([name, value]) => [name, written(value, locale.value)])
    return t(textKey, Object.fromEntries(words))
  }
}

/** An entry in its place: the first of a month begins it, the last of one ends its line. */
export interface TimelineRow {
  item: TimelineItem
  first: boolean
  last: boolean
}

function monthOf(item: TimelineItem): string {
  const date = new Date(item.at)
  return `${date.getFullYear()}-${date.getMonth()}`
}

/** Entries under the months they happened in, by the calendar of the reader; the order is kept. */
export function withMonths(items: TimelineItem[]): TimelineRow[] {
  const months = items.map(monthOf)
  return items.map((item, index) => ({
    item,
    first: months[index - 1] !== months[index],
    last: months[index + 1] !== months[index],
  }))
}

/** The element that scrolls what stands in this one: another one on a phone than on a desk. */
export function scrollerOf(element: Element | undefined): HTMLElement | null {
  for (let parent = element?.parentElement; parent; parent = parent.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(parent).overflowY)) return parent
  }
  return null
}
