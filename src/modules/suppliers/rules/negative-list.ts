import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import type { Pack } from '../../../kernel/pack/pack.ts'

/** An entry of the negative list as others are told of it: its number and the class of its reason. */
export interface Bar {
  number: number
  reason: string
  from: Day
  to: Day | null
  liftedOn: Day | null
}

/** From its first day through its last; one that was lifted counts no more from that day on. */
export const isBarredOn = ({ from, to, liftedOn }: Omit<Bar, 'number' | 'reason'>, day: Day): boolean =>
  from <= day && (to === null || day <= to) && (liftedOn === null || day < liftedOn)

/** The negative list blocks at every step (§3.1.2); the refusal names the entry and the class of reason, not more. */
export const barRefusals = (
  code: 'firm.barred' | 'model.barred',
  name: string,
  bars: readonly Bar[],
  pack: Pack,
  day: Day,
): Refusal[] =>
  bars
    .filter((bar) => isBarredOn(bar, day))
    .map(({ number, reason }) => {
      const said = pack.access.reasons.find(({ id }) => id === reason)
      return refuse(code, said?.clauses ?? ['§3.1.2'], {
        name,
        number,
        reason: said?.label.zh ?? reason,
        reasonEn: said?.label.en ?? reason,
      })
    })

export interface ToBarFacts {
  area: string
  /** Of a firm: its kind. */
  kind?: string | undefined
  exists: boolean
}

export function checkBarring(
  { exists }: ToBarFacts,
  input: { reason: string; fromDay: Day; toDay?: Day | undefined },
  pack: Pack,
  today: Day,
): Refusal[] {
  const refusals: Refusal[] = []
  if (exists) refusals.push(refuse('bar.exists', ['§3.1.2']))
  if (!pack.access.reasons.some(({ id }) => id === input.reason))
    refusals.push(refuse('bar.reason-unknown', ['§3.1.2'], { reason: input.reason }))
  const { fromDay, toDay } = input
  if (toDay !== undefined && (toDay < fromDay || toDay < today))
    refusals.push(refuse('bar.over-already', ['§3.1.2'], { from: fromDay, to: toDay }))
  return refusals
}

export interface LiftFacts {
  area: string
  number: number
  barredBy: string
  to: Day | null
  liftedOn: Day | null
}

/** Who put it there does not lift it (§5.2). */
export function mayLift({ number, barredBy, to, liftedOn }: LiftFacts, actor: string, today: Day): Refusal[] {
  if (liftedOn !== null) return [refuse('bar.lifted', ['§3.1.2'], { number, day: liftedOn })]
  if (to !== null && to < today) return [refuse('bar.ended', ['§3.1.2'], { number, day: to })]
  return barredBy === actor ? [refuse('bar.own', ['§3.1.2', '§5.2'], { number })] : []
}
