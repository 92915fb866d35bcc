import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const WORTHWHILE_BYTES = 512
const TEXT = /\.(js|css|html|json|svg)$/

/** Lays a .br and a .gz beside every text file of the folder, so that no request pays for compressing. */
export async function compress(folder) {
  for (const name of await readdir(folder)) {
    if (!TEXT.test(name)) continue
    const path = join(folder, name)
    const content = await readFile(path)
    if (content.length < WORTHWHILE_BYTES) continue
    const brotli = brotliCompressSync(content, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
    })
    await writeFile(`${path}.br`, brotli)
    await writeFile(`${path}.gz`, gzipSync(content, { level: 9 }))
  }
}
