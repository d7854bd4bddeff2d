import { useWords } from '../../../web/kit/language/use-words.ts'
import { sameKeys, sameNumbers } from '../rules/pair.ts'

/** Two found different still share a number the rules ask for (§4.4): only a correction changes their answers. */
export function SameNumbers({ pair }: { pair: { earlier: boolean; exact: number } }) {
  const { t } = useWords()
  const same = pair.earlier ? 0 : sameNumbers(pair)
  if (same === 0) return null
  const keys = sameKeys({ exact: same, sameHouse: false }).map((key) => t(`pairs.exact.${key}`))
  return (
    <p className="quiet" role="status">
      {t('pair.different.numbers', { keys: keys.join(t('pairs.and')) })}
    </p>
  )
}
