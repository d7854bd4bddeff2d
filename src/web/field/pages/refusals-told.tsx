import type { Refusal } from '../../../kernel/act/refusal.ts'
import { useWords } from '../../kit/language/use-words.ts'

/** What the door would refuse, told by the form beside the button that keeps the act. */
export function RefusalsTold({ refusals }: { refusals: readonly Refusal[] }) {
  const { t } = useWords()
  return refusals.map(({ code, facts }, i) => (
    <p key={i} role="alert">
      {t(`refusal.${code}`, { ...facts })} <span className="quiet">{t(`remedy.${code}`, { ...facts })}</span>
    </p>
  ))
}
