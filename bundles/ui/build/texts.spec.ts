// @vitest-environment node
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

// Every word a page asks for stands in all three languages; what one language has, the others have too.
const ui = dirname(dirname(fileURLToPath(import.meta.url)))
const bundles = dirname(ui)
const LANGUAGES = ['en', 'de', 'ru'] as const

interface Texts {
  name: string
  sources: string
  folder: string
}

function modules(): Texts[] {
  const found = readdirSync(bundles).flatMap((group) =>
    readdirSync(join(bundles, group)).map((name) => ({
      name,
      sources: join(bundles, group, name, 'src/main/ui'),
      folder: join(bundles, group, name, 'src/main/resources/i18n'),
    })),
  )
  return [
    { name: 'kit', sources: join(ui, 'kit/src'), folder: join(ui, 'kit/src/i18n') },
    { name: 'shell', sources: join(ui, 'shell/src'), folder: join(ui, 'shell/src/i18n') },
    {
      name: 'the page of modules',
      sources: join(ui, 'shell/src/modules-page'),
      folder: join(ui, 'shell/src/modules-page/i18n'),
    },
    ...found.filter((module) => existsSync(module.sources)),
  ]
}

function files(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return files(path)
    return /\.(vue|ts)$/.test(name) && !name.endsWith('.spec.ts') ? [path] : []
  })
}

function texts(folder: string, language: string): Record<string, string> {
  return JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8')) as Record<string, string>
}

/** Literal keys; those put together from a value are checked by their beginning. */
function asked(path: string): { whole: string[]; beginnings: string[] } {
  const source = readFileSync(path, 'utf8')
  const whole = [...source.matchAll(/\bt\(\s*'([^']+)'/g)].map((match) => match[1] ?? '')
  const beginnings = [...source.matchAll(/\bt\(\s*`([^`$]+)\$\{/g)].map((match) => match[1] ?? '')
  return { whole, beginnings }
}

const everything = new Set(modules().flatMap((module) => Object.keys(texts(module.folder, 'en'))))

describe.each(modules())('the texts of $name', ({ sources, folder }) => {
  it('are the same in every language', () => {
    const english = Object.keys(texts(folder, 'en')).sort()
    for (const language of LANGUAGES) expect(Object.keys(texts(folder, language)).sort()).toEqual(english)
  })

  it('have every word that a page asks for', () => {
    const all = files(sources).map(asked)
    const missing = all.flatMap(({ whole }) => whole).filter((key) => !everything.has(key))
    const strange = all
      .flatMap(({ beginnings }) => beginnings)
      .filter((beginning) => ![...everything].some((key) => key.startsWith(beginning)))
    expect([...missing, ...strange]).toEqual([])
  })

  it('name the same placeholders in every language', () => {
    const english = texts(folder, 'en')
    const names = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()
    for (const language of LANGUAGES) {
      const other = texts(folder, language)
      const differing = Object.keys(english).filter(
        (key) => names(english[key] ?? '').join() !== names(other[key] ?? '').join(),
      )
      expect(differing).toEqual([])
    }
  })
})
