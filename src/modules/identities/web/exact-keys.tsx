import { useWords } from '../../../web/kit/language/use-words.ts'
import { sameKeys } from '../rules/pair.ts'

/** What two records have exactly: numbers, the registered family, the house number. */
export function ExactKeys({ pair }: { pair: { exact: number; sameHouse: boolean } }) {
  const { t } = useWords()
  return sameKeys(pair)
    .map((key) => t(`pairs.exact.${key}`))
    .join(t('pairs.and'))
}
