import { AvailableActs } from '../../../web/kit/acts/available-acts.tsx'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { BarState } from './bar-state.tsx'
import './suppliers.css'

/** The entries of one firm or model; the director lifts one where it stands. */
export function BarsPanel({ bars }: { bars: Answer<'firm.page'>['bars'] }) {
  const { t, pick } = useWords()
  const mayLift = useMay('bar.lift')
  if (bars.length === 0) return <p className="quiet">{t('bars.none')}</p>
  return (
    <ul className="bar-list">
      {bars.map((bar) => (
        <li key={bar.id}>
          <b>{t('bars.entry', { number: bar.number })}</b> {pick(bar.reason)} · <DayText day={bar.from} /> –{' '}
          {bar.to ? <DayText day={bar.to} /> : t('bars.for-good')} · <BarState bar={bar} />
          {bar.remark && <p>{bar.remark}</p>}
          {bar.liftedReason && <p className="quiet">{bar.liftedReason}</p>}
          {mayLift && (bar.inForce || bar.ahead) && <AvailableActs type="bar" id={bar.id} />}
        </li>
      ))}
    </ul>
  )
}
