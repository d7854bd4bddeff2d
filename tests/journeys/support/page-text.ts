import type { Page } from 'playwright-core'
import type { Language } from '../../../src/kernel/words/words.ts'
import { wordsOf } from './words.ts'

const ofOther: Record<Language, Set<string>> = { zh: wordsOf('en'), en: wordsOf('zh') }

/** A text people can see, and the parts of the frame it stands in. */
interface SeenText {
  text: string
  /** Spoken by the program, never by the data: a menu, a button, a table's head, a label, a tab. */
  isControl: boolean
  isHeading: boolean
  /** Marked as another language, a name or a code. */
  isMarked: boolean
}

/** What is wrong with what the page says: keys in the place of words, holes, words of the other language. */
export async function wrongTexts(page: Page, language: Language): Promise<string[]> {
  const seen = await seenTexts(page)
  return seen.flatMap((each) => {
    const wrong = wrongWith(each, language)
    return wrong ? [`${wrong}: ${each.text.slice(0, 80)}`] : []
  })
}

function wrongWith(
  { text, isControl, isHeading, isMarked }: SeenText,
  language: Language,
): string | undefined {
  if (/\{\{|\$t\(|\[object |\bundefined\b|\bNaN\b|Invalid Date/.test(text)) return 'a hole'
  if (isMarked) return undefined
  if (
    /^[a-z][\w-]*(\.[a-z0-9][\w-]*)+$/i.test(text) &&
    !/\.(xlsx|png|pdf|jpe?g|csv|ndjson|json)$/i.test(text)
  )
    return 'a word key'
  if (ofOther[language].has(text)) return 'words of the other language'
  if (language === 'en' && (isControl || isHeading) && /\p{Script=Han}/u.test(withoutNames(text)))
    return 'Chinese in the frame'
  if (language === 'zh' && isControl && /^[A-Za-z][a-z]+( [A-Za-z]+)*[.:?]?$/.test(text))
    return 'English in the frame'
  return undefined
}

/** Names stay as they are written: of places, people, firms, papers and whatever carries the mark of synthetic data. */
const withoutNames = (text: string): string =>
  text
    .replace(/\S*[((]模拟[))]\S*/gu, '')
    .replace(/\p{Script=Han}+(镇|街道|市|县|村|标段)/gu, '')
    .replace(/取暖季/gu, '')
    .replace(/(^|: |from )\p{Script=Han}{2,4}$/u, '')

async function seenTexts(page: Page): Promise<SeenText[]> {
  return page.evaluate(() => {
    const controls =
      'nav a, nav .ant-menu-item-group-title, button, [role=tab], thead th, dt, label, legend, summary, .ant-segmented-item, .ant-select-placeholder'
    const texts: { text: string; isControl: boolean; isHeading: boolean; isMarked: boolean }[] = []
    const take = (text: string, element: Element) => {
      const trimmed = text.replace(/\s+/g, ' ').trim()
      if (trimmed === '' || !(element instanceof HTMLElement || element instanceof SVGElement)) return
      if (element.closest('script, style, noscript, title')) return
      const isShown = element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      if (!isShown) return
      texts.push({
        text: trimmed,
        isControl: element.closest(controls) !== null,
        isHeading: element.closest('h1, h2, h3') !== null,
        isMarked: element.closest('code, [lang]:not(html), .language-switch, .top-account, .brand') !== null,
      })
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (node.parentElement) take(node.textContent ?? '', node.parentElement)
    // An icon beside words says nothing of its own.
    for (const field of document.querySelectorAll('[placeholder], [aria-label], [title]'))
      for (const name of field.closest('.anticon') ? [] : ['placeholder', 'aria-label', 'title'])
        take(field.getAttribute(name) ?? '', field)
    return texts
  })
}

/** How far the page goes beyond the window's side, in px, with what reaches furthest. */
export async function sidewaysOverflow(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    const scrolls = (element: Element): boolean => {
      for (let at = element.parentElement; at && at !== document.body; at = at.parentElement)
        if (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(at).overflowX)) return true
      return false
    }
    const far = [...document.querySelectorAll('body *')]
      .filter((element) => !element.closest('.sr-only, .skip') && element.checkVisibility())
      .map((element) => ({ element, right: element.getBoundingClientRect().right }))
      .filter(({ element, right }) => right > clientWidth + 1 && !scrolls(element))
      .sort((a, b) => b.right - a.right)[0]
    if (scrollWidth <= clientWidth && !far) return undefined
    const what =
      far && `${far.element.tagName.toLowerCase()}.${far.element.className} to ${Math.round(far.right)}`
    return `${scrollWidth} of ${clientWidth} px; ${what ?? ''}`
  })
}
