import { useWords } from '../../../web/kit/language/use-words.ts'

/** Which numbers two records have exactly. */
export function ExactKeys({ exact }: { exact: number }) {
  const { t } = useWords()
  const keys = ([1, 2, 4] as const).filter((bit) => (exact & bit) > 0)
  return keys.map((bit) => t(`pairs.exact.${bit}`)).join(t('pairs.and'))
}
