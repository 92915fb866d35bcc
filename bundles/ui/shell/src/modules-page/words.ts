import { numberFormat } from '@kontor/api'
import { useFormat, type IconName } from '@kontor/kit'
import { useI18n } from 'vue-i18n'
import { useModuleName } from '../modules/names'
import type { InstalledModule, Operation, Plan, Reason } from './api'

const ICONS: Record<string, IconName> = {
  catalog: 'package',
  connector: 'plug',
  customer: 'users',
  demo: 'sparkles',
  order: 'order',
  pipeline: 'board',
  woocommerce: 'store',
}

const UNIT = 1024

/** How the page says things about modules. */
export function useWords() {
  const { t, te, locale } = useI18n()
  const nameOf = useModuleName()
  const format = useFormat()
  const known = (key: string) => te(key) || te(key, 'en')

  /** Arguments that name modules, by what the modules are called. */
  function named(values: Record<string, unknown> = {}): Record<string, unknown> {
    const told = { ...values }
    for (const key of ['module', 'modules']) {
      const value = told[key]
      if (typeof value === 'string') told[key] = listOf(value.split(/\s*,\s*/))
      if (Array.isArray(value)) told[key] = listOf(value.map(String))
    }
    return told
  }

  /** Several modules as one enumeration. */
  function listOf(modules: string[]): string {
    return new Intl.ListFormat(locale.value, { type: 'conjunction' }).format(modules.map(nameOf))
  }

  function sentence(text: string): string {
    const whole = text.charAt(0).toLocaleUpperCase() + text.slice(1)
    return /[.!?…]$/.test(whole) ? whole : `${whole}.`
  }

  /** Why; in the reader's language where the code has words, else as the server says it. */
  function why(reason: Reason): string {
    const key = `reason.${reason.code}`
    if (known(key)) return sentence(t(key, named(reason.arguments)))
    const words = Object.entries(reason.arguments ?? {}).reduce(
      (text, [name, value]) => text.replaceAll(`{${name}}`, String(value)),
      reason.words,
    )
    return sentence(words)
  }

  /** What to do about it, or undefined where nobody has advice. */
  function wayOut(reason: Reason): string | undefined {
    const key = `modules.way.${reason.code.replace(/^modules\./, '')}`
    return known(key) ? t(key, named(reason.arguments)) : undefined
  }

  /** What the module is for. */
  function purpose(id: string): string {
    const key = `modules.purpose.${id}`
    return known(key) ? t(key) : t('modules.purpose.unknown')
  }

  function size(bytes: number): string {
    const number = (value: number) => numberFormat(locale.value, { maximumFractionDigits: 1 }).format(value)
    return bytes < UNIT * UNIT
      ? t('modules.size.kilobytes', { size: number(Math.ceil(bytes / UNIT)) })
      : t('modules.size.megabytes', { size: number(bytes / UNIT / UNIT) })
  }

  function vouched(one: { signer?: string | null; origin?: string }): string {
    if (one.signer) return t('modules.signed', { signer: one.signer })
    return one.origin === 'shipped' ? t('modules.shipped') : t('modules.unsigned')
  }

  function versions(one: Pick<Operation | Plan, 'fromVersion' | 'toVersion'>): string {
    return [one.fromVersion, one.toVersion].filter(Boolean).join(' → ')
  }

  return {
    t,
    nameOf,
    listOf,
    why,
    wayOut,
    purpose,
    size,
    vouched,
    versions,
    moment: format.moment,
    icon: (id: string): IconName => ICONS[id] ?? 'modules',
  }
}

/** The colour of a state; the word stands beside it. */
export function toneOf({ state }: Pick<InstalledModule, 'state'>): 'green' | 'amber' | 'red' | 'grey' {
  if (state === 'active') return 'green'
  if (isStuck({ state })) return 'red'
  return state === 'waiting' ? 'amber' : 'grey'
}

/** Whether the module will not run again before a person has done something. */
export function isStuck({ state }: Pick<InstalledModule, 'state'>): boolean {
  return state === 'failed' || state === 'quarantined'
}
