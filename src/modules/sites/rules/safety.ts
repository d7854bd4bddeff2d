import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
import { addDays, type Day } from '../../../kernel/dates/day.ts'
import { type Pack, parameter } from '../../../kernel/pack/pack.ts'
import { readTelephone } from '../../../kernel/standards/telephone.ts'
import type { VillageOnSite } from './matters.ts'

/** 双安全员: the firm's for its lot, the village's for itself (§5.3). */
export const sides = ['firm', 'village'] as const
export type Side = (typeof sides)[number]

const demands: Record<string, readonly Side[]> = {
  none: [],
  firm: ['firm'],
  village: ['village'],
  both: sides,
}

/** Whose safety officers are named before the town agrees to a plan, as the pack chooses. */
export function officersWanted(pack: Pack, today: Day): readonly Side[] {
  const { value } = parameter(pack, 'safety.officersBeforePlan', today)
  const wanted = demands[String(value)]
  if (!wanted)
    throw new Error(
      `Parameter 'safety.officersBeforePlan' is ${String(value)}, not one of ${Object.keys(demands).join(', ')}.`,
    )
  return wanted
}

/** Nothing is built before both know who watches over safety (§5.3, §3.2.2). */
export const officerRefusals = (named: ReadonlySet<Side>, wanted: readonly Side[]): Refusal[] =>
  wanted
    .filter((side) => !named.has(side))
    .map((side) =>
      refuse(side === 'firm' ? 'plan.no-firm-officer' : 'plan.no-village-officer', ['§5.3', '§3.2.2']),
    )

export const checkOfficer = ({ telephone }: { telephone: string }): Refusal[] =>
  readTelephone(telephone).ok ? [] : [refuse('safety.telephone', ['§5.3'])]

export const mayNameForLot = ({ contractor }: { contractor: string | null }): Refusal[] =>
  contractor === null ? [refuse('matter.nobody-builds', ['§3.2.3'])] : []

export interface PatrolFacts extends VillageOnSite {
  /** The homes asked for that lie in the village. */
  homesHere: ReadonlySet<string>
}

export function checkPatrol(
  { homesHere }: PatrolFacts,
  { day, homes }: { day: Day; homes: readonly string[] },
  within: number,
  today: Day,
): Refusal[] {
  const refusals: Refusal[] = []
  if (day > today) refusals.push(refuse('patrol.day-ahead', ['§5.3'], { day, today }))
  if (day < addDays(today, -within)) refusals.push(refuse('patrol.too-late', ['§5.3'], { day, days: within }))
  const elsewhere = homes.filter((home) => !homesHere.has(home)).length
  if (elsewhere > 0) refusals.push(refuse('patrol.homes-elsewhere', ['§5.3'], { homes: elsewhere }))
  return refusals
}
