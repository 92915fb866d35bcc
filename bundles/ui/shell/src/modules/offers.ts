/** A module's UI as `/ui/modules` lists it; the addresses are absolute paths. */
export interface Offer {
  id: string
  version: string
  kitApi: number
  entry: string
  style?: string
}

let tag: string | undefined

/** The list of modules, or undefined where it is the same as last time. */
export async function readOffers(): Promise<Offer[] | undefined> {
  const response = await fetch('/ui/modules', { headers: tag ? { 'If-None-Match': tag } : {}, cache: 'no-store' })
  if (response.status === 304) return undefined
  if (!response.ok) throw new Error(`The list of modules answered ${response.status}`)
  const found = (await response.json()) as Offer[]
  tag = response.headers.get('ETag') ?? undefined
  return found
}

/** Resolves when the style sheet is there, so that a page is never seen bare. */
export function addStyle({ style }: Offer): Promise<void> {
  if (!style || document.querySelector(`link[href="${style}"]`)) return Promise.resolve()
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = style
  document.head.append(link)
  return new Promise((done, failed) => {
    link.onload = () => done()
    link.onerror = () => {
      link.remove()
      failed(new Error(`The style sheet ${style} could not be loaded`))
    }
  })
}

/** Takes a former version's style sheet away, unless the new one has the same. */
export function removeStyle(former: Offer, now: Offer): void {
  if (former.style && former.style !== now.style) document.querySelector(`link[href="${former.style}"]`)?.remove()
}
