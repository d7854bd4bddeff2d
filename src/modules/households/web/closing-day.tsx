import { useWords } from '../../../web/kit/language/use-words.ts'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { useSession } from '../../../web/kit/session/session-context.tsx'
import { daysRunning } from '../rules/notice.ts'

/** The last day of a notice and, while it runs, how long that is still. */
export function ClosingDay({ day, running }: { day: string; running: boolean }) {
  const { t } = useWords()
  const { today } = useSession()
  return (
    <>
      <DayText day={day} />{' '}
      {running && <span className="quiet">{t('kit.day.left', { count: daysRunning(today, day) })}</span>}
    </>
  )
}
