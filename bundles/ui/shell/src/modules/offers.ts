import { earlyAnswer } from '@kontor/api'

/** A module's UI as `/ui/modules` lists it; the addresses are absolute paths. */
export interface Offer {
  id: string
  version: string
  kitApi: number
  entry: string
  style?: string
}

const LIST = '/ui/modules'
let tag: string | undefined

/** The list of modules, or undefined where it is the same as last time. */
export async function readOffers(): Promise<Offer[] | undefined> {
  const response = await (earlyAnswer(LIST) ??
    fetch(LIST, { headers: tag ? { 'If-None-Match': tag } : {}, cache: 'no-store' }))
  if (response.status === 304) return undefined
  if (!response.ok) throw new Error(`The list of modules answered ${response.status}`)
  const found = (await response.json()) as Offer[]
  tag = response.headers.get('ETag') ?? undefined
  return found
}

/** Resolves when the style sheet is there, so that a page is never seen bare. */
export function addStyle({ style }: Offer): Promise<void> {
  const there = style && document.querySelector<HTMLLinkElement>(`link[href="${style}"]`)
  if (!style || (there && there.sheet)) return Promise.resolve()
  const link = there || document.createElement('link')
  return new Promise((done, failed) => {
    link.addEventListener('load', () => done())
    link.addEventListener('error', () => {
      link.remove()
      failed(new Error(`The style sheet ${style} could not be loaded`))
    })
    if (!there) document.head.append(Object.assign(link, { rel: 'stylesheet', href: style }))
  })
}

/** Takes a former version's style sheet away, unless the new one has the same. */
export function removeStyle(former: Offer, now: Offer): void {
  if (former.style && former.style !== now.style) document.querySelector(`link[href="${former.style}"]`)?.remove()
}
