import { refuse, type Refusal } from '../../kernel/act/refusal.ts'
import type { Day } from '../../kernel/dates/day.ts'
import { amount, hasParameter, type Pack } from '../../kernel/pack/pack.ts'
import type { SlipState } from './model.ts'

/** What every home pays unless its agreement states another amount (§A.2). */
export const perHomeFen = (pack: Pack, day: Day): number =>
  hasParameter(pack, 'contribution.perHomeFen', day) ? amount(pack, 'contribution.perHomeFen', day) : 0

export interface HomeMoney {
  /** Of the confirmed register: money is taken from nobody else. */
  confirmed: boolean
  ended: 'withdrawn' | 'refused' | 'revoked' | null
  accepted: boolean
  /** What the home's agreement states; null where it states nothing. */
  statedFen: number | null
  /** On receipts that stand, and of these in the bank. */
  receivedFen: number
  bankedFen: number
  passedOnFen: number
  refundedFen: number
}

const dueFen = (pack: Pack, day: Day, { statedFen }: Pick<HomeMoney, 'statedFen'>): number =>
  statedFen ?? perHomeFen(pack, day)

/** What is still to be paid, as of a day. */
export const openFen = (pack: Pack, day: Day, home: HomeMoney): number =>
  Math.max(0, dueFen(pack, day, home) - home.receivedFen + home.refundedFen)

/** Of a home's money, what lies in the bank and is neither passed on nor given back. */
export const heldInBankFen = ({ bankedFen, passedOnFen, refundedFen }: HomeMoney): number =>
  bankedFen - passedOnFen - refundedFen

/** Money is taken from confirmed homes on the road, by towns that have an account for it (§A.2). */
export function mayCollect(facts: { money: HomeMoney; account: string | null }): Refusal[] {
  const { money, account } = facts
  const refusals: Refusal[] = []
  if (account === null) refusals.push(refuse('contribution.no-account', ['§A.2']))
  if (money.ended !== null || !money.confirmed) refusals.push(refuse('contribution.not-confirmed', ['§A.2']))
  return refusals
}

export function checkCollected(
  facts: { money: HomeMoney; usedOn: Day | undefined },
  input: { amountFen: number; paidOn: Day; number: number },
  { pack, today }: { pack: Pack; today: Day },
): Refusal[] {
  const refusals: Refusal[] = []
  if (input.paidOn > today)
    refusals.push(refuse('contribution.in-future', ['§A.2'], { paidOn: input.paidOn }))
  if (facts.usedOn !== undefined)
    refusals.push(
      refuse('contribution.number-used', ['§A.2'], { number: input.number, usedOn: facts.usedOn }),
    )
  const leftFen = openFen(pack, input.paidOn, facts.money)
  if (input.amountFen > leftFen)
    refusals.push(refuse('contribution.beyond-due', ['§A.2'], { leftFen, amountFen: input.amountFen }))
  return refusals
}

/** A receipt that was written wrongly is voided by somebody else, before its money is on a slip (§5.2). */
export function mayCancel(
  receipt: { voided: boolean; slip: string | null; collectedBy: string },
  actor: string,
): Refusal[] {
  const refusals: Refusal[] = []
  if (receipt.voided) refusals.push(refuse('contribution.voided', ['§A.2']))
  if (receipt.slip !== null) refusals.push(refuse('contribution.on-slip', ['§A.2']))
  if (receipt.collectedBy === actor) refusals.push(refuse('contribution.same-person', ['§5.2']))
  return refusals
}

/** The slip holds its receipts, each once, and nothing else (§A.2). */
export function checkBanked(
  facts: {
    receipts: readonly {
      account: string
      voided: boolean
      slip: string | null
      amountFen: number
      paidOn: Day
    }[]
    missing: number
    usedOn: Day | undefined
  },
  input: { account: string; amountFen: number; bankedOn: Day; number: string },
  today: Day,
): Refusal[] {
  const refusals: Refusal[] = []
  const { receipts, missing, usedOn } = facts
  const fit = receipts.filter(
    ({ account, voided, slip }) => account === input.account && !voided && slip === null,
  )
  const unfit = receipts.length - fit.length + missing
  if (unfit > 0) refusals.push(refuse('contribution.receipts-not-free', ['§A.2'], { receipts: unfit }))
  const receiptsFen = fit.reduce((sum, { amountFen }) => sum + amountFen, 0)
  if (unfit === 0 && receiptsFen !== input.amountFen)
    refusals.push(refuse('contribution.slip-differs', ['§A.2'], { receiptsFen, amountFen: input.amountFen }))
  if (input.bankedOn > today)
    refusals.push(refuse('contribution.in-future', ['§A.2'], { bankedOn: input.bankedOn }))
  if (fit.some(({ paidOn }) => paidOn > input.bankedOn))
    refusals.push(refuse('contribution.banked-before-paid', ['§A.2'], { bankedOn: input.bankedOn }))
  if (usedOn !== undefined)
    refusals.push(refuse('contribution.slip-used', ['§5.2'], { number: input.number, usedOn }))
  return refusals
}

