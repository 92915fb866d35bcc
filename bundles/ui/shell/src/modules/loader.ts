import { live, toProblem } from '@kontor/api'
import { KIT_API, modules, type UiModule } from '@kontor/kit'
import { shallowReactive, shallowRef, watch } from 'vue'
import type { Router } from 'vue-router'
import { addTexts } from '../i18n'

/** A module's UI as `/ui/modules` lists it; the addresses are absolute paths. */
export interface Offer {
  id: string
  version: string
  kitApi: number
  entry: string
  style?: string
}

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

const POLL_MILLISECONDS = 2000
const undo = new Map<string, () => void>()
const present = new Map<string, string>()
let tag: string | undefined
let running: Promise<void> | undefined

function adopt(module: UiModule, router: Router): void {
  const removals = (module.routes ?? []).map((route) =>
    router.addRoute('frame', { ...route, meta: { ...route.meta, module: module.id } }),
  )
  modules.set(module.id, module)
  undo.set(module.id, () => {
    removals.forEach((remove) => remove())
    modules.delete(module.id)
  })
}

function dismiss(id: string): void {
  undo.get(id)?.()
  undo.delete(id)
  present.delete(id)
  failures.delete(id)
}

/** Resolves when the style sheet is there, so that a page is never seen bare; a missing one is reported, not waited for. */
function addStyle(offer: Offer): Promise<void> {
  if (!offer.style || document.querySelector(`link[href="${offer.style}"]`)) return Promise.resolve()
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = offer.style
  document.head.append(link)
  return new Promise((done, failed) => {
    link.onload = () => done()
    link.onerror = () => failed(new Error(`The style sheet ${link.href} could not be loaded`))
  })
}

async function bring(offer: Offer, router: Router): Promise<void> {
  try {
    if (offer.kitApi !== KIT_API) {
      throw new Error(`It needs version ${offer.kitApi} of the kit; this is version ${KIT_API}`)
    }
    const [loaded] = await Promise.all([
      import(/* @vite-ignore */ offer.entry) as Promise<{ default: UiModule }>,
      addStyle(offer),
    ])
    await addTexts(offer.id, loaded.default.i18n)
    dismiss(offer.id)
    adopt(loaded.default, router)
  } catch (error) {
    console.error(`The pages of the module ${offer.id} could not be loaded`, error)
    failures.set(offer.id, { id: offer.id, version: offer.version, reason: toProblem(error).message })
  }
  present.set(offer.id, offer.entry)
}

async function refresh(router: Router): Promise<void> {
  const response = await fetch('/ui/modules', { headers: tag ? { 'If-None-Match': tag } : {}, cache: 'no-store' })
  if (response.status === 304) return
  if (!response.ok) throw new Error(`The list of modules answered ${response.status}`)
  tag = response.headers.get('ETag') ?? undefined
  const found = (await response.json()) as Offer[]
  const ids = new Set(found.map((offer) => offer.id))
  for (const id of [...present.keys()]) if (!ids.has(id)) dismiss(id)
  await Promise.all(found.filter((offer) => present.get(offer.id) !== offer.entry).map((offer) => bring(offer, router)))
  offers.value = found
  const here = router.currentRoute.value
  const changed = here.matched[here.matched.length - 1]
  const now = router.resolve(here.fullPath).matched
  if (settled.value && now[now.length - 1] !== changed) await router.replace(here.fullPath)
}

/** Brings the modules in line with the server's list: new ones come, gone ones go, changed ones are exchanged. */
export async function syncModules(router: Router): Promise<void> {
  running ??= refresh(router).finally(() => {
    running = undefined
    settled.value = true
  })
  return running
}

/**
 * Keeps watch by the event stream: at its hints, and once whenever it has opened, for what was said before. Only while it
 * is away and the page is seen, a look every two seconds takes its place; it costs one 304.
 */
export function watchModules(router: Router): void {
  const look = () =>
    syncModules(router).catch((error: unknown) => console.debug('The list of modules was not reached', error))
  live.subscribe((hint) => {
    if (hint.type === 'module' || hint.type === '*') void look()
  })
  watch(live.connected, () => void look())
  setInterval(() => {
    if (!live.connected.value && document.visibilityState === 'visible') void look()
  }, POLL_MILLISECONDS)
}
