import i18next from 'i18next'
import { type ReactNode, useMemo } from 'react'
import { initReactI18next, useTranslation } from 'react-i18next'
import { interpolation, type Language, type Words } from '../../../kernel/words/words.ts'
import { chosenLanguage, markLanguage, rememberLanguage } from './chosen-language.ts'
import { type Speech, SpeechContext } from './use-words.ts'

/** Gives i18next the words of all modules, in the language chosen on this device. */
export function startSpeaking(all: readonly Words[]): void {
  // As the server joins them: the later module has the word; the words test finds those that disagree.
  const words: Words = Object.assign({}, ...all)
  const inLanguage = (language: Language) =>
    Object.fromEntries(Object.entries(words).map(([key, said]) => [key, said[language]]))
  const language = chosenLanguage()
  void i18next.use(initReactI18next).init({
    lng: language,
    resources: { zh: { translation: inLanguage('zh') }, en: { translation: inLanguage('en') } },
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation,
    react: { useSuspense: false },
    showSupportNotice: false,
  })
  markLanguage(language)
}

/** The office's words: everything below speaks through i18next. */
export function SpokenWords({ children }: { children: ReactNode }) {
  const { t, i18n } = useTranslation()
  const speech = useMemo((): Speech => {
    const language: Language = i18n.language === 'en' ? 'en' : 'zh'
    const tell = (key: string, values: Record<string, unknown> = {}) => t(key, values)
    return {
      t: tell,
      find: (key, values) => (i18n.exists(key, values) ? tell(key, values) : undefined),
      pick: (said) => said[language] || said.zh,
      language,
      choose: (next) => {
        rememberLanguage(next)
        markLanguage(next)
        void i18n.changeLanguage(next)
      },
    }
  }, [t, i18n, i18n.language])
  return <SpeechContext value={speech}>{children}</SpeechContext>
}
