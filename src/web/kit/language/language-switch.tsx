import { useWords } from './use-words.ts'

/** One button naming the other language, in that language. */
export function LanguageSwitch() {
  const { language, choose } = useWords()
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <button
      type="button"
      className="language-switch"
      lang={other === 'en' ? 'en' : 'zh-CN'}
      onClick={() => choose(other)}
    >
      {other === 'en' ? 'English' : '中文'}
    </button>
  )
}
