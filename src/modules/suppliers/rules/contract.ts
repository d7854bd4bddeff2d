import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { product, rounded } from '../../../kernel/money/exact.ts'
import type { BillItem, CountedIn, LotLine, RecordContract } from '../model.ts'

const clauses = ['§4.2']

const units: Readonly<Record<string, CountedIn>> = {
  台: 'unit',
  'm²': 'm2',
  m2: 'm2',
  平方米: 'm2',
}

/** What claims of a line of work are made for. */
const countedOf: Readonly<Record<LotLine, CountedIn>> = { heating: 'unit', building: 'm2' }

/** What an item counts of a line's works by its unit; null where it stands in the bill and in its sum only. */
export function countsOf(line: LotLine, unit: string): CountedIn | null {
  const counts = units[unit.normalize('NFKC').replace('m2', 'm²').trim()] ?? units[unit.trim()]
  return counts === countedOf[line] ? counts : null
}

/** Quantity by price, down to the fen. */
export const amountOf = ({ centiQuantity, unitPriceFen }: Pick<BillItem, 'centiQuantity' | 'unitPriceFen'>) =>
  rounded(product([centiQuantity, unitPriceFen], 100), 'down')

export const sumOf = (items: readonly Pick<BillItem, 'centiQuantity' | 'unitPriceFen'>[]): number =>
  items.reduce((sum, item) => sum + amountOf(item), 0)

export interface ContractFacts {
  area: string
  line: LotLine
  awardedOn: Day | null
  unitPriceFen: number | null
  contractor: string | null
  /** Versions recorded so far, whoever the lot was awarded to. */
  versions: number
  /** Those of the contractor it is awarded to now: recording another supplements them. */
  own: number
  /** The final account of the lot is closed. */
  closed: boolean
  /** The id was used already. */
  isThere: boolean
}

export const mayRecord = ({ awardedOn, closed }: ContractFacts): Refusal[] =>
  awardedOn === null
    ? [refuse('contract.lot-not-awarded', clauses)]
    : closed
      ? [refuse('contract.lot-closed', clauses)]
      : []

/** A contract follows its award, orders what the lot is for, and at no higher price; a supplement says why. */
export function checkContract(facts: ContractFacts, input: RecordContract, today: Day): Refusal[] {
  if (facts.isThere) return [refuse('contract.exists', clauses)]
  const { awardedOn, unitPriceFen, line, own } = facts
  const refusals: Refusal[] = []
  const { signedOn, items } = input
  if (signedOn > today) refusals.push(refuse('contract.signed-in-future', clauses, { day: signedOn }))
  if (awardedOn !== null && signedOn < awardedOn)
    refusals.push(refuse('contract.before-award', clauses, { awardedOn }))
  if (own > 0 && !input.reason) refusals.push(refuse('contract.needs-reason', clauses))
  const counted = items.filter(({ unit }) => countsOf(line, unit) !== null)
  if (counted.length === 0)
    refusals.push(refuse('contract.nothing-counted', clauses, { unit: line === 'heating' ? '台' : 'm²' }))
  for (const { name, unitPriceFen: priceFen } of counted)
    if (unitPriceFen !== null && priceFen > unitPriceFen)
      refusals.push(refuse('contract.above-award', clauses, { name, priceFen, unitPriceFen }))
  return refusals
}
