import { useWords } from '../../kit/language/use-words.ts'
import type { KeptState } from '../store/database.ts'

const signs: Record<KeptState, [sign: string, words: string]> = {
  waiting: ['◔', 'out.waiting'],
  done: ['✓', 'out.sent'],
  held: ['!', 'out.held'],
  applied: ['✓', 'out.applied'],
  'set-aside': ['✕', 'out.set-aside'],
}

/** What became of an act, by sign and word. */
export function StateMark({ state }: { state: KeptState }) {
  const { t } = useWords()
  const [sign, words] = signs[state]
  return (
    <span className={`out-state out-state-${state}`}>
      <span aria-hidden="true">{sign}</span> {t(words)}
    </span>
  )
}
