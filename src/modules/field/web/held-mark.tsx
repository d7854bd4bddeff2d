import { useWords } from '../../../web/kit/language/use-words.ts'
import type { HeldState } from '../model.ts'
import './field.css'

const signs: Record<HeldState, string> = { held: '◔', applied: '✓', 'set-aside': '✕' }

/** By sign and word, not by colour alone. */
export function HeldMark({ state }: { state: HeldState }) {
  const { t } = useWords()
  return (
    <span className={`held-mark held-mark-${state}`}>
      <span aria-hidden="true">{signs[state]}</span> {t(`held.state.${state}`)}
    </span>
  )
}
