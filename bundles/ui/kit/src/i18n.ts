import type { Language, Texts } from './module/module'

/** The kit's own words, loaded by the shell with everybody else's. */
export const kitTexts: Record<Language, () => Promise<{ default: Texts }>> = {
  en: () => import('./i18n/en.json'),
  de: () => import('./i18n/de.json'),
  ru: () => import('./i18n/ru.json'),
}
