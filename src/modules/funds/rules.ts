import { refuse, type Refusal } from '../../kernel/act/refusal.ts'
import type { Day } from '../../kernel/dates/day.ts'
import { floorProduct } from '../../kernel/money/floor-product.ts'
import type { Facts } from '../../kernel/pack/condition.ts'
import type { Answer } from '../../kernel/pack/kleene.ts'
import { amount, type MeasuredWorks, type Pack, parameter } from '../../kernel/pack/pack.ts'
import { centiM2 } from '../works/rules/parts.ts'
import type { AreaFormula, ClaimState, FailedRule, MachineFormula, SubsidyFormula } from './model.ts'

/**
 * One home's equipment subsidy in fen: a share of the award price of the units installed and accepted, up to a
 * number of units and a cap (§4.2; all three are parameters). Rounded down to the fen, once, at the end.
 */
export function equipmentSubsidy(
  pack: Pack,
  day: Day,
  units: number,
  unitPriceFen: number,
): { subsidyFen: number; formula: MachineFormula } {
  const names = ['equipment.subsidisedUnits', 'equipment.subsidyPercent', 'equipment.subsidyCapFen']
  const [most, percent, capFen] = names.map((name) => amount(pack, name, day)) as [number, number, number]
  const subsidisedUnits = Math.min(units, most)
  const shareFen = floorProduct([subsidisedUnits, unitPriceFen, percent], 100)
  return {
    subsidyFen: Math.min(shareFen, capFen),
    formula: {
      units,
      subsidisedUnits,
      unitPriceFen,
      percent,
      capFen,
      capped: shareFen > capFen,
      parameters: names.map((name) => {
        const { value, from, status } = parameter(pack, name, day)
        return { name, value: Number(value), from, status }
      }),
    },
  }
}

/**
 * One home's subsidy where it is built of measured parts: the area accepted by the pack's rate, never more than the
 * contract asks for a m², up to a cap a home (§1.2, §4.2). Rounded down to the fen, once, at the end.
 */
export function areaSubsidy(
  pack: Pack,
  day: Day,
  works: Pick<MeasuredWorks, 'rateOf' | 'capOf'>,
  areaM2: number,
  priceFenPerM2: number,
): { subsidyFen: number; formula: AreaFormula } {
  const rateFenPerM2 = amount(pack, works.rateOf, day)
  const capFen = amount(pack, works.capOf, day)
  const areaFen = floorProduct([centiM2(areaM2), Math.min(rateFenPerM2, priceFenPerM2)], 100)
  return {
    subsidyFen: Math.min(areaFen, capFen),
    formula: {
      areaM2,
      rateFenPerM2,
      priceFenPerM2,
      capFen,
      capped: areaFen > capFen,
      parameters: [works.rateOf, works.capOf].map((name) => {
        const { value, from, status } = parameter(pack, name, day)
        return { name, value: Number(value), from, status }
      }),
    },
  }
}

/** Whether the share left off a part of a fen; then the line has to say so. */
export const isBelowFenDropped = (formula: SubsidyFormula): boolean => {
  if ('areaM2' in formula) {
    const { areaM2, rateFenPerM2, priceFenPerM2, capped: isCapped } = formula
    return !isCapped && (centiM2(areaM2) * Math.min(rateFenPerM2, priceFenPerM2)) % 100 !== 0
  }
  const { subsidisedUnits, unitPriceFen, percent, capped } = formula
  const share = [subsidisedUnits, unitPriceFen, percent]
  return !capped && floorProduct([...share, finest], 100) !== floorProduct(share, 100) * finest
}

/** Finer than any percentage is written. */
const finest = 1_000_000

