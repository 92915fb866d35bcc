import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { root } from '../../../build/location.mjs'
import { serving, versionOf } from './modules.mjs'
import { answer } from './server.mjs'

// Serves what the bundles will carry (built by build-shell and build-module), with the real security policy, over the mock.
const port = Number(process.argv[2] ?? 5180)
const shell = join(root, 'shell/target/classes/META-INF/kontor-shell')
const bundles = join(root, '..')
const TYPES = {
  js: 'text/javascript',
  css: 'text/css',
  woff2: 'font/woff2',
  html: 'text/html; charset=utf-8',
  json: 'application/json',
}

function moduleFolders() {
  return readdirSync(bundles)
    .flatMap((group) =>
      group === 'ui'
        ? []
        : readdirSync(join(bundles, group)).map((name) => [
            name,
            join(bundles, group, name, 'target/classes/META-INF/kontor-ui'),
          ]),
    )
    .filter(([, folder]) => existsSync(join(folder, 'module.json')))
}

function modules() {
  return moduleFolders()
    .filter(([id]) => serving(id))
    .map(([id, folder]) => {
      const offer = JSON.parse(readFileSync(join(folder, 'module.json'), 'utf8'))
      // As UiModules does; another version has other addresses, here for the same files.
      const version = versionOf(id)
      const at = version === '0.1.0' ? `/ui/${id}` : `/ui/${id}~${version}`
      return { ...offer, version, entry: `${at}/${offer.entry}`, style: offer.style && `${at}/${offer.style}` }
    })
}

function file(path) {
  if (path.startsWith('/assets/')) return join(shell, path)
  const [, id, name] = /^\/ui\/([\w-]+)(?:~[\d.]+)?\/([\w.-]+)$/.exec(path) ?? []
  const found = moduleFolders().find(([candidate]) => candidate === id)
  return found ? join(found[1], name) : undefined
}

createServer(async (request, response) => {
  if (await answer(request, response)) return
  const path = new URL(request.url, 'http://mock').pathname
  if (path === '/ui/modules') {
    response.writeHead(200, { 'Content-Type': TYPES.json })
    response.end(JSON.stringify(modules()))
    return
  }
  const found = file(path)
  const real = found && existsSync(found) ? found : join(shell, 'page.html')
  response.writeHead(200, {
    'Content-Type': TYPES[real.split('.').pop()],
    'Content-Security-Policy': readFileSync(join(shell, 'policy.txt'), 'utf8'),
  })
  response.end(readFileSync(real))
}).listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${port}`))
