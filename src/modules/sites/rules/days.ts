import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
import { addDays, type Day } from '../../../kernel/dates/day.ts'
import { type Stage } from '../../households/stages.ts'

export const weathers = ['fine', 'cloudy', 'rain', 'snow', 'wind'] as const
export const halves = ['morning', 'afternoon', 'day'] as const
export type Half = (typeof halves)[number]

/** A day's report is of a village of an awarded lot, once a day, and not long afterwards. */
export function checkReport(
  { isThere }: { isThere: boolean },
  { day }: { day: Day },
  within: number,
  today: Day,
): Refusal[] {
  const refusals: Refusal[] = []
  if (day > today) refusals.push(refuse('report.day-ahead', ['§3.2.1'], { day, today }))
  if (day < addDays(today, -within))
    refusals.push(refuse('report.too-late', ['§3.2.1'], { day, days: within }))
  if (isThere) refusals.push(refuse('report.exists', ['§3.2.1'], { day }))
  return refusals
}

export interface AppointmentFacts {
  home: { stage: Stage; ended: string | null; contractor: string | null }
  open: { day: Day } | undefined
}

/** A crew comes to homes that are handed over and not yet signed off. */
const isVisited = ({ home }: AppointmentFacts): boolean =>
  home.ended === null && ['assigned', 'installed', 'self-checked', 'inspected'].includes(home.stage)

export const mayMake = (facts: AppointmentFacts): Refusal[] => [
  ...(isVisited(facts) ? [] : [refuse('appointment.nobody-comes', ['§3.2.2'])]),
  ...(facts.open ? [refuse('appointment.there', ['§3.2.2'], { day: facts.open.day })] : []),
]

export const mayMove = (facts: AppointmentFacts): Refusal[] => [
  ...(isVisited(facts) ? [] : [refuse('appointment.nobody-comes', ['§3.2.2'])]),
  ...(facts.open ? [] : [refuse('appointment.none', ['§3.2.2'])]),
]

export const checkAppointment = ({ day }: { day: Day }, today: Day): Refusal[] =>
  day < today ? [refuse('appointment.in-past', ['§3.2.2'], { day, today })] : []
