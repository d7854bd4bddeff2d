import { useWords } from '../../../web/kit/language/use-words.ts'
import type { PlanStanding as Standing } from '../rules/plans.ts'
import './sites.css'

const looks = {
  none: ['○', 'site-open'],
  proposed: ['○', 'site-open'],
  agreed: ['✓', 'site-good'],
  declined: ['✕', 'site-bad'],
  done: ['✓', 'site-good'],
} as const

export function PlanStanding({ state }: { state: Standing }) {
  const { t } = useWords()
  const [sign, look] = looks[state]
  return (
    <span className={look}>
      {sign} {t(`plans.state.${state}`)}
    </span>
  )
}
