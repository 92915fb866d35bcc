import type { SettingField, Value } from './api'

/** A value as it stands in its control. */
export function entered(field: SettingField): string {
  return field.value === undefined ? '' : String(field.value)
}

/**
 * What was typed as the value to send: null for the default, undefined where it is no value. Whether it is within its
 * bounds says the server, in one place for everybody.
 */
export function valueOf(field: SettingField, typed: string): Value | null | undefined {
  const text = typed.trim()
  if (text === '') return field.optional ? null : undefined
  if (field.kind === 'FLAG') return text === 'true'
  if (field.kind !== 'NUMBER') return field.kind === 'SECRET' ? typed : text
  return /^-?\d+$/.test(text) ? Number(text) : undefined
}

/** Whether the setting stands as it came. */
export function standard(field: SettingField): boolean {
  return field.kind === 'SECRET' ? !field.given : field.value === field.fallback
}

/** Whether there is something to go back to: a default, or nothing where nothing is needed. */
export function resettable(field: SettingField): boolean {
  return !standard(field) && (field.optional || (field.fallback !== undefined && field.fallback !== ''))
}
