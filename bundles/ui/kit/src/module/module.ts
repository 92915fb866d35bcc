import type { Component } from 'vue'
import type { RouteLocationRaw, RouteRecordRaw } from 'vue-router'
import type { IconName } from '../icons'
import type { Format } from '../show/format'

/** Texts of one language: flat keys that begin with the module's id. */
export type Texts = Record<string, string>

/**
 * A module's words by language: at hand, or brought when somebody reads that language. English comes with the module,
 * because it stands in for words that another language lacks.
 */
export type Sources = Record<Language, Texts | (() => Promise<{ default: Texts }>)>
export type Language = 'en' | 'ru' | 'de'

interface Guarded {
  /** Shown only to those who have it. */
  permission?: string
}

export interface MenuItem extends Guarded {
  /** Key of the word. */
  text: string
  icon: IconName
  to: RouteLocationRaw
  /** Smaller stands higher; modules of a group keep together. */
  order: number
  group?: 'work' | 'admin'
  /** The letter that goes there after `g`. */
  key?: string
  /** The beginning of further addresses that belong to it, where its records stand elsewhere. */
  records?: string
}

/** A piece of one page that another module shows on its own. */
export interface Block extends Guarded {
  id: string
  page: string
  slot: string
  after?: string
  component: Component
}

/** A verb of the command palette: it leads to a page, or does something where the person is. */
export interface Action extends Guarded {
  id: string
  text: string
  icon: IconName
  to?: RouteLocationRaw
  run?: () => void
  /** Keys that do the same, shown beside it. */
  shortcut?: string
  /** Key of further words it is found by. */
  words?: string
}

/** What the palette finds for a person: ready words in her language. */
export interface Found {
  id: string
  icon: IconName
  label: string
  hint?: string
  to: RouteLocationRaw
}

/** The means to say something in the person's language. */
export interface Speech {
  t: (key: string, values?: Record<string, unknown>) => string
  format: Format
}

/** What this module knows of a record of another one: the palette shows it below the record, one press further. */
export interface FollowUp extends Guarded {
  id: string
  /** The type of record (`customer`). */
  type: string
  find: (record: string, speech: Speech, signal: AbortSignal) => Promise<Found[]>
}

/** A column that this module adds to another module's list. */
export interface ExtraColumn extends Guarded {
  id: string
  list: string
  text: string
  component: Component
}

/** A tile of the home page. */
export interface Widget extends Guarded {
  id: string
  order: number
  component: Component
}

/** A page below Settings. */
export interface SettingsPage extends Guarded {
  id: string
  text: string
  icon: IconName
  to: RouteLocationRaw
}

/** How the hits of one record type are shown and where they lead. */
export interface SearchType {
  type: string
  text: string
  icon: IconName
  to: (id: string) => RouteLocationRaw
}

/** Everything a module brings into the web shell; the shell's own pages use the very same call. */
export interface UiModule {
  id: string
  routes?: RouteRecordRaw[]
  menu?: MenuItem[]
  blocks?: Block[]
  actions?: Action[]
  columns?: ExtraColumn[]
  widgets?: Widget[]
  settings?: SettingsPage[]
  search?: SearchType[]
  follow?: FollowUp[]
  i18n: Sources
}

const ID = /^[a-z][a-z0-9-]*$/

/** Declares a module. Fails at once on an id that could not be a path, so that the mistake is seen where it is made. */
export function defineModule(module: UiModule): UiModule {
  if (!ID.test(module.id)) throw new Error(`A module's id is lower-case letters, digits and dashes: ${module.id}`)
  return Object.freeze(module)
}
