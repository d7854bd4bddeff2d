import type { z } from 'zod'
import { refuse, type Refusal } from '../../kernel/act/refusal.ts'
import type { Day } from '../../kernel/dates/day.ts'
import type { Pack } from '../../kernel/pack/pack.ts'
import type { LotLine } from '../suppliers/model.ts'
import type { Firm } from '../suppliers/rules/firms.ts'
import { barRefusals } from '../suppliers/rules/negative-list.ts'
import {
  type DecideRoute,
  type MarkDemolition,
  type RoadStage,
  type StageCounts,
  stagesFrom,
  type VillageState,
  type WithdrawCode,
} from './model.ts'

export interface VillageFacts {
  code: string
  demolitionPlanned: boolean | null
  route: string | null
  lot: string | null
  /** Homes handed to a contractor and not ended: from then on machines are ordered and built in. */
  homesInHand: number
  buildingLot: string | null
  /** Homes of the building lines that have not ended, and those of them with a contractor (§1.2). */
  buildingHomes: number
  buildingInHand: number
  /** The lot asked for, where one was. */
  wantedLot?: { id: string; code: string; line: LotLine } | undefined
}

/** The routes the county may choose from, by the pack's fact `village.route` (§2.0). */
export const routeChoices = (pack: Pack): readonly string[] =>
  Object.keys(pack.facts['village.route']?.values ?? {})

/** One village, one route: once homes are being fitted, the route stands (§4.1a). */
export function mayDecideRoute(facts: VillageFacts): Refusal[] {
  const refusals: Refusal[] = []
  if (facts.demolitionPlanned === true) refusals.push(refuse('village.to-be-demolished', ['§4.1b']))
  if (facts.route !== null && facts.homesInHand > 0)
    refusals.push(refuse('village.route-in-use', ['§4.1a'], { route: facts.route, homes: facts.homesInHand }))
  return refusals
}

export function checkRoute(
  facts: VillageFacts,
  input: z.output<typeof DecideRoute>,
  choices: readonly string[],
  today: Day,
): Refusal[] {
  const refusals: Refusal[] = []
  if (!choices.includes(input.route))
    refusals.push(refuse('village.route-unknown', ['§2.0a', '§4.1a'], { route: input.route }))
  else if (facts.route === input.route && facts.homesInHand === 0)
    refusals.push(refuse('village.route-same', ['§4.1a'], { route: input.route }))
  if (input.decidedOn > today)
    refusals.push(refuse('village.decided-in-future', ['§3.1.3b'], { day: input.decidedOn, today }))
  return refusals
}

export function checkDemolition(facts: VillageFacts, input: z.output<typeof MarkDemolition>): Refusal[] {
  return facts.demolitionPlanned === input.planned
    ? [refuse('village.demolition-same', ['§4.1b'], { planned: input.planned })]
    : []
}

/** A lot takes whole villages, and keeps them once its contractor has homes in hand; one of each line of work. */
export function mayJoinLot(facts: VillageFacts): Refusal[] {
  const refusals: Refusal[] = []
  if (facts.demolitionPlanned === true) refusals.push(refuse('village.to-be-demolished', ['§4.1b']))
  const of = { heating: heatingLot(facts), building: buildingLot(facts) }
  if (facts.wantedLot) return [...refusals, ...of[facts.wantedLot.line]]
  // Before a lot is chosen: whether there is any line that could still have one.
  const isOpen = facts.buildingHomes > 0 && of.building.length === 0
  return isOpen ? refusals : [...refusals, ...of.heating]
}

/** The heating line is built by the village's one route (§4.1a). */
const heatingLot = ({ route, lot, homesInHand }: VillageFacts): Refusal[] => [
  ...(route === null ? [refuse('village.no-route', ['§4.1a', '§3.1.3b'])] : []),
  ...inUse(lot, homesInHand),
]

const buildingLot = ({ buildingLot: lot, buildingInHand }: VillageFacts): Refusal[] =>
  inUse(lot, buildingInHand)

const inUse = (lot: string | null, homes: number): Refusal[] =>
  lot !== null && homes > 0 ? [refuse('village.lot-in-use', ['§3.2.0', '§4.2'], { homes })] : []

/** The negative list blocks at every step (§3.1.2): no village more for a lot whose contractor or supervisor is on it. */
export function checkJoinLot(facts: VillageFacts, firms: readonly Firm[], pack: Pack, today: Day): Refusal[] {
  if (!facts.wantedLot) return [refuse('lot.not-found', ['§3.2.0'])]
  return [
    ...([facts.lot, facts.buildingLot].includes(facts.wantedLot.id)
      ? [refuse('village.lot-same', ['§3.2.0'], { lot: facts.wantedLot.code })]
      : []),
    ...firms.flatMap(({ name, bars }) => barRefusals('firm.barred', name, bars, pack, today)),
  ]
}

const sum = (counts: StageCounts, of: readonly RoadStage[]): number =>
  of.reduce((total, stage) => total + (counts[stage] ?? 0), 0)

export interface CodeToWithdraw {
  code: string
  validFrom: Day
  validTo: Day | null
  /** Applications that have not ended. */
  homes: number
  /** The village asked for, where there is such a one. */
  into?: { code: string; withdrawn: boolean } | undefined
}

/** A code is withdrawn once, and only when no application stands under it any more. */
export function mayWithdraw({ validTo, homes }: CodeToWithdraw): Refusal[] {
  if (validTo !== null) return [refuse('area.withdrawn-already', ['§3.1.3b'], { day: validTo })]
  return homes > 0 ? [refuse('area.homes-there', ['§3.1.3b'], { homes })] : []
}

export function checkWithdrawal(
  facts: CodeToWithdraw,
  input: z.output<typeof WithdrawCode>,
  today: Day,
): Refusal[] {
  const refusals: Refusal[] = []
  if (input.withdrawnOn < facts.validFrom || input.withdrawnOn > today)
    refusals.push(refuse('area.withdrawn-when', ['§3.1.3b'], { from: facts.validFrom, today }))
  const isUnfit = input.into === facts.code || !facts.into || facts.into.withdrawn
  if (input.into !== undefined && isUnfit)
    refusals.push(refuse('area.into-unfit', ['§3.1.3b'], { into: input.into }))
  return refusals
}

/** Where a village stands as a whole: what must come next for it. `counts`: homes not ended, by stage. */
export function villageState(
  village: { route: string | null; lot: string | null },
  counts: StageCounts,
): VillageState {
  if (village.route === null) return 'no-route'
  if (village.lot === null) return 'no-lot'
  if (sum(counts, stagesFrom('assigned')) === 0) return 'not-assigned'
  return sum(counts, stagesFrom('confirmed')) === sum(counts, stagesFrom('accepted'))
    ? 'accepted'
    : 'under-way'
}
