import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './location.mjs'

// The packages of the lock file, once per lock file: the hash of the last one installed lies in node_modules, which
// `npm ci` empties first, so an install that was broken off is made again.
const lock = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex')
const mark = join(root, 'node_modules', '.kontor-lock')

if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) {
  console.log('The npm packages are those of the lock file already.')
} else {
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
  writeFileSync(mark, lock)
}