/** A home as the payment rules see it. */
export interface HomeToPay {
  accepted: boolean
  acceptedUnits: number
  /** Of a home built of measured parts; undefined of one with machines (§1.2). */
  acceptedM2?: number | undefined
  committed: boolean
  /** Null while a finding waits for its decision (§3.3.2b). */
  coalFound: boolean | null
  /** By an approved change (§3.1.3d). */
  left: boolean
  /** What stands against its photographs and visits, as far as the pack blocks on it (§5.2). */
  doubts: Facts
  /** Seasons it has had the operating subsidy for; of no matter to the equipment subsidy. */
  seasonsPaid?: number
  /** Where the samples of its village stand; of no matter to the operating subsidy. */
  samples?: { town: string; county: string }
}

/** What the payment rules ask of a home (§3.3.2a–c, §3.3.4, §4.3), for both subsidies. */
export const paymentFacts = (home: HomeToPay): Facts => ({
  'home.accepted': { known: true, value: home.accepted },
  ...(home.acceptedM2 === undefined
    ? { 'home.terminalEquipment': { known: true, value: home.acceptedUnits > 0 } }
    : { 'home.areaAccepted': { known: true, value: home.acceptedM2 > 0 } }),
  'home.commitmentSigned': { known: true, value: home.committed },
  'home.coalFound': home.coalFound === null ? { known: false } : { known: true, value: home.coalFound },
  'home.left': { known: true, value: home.left },
  ...home.doubts,
  ...(home.seasonsPaid === undefined ? {} : { 'home.seasonsPaid': { known: true, value: home.seasonsPaid } }),
  ...(home.samples && {
    'home.townSample': { known: true, value: home.samples.town },
    'home.countySample': { known: true, value: home.samples.county },
  }),
})

/** What a decision of payment does not find met, in the words of the pack; a rule no longer there keeps its id. */
export const failedRules = (
  pack: Pack,
  rules: readonly { rule: string; clauses: readonly string[]; answer: Answer }[],
): FailedRule[] =>
  rules
    .filter(({ answer }) => answer !== 'yes')
    .map(({ rule, clauses }) => {
      const found = pack.rules.find(({ id }) => id === rule)
      const unnamed = { zh: rule, en: rule }
      return { rule, clauses, label: found?.label ?? unnamed, refusal: found?.refusal ?? unnamed }
    })

/** A home as a claim sees it. */
export interface ClaimableHome {
  id: string
  answer: Answer
  failedRules: readonly FailedRule[]
  units: number
  /** 0 of a home with machines. */
  areaM2: number
  subsidyFen: number
  formula: SubsidyFormula
  /** In another claim that was not returned. */
  claimed: boolean
}

/** What a claim asks to be paid for, as it was submitted. */
export interface Claimed {
  units: number
  areaM2: number
}

/**
 * A claim pays what is accepted: where a home was taken back meanwhile and accepted anew with less, it goes back to the
 * contractor, who claims what is there (§4.2).
 */
export const isLessAccepted = (now: Pick<ClaimableHome, 'units' | 'areaM2'>, claimed: Claimed): boolean =>
  now.units < claimed.units || now.areaM2 < claimed.areaM2

export const lessAccepted: FailedRule = {
  rule: 'less-accepted',
  clauses: ['§4.2'],
  label: { zh: '验收数量不少于申报数量', en: 'No less is accepted than was claimed' },
  refusal: {
    zh: '申报以后重新验收，数量少了。请退回这份申请，按现在的验收重新申报。',
    en: 'It was accepted anew with less since the claim. Return the claim; the contractor claims what is accepted now.',
  },
}

export const isClaimable = (home: ClaimableHome): boolean => home.answer === 'yes' && !home.claimed

export function maySubmit(facts: { contractor: string | null; ready: number }): Refusal[] {
  if (facts.contractor === null) return [refuse('claim.lot-not-awarded', ['§4.2'])]
  return facts.ready === 0 ? [refuse('claim.nothing-accepted', ['§4.2', '§3.3.4'])] : []
}

