import { refuse, type Refusal } from '../../kernel/act/refusal.ts'
import type { Day } from '../../kernel/dates/day.ts'
import type { Facts } from '../../kernel/pack/condition.ts'
import type { Answer } from '../../kernel/pack/kleene.ts'
import type { MeasuredWorks, Pack } from '../../kernel/pack/pack.ts'
import { type HomeTraits, type Lacking, reckon, type Reckoning } from '../../kernel/pack/reckon.ts'
import { lackingWords } from '../../kernel/pack/say-reckoning.ts'
import { subsidiesOf, subsidyOfWorks } from '../../kernel/pack/subsidies.ts'
import { centiM2 } from '../works/rules/parts-entered.ts'
import type { ClaimState, FailedRule, fundPurposes } from './model.ts'

/** One home's machines by the subsidies of the pack (§4.2), with how the amount came about. */
export function equipmentSubsidy(
  pack: Pack,
  day: Day,
  units: number,
  unitPriceFen: number,
  traits: HomeTraits = {},
): { subsidyFen: number; formula: Reckoning } {
  const contract = { centi: units * 100, priceFen: unitPriceFen }
  const formula = reckon(pack, day, subsidiesOf(pack, 'equipment', day), { ...traits, units, contract })
  return { subsidyFen: formula.amountFen, formula }
}

/**
 * One home's subsidy where it is built of measured parts: the area accepted by the pack's rate, never more than the
 * contract asks for a m², up to a cap a home (§1.2, §4.2).
 */
export function areaSubsidy(
  pack: Pack,
  day: Day,
  works: Pick<MeasuredWorks, 'rateOf' | 'capOf'>,
  areaM2: number,
  priceFenPerM2: number,
): { subsidyFen: number; formula: Reckoning } {
  const centi = centiM2(areaM2)
  const contract = { centi, priceFen: priceFenPerM2 }
  const formula = reckon(pack, day, [subsidyOfWorks(works)], { centiM2: centi, contract })
  return { subsidyFen: formula.amountFen, formula }
}

/** What a payment waits for where its amount cannot be reckoned, as people read it (§4.4: unknown never pays). */
export const lackingRules = (lacking: readonly Lacking[]): FailedRule[] =>
  lacking.map((what) => {
    const { zh, en } = lackingWords[what]
    return {
      rule: `lacking-${what}`,
      clauses: ['§4.2', '§4.3'],
      label: { zh: '补贴金额可以计算', en: 'The subsidy can be reckoned' },
      refusal: {
        zh: `${zh}，请补录后重新计算。`,
        en: `It cannot be paid yet: ${en}. Enter it and reckon anew.`,
      },
    }
  })

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
  /** What else is known of it that the pack may ask: the register's facts, and what other modules tell of homes. */
  known?: Facts | undefined
  /** Where the samples of its village stand; of no matter to the operating subsidy. */
  samples?: { town: string; county: string }
}

/** What the payment rules ask of a home (§3.3.2a–c, §3.3.4, §4.3), for both subsidies. */
export const paymentFacts = (home: HomeToPay): Facts => ({
  ...home.known,
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
  /** What has to be known before it can be reckoned; a claim on its way has its amount. */
  lacking: readonly Lacking[]
  failedRules: readonly FailedRule[]
  units: number
  /** 0 of a home with machines. */
  areaM2: number
  subsidyFen: number
  formula: Reckoning
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

export const isPayable = (home: ClaimableHome): boolean => home.answer === 'yes' && home.lacking.length === 0

export const isClaimable = (home: ClaimableHome): boolean => isPayable(home) && !home.claimed

export const unclosed = (closedOn: Day | null): Refusal[] =>
  closedOn === null ? [] : [refuse('claim.lot-closed', ['§4.2'], { day: closedOn })]

export function maySubmit(facts: { contractor: string | null; ready: number }): Refusal[] {
  if (facts.contractor === null) return [refuse('claim.lot-not-awarded', ['§4.2'])]
  return facts.ready === 0 ? [refuse('claim.nothing-accepted', ['§4.2', '§3.3.4'])] : []
}

/** Every named home that cannot be in this claim, with why. */
export const unfitHomes = (homes: readonly (ClaimableHome | undefined)[]): Refusal[] =>
  homes.flatMap((home) => {
    if (!home) return [refuse('claim.home-not-of-lot', ['§4.2'])]
    if (home.claimed) return [refuse('claim.home-claimed', ['§4.2'], { home: home.id })]
    if (!isPayable(home))
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
  /** Whoever took sums off it, or struck them again. */
  takenOffBy?: readonly string[]
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
  const before = [facts.submittedBy, facts.reviewedBy, facts.approvedBy]
  // Taking off belongs to the review; whoever did does not approve (decision 0032).
  if (before.includes(actor) || (step !== 'review' && facts.takenOffBy?.includes(actor)))
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
  purpose: (typeof fundPurposes)[number],
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
