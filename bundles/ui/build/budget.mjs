import { gzipSync } from 'node:zlib'

/** What a page may weigh on its way to the browser, in bytes of gzip. */
export const SHARED_BYTES = 170 * 1024
export const PAGE_BYTES = 60 * 1024

/** What the texts weigh together; the build ends where that is more than they may. */
export function within(budget, name, texts) {
  const weight = texts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0)
  if (weight > budget) throw new Error(`${name} weighs ${weight} bytes of gzip; it may weigh ${budget}`)
  return weight
}
