import { configureApi, type Problem } from '@kontor/api'
import { kitTexts, speakProblems, type Language, type Sources } from '@kontor/kit'
import { createI18n } from 'vue-i18n'
import en from './i18n/en.json'

export const LANGUAGES: readonly Language[] = ['en', 'de', 'ru']
const STORE = 'kontor.language'

/** Russian: 1 заказ, 2 заказа, 5 заказов; with three forms in that order. */
function russian(count: number, forms: number): number {
  const tens = Math.abs(count) % 100
  const ones = tens % 10
  if (forms < 3) return ones === 1 && tens !== 11 ? 0 : 1
  if (ones === 1 && tens !== 11) return 0
  return ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? 1 : 2
}

export const i18n = createI18n({
  legacy: false,
  locale: 'en',
  fallbackLocale: 'en',
  // The keys are flat, dots and all: no key can be in another one's way.
  messageResolver: (texts, key) => (texts as Record<string, string>)[key] ?? null,
  missingWarn: false,
  fallbackWarn: false,
  pluralRules: { ru: russian },
  messages: { en: {}, de: {}, ru: {} },
})

const sources = new Map<string, Sources>([
  ['kit', kitTexts],
  ['shell', { en, de: () => import('./i18n/de.json'), ru: () => import('./i18n/ru.json') }],
])
const loaded = new Set<string>()

export function languageOf(tag: string | null | undefined): Language | undefined {
  const short = tag?.slice(0, 2).toLowerCase()
  return LANGUAGES.find((language) => language === short)
}

async function load(id: string, source: Sources, language: Language): Promise<void> {
  const key = `${id}/${language}`
  if (loaded.has(key)) return
  const given = source[language]
  const texts = typeof given === 'function' ? (await given()).default : given
  i18n.global.mergeLocaleMessage(language, texts)
  loaded.add(key)
}

/** Loads the words of a module for the language in use, and English as the fall-back. */
export async function addTexts(id: string, source: Sources): Promise<void> {
  sources.set(id, source)
  for (const language of LANGUAGES) loaded.delete(`${id}/${language}`)
  await Promise.all([load(id, source, 'en'), load(id, source, i18n.global.locale.value as Language)])
}

export async function useLanguage(language: Language): Promise<void> {
  await Promise.all([...sources].flatMap(([id, source]) => [load(id, source, 'en'), load(id, source, language)]))
  i18n.global.locale.value = language
  document.documentElement.lang = language
}

/** What the person picks at this screen stays, whatever her account says. */
export function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(STORE, language)
  return useLanguage(language)
}

/** The language of who has logged in: picked at this screen, else that of her account. */
export async function useLanguageOf(account: string | undefined): Promise<void> {
  const language = languageOf(localStorage.getItem(STORE)) ?? languageOf(account)
  if (language) await useLanguage(language)
}

/** The language before anybody has logged in: chosen here before, else the browser's. */
export function firstLanguage(): Language {
  return languageOf(localStorage.getItem(STORE)) ?? languageOf(navigator.language) ?? 'en'
}

function say(key: string, values: Record<string, unknown>): string | undefined {
  return i18n.global.te(key) || i18n.global.te(key, 'en') ? i18n.global.t(key, values) : undefined
}

function reasonOf({ arguments: values = {} }: Problem): string | undefined {
  return typeof values.reasonCode === 'string' ? say(`reason.${values.reasonCode}`, values) : undefined
}

speakProblems({
  reason: reasonOf,
  problem: (problem) => {
    const reason = reasonOf(problem)
    return say(`problem.${problem.code}`, { ...problem.arguments, ...(reason ? { reason } : {}) })
  },
})
configureApi({ locale: () => i18n.global.locale.value })
