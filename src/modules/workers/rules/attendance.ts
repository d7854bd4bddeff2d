import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
import { addDays, type Day } from '../../../kernel/dates/day.ts'
import { isOnSite, type WorkerState } from './workers.ts'

export interface AttendanceFacts {
  lot: { contractor: string | null; supervisor: string | null }
  /** The village asked for belongs to the lot. */
  isOfLot: boolean
  workers: ReadonlyMap<string, WorkerState>
  /** Where somebody asked for is that day already, by worker. */
  there: ReadonlyMap<string, string>
}

export const mayRecord = ({ lot }: Pick<AttendanceFacts, 'lot'>): Refusal[] =>
  lot.contractor === null ? [refuse('attendance.no-contractor', ['§3.2.3'])] : []

/** Only people on the roll of this lot that day, one village a day each, and not long afterwards (§3.2.3). */
export function checkAttendance(
  facts: AttendanceFacts,
  asked: { lot: string; village: string; day: Day; workers: readonly string[] },
  within: number,
  today: Day,
): Refusal[] {
  const refusals: Refusal[] = []
  if (!facts.isOfLot) refusals.push(refuse('attendance.other-village', ['§3.2.3']))
  if (asked.day > today) refusals.push(refuse('attendance.day-ahead', ['§3.2.3'], { day: asked.day, today }))
  if (asked.day < addDays(today, -within))
    refusals.push(refuse('attendance.too-late', ['§3.2.3'], { day: asked.day, days: within }))
  const unknown = asked.workers.filter((id) => {
    const worker = facts.workers.get(id)
    return (
      worker?.firm !== facts.lot.contractor ||
      !worker?.postings.some((posting) => posting.lot === asked.lot && isOnSite(posting, asked.day))
    )
  })
  if (unknown.length > 0)
    refusals.push(refuse('attendance.not-on-site', ['§3.2.3'], { people: unknown.length }))
  const elsewhere = asked.workers.filter((id) => {
    const village = facts.there.get(id)
    return village !== undefined && village !== asked.village
  })
  if (elsewhere.length > 0)
    refusals.push(refuse('attendance.elsewhere', ['§3.2.3'], { people: elsewhere.length }))
  if (refusals.length === 0 && asked.workers.every((id) => facts.there.has(id)))
    refusals.push(refuse('attendance.all-there', ['§3.2.3']))
  return refusals
}

export const checkStrike = (isThere: boolean): Refusal[] =>
  isThere ? [] : [refuse('attendance.not-there', ['§3.2.3'])]
