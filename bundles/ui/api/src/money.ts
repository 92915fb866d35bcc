import { numberFormat } from './intl'

/** An amount in minor units (cents) of an ISO 4217 currency. */
export interface Money {
  minor: number
  currency: string
}

/** Digits after the point of the currency, by ISO 4217: 2 for EUR, 0 for JPY, 3 for KWD. */
export function fractionDigits(currency: string): number {
  try {
    return numberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  } catch {
    return 2
  }
}

const SHORTENED_FROM = 10_000

/** Whole amounts that can still be read at a glance; longer ones are shortened: 5,823 and 12.3K. */
function rounded(amount: number): Intl.NumberFormatOptions {
  if (amount < SHORTENED_FROM) return { minimumFractionDigits: 0, maximumFractionDigits: 0 }
  return { notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 1 }
}

export function formatMoney(money: Money, locale: string, compact = false): string {
  const digits = fractionDigits(money.currency)
  const options: Intl.NumberFormatOptions = { style: 'currency', currency: money.currency }
  if (compact) Object.assign(options, rounded(Math.abs(money.minor) / 10 ** digits))
  const amount = money.minor / 10 ** digits
  try {
    return numberFormat(locale, options).format(amount)
  } catch {
    return `${amount.toFixed(digits)} ${money.currency}`
  }
}

/** The separators of a locale, so that what people type is read the way it is shown to them. */
function decimalMark(locale: string): string {
  const parts = numberFormat(locale, {}).formatToParts(1.5)
  return parts.find((part) => part.type === 'decimal')?.value ?? '.'
}

/** A point that is followed by other than three digits is a decimal mark whatever the locale says. */
const FOREIGN_MARK = /^-?\d+[.,](?:\d{1,2}|\d{4,})$/

/** Reads "1 234,50" as minor units without floating point; undefined where it is no amount of that currency. */
export function parseAmount(text: string, currency: string, locale: string): number | undefined {
  const mark = decimalMark(locale)
  const bare = text.trim().replace(/[\s\u00a0\u202f'’]/g, '')
  const plain = FOREIGN_MARK.test(bare) ? bare : bare.split(mark === ',' ? '.' : ',').join('')
  const match = /^(-?)(\d{1,13})(?:[.,](\d*))?$/.exec(plain)
  if (!match) return undefined
  const digits = fractionDigits(currency)
  const fraction = match[3] ?? ''
  if (fraction.length > digits) return undefined
  const minor = Number((match[2] ?? '') + fraction.padEnd(digits, '0'))
  return match[1] ? -minor : minor
}

/** The amount as a person of the locale would type it, without currency and grouping. */
export function amountText(minor: number, currency: string, locale: string): string {
  const digits = fractionDigits(currency)
  const text = String(Math.abs(minor)).padStart(digits + 1, '0')
  const whole = text.slice(0, text.length - digits)
  const sign = minor < 0 ? '-' : ''
  return digits === 0 ? sign + whole : `${sign}${whole}${decimalMark(locale)}${text.slice(text.length - digits)}`
}
