import { useWords } from '../../../web/kit/language/use-words.ts'
import type { MatterState } from '../rules/matters.ts'
import './sites.css'

const looks = {
  open: ['○', 'site-open'],
  'to-recheck': ['◐', 'site-open'],
  overdue: ['!', 'site-bad'],
  done: ['✓', 'site-good'],
} as const

export function MatterStanding({ state }: { state: MatterState }) {
  const { t } = useWords()
  const [sign, look] = looks[state]
  return (
    <span className={look}>
      {sign} {t(`matters.state.${state}`)}
    </span>
  )
}
