import type { Component, InjectionKey } from 'vue'

/** What the shell puts into the bar of every page: at its left (the menu on a phone) and before its action (search). */
export interface PageBar {
  lead: Component
  tools: Component
  /** Told the title whenever it changes. */
  titled?: (title: string) => void
}

export const PAGE_BAR: InjectionKey<PageBar> = Symbol('page-bar')
