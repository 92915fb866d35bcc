import { createHash } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'
import { SHARED_BYTES, within } from './budget.mjs'
import { compress } from './compress.mjs'
import { configuration, shared } from './preset.mjs'
import { root } from './location.mjs'

// Libraries, api, kit and shell → shell/target/classes/META-INF/kontor-shell: page.html with its static import map, the
// Content-Security-Policy that names the map's hash, and the hashed files.
const out = join(root, 'shell/target/classes/META-INF/kontor-shell')
const files = join(out, 'assets')
const BASE = '/assets/'
/** Digits and Latin letters stand on every page, whatever its language. */
const FONT = 'inter-latin-wght-normal'

const parts = {
  vue: 'node_modules/vue/dist/vue.runtime.esm-bundler.js',
  'vue-router': 'node_modules/vue-router/dist/vue-router.mjs',
  pinia: 'node_modules/pinia/dist/pinia.mjs',
  'vue-i18n': 'node_modules/vue-i18n/dist/vue-i18n.mjs',
  '@kontor/api': 'api/src/index.ts',
  '@kontor/kit': 'kit/src/index.ts',
}

async function make(name, input) {
  const short = name.replace('@kontor/', '')
  const external = shared.filter((other) => other !== name)
  const result = await build(
    configuration({ input: { [short]: join(root, input) }, outDir: files, base: BASE, external }),
  )
  const main = result.output.find((part) => part.type === 'chunk' && part.isEntry)
  const styles = result.output.filter((part) => part.type === 'asset' && part.fileName.endsWith('.css'))
  return {
    script: BASE + main.fileName,
    styles: styles.map((style) => BASE + style.fileName),
    code: main.code,
    /** The address of what was made under this name. */
    file: (beginning) => BASE + result.output.find(({ fileName }) => fileName.startsWith(`${beginning}.`)).fileName,
  }
}

function hash(text) {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

await rm(out, { recursive: true, force: true })
await mkdir(files, { recursive: true })

const imports = {}
const runtime = []
const styles = []
const fonts = []
for (const [name, input] of Object.entries(parts)) {
  const made = await make(name, input)
  imports[name] = made.script
  runtime.push(made.code)
  styles.push(...made.styles)
  if (name === '@kontor/kit') fonts.push(made.file(FONT))
}
const shell = await make('shell', 'shell/src/main.ts')
styles.push(...shell.styles)
console.log(`shared runtime: ${within(SHARED_BYTES, 'The shared runtime', runtime)} bytes of gzip`)

const map = JSON.stringify({ imports })
const inline = async (file) => (await readFile(join(root, 'shell/src', file), 'utf8')).trim()
const theme = await inline('first-paint.js')
const requests = await inline('first-requests.js')
/** What every page needs and would ask for only when the rest has run. */
const soon = [...Object.values(imports), shell.file('Frame'), shell.file('Logo')]
const preloads = soon.map((path) => `<link rel="modulepreload" href="${path}">`)
const typefaces = fonts.map((path) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="${path}">`)
const sheets = styles.map((path) => `<link rel="stylesheet" href="${path}">`)
const template = await readFile(join(root, 'shell/src/page.html'), 'utf8')
const page = template
  .replace('<!--theme-->', () => `<script>${theme}</script>`)
  .replace('<!--map-->', () => `<script type="importmap">${map}</script>`)
  .replace('<!--requests-->', () => `<script>${requests}</script>`)
  .replace('<!--links-->', () => [...sheets, ...preloads, ...typefaces].join('\n    '))
  .replace('<!--main-->', () => `<script type="module" src="${shell.script}"></script>`)

const policy = [
  "default-src 'none'",
  `script-src 'self' ${hash(map)} ${hash(theme)} ${hash(requests)}`,
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

await writeFile(join(out, 'page.html'), page)
await writeFile(join(out, 'policy.txt'), policy)
await compress(out)
await compress(files)
