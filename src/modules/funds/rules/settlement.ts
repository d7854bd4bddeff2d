import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { product, rounded } from '../../../kernel/money/exact.ts'
import { amount, hasParameter, type Pack } from '../../../kernel/pack/pack.ts'
import type { ClaimState } from '../model.ts'

const clauses = ['§4.2', '§5.2']

/** From this sum on approving needs the minutes of the meeting that decided it. */
const meetingFrom = 'settlement.meetingFromFen'

/** A claim beyond what the contract ordered needs a supplement first. Hundredths of a machine or a m². */
export function withinContract(
  terms: { centiOrdered: number } | undefined,
  { centiClaimed, centiAsked }: { centiClaimed: number; centiAsked: number },
): Refusal[] {
  if (!terms || centiClaimed + centiAsked <= terms.centiOrdered) return []
  return [
    refuse('claim.beyond-contract', clauses, {
      left: Math.max(0, terms.centiOrdered - centiClaimed) / 100,
      asked: centiAsked / 100,
    }),
  ]
}

/** Sums are taken off, or struck again, until the claim is approved. */
export const mayDeduct = ({ state }: { state: ClaimState }): Refusal[] =>
  state === 'submitted' || state === 'reviewed' ? [] : [refuse('claim.deduct-too-late', clauses, { state })]

/** Nothing is taken off twice, nor more than is left; a claim of which nothing is left is returned instead. */
export function checkDeduction(
  claim: { totalFen: number; deductedFen: number; isThere: boolean },
  amountFen: number,
): Refusal[] {
  if (claim.isThere) return [refuse('claim.deducted-already', clauses)]
  const leftFen = claim.totalFen - claim.deductedFen
  return amountFen < leftFen ? [] : [refuse('claim.deduct-too-much', clauses, { leftFen, amountFen })]
}

/** What of an approved claim is paid at once, and what is kept until the warranty is over: rounded down to the fen. */
export function retentionOf(netFen: number, terms: { retentionPercent: number } | undefined): number {
  return terms ? rounded(product([netFen, terms.retentionPercent], 100), 'down') : 0
}

export const meetingFromFen = (pack: Pack, today: Day): number | null =>
  hasParameter(pack, meetingFrom, today) ? amount(pack, meetingFrom, today) : null

export function checkMeeting(pack: Pack, today: Day, netFen: number, hasMinutes: boolean): Refusal[] {
  const fromFen = meetingFromFen(pack, today)
  return fromFen === null || netFen < fromFen || hasMinutes
    ? []
    : [refuse('claim.needs-meeting', clauses, { fromFen, netFen })]
}

export interface Kept {
  state: ClaimState
  retainedFen: number
  releaseOn: Day | null
  releasedOn: Day | null
  approvedBy: string | null
}

/** Once, from its day on, by somebody who did not approve the claim. */
export function mayRelease(claim: Kept, today: Day, actor: string): Refusal[] {
  if (claim.state !== 'paid' || claim.retainedFen === 0 || claim.releaseOn === null)
    return [refuse('claim.nothing-kept', clauses)]
  if (claim.releasedOn) return [refuse('claim.released-already', clauses, { day: claim.releasedOn })]
  const refusals: Refusal[] = []
  if (today < claim.releaseOn) refusals.push(refuse('claim.warranty-runs', clauses, { day: claim.releaseOn }))
  if (claim.approvedBy === actor) refusals.push(refuse('claim.same-person', ['§5.2'], { step: 'release' }))
  return refusals
}

export interface OpenMatters {
  awarded: boolean
  closed: boolean
  /** Claims on their way. */
  underWay: number
  /** Homes that could be claimed. */
  unclaimed: number
  /** Paid claims of which something is still kept. */
  kept: number
}

/** A lot's account is closed when nothing of it is open, and once. */
export function mayClose({ awarded, closed, underWay, unclaimed, kept }: OpenMatters): Refusal[] {
  if (!awarded) return [refuse('claim.lot-not-awarded', ['§4.2'])]
  if (closed) return [refuse('closing.closed-already', clauses)]
  const refusals: Refusal[] = []
  if (underWay > 0) refusals.push(refuse('closing.claims-under-way', clauses, { claims: underWay }))
  if (unclaimed > 0) refusals.push(refuse('closing.homes-unclaimed', clauses, { homes: unclaimed }))
  if (kept > 0) refusals.push(refuse('closing.retention-kept', clauses, { claims: kept }))
  return refusals
}
