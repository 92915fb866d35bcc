import en from './i18n/en.json'
import type { Sources } from './module/module'

/** The kit's own words, loaded by the shell with everybody else's. */
export const kitTexts: Sources = {
  en,
  de: () => import('./i18n/de.json'),
  ru: () => import('./i18n/ru.json'),
}
