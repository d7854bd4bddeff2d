import { useWords } from '../../../web/kit/language/use-words.ts'
import type { WageState } from '../rules/wages.ts'
import './workers.css'

const signs: Record<WageState, string> = {
  nothing: '·',
  open: '○',
  paid: '✓',
  'paid-late': '✓!',
  late: '!',
  escalated: '✕',
}

/** How a month's wages stand: by colour, sign and word. */
export function WageMark({ state }: { state: WageState }) {
  const { t } = useWords()
  return (
    <span className={`wage-state-${state}`}>
      {signs[state]} {t(`wages.state.${state}`)}
    </span>
  )
}
