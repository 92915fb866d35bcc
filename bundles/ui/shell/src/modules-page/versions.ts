import type { Artefact, InstalledModule } from './api'

/** Older before newer, part by part: numbers by their value (0.9.1 before 0.10.0), words by the alphabet. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split(/[.-]/), b.split(/[.-]/)]
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const [one, other] = [left[index] ?? '', right[index] ?? '']
    const numbers = /^\d+$/.test(one) && /^\d+$/.test(other)
    const difference = numbers ? Number(one) - Number(other) : one.localeCompare(other)
    if (difference) return difference
  }
  return 0
}

/** What lies ready of one module. */
export interface Offered {
  module: string
  newest: Artefact
  /** From new to old. */
  others: Artefact[]
  /** What of it runs, if anything does. */
  present: InstalledModule | undefined
}

/** By module; in each the newest version first. */
export function offeredOf(artefacts: Artefact[], installed: InstalledModule[]): Offered[] {
  const modules = new Map<string, Artefact[]>()
  for (const artefact of artefacts) modules.set(artefact.module, [...(modules.get(artefact.module) ?? []), artefact])
  return [...modules].flatMap(([module, all]) => {
    const [newest, ...others] = all.sort(
      (a, b) => compareVersions(b.version, a.version) || b.storedAt.localeCompare(a.storedAt),
    )
    const present = installed.find(({ name }) => name === module)
    return newest ? [{ module, newest, others, present }] : []
  })
}
