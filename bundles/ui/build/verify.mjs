import { spawn } from 'node:child_process'
import { root } from './location.mjs'

// Every check of the pages, side by side, because each keeps one processor busy; what they say comes one after the other.
const CHECKS = ['test', 'check', 'lint']

function run(check) {
  return new Promise((ended) => {
    const said = []
    const child = spawn('npm', ['run', '--silent', check], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.on('data', (data) => said.push(data))
    child.stderr.on('data', (data) => said.push(data))
    child.on('error', (error) => said.push(Buffer.from(`${error.message}\n`)))
    child.on('close', (code) => ended({ check, code, said: Buffer.concat(said).toString() }))
  })
}

const results = await Promise.all(CHECKS.map(run))
for (const { check, code, said } of results) {
  console.log(`--- npm run ${check}: ${code === 0 ? 'well' : 'failed'}\n${said}`)
}
if (results.some(({ code }) => code !== 0)) process.exit(1)
