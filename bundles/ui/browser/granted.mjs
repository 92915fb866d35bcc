import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'

// A stopwatch that runs only as fast as this machine is allowed to work: where a hypervisor gives the processors to
// others ("steal" of proc(5)), everything is slower by that share, and so is the watch. Elsewhere it is the clock.

/** What the processors did for this machine, and what they should have done but did for others, in ticks. */
function use() {
  let line
  try {
    line = readFileSync('/proc/stat', 'utf8').split('\n', 1)[0]
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
    return { worked: 0, stolen: 0 }
  }
  const [, user, nice, system, , , irq = 0, softirq = 0, steal = 0] = line.split(/\s+/).map(Number)
  return { worked: user + nice + system + irq + softirq, stolen: steal }
}

/** Begins; what it answers tells the milliseconds that were granted since. */
export function stopwatch() {
  const [began, before] = [performance.now(), use()]
  return () => {
    const now = use()
    const worked = now.worked - before.worked
    const wanted = worked + now.stolen - before.stolen
    return Math.round((performance.now() - began) * (wanted > 0 ? worked / wanted : 1))
  }
}

/** What is awaited happens in time. */
export async function within(milliseconds, what, awaited) {
  const took = stopwatch()
  await awaited
  const granted = took()
  assert.ok(granted <= milliseconds, `${what}: after ${granted} ms, at most ${milliseconds} ms`)
}
