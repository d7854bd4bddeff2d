import type { z } from 'zod'
import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
import { type Day, daysBetween } from '../../../kernel/dates/day.ts'
import { milestoneDay, type Pack } from '../../../kernel/pack/pack.ts'
import type { AwardLot } from '../model.ts'
import { type Firm, firmRefusals } from './firms.ts'

export interface LotFacts {
  area: string
  awardedOn: Day | null
  /** Homes of its villages that are already in the contractor's hands. */
  assignedHomes: number
  contractor?: Firm | undefined
  supervisor?: Firm | undefined
}

/** A lot may go to another firm only while no home has been handed over on it. */
export function mayAward(facts: LotFacts): Refusal[] {
  return facts.awardedOn !== null && facts.assignedHomes > 0
    ? [refuse('lot.works-begun', ['§3.2.0', '§4.2'], { homes: facts.assignedHomes })]
    : []
}

/**
 * The right kinds of firm, two different ones: nobody supervises their own work (§3.2.4, §3.3.4). Both were admitted
 * on the day of the award, and neither is on the negative list now (§3.1.2).
 */
export function checkAward(
  facts: LotFacts,
  input: z.output<typeof AwardLot>,
  pack: Pack,
  today: Day,
): Refusal[] {
  const refusals: Refusal[] = []
  const { contractor, supervisor } = facts
  if (contractor?.kind !== 'contractor')
    refusals.push(refuse('lot.not-a-contractor', ['§3.1.2', '§4.2'], { kind: contractor?.kind ?? 'none' }))
  else refusals.push(...firmRefusals(contractor, input.awardedOn, pack, today))
  if (supervisor?.kind !== 'supervisor')
    refusals.push(refuse('lot.not-a-supervisor', ['§3.2.4', '§3.3.4'], { kind: supervisor?.kind ?? 'none' }))
  else refusals.push(...firmRefusals(supervisor, input.awardedOn, pack, today))
  if (input.contractor === input.supervisor) refusals.push(refuse('lot.same-firm', ['§3.2.4', '§3.3.4']))
  if (input.awardedOn > today)
    refusals.push(refuse('lot.awarded-in-future', ['§3.2.0'], { day: input.awardedOn, today }))
  return refusals
}

/** Where a lot stands against the tender's milestone (§3.2.0): days left, or late where negative. */
export function tenderStanding(pack: Pack, awardedOn: Day | null, today: Day) {
  const milestone = pack.milestones.find((m) => m.id === 'tenders-done')
  if (!milestone) return null
  const due = milestoneDay(pack, milestone)
  return {
    due,
    label: milestone.label,
    status: milestone.status,
    daysLeft: daysBetween(awardedOn ?? today, due),
  }
}
