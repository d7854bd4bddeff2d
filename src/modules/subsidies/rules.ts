import { refuse, type Refusal } from '../../kernel/act/refusal.ts'
import type { Day } from '../../kernel/dates/day.ts'
import { amount, type Pack, parameter } from '../../kernel/pack/pack.ts'
import type { StatementState, UsageFormula } from './model.ts'

/**
 * A season's operating subsidy in fen: kWh up to a cap times a rate (§4.3; both are parameters). Usage counts in
 * hundredths of a kWh, so that the product is exact; what is below a fen is dropped, once, at the end.
 */
export function operatingSubsidy(
  pack: Pack,
  day: Day,
  usedCentiKwh: number,
): { amountFen: number; formula: UsageFormula } {
  const names = ['operating.rateFenPerKwh', 'operating.capKwh']
  const [rateFenPerKwh, capKwh] = names.map((name) => amount(pack, name, day)) as [number, number]
  const countedCentiKwh = Math.min(usedCentiKwh, capKwh * 100)
  return {
    amountFen: Math.floor((countedCentiKwh * rateFenPerKwh) / 100),
    formula: {
      usedCentiKwh,
      countedCentiKwh,
      capKwh,
      rateFenPerKwh,
      capped: usedCentiKwh > capKwh * 100,
      parameters: names.map((name) => {
        const { value, from, status } = parameter(pack, name, day)
        return { name, value: Number(value), from, status }
      }),
    },
  }
}

export function maySeason(
  input: { startsOn: Day; endsOn: Day },
  fund: { purpose: string } | undefined,
): Refusal[] {
  const refusals: Refusal[] = []
  if (input.endsOn <= input.startsOn)
    refusals.push(
      refuse('season.ends-before-start', ['§4.3'], { startsOn: input.startsOn, endsOn: input.endsOn }),
    )
  if (!fund) refusals.push(refuse('fund.not-found', ['§5.2']))
  else if (fund.purpose !== 'operating')
    refusals.push(refuse('fund.other-purpose', ['§5.2'], { purpose: fund.purpose }))
  return refusals
}

/** Electricity is counted when the season is over, not before (§4.3). */
export const mayCount = (season: { endsOn: Day }, today: Day): Refusal[] =>
  today > season.endsOn ? [] : [refuse('season.not-over', ['§4.3'], { endsOn: season.endsOn })]

/** Review, town then bureau, each by somebody who did no earlier step (§4.3, §5.2). */
export function mayReview(
  facts: { ready: number; earlier: readonly (string | null)[] },
  actor: string,
): Refusal[] {
  if (facts.ready === 0) return [refuse('statement.nothing-to-review', ['§4.3'])]
  return facts.earlier.includes(actor) ? [refuse('statement.same-person', ['§5.2'])] : []
}

export const mayRetry = (state: StatementState, ended: string | null): Refusal[] => [
  ...(state === 'failed' ? [] : [refuse('statement.not-failed', ['§4.3'], { state })]),
  ...(ended ? [refuse('statement.home-ended', ['§3.3.2b'], { ended })] : []),
]

export function mayReportCoal(home: { ended: string | null; acceptedOn: string | null }): Refusal[] {
  if (home.ended === 'revoked') return [refuse('coal.revoked-already', ['§3.3.2b'])]
  if (home.ended) return [refuse('coal.home-ended', ['§3.3.2b'], { ended: home.ended })]
  return home.acceptedOn ? [] : [refuse('coal.not-converted', ['§3.3.2b'])]
}

export const mayRepay = (recovery: { state: string; owedFen: number; repaidFen: number }): Refusal[] =>
  recovery.state === 'open' ? [] : [refuse('recovery.closed', ['§3.3.2b'])]

export const checkRepayment = (
  recovery: { owedFen: number; repaidFen: number },
  input: { amountFen: number; paidOn: Day },
  today: Day,
): Refusal[] => {
  const leftFen = recovery.owedFen - recovery.repaidFen
  return [
    ...(input.amountFen > leftFen
      ? [refuse('recovery.more-than-owed', ['§3.3.2b'], { leftFen, amountFen: input.amountFen })]
      : []),
    ...(input.paidOn > today ? [refuse('recovery.in-future', ['§3.3.2b'], { paidOn: input.paidOn })] : []),
  ]
}

export interface Owed {
  kind: 'equipment' | 'operating'
  source: string
  fund: string
  amountFen: number
  repaidFen: number
}

/** Spreads a repayment over what is owed, oldest line first; what each line gets goes back to the fund it came from. */
export function spread(amountFen: number, items: readonly Owed[]): { item: Owed; amountFen: number }[] {
  let left = amountFen
  return items.flatMap((item) => {
    const part = Math.min(left, item.amountFen - item.repaidFen)
    left -= part
    return part > 0 ? [{ item, amountFen: part }] : []
  })
}
