import { access, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { build } from 'vite'
import { PAGE_BYTES, within } from './budget.mjs'
import { compress } from './compress.mjs'
import { configuration } from './preset.mjs'
import { root } from './location.mjs'
import { writeTypes } from './types.mjs'

// node build-module.mjs <module folder>: src/main/ui/index.ts → target/classes/META-INF/kontor-ui
const folder = resolve(process.argv[2] ?? '.')
const id = basename(folder)
const entry = join(folder, 'src/main/ui/index.ts')
await access(entry)
await writeTypes(folder)

const out = join(folder, 'target/classes/META-INF/kontor-ui')
await rm(out, { recursive: true, force: true })
await mkdir(out, { recursive: true })

const result = await build(configuration({ input: { [id]: entry }, outDir: out, base: `/ui/${id}/` }))
const main = result.output.find((part) => part.type === 'chunk' && part.isEntry)
const style = result.output.find((part) => part.type === 'asset' && part.fileName.endsWith('.css'))
const foreign = new Set(result.output.flatMap((part) => part.imports ?? []).filter((name) => !/\.js$/.test(name)))

const kitApi = Number(/KIT_API = (\d+)/.exec(await readFile(join(root, 'kit/src/index.ts'), 'utf8'))?.[1])
const version = /<version>([^<]+)<\/version>/.exec(await readFile(join(folder, 'pom.xml'), 'utf8'))?.[1]
const descriptor = { id, version, kitApi, entry: main.fileName, ...(style ? { style: style.fileName } : {}) }
await writeFile(join(out, 'module.json'), `${JSON.stringify(descriptor, null, 2)}\n`)
const code = result.output.filter((part) => part.type === 'chunk' && !/^(de|en|ru)\./.test(part.fileName))
const weight = within(PAGE_BYTES, `The pages of ${id}`, [...code.map((part) => part.code), style?.source ?? ''])
await compress(out)
console.log(`${id}: ${main.fileName} (${weight} bytes of gzip in all), imports ${[...foreign].join(', ')}`)
