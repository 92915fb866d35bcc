import { live, toProblem } from '@kontor/api'
import { KIT_API, modules, type UiModule } from '@kontor/kit'
import { shallowReactive, shallowRef } from 'vue'
import { createRouterMatcher, START_LOCATION, type RouteMeta, type Router } from 'vue-router'
import { addTexts } from '../i18n'
import { addStyle, readOffers, removeStyle, type Offer } from './offers'

export interface Failure {
  id: string
  version: string
  reason: string
}

/** Modules whose UI could not be loaded, with the reason, for the notice and the diagnostics page. */
export const failures = shallowReactive(new Map<string, Failure>())
export const offers = shallowRef<Offer[]>([])
/** False until the list of modules has been worked through once. */
export const settled = shallowRef(false)
/** Modules that were here and have gone; an open page of one stays as it is and says so. */
export const away = shallowReactive(new Set<string>())
/** Modules of which a newer version is here than the open page shows, because somebody is in the middle of something. */
export const newer = shallowReactive(new Set<string>())
/** Whether somebody is in the middle of something on the open page; the page puts its answer here. */
export const occupied = shallowRef<() => boolean>(() => false)

/** An update that is over by then leaves the menu in peace; a module that goes for good is out of it within two seconds. */
const GRACE_MILLISECONDS = 900

/** What of a module has come; `shown` is the version whose routes are in place. */
interface Present {
  offer: Offer
  module: UiModule
  shown?: { offer: Offer; removals: (() => void)[] }
}

const present = new Map<string, Present>()
const leaving = new Map<string, ReturnType<typeof setTimeout>>()
/** How often the script at an address could not be loaded. */
const failed = new Map<string, number>()
let running: Promise<void> | undefined
let next: Promise<void> | undefined

/** The module that a page came with; undefined for the shell's own. */
export function moduleOf(route: { meta: RouteMeta }): string | undefined {
  return route.meta.module
}

/** Puts the newest routes of a module in place; what is open stays open until it is shown again. */
export function exchange(id: string, router: Router): void {
  newer.delete(id)
  const one = present.get(id)
  if (!one || one.shown?.offer.entry === one.offer.entry) return
  one.shown?.removals.forEach((remove) => remove())
  if (one.shown) removeStyle(one.shown.offer, one.offer)
  const removals = (one.module.routes ?? []).map((route) =>
    router.addRoute('frame', { ...route, meta: { ...route.meta, module: id } }),
  )
  one.shown = { offer: one.offer, removals }
}

/** Shows at the same address what stands there now, unless that is what is shown already. */
export async function showAgain(router: Router): Promise<void> {
  const here = router.currentRoute.value
  const now = router.resolve(here.fullPath)
  const id = moduleOf(now)
  const same = now.matched[now.matched.length - 1] === here.matched[here.matched.length - 1]
  if (same || (id ? away.has(id) : !moduleOf(here))) return
  await router.replace(here.fullPath)
}

/** Shows the new version of the open page now, whatever is in the middle there. */
export async function exchangeNow(router: Router): Promise<void> {
  for (const id of [...newer]) exchange(id, router)
  if (settled.value) await showAgain(router)
}

async function load(offer: Offer): Promise<UiModule> {
  if (offer.kitApi !== KIT_API) {
    throw new Error(`It needs version ${offer.kitApi} of the kit; this is version ${KIT_API}`)
  }
  // A browser may remember that an address has failed.
  const attempt = failed.get(offer.entry)
  const entry = attempt ? `${offer.entry}?${attempt}` : offer.entry
  const [loaded] = await Promise.all([
    import(/* @vite-ignore */ entry) as Promise<{ default: UiModule }>,
    addStyle(offer),
  ])
  if (!settled.value) beginPage(loaded.default)
  await addTexts(offer.id, loaded.default.i18n)
  return loaded.default
}

/** The page at this address comes while its words are still on their way; whoever opens it is told if it does not. */
function beginPage({ routes = [] }: UiModule): void {
  const { matched } = createRouterMatcher(routes, {}).resolve({ path: location.pathname }, START_LOCATION)
  const page: unknown = matched[matched.length - 1]?.components?.default
  if (typeof page === 'function') Promise.resolve(page()).catch(() => undefined)
}

/** Takes the module in, unless the list has another one by now. An open page is not taken from under somebody. */
function adopt(offer: Offer, module: UiModule, router: Router): void {
  if (!offers.value.some(({ entry }) => entry === offer.entry)) return
  const { id } = offer
  const shown = present.get(id)?.shown
  present.set(id, { offer, module, ...(shown ? { shown } : {}) })
  failures.delete(id)
  welcome(id)
  const open = moduleOf(router.currentRoute.value) === id
  if (open && shown && shown.offer.entry !== offer.entry && occupied.value()) newer.add(id)
  else exchange(id, router)
}

/** Its menu and blocks are here; pages that were open while it was away ask again for what they show. */
function welcome(id: string): void {
  const one = present.get(id)
  if (!one) return
  if (modules.get(id) !== one.module) modules.set(id, one.module)
  if (away.delete(id)) live.refresh()
}

/** What is here already stays when its successor cannot be loaded. */
async function bring(offer: Offer, router: Router): Promise<void> {
  try {
    adopt(offer, await load(offer), router)
  } catch (error) {
    failed.set(offer.entry, (failed.get(offer.entry) ?? 0) + 1)
    const reason = toProblem(error).message
    if (failures.get(offer.id)?.reason === reason) return
    console.error(`The pages of the module ${offer.id} could not be loaded`, error)
    failures.set(offer.id, { id: offer.id, version: offer.version, reason })
  }
}

function leave(id: string): void {
  leaving.delete(id)
  modules.delete(id)
  newer.delete(id)
  away.add(id)
}

async function reconcile(router: Router): Promise<void> {
  const ids = new Set(offers.value.map(({ id }) => id))
  for (const id of failures.keys()) if (!ids.has(id)) failures.delete(id)
  for (const id of present.keys()) {
    if (ids.has(id)) {
      clearTimeout(leaving.get(id))
      leaving.delete(id)
    } else if (!away.has(id) && !leaving.has(id)) {
      leaving.set(
        id,
        setTimeout(() => leave(id), GRACE_MILLISECONDS),
      )
    }
  }
  const arriving = offers.value.map(async (offer) => {
    if (present.get(offer.id)?.offer.entry === offer.entry) welcome(offer.id)
    else await bring(offer, router)
  })
  await Promise.all(arriving)
  if (settled.value) await showAgain(router)
}

async function refresh(router: Router): Promise<void> {
  const found = await readOffers()
  if (found) offers.value = found
  if (found || failures.size) await reconcile(router)
}

function begin(router: Router): Promise<void> {
  return refresh(router).finally(() => {
    running = undefined
    settled.value = true
  })
}

/**
 * Brings the modules in line with the server's list: new ones come, gone ones go, changed ones are exchanged. Whoever
 * asks while it is being done gets a second look afterwards, because the list may have been read before the change.
 */
export function syncModules(router: Router): Promise<void> {
  if (!running) return (running = begin(router))
  next ??= running
    .catch(() => undefined)
    .then(() => {
      next = undefined
      return (running = begin(router))
    })
  return next
}
