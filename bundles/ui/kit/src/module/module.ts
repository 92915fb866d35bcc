import type { Component } from 'vue'
import type { RouteLocationRaw, RouteRecordRaw } from 'vue-router'
import type { IconName } from '../icons'

/** Texts of one language: flat keys that begin with the module's id. */
export type Texts = Record<string, string>
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
}

/** A piece of one page that another module shows on its own. */
export interface Block extends Guarded {
  id: string
  page: string
  slot: string
  after?: string
  component: Component
}

/** A verb of the command palette. */
export interface Action extends Guarded {
  id: string
  text: string
  icon: IconName
  to: RouteLocationRaw
  shortcut?: string
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
  i18n: Record<Language, () => Promise<{ default: Texts }>>
}

const ID = /^[a-z][a-z0-9-]*$/

/** Declares a module. Fails at once on an id that could not be a path, so that the mistake is seen where it is made. */
export function defineModule(module: UiModule): UiModule {
  if (!ID.test(module.id)) throw new Error(`A module's id is lower-case letters, digits and dashes: ${module.id}`)
  return Object.freeze(module)
}
