import { wordsOf } from './browser.mjs'

/** Words that were written down as data in the language of the set-up, and names that are the same everywhere. */
const DATA = /^(pipeline\.(stages|names|reasons)|shell\.palette\.language|demo)\./

/** Texts of this language's page that are the product's own English words, though the language has others for them. */
export async function foreignTexts(page, language) {
  if (language === 'en') return []
  const [english, spoken] = [wordsOf('en'), wordsOf(language)]
  const own = new Set(Object.values(spoken))
  const foreign = Object.entries(english)
    .filter(([key, text]) => !DATA.test(key) && text.length > 3 && !own.has(text) && spoken[key] !== text)
    .map(([, text]) => text)
  return page.evaluate((texts) => {
    const unwanted = new Set(texts)
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.data.trim()
      if (unwanted.has(text) && node.parentElement.checkVisibility()) found.push(text)
    }
    return found
  }, foreign)
}

/**
 * Texts that do not fit: beyond what cuts them off, beyond their own element, or beyond the screen. Dots are fine for
 * people's data where the whole text is told in a tooltip; the product's own words are never cut.
 */
export async function cutTexts(page, language) {
  return page.evaluate(
    (own) => {
      const words = new Set(own)
      const found = []
      const tell = (kind, element, text) =>
        found.push(
          `${kind}: “${text.slice(0, 60)}” in ${element.tagName.toLowerCase()}.${[...element.classList].join('.')}`,
        )

      function clipOf(element) {
        for (let at = element; at && at !== document.body; at = at.parentElement) {
          const { overflowX } = getComputedStyle(at)
          if (overflowX === 'auto' || overflowX === 'scroll') return undefined
          if (overflowX === 'hidden' || overflowX === 'clip') return at
        }
        return document.documentElement
      }

      function dotted(element, text) {
        element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }))
        const told = element.closest('[title]')?.title ?? ''
        if (!told.includes(text)) tell('cut without a tooltip', element, text)
        else if (words.has(text)) tell('own words cut', element, text)
      }

      function check(node) {
        const text = node.data.trim()
        const element = node.parentElement
        if (!text || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return
        if (element.closest('.k-hidden, svg, option, noscript, style, script')) return
        const range = document.createRange()
        range.selectNodeContents(node)
        const box = range.getBoundingClientRect()
        if (!box.width || !box.height) return
        const clip = clipOf(element)
        // Only for screen readers: shown to nobody.
        if (clip && clip.clientWidth <= 1) return
        if (clip) {
          const edge = clip.getBoundingClientRect()
          if (box.right > edge.right + 1 || box.left < edge.left - 1) {
            if (getComputedStyle(clip).textOverflow === 'ellipsis') dotted(clip, text)
            else if (box.left < edge.right && box.right > edge.left) tell('cut off', element, text)
          }
        }
        const style = getComputedStyle(element)
        if (style.display === 'inline' || style.overflowX !== 'visible') return
        const own = element.getBoundingClientRect()
        if (box.right > own.right + 2 || box.left < own.left - 2) tell('spills', element, text)
      }

      const pen = document.createElement('canvas').getContext('2d')
      function checkControl(control) {
        const text =
          control.tagName === 'SELECT' ? control.selectedOptions[0]?.text : control.value || control.placeholder
        if (!text || !control.checkVisibility()) return
        const style = getComputedStyle(control)
        pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
        const room = control.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)
        if (room > 0 && pen.measureText(text).width > room + 1) tell('does not fit', control, text)
      }

      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) check(node)
      document
        .querySelectorAll('input:not([type=hidden]):not([type=radio]):not([type=checkbox]), select')
        .forEach(checkControl)
      return found
    },
    Object.values(wordsOf(language)),
  )
}
