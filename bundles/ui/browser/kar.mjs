import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'

// Makes another release of a module out of its .kar, as its maker would: with the `jar` tool of the JDK that runs Kontor.
const jar = join(process.env.JAVA_HOME ?? '/usr', 'bin/jar')

function files(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? files(path) : [path]
  })
}

function unpack(archive, folder) {
  mkdirSync(folder, { recursive: true })
  execFileSync(jar, ['--extract', '--file', archive], { cwd: folder })
  return folder
}

function pack(folder, archive) {
  const manifest = join(folder, 'META-INF/MANIFEST.MF')
  execFileSync(jar, ['--create', '--file', archive, '--manifest', manifest, '-C', folder, '.'])
}

/** The same pages under other names, which to a browser are others. */
function rename(pages) {
  const names = readdirSync(pages).filter((name) => /\.(js|css)$/.test(name))
  const others = new Map(names.map((name) => [name, name.replace(/(\.\w+)$/, 'n$1')]))
  for (const file of files(pages)) {
    if (/\.(br|gz)$/.test(file)) {
      rmSync(file)
      continue
    }
    let text = readFileSync(file, 'utf8')
    for (const [name, other] of others) text = text.replaceAll(name, other)
    writeFileSync(file, text)
    const other = others.get(basename(file))
    if (other) renameSync(file, join(pages, other))
  }
}

/**
 * Another release of a module.
 *
 * @param kar the release that is there
 * @param folder where the new one is made
 * @param version of the new one, as bundles write it
 * @param otherPages whether its pages have changed too
 */
export function release(kar, folder, { version, otherPages = false }) {
  const work = unpack(kar, join(folder, `module-${version}`))
  for (const file of files(work).filter((path) => path.endsWith('.jar'))) {
    const bundle = unpack(file, `${file}.d`)
    const manifest = join(bundle, 'META-INF/MANIFEST.MF')
    writeFileSync(
      manifest,
      readFileSync(manifest, 'utf8').replace(/^Bundle-Version: .*$/m, `Bundle-Version: ${version}`),
    )
    const pages = join(bundle, 'META-INF/kontor-ui')
    if (existsSync(pages) && otherPages) rename(pages)
    rmSync(file)
    pack(bundle, file)
    rmSync(bundle, { recursive: true })
  }
  const made = join(folder, basename(kar).replace(/\.kar$/, `-${version}.kar`))
  pack(work, made)
  rmSync(work, { recursive: true })
  return made
}

/** A file that calls itself a module. */
export function damaged(kar, folder) {
  const made = join(folder, 'damaged.kar')
  cpSync(kar, made)
  writeFileSync(made, readFileSync(made).subarray(0, 2000))
  return made
}
