import { useWords } from '../../../web/kit/language/use-words.ts'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import './suppliers.css'

interface Props {
  awardedOn: string | null
  tender: { due: string; daysLeft: number } | null
}

/** A lot against the tender's milestone (§3.2.0): awarded in time or late, or the days left. */
export function TenderStanding({ awardedOn, tender }: Props) {
  const { t } = useWords()
  if (!tender) return <DayText day={awardedOn} />
  const late = -tender.daysLeft
  if (awardedOn)
    return (
      <span>
        <DayText day={awardedOn} />{' '}
        <span className={late > 0 ? 'tender-late' : 'quiet'}>
          {late > 0 ? t('lots.awarded-late', { count: late }) : t('lots.in-time')}
        </span>
      </span>
    )
  return (
    <span className={late > 0 ? 'tender-late' : undefined}>
      {t('lots.not-awarded')} ·{' '}
      {late > 0 ? t('lots.overdue', { count: late }) : t('kit.day.left', { count: tender.daysLeft })}
    </span>
  )
}
