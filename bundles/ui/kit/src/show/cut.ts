/**
 * A text that is cut with dots tells all of it in a tooltip: set when the pointer or the focus comes near, so that no
 * page has to know which of its texts will not fit. Ends by the signal.
 */
export function tellCutTexts(signal?: AbortSignal): void {
  const tell = (event: Event) => {
    if (!(event.target instanceof Element)) return
    const inside = event.target.querySelectorAll<HTMLElement>('.k-truncate')
    const around = event.target.closest<HTMLElement>('.k-truncate')
    for (const element of [...(inside.length < 12 ? inside : []), ...(around ? [around] : [])]) {
      const cut = element.scrollWidth > element.clientWidth
      if (cut && (!element.title || 'cut' in element.dataset)) {
        element.title = element.textContent?.trim() ?? ''
        element.dataset.cut = ''
      } else if (!cut && 'cut' in element.dataset) {
        element.removeAttribute('title')
        delete element.dataset.cut
      }
    }
  }
  const options = { passive: true, ...(signal ? { signal } : {}) }
  document.addEventListener('mouseover', tell, options)
  document.addEventListener('focusin', tell, options)
}