/** Whoever collected or entered does not confirm (§5.2). */
export function maySettleSlip(
  slip: { state: SlipState; enteredBy: string; collectors: readonly string[] },
  actor: string,
): Refusal[] {
  const refusals: Refusal[] = []
  if (slip.state !== 'entered') refusals.push(refuse('contribution.slip-settled', ['§A.2']))
  if (slip.enteredBy === actor || slip.collectors.includes(actor))
    refusals.push(refuse('contribution.same-person', ['§5.2']))
  return refusals
}

export interface HomeToPassOn extends HomeMoney {
  town: string
  contractor: string | null
  collectors: readonly string[]
}

/** Whole and once, for accepted homes of this contractor, from what is in the bank (§A.2, §3.3.4). */
export function checkPassedOn(
  facts: { town: string; homes: readonly HomeToPassOn[]; missing: number; usedOn: Day | undefined },
  input: { contractor: string; amountFen: number; passedOn: Day; bankReference: string },
  { pack, today, actor }: { pack: Pack; today: Day; actor: { id: string } },
): Refusal[] {
  const refusals: Refusal[] = []
  const { homes, missing, town, usedOn } = facts
  const count = (code: string, of: number, clauses: string[]) => {
    if (of > 0) refusals.push(refuse(code, clauses, { homes: of }))
  }
  const counting = (unfit: (home: HomeToPassOn) => boolean) => homes.filter(unfit).length
  count(
    'contribution.not-of-contractor',
    missing + counting((home) => home.town !== town || home.contractor !== input.contractor),
    ['§A.2'],
  )
  count(
    'contribution.not-accepted',
    counting((home) => !home.accepted || home.ended === 'withdrawn' || home.ended === 'refused'),
    ['§3.3.4'],
  )
  count(
    'contribution.passed-on-before',
    counting((home) => home.passedOnFen > 0),
    ['§5.2'],
  )
  count(
    'contribution.not-all-banked',
    counting(
      (home) =>
        home.passedOnFen === 0 &&
        (heldInBankFen(home) <= 0 || heldInBankFen(home) < dueFen(pack, today, home)),
    ),
    ['§A.2'],
  )
  const heldFen = homes.reduce((sum, home) => sum + heldInBankFen(home), 0)
  if (refusals.length === 0 && heldFen !== input.amountFen)
    refusals.push(refuse('contribution.sum-differs', ['§A.2'], { heldFen, amountFen: input.amountFen }))
  if (homes.some(({ collectors }) => collectors.includes(actor.id)))
    refusals.push(refuse('contribution.same-person', ['§5.2']))
  if (input.passedOn > today)
    refusals.push(refuse('contribution.in-future', ['§A.2'], { passedOn: input.passedOn }))
  if (usedOn !== undefined)
    refusals.push(refuse('contribution.reference-used', ['§5.2'], { number: input.bankReference, usedOn }))
  return refusals
}

/** To a home that left by a change, as long as nothing was passed on for it (§A.2, §3.1.3d). */
export function mayRefund(
  facts: { money: HomeMoney; collectors: readonly string[] },
  actor: string,
): Refusal[] {
  const { money, collectors } = facts
  const refusals: Refusal[] = []
  if (money.ended !== 'withdrawn' && money.ended !== 'refused')
    return [refuse('contribution.not-left', ['§3.1.3d', '§A.2'])]
  if (money.passedOnFen > 0) refusals.push(refuse('contribution.contractor-has-it', ['§A.2']))
  else if (heldInBankFen(money) === 0)
    refusals.push(
      money.receivedFen > money.bankedFen
        ? refuse('contribution.not-banked', ['§A.2'], { onHandFen: money.receivedFen - money.bankedFen })
        : refuse('contribution.nothing-held', ['§A.2']),
    )
  if (collectors.includes(actor)) refusals.push(refuse('contribution.same-person', ['§5.2']))
  return refusals
}

export function checkRefunded(
  { money }: { money: HomeMoney },
  input: { amountFen: number; refundedOn: Day },
  today: Day,
): Refusal[] {
  const refusals: Refusal[] = []
  const heldFen = heldInBankFen(money)
  if (input.amountFen > heldFen)
    refusals.push(refuse('contribution.beyond-held', ['§A.2'], { heldFen, amountFen: input.amountFen }))
  if (input.refundedOn > today)
    refusals.push(refuse('contribution.in-future', ['§A.2'], { refundedOn: input.refundedOn }))
  return refusals
}
