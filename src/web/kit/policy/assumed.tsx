import { useWords } from '../language/use-words.ts'

/** Marks a value the plan does not fix: the county must put its own here. */
export function Assumed() {
  const { t } = useWords()
  return (
    <abbr className="assumed" title={t('kit.assumed.why')}>
      {t('kit.assumed')}
    </abbr>
  )
}
