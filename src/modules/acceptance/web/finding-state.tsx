import { useWords } from '../../../web/kit/language/use-words.ts'
import type { FindingState } from '../model.ts'
import './acceptance.css'

const looks = {
  open: ['○', 'quiet'],
  'to-recheck': ['◐', 'quiet'],
  overdue: ['!', 'visit-fails'],
  closed: ['✓', 'visit-passes'],
} as const

export function FindingStanding({ state }: { state: FindingState }) {
  const { t } = useWords()
  const [sign, look] = looks[state]
  return (
    <span className={look}>
      <span aria-hidden="true">{sign}</span> {t(`findings.state.${state}`)}
    </span>
  )
}
