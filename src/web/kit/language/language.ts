import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language, Words } from '../../../kernel/words/words.ts'

const rememberedAs = 'qingnuan.language'

/**
 * Gives the screens their words. Chinese unless the person has chosen otherwise on this device; `?lang=en` in the
 * address chooses as well, so that a link can be sent in either language.
 */
export function startLanguage(all: readonly Words[]): void {
  // As the server joins them: the later module has the word; the words test finds those that disagree.
  const words: Words = Object.assign({}, ...all)
  const inLanguage = (language: Language) =>
    Object.fromEntries(Object.entries(words).map(([key, said]) => [key, said[language]]))
  void i18next.use(initReactI18next).init({
    lng: chosenLanguage(),
    resources: { zh: { translation: inLanguage('zh') }, en: { translation: inLanguage('en') } },
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
  document.documentElement.lang = htmlLanguage(i18next.language)
}

export function chooseLanguage(language: Language): void {
  void i18next.changeLanguage(language)
  document.documentElement.lang = htmlLanguage(language)
  try {
    localStorage.setItem(rememberedAs, language)
  } catch {
    // A browser that keeps nothing still switches; it only asks again next time.
  }
}

const htmlLanguage = (language: string): string => (language === 'en' ? 'en' : 'zh-CN')

function chosenLanguage(): Language {
  const asked = new URLSearchParams(location.search).get('lang')
  if (asked === 'zh' || asked === 'en') return asked
  try {
    return localStorage.getItem(rememberedAs) === 'en' ? 'en' : 'zh'
  } catch {
    return 'zh'
  }
}
