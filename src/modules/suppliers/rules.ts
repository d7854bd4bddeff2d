import type { z } from 'zod'
import { refuse, type Refusal } from '../../kernel/act/refusal.ts'
import { type Day, daysBetween } from '../../kernel/dates/day.ts'
import { amount, milestoneDay, type Pack, parameter } from '../../kernel/pack/pack.ts'
import type { AdmitModel, AwardLot } from './model.ts'

export interface LotFacts {
  area: string
  awardedOn: Day | null
  /** Homes of its villages that are already in the contractor's hands. */
  assignedHomes: number
  contractorKind?: string | undefined
  supervisorKind?: string | undefined
}

/** A lot may go to another firm only while no home has been handed over on it. */
export function mayAward(facts: LotFacts): Refusal[] {
  return facts.awardedOn !== null && facts.assignedHomes > 0
    ? [refuse('lot.works-begun', ['§3.2.0', '§4.2'], { homes: facts.assignedHomes })]
    : []
}

/** The right kinds of firm, two different ones: nobody supervises their own work (§3.2.4, §3.3.4). */
export function checkAward(facts: LotFacts, input: z.output<typeof AwardLot>, today: Day): Refusal[] {
  const refusals: Refusal[] = []
  if (facts.contractorKind !== 'contractor')
    refusals.push(
      refuse('lot.not-a-contractor', ['§3.1.2', '§4.2'], { kind: facts.contractorKind ?? 'none' }),
    )
  if (facts.supervisorKind !== 'supervisor')
    refusals.push(
      refuse('lot.not-a-supervisor', ['§3.2.4', '§3.3.4'], { kind: facts.supervisorKind ?? 'none' }),
    )
  if (input.contractor === input.supervisor) refusals.push(refuse('lot.same-firm', ['§3.2.4', '§3.3.4']))
  if (input.awardedOn > today)
    refusals.push(refuse('lot.awarded-in-future', ['§3.2.0'], { day: input.awardedOn, today }))
  return refusals
}

/** The least efficiency of the county's access standard at −12 ℃ and at −20 ℃ (§3.1.2). */
export const accessStandard = (pack: Pack, day: Day) => ({
  copAtMinus12: amount(pack, 'equipment.minimumCopAtMinus12', day),
  copAtMinus20: amount(pack, 'equipment.minimumCopAtMinus20', day),
  lowestCelsius: amount(pack, 'equipment.lowestCelsius', day),
  /** The plan asks for a standard without figures. */
  assumed: parameter(pack, 'equipment.minimumCopAtMinus12', day).status === 'assumed',
})

export function checkModel(
  taken: boolean,
  input: z.output<typeof AdmitModel>,
  standard: ReturnType<typeof accessStandard>,
): Refusal[] {
  const refusals: Refusal[] = []
  const tooWeak = (celsius: number, cop: number, least: number) => {
    if (cop < least) refusals.push(refuse('model.too-weak', ['§3.1.2'], { celsius, cop, least }))
  }
  if (taken) refusals.push(refuse('model.name-taken', ['§3.1.2'], { maker: input.maker, model: input.model }))
  tooWeak(-12, input.copAtMinus12, standard.copAtMinus12)
  tooWeak(-20, input.copAtMinus20, standard.copAtMinus20)
  if (input.copAtMinus20 > input.copAtMinus12)
    refusals.push(
      refuse('model.better-when-colder', ['§3.1.2'], {
        atMinus12: input.copAtMinus12,
        atMinus20: input.copAtMinus20,
      }),
    )
  if (input.lowestCelsius > standard.lowestCelsius)
    refusals.push(
      refuse('model.not-cold-proof', ['§3.1.2'], {
        celsius: input.lowestCelsius,
        least: standard.lowestCelsius,
      }),
    )
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
