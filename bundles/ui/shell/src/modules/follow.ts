import { live } from '@kontor/api'
import { watch } from 'vue'
import type { RouteLocationNormalizedLoaded, Router } from 'vue-router'
import { away, exchange, exchangeNow, moduleOf, newer, occupied, syncModules } from './loader'

const POLL_MILLISECONDS = 2000
/** Between leaving one field and entering the next, nobody is in the middle of something; that is no time to exchange. */
const QUIET_MILLISECONDS = 1200
const AGAIN_MILLISECONDS = 1500

function notReached(error: unknown): void {
  console.debug('The list of modules was not reached', error)
}

/**
 * Keeps watch by the event stream: at its hints, and once whenever it has opened, for what was said before. Only while it
 * is away and the page is seen, a look every two seconds takes its place; it costs one 304.
 */
export function watchModules(router: Router): void {
  const look = () => void syncModules(router).catch(notReached)
  live.subscribe((hint) => {
    if (hint.type === 'module' || hint.type === '*') look()
  })
  watch(live.connected, look)
  setInterval(() => {
    if (!live.connected.value && document.visibilityState === 'visible') look()
  }, POLL_MILLISECONDS)
}

/** Exchanges an open page for its newer version as soon as nobody is in the middle of something there; until stopped. */
export function exchangeWhenFree(router: Router): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  return watch(
    () => newer.size > 0 && !occupied.value(),
    (free) => {
      clearTimeout(timer)
      if (free) timer = setTimeout(() => void exchangeNow(router), QUIET_MILLISECONDS)
    },
  )
}

/** The same address, but the page that says why there is nothing. */
function awayFrom(to: RouteLocationNormalizedLoaded) {
  const rest = to.path.split('/').filter(Boolean)
  return { name: 'away', params: { rest }, query: to.query, hash: to.hash }
}

/** Nobody comes to a page of a module that is away; one whose script has gone with its version is looked for anew. */
export function guardPages(router: Router): void {
  let tried = ''
  router.beforeEach((to, from) => {
    const id = moduleOf(to)
    if (!id || to.path === from.path) return true
    if (away.has(id)) return awayFrom(to)
    if (!newer.has(id)) return true
    exchange(id, router)
    return to.fullPath
  })
  router.afterEach((to, from, failure) => {
    if (failure) return
    tried = ''
    if (newer.size && moduleOf(from) !== moduleOf(to)) void exchangeNow(router)
  })
  router.onError((error: unknown, to) => {
    if (!moduleOf(to)) return
    console.error(`The page ${to.path} could not be loaded`, error)
    const first = tried !== to.fullPath
    tried = to.fullPath
    void lookAgain(router, to, first)
  })
}

async function lookAgain(router: Router, to: RouteLocationNormalizedLoaded, first: boolean): Promise<void> {
  if (first) {
    await new Promise((resume) => setTimeout(resume, AGAIN_MILLISECONDS))
    await syncModules(router).catch(notReached)
  }
  // A second failure is told to the router's own listener, which is the one above.
  await router.push(first ? to.fullPath : awayFrom(to)).catch(() => undefined)
}