/** Every named home that cannot be in this claim, with why. */
export const unfitHomes = (homes: readonly (ClaimableHome | undefined)[]): Refusal[] =>
  homes.flatMap((home) => {
    if (!home) return [refuse('claim.home-not-of-lot', ['§4.2'])]
    if (home.claimed) return [refuse('claim.home-claimed', ['§4.2'], { home: home.id })]
    if (home.answer !== 'yes')
      return [
        refuse('claim.home-not-payable', ['§3.3.2a', '§3.3.2b', '§3.3.2c', '§3.3.4'], {
          home: home.id,
          zh: home.failedRules.map(({ label }) => label.zh).join('、'),
          en: home.failedRules.map(({ label }) => label.en).join(', '),
        }),
      ]
    return []
  })

export interface ClaimFacts {
  state: ClaimState
  totalFen: number
  submittedBy: string
  reviewedBy: string | null
  approvedBy: string | null
  /** Homes of the claim that the payment rules no longer answer with yes. */
  unpayable: readonly string[]
}

const next: Record<'review' | 'approve' | 'pay', ClaimState> = {
  review: 'submitted',
  approve: 'reviewed',
  pay: 'approved',
}

/** Each step in its turn, by another person than the earlier ones, and only while every home is payable (§5.2). */
export function mayStep(step: 'review' | 'approve' | 'pay', facts: ClaimFacts, actor: string): Refusal[] {
  const refusals: Refusal[] = []
  if (facts.state !== next[step])
    refusals.push(refuse('claim.wrong-state', ['§4.2'], { state: facts.state, step }))
  if ([facts.submittedBy, facts.reviewedBy, facts.approvedBy].includes(actor))
    refusals.push(refuse('claim.same-person', ['§5.2'], { step }))
  if (facts.unpayable.length > 0)
    refusals.push(
      refuse('claim.homes-no-longer-payable', ['§3.3.2b', '§4.2'], { homes: facts.unpayable.length }),
    )
  return refusals
}

/** Approving reserves nothing less than the whole claim out of one fund for this purpose (§5.2). */
export function mayCharge(
  fund: { purpose: string; availableFen: number } | undefined,
  purpose: 'equipment' | 'operating',
  amountFen: number,
): Refusal[] {
  if (!fund) return [refuse('fund.not-found', ['§5.2'])]
  if (fund.purpose !== purpose) return [refuse('fund.other-purpose', ['§5.2'], { purpose: fund.purpose })]
  const leftFen = fund.availableFen
  return leftFen >= amountFen ? [] : [refuse('fund.budget-exceeded', ['§5.2'], { leftFen, amountFen })]
}

/** A budget is a promise: only what has come in is paid out (§5.2). */
export const mayPay = (fund: { bankFen: number } | undefined, amountFen: number): Refusal[] =>
  fund && fund.bankFen < amountFen
    ? [refuse('fund.not-received', ['§5.2', '§A.3'], { bankFen: fund.bankFen, amountFen })]
    : []

/** Money received: not in the future, and one transfer of the bank only once (§A.3). */
export const checkReceived = (
  facts: { usedFor: { day: Day; amountFen: number } | undefined },
  input: { creditedOn: Day },
  today: Day,
): Refusal[] => [
  ...(input.creditedOn > today
    ? [refuse('fund.received-in-future', ['§A.3'], { creditedOn: input.creditedOn })]
    : []),
  ...(facts.usedFor ? [refuse('fund.reference-used', ['§5.2'], { ...facts.usedFor })] : []),
]

/** A receipt is countered once, and only while its money is still there (§5.2). */
export function mayReverse(receipt: {
  reversedAct: string | null
  amountFen: number
  bankFen: number
}): Refusal[] {
  if (receipt.reversedAct !== null) return [refuse('fund.receipt-reversed', ['§5.2'])]
  const { bankFen, amountFen } = receipt
  return bankFen < amountFen ? [refuse('fund.receipt-spent', ['§5.2'], { bankFen, amountFen })] : []
}
