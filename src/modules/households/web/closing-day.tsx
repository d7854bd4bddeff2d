import { useWords } from '../../../web/kit/language/use-words.ts'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { useSession } from '../../../web/kit/session/session-context.tsx'

/**
 * The last day of a notice and, while it runs, how long that is still: counted as every other day is. Before its board
 * hangs there is none.
 */
export function ClosingDay({ day, running }: { day: string | null; running: boolean }) {
  const { t } = useWords()
  const { today } = useSession()
  if (day === null) return <span className="quiet">{t('notice.closes.unposted')}</span>
  return <DayText day={day} {...(running && { today })} />
}
