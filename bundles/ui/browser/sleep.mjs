import { readdirSync, readFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'

/**
 * A wire between a browser and the product that can be cut as a sleeping laptop's is: nothing passes and nobody is told.
 * When it is mended, every old connection turns out to be dead, and new ones pass.
 */
export async function wire(base) {
  const { hostname, port } = new URL(base)
  const sockets = new Set()
  let cut = false

  function keep(socket, other) {
    sockets.add(socket)
    socket.on('data', (data) => cut || other.destroyed || other.write(data))
    socket.on('error', () => other.destroy())
    socket.on('close', () => {
      sockets.delete(socket)
      if (!cut) other.destroy()
    })
  }

  const server = createServer((near) => {
    const far = connect(Number(port), hostname)
    keep(near, far)
    keep(far, near)
  })
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    cut: () => (cut = true),
    mend: () => {
      sockets.forEach((socket) => socket.destroy())
      cut = false
    },
    close: () => {
      sockets.forEach((socket) => socket.destroy())
      server.close()
    },
  }
}

/** All processes that this one has started, and those that they have: its browsers. */
function descendants() {
  const parents = new Map()
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      parents.set(Number(pid), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
    } catch {
      // It has ended in between.
    }
  }
  const ours = (pid) => pid > 1 && (parents.get(pid) === process.pid || ours(parents.get(pid) ?? 0))
  return [...parents.keys()].filter(ours)
}

/** The lid of the machine: closed, none of the browser's processes runs, so neither timers nor network do. */
export const lid = {
  close: () => descendants().forEach((pid) => process.kill(pid, 'SIGSTOP')),
  open: () => descendants().forEach((pid) => process.kill(pid, 'SIGCONT')),
}
