import type { Answer } from '../../../web/kit/api/names.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'

/** When the crew comes, and what was moved and why. */
export function Appointments({ appointments }: Answer<'home.appointments'>) {
  const { t } = useWords()
  if (appointments.length === 0) return <p className="quiet">{t('appointments.none')}</p>
  return (
    <ul className="bar-list">
      {appointments.map(({ id, day, half, movedOn, reason }) => (
        <li key={id} className={movedOn ? 'quiet' : undefined}>
          <DayText day={day} /> {t(`choice.half.${half}`)}
          {movedOn && ` · ${t('appointments.moved', { reason })}`}
        </li>
      ))}
    </ul>
  )
}
