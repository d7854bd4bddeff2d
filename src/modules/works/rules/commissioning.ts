import type { EvidenceRef } from '../../../kernel/act/define.ts'
import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { tooFewPhotos } from '../../../kernel/pack/checklist.ts'
import { commissioningList, gapsInMeasurements, type Measurement } from '../../../kernel/pack/measurements.ts'
import { amount, type Pack, parameter } from '../../../kernel/pack/pack.ts'
import type { HomeState } from '../../households/public.ts'
import { isAtLeast } from '../../households/stages.ts'

/** What a commissioning run is judged by. */
export interface CommissioningFacts {
  home: HomeState
  /** Of the home's village. */
  route: string | null
  installedOn: Day | null
}

/** From the installation until the home is accepted: then the machines stand as seen (§3.3.1). */
export function mayCommission({ home, route }: CommissioningFacts, pack: Pack, today: Day): Refusal[] {
  if (home.ended !== null) return [refuse('home.ended', ['§3.1.3d'], { ended: home.ended })]
  const refusals: Refusal[] = []
  if (isAtLeast(home.stage, 'accepted'))
    refusals.push(refuse('home.accepted-already', ['§3.3.4'], { stage: home.stage }))
  else if (!isAtLeast(home.stage, 'installed'))
    refusals.push(refuse('home.not-installed', ['§3.3.3'], { stage: home.stage }))
  if (!commissioningList(pack, route, today)) refusals.push(refuse('commissioning.no-list', ['§3.3.1']))
  return refusals
}

/** A run is recorded whatever it measured; only what is missing, or cannot be, is refused. */
export function checkCommissioning(
  { route, installedOn }: CommissioningFacts,
  input: { measured: readonly Measurement[]; runOn: Day },
  evidence: readonly EvidenceRef[],
  pack: Pack,
  today: Day,
): Refusal[] {
  const list = commissioningList(pack, route, today)
  if (!list) return []
  const refusals = [
    ...gapsInMeasurements(list, input.measured, evidence),
    ...tooFewPhotos(list, evidence, amount(pack, 'commissioning.photos', today)),
  ]
  if (input.runOn > today)
    refusals.push(refuse('commissioning.in-future', ['§3.3.1'], { day: input.runOn, today }))
  if (installedOn !== null && input.runOn < installedOn)
    refusals.push(refuse('commissioning.before-installed', ['§3.3.1'], { day: input.runOn, installedOn }))
  return refusals
}

/** Whether the visit in the home waits for a passed run: the pack's choice. */
export const isCommissioningAsked = (pack: Pack, day: Day): boolean =>
  parameter(pack, 'acceptance.commissioning', day).value === 'before-visit'
