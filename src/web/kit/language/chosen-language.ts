import type { Language } from '../../../kernel/words/words.ts'

const rememberedAs = 'qingnuan.language'

/**
 * Chinese unless the person has chosen otherwise on this device; `?lang=en` in the address chooses as well, so that
 * a link can be sent in either language.
 */
export function chosenLanguage(): Language {
  const asked = new URLSearchParams(location.search).get('lang')
  if (asked === 'zh' || asked === 'en') return asked
  try {
    return localStorage.getItem(rememberedAs) === 'en' ? 'en' : 'zh'
  } catch {
    return 'zh'
  }
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(rememberedAs, language)
  } catch {
    // A browser that keeps nothing still switches; it only asks again next time.
  }
}

/** Tells the browser and the screen reader which language the page is in. */
export function markLanguage(language: Language): void {
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN'
}
