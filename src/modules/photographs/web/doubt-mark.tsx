import { useWords } from '../../../web/kit/language/use-words.ts'
import type { DoubtKind, DoubtState } from '../model.ts'
import './photographs.css'

const signs: Record<DoubtState, string> = { open: '◔', cleared: '✓', again: '↺' }

/** By sign and word, not by colour alone. */
export function DoubtMark({ state }: { state: DoubtState }) {
  const { t } = useWords()
  return (
    <span className={`doubt-mark-${state}`}>
      <span aria-hidden="true">{signs[state]}</span> {t(`doubt.state.${state}`)}
    </span>
  )
}

/** What was found, in words: what was measured, and the limit it passed. */
export function DoubtSaid({
  kind,
  measures,
}: {
  kind: DoubtKind
  measures: Record<string, number | string>
}) {
  const { t, find } = useWords()
  const detail = `doubt.says.${kind}.${measures['why'] ?? measures['from'] ?? ''}`
  return <>{t(find(detail) === undefined ? `doubt.says.${kind}` : detail, measures)}</>
}
