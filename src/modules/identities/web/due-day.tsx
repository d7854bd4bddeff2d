import { Blank } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { useSession } from '../../../web/kit/session/session-context.tsx'

/** The day papers are to be there, and how long that is still, or since; blank where none was set. */
export function DueDay({ day }: { day: string | null }) {
  const { today } = useSession()
  return day ? <DayText day={day} today={today} /> : <Blank />
}
