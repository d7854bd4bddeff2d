import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { useSession } from '../../../web/kit/session/session-context.tsx'

/** The last day of a notice and, while it runs, how long that is still: counted as every other day is. */
export function ClosingDay({ day, running }: { day: string; running: boolean }) {
  const { today } = useSession()
  return <DayText day={day} {...(running && { today })} />
}
