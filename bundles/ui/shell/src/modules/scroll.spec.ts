import { describe, expect, it, vi } from 'vitest'
import { keepScroll } from './scroll'

/** A scrolling area of a page; jsdom knows no layout, so the test says how much there is. */
function area(place: HTMLElement, height: number): HTMLElement {
  const element = document.createElement('div')
  element.className = 'k-scroll'
  Object.defineProperty(element, 'scrollHeight', { value: height, configurable: true })
  Object.defineProperty(element, 'clientHeight', { value: 100 })
  element.scrollTo = ((to: ScrollToOptions) => (element.scrollTop = to.top ?? 0)) as HTMLElement['scrollTo']
  place.replaceChildren(element)
  return element
}

describe('a page that takes the place of another', () => {
  it('stands where the former one stood, once it is as long', async () => {
    const place = document.createElement('div')
    area(place, 1000).scrollTop = 400
    keepScroll(place)
    const next = area(place, 100)
    await new Promise((resume) => requestAnimationFrame(resume))
    expect(next.scrollTop).toBe(0)
    Object.defineProperty(next, 'scrollHeight', { value: 900 })
    await vi.waitFor(() => expect(next.scrollTop).toBe(400))
  })

  it('is left alone by then where somebody has scrolled it', async () => {
    const place = document.createElement('div')
    area(place, 1000).scrollTop = 400
    keepScroll(place)
    const next = area(place, 900)
    next.scrollTop = 20
    await new Promise((resume) => setTimeout(resume, 100))
    expect(next.scrollTop).toBe(20)
  })
})
