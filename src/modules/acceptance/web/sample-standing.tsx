import { useWords } from '../../../web/kit/language/use-words.ts'
import type { SampleStanding } from '../model.ts'
import './acceptance.css'

const looks: Record<SampleStanding, { sign: string; look: string }> = {
  none: { sign: '○', look: 'quiet' },
  short: { sign: '!', look: 'sign-off-warning' },
  open: { sign: '!', look: 'sign-off-warning' },
  failed: { sign: '✕', look: 'visit-fails' },
  passed: { sign: '✓', look: 'visit-passes' },
}

/** Where a village's sample stands, by colour and sign. */
export function Standing({ standing }: { standing: SampleStanding }) {
  const { t } = useWords()
  const { sign, look } = looks[standing]
  return (
    <span className={look}>
      <span aria-hidden="true">{sign}</span> {t(`samples.standing.${standing}`)}
    </span>
  )
}
