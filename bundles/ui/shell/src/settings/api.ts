import { api } from '@kontor/api'

export type FieldKind = 'FLAG' | 'NUMBER' | 'TEXT' | 'CHOICE' | 'COUNTRY' | 'SECRET'
export type Unit = 'NONE' | 'MINUTES' | 'HOURS' | 'DAYS' | 'PIECES'
export type Value = string | number | boolean

/** One setting as `/api/settings` describes it; its words stand in the texts of its module. */
export interface SettingField {
  name: string
  kind: FieldKind
  unit: Unit
  optional: boolean
  value?: Value
  fallback?: Value
  /** Whether a secret is there; it is never shown. */
  given: boolean
  least: number
  most: number
  choices: string[]
  title: string
}

/** The settings of one module. */
export interface Section {
  module: string
  version: number
  changeable: boolean
  fields: SettingField[]
}

export const settings = {
  all: async (signal: AbortSignal) => (await api.get<{ items: Section[] }>('/settings', { signal })).items,
  get: (module: string) => api.get<Section>(`/settings/${module}`),
  /** null takes the value back to its default. */
  set: (seen: Section, field: SettingField, value: Value | null) =>
    api.patch<Section>(`/settings/${seen.module}`, { [field.name]: value }, { version: seen.version }),
}
