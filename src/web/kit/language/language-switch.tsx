import { chooseLanguage } from './language.ts'
import { useWords } from './use-words.ts'

/** One button naming the other language, in that language. */
export function LanguageSwitch() {
  const { language } = useWords()
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <button
      type="button"
      className="language-switch"
      lang={other === 'en' ? 'en' : 'zh-CN'}
      onClick={() => chooseLanguage(other)}
    >
      {other === 'en' ? 'English' : '中文'}
    </button>
  )
}
