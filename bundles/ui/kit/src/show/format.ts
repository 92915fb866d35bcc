import { dateFormat, formatMoney, fractionDigits, numberFormat, relativeFormat, type Money } from '@kontor/api'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** "3 minutes ago", "in 2 days": the largest unit that fits, in the person's language. */
export function relative(moment: Date, now: Date, locale: string): string {
  const distance = moment.getTime() - now.getTime()
  const size = Math.abs(distance)
  const format = relativeFormat(locale, { numeric: 'auto', style: 'short' })
  if (size < MINUTE) return format.format(0, 'second')
  if (size < HOUR) return format.format(Math.trunc(distance / MINUTE), 'minute')
  if (size < DAY) return format.format(Math.trunc(distance / HOUR), 'hour')
  return format.format(Math.trunc(distance / DAY), 'day')
}

/** Whether the value is a calendar day (LocalDate) and not a moment. */
export function isDay(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value)
}

/** A day, with its year where that is another one. */
export function dayIn(value: string, locale: string): string {
  const date = isDay(value) ? new Date(`${value}T00:00:00`) : new Date(value)
  const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' }
  if (date.getFullYear() !== new Date().getFullYear()) options.year = 'numeric'
  return dateFormat(locale, options).format(date)
}

/** Moments, days, money and numbers in the language of the person, for templates and computed values. */
export function useFormat() {
  const { locale } = useI18n()

  function moment(value: string): string {
    return dateFormat(locale.value, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(value))
  }

  function day(value: string): string {
    return dayIn(value, locale.value)
  }

  /** "November", with its year where that is another one. */
  function month(value: string): string {
    const date = new Date(value)
    const sameYear = date.getFullYear() === new Date().getFullYear()
    const options: Intl.DateTimeFormatOptions = sameYear ? { month: 'long' } : { month: 'long', year: 'numeric' }
    const name = dateFormat(locale.value, options).format(date)
    return name.charAt(0).toLocaleUpperCase(locale.value) + name.slice(1)
  }

  /** Day and time without the year; of today only the time. */
  function short(value: string): string {
    const date = new Date(value)
    if (date.toDateString() === new Date().toDateString()) return time(value)
    const options = { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' } as const
    return dateFormat(locale.value, options).format(date)
  }

  function time(value: string): string {
    return dateFormat(locale.value, { timeStyle: 'short' }).format(new Date(value))
  }

  function money(value: Money, compact = false): string {
    return formatMoney(value, locale.value, compact)
  }

  /** A decimal as received ("12.500000") in a currency: all its digits, at least those of the currency. */
  function decimal(value: string, currency: string): string {
    const digits = (value.split('.')[1] ?? '').replace(/0+$/, '').length
    const options: Intl.NumberFormatOptions = { style: 'currency', currency }
    if (digits > fractionDigits(currency)) options.maximumFractionDigits = digits
    return numberFormat(locale.value, options).format(Number(value))
  }

  function number(value: number): string {
    return numberFormat(locale.value, {}).format(value)
  }

  function language(code: string): string {
    return new Intl.DisplayNames(locale.value, { type: 'language' }).of(code) ?? code
  }

  function country(code: string): string {
    return new Intl.DisplayNames(locale.value, { type: 'region' }).of(code.toUpperCase()) ?? code
  }

  return {
    locale: computed(() => locale.value),
    moment,
    month,
    short,
    day,
    time,
    money,
    decimal,
    number,
    language,
    country,
  }
}

/** How people of a country group the digits behind its code; what is left over belongs to the last group. */
const PHONE_GROUPS: [RegExp, number[]][] = [
  [/^7/, [3, 3, 2, 2]],
  [/^1/, [3, 3, 4]],
  [/^49(?=30|40|69|89)/, [2, 3, 3, 4]],
  [/^49(?=1[567])/, [3, 4, 4]],
  [/^49/, [4, 3, 4]],
  [/^43(?=1\d{6})/, [1, 3, 4]],
  [/^43/, [3, 3, 4]],
  [/^41/, [2, 3, 2, 2]],
  [/^44(?=20)/, [2, 4, 4]],
  [/^44/, [4, 6]],
  [/^33/, [1, 2, 2, 2, 2]],
  [/^(?:375|380|998)/, [2, 3, 2, 2]],
  [/^(?:34|39|48|420|421|351|31|32|36|45|46|47|358|359|37[0-4]|38[1-9])/, [3, 3, 3]],
]

/** "+493012345678" as "+49 30 123 456 78": groups for the eye, the digits stay as they are. */
export function formatPhone(e164: string): string {
  const digits = e164.replace(/^\+/, '')
  const [code, sizes] = PHONE_GROUPS.find(([prefix]) => prefix.test(digits)) ?? []
  const prefix = code?.exec(digits)?.[0]
  if (!prefix || !sizes || !/^\d+$/.test(digits)) return e164
  const groups: string[] = []
  let rest = digits.slice(prefix.length)
  sizes.forEach((size, index) => {
    const last = index === sizes.length - 1
    if (rest) groups.push(last ? rest : rest.slice(0, size))
    rest = rest.slice(size)
  })
  return [`+${prefix}`, ...groups].join(' ')
}

/** How a person reads moments, money and numbers. */
export type Format = ReturnType<typeof useFormat>

/** Two letters for a name: first and last word, or the first two letters of the only word. */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/[\s@._-]+/)
    .filter(Boolean)
  const first = words[0] ?? '?'
  const last = words.length > 1 ? words[words.length - 1] : undefined
  return (last ? first.charAt(0) + last.charAt(0) : first.slice(0, 2)).toUpperCase()
}

/** The same colour for the same name, anywhere. One of eight calm hues of the tokens. */
export function hueOf(name: string): number {
  let hash = 0
  for (const letter of name) hash = (hash * 31 + letter.codePointAt(0)!) | 0
  return Math.abs(hash) % 8
}
