import { existsSync, readdirSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'
import { root } from './location.mjs'

/**
 * The types of a module's REST side: target/classes/META-INF/kontor-openapi/openapi.json, which the Java build wrote,
 * becomes generated/api.d.ts in its pages. Never committed. Says whether the module has such a description.
 */
export async function writeTypes(folder, pages = join(folder, 'src/main/ui')) {
  const description = join(folder, 'target/classes/META-INF/kontor-openapi/openapi.json')
  if (!existsSync(description)) return false
  const types = astToString(await openapiTS(await readFile(description, 'utf8'), { alphabetize: true }))
  const target = join(pages, 'generated/api.d.ts')
  const former = existsSync(target) ? await readFile(target, 'utf8') : ''
  if (former !== types) {
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, types)
  }
  return true
}

const bundles = dirname(resolve(root))
/** The log-in belongs to everybody's pages: its types are part of @kontor/api. */
const ACCESS = [join(bundles, 'platform/access'), join(resolve(root), 'api/src')]

/** The folders of all modules with pages. */
function modules() {
  const folders = (parent) => readdirSync(parent, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return folders(bundles)
    .flatMap((group) => folders(join(bundles, group.name)).map((module) => join(bundles, group.name, module.name)))
    .filter((folder) => existsSync(join(folder, 'src/main/ui/index.ts')))
}

// node types.mjs: of every module
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const [folder, pages] of [ACCESS, ...modules().map((folder) => [folder])]) {
    if (!(await writeTypes(folder, pages))) {
      console.warn(
        `${basename(folder)} has no description of its REST side; build its Java first if its pages ask for it`,
      )
    }
  }
}
