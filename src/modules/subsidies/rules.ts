import { refuse, type Refusal } from '../../kernel/act/refusal.ts'
import { type Day, monthsAfter } from '../../kernel/dates/day.ts'
import { hasParameter, type Pack } from '../../kernel/pack/pack.ts'
import { type HomeTraits, reckon, type Reckoning } from '../../kernel/pack/reckon.ts'
import { figuresOf, subsidiesOf } from '../../kernel/pack/subsidies.ts'
import type { SheetProblem } from '../../kernel/sheets/sheet-problem.ts'
import type { StatementState } from './model.ts'

/** What is asked of a home when a season's subsidy is reckoned. */
export interface SeasonUse extends HomeTraits {
  usedCentiKwh: number
  valleyCentiKwh?: number | null
  /** A home's first season with the subsidy is 1. */
  nth?: number
}

/** A home's season by the subsidies of the pack, as they stood on `day`, the season's last (§4.3). */
export function operatingSubsidy(
  pack: Pack,
  day: Day,
  { usedCentiKwh, valleyCentiKwh = null, nth = 1, ...traits }: SeasonUse,
): { amountFen: number; formula: Reckoning } {
  const of = { ...traits, centiKwh: usedCentiKwh, valleyCentiKwh, season: nth }
  const formula = reckon(pack, day, subsidiesOf(pack, 'operating', day), of)
  return { amountFen: formula.amountFen, formula }
}

export function maySeason(
  pack: Pack,
  input: { startsOn: Day; endsOn: Day },
  fund: { purpose: string } | undefined,
  others: readonly { name: string; startsOn: Day; endsOn: Day }[],
): Refusal[] {
  const refusals: Refusal[] = []
  const overlapping = others.find((other) => input.startsOn <= other.endsOn && other.startsOn <= input.endsOn)
  if (overlapping)
    refusals.push(
      refuse('season.overlaps', ['§4.3'], {
        name: overlapping.name,
        startsOn: overlapping.startsOn,
        endsOn: overlapping.endsOn,
      }),
    )
  if (input.endsOn <= input.startsOn)
    refusals.push(
      refuse('season.ends-before-start', ['§4.3'], { startsOn: input.startsOn, endsOn: input.endsOn }),
    )
  const subsidies = subsidiesOf(pack, 'operating', input.endsOn)
  const names = subsidies.flatMap((each) => figuresOf(each).map(({ name }) => name))
  if (subsidies.length === 0 || names.some((name) => !hasParameter(pack, name, input.endsOn)))
    refusals.push(refuse('season.no-parameters', ['§4.3'], { endsOn: input.endsOn }))
  if (!fund) refusals.push(refuse('fund.not-found', ['§5.2']))
  else if (fund.purpose !== 'operating')
    refusals.push(refuse('fund.other-purpose', ['§5.2'], { purpose: fund.purpose }))
  return refusals
}

/** Electricity is counted when the season is over, not before (§4.3). */
export const mayCount = (season: { endsOn: Day }, today: Day): Refusal[] =>
  today > season.endsOn ? [] : [refuse('season.not-over', ['§4.3'], { endsOn: season.endsOn })]

/** The faults of a workbook, the first one said in full; warnings hold nothing back. */
function faultyWorkbook(problems: readonly SheetProblem[]): Refusal[] {
  const errors = problems.filter((problem) => problem.severity === 'error')
  const [first] = errors
  if (!first) return []
  const { row, words } = first
  return [
    refuse('workbook.faulty', ['§4.3'], {
      problems: errors.length,
      zh: row === undefined ? words.zh : `第 ${row} 行：${words.zh}`,
      en: row === undefined ? words.en : `Row ${row}: ${words.en}`,
    }),
  ]
}

const notUploaded = (file: string): Refusal =>
  refuse('evidence.not-uploaded', ['§4.3'], { kind: 'workbook', digest: file })

/** A season's readings: the same file once, every row understood, no home read twice unless it was sent back. */
export function checkUsage(
  usage: { matched: readonly unknown[]; readBefore: number; problems: readonly SheetProblem[] } | undefined,
  sameFile: boolean,
  file: string,
): Refusal[] {
  if (sameFile) return [refuse('usage.same-file', ['§4.3'])]
  if (!usage) return [notUploaded(file)]
  const others = usage.problems.filter((problem) => problem.code !== 'usage.read-before')
  const refusals = faultyWorkbook(others)
  if (usage.readBefore > 0) refusals.push(refuse('usage.read-before', ['§4.3'], { homes: usage.readBefore }))
  if (refusals.length === 0 && usage.matched.length === 0)
    refusals.push(refuse('usage.nothing-matched', ['§4.3']))
  return refusals
}

interface ReceiptToCheck {
  rows: number
  fresh: readonly unknown[]
  repeated: number
  unknown: readonly DoubtfulRow[]
  otherAmount: readonly DoubtfulRow[]
  otherResult: readonly DoubtfulRow[]
  elsewhere: readonly DoubtfulRow[]
  problems: readonly SheetProblem[]
}

interface DoubtfulRow {
  reference: string
  place: { row?: number }
}

/** A receipt is taken whole or not at all: one doubtful row refuses it (§4.3). */
export function checkReceipt(receipt: ReceiptToCheck | undefined, file: string): Refusal[] {
  if (!receipt) return [notUploaded(file)]
  const named = (code: string, [first, ...rest]: readonly DoubtfulRow[]) =>
    first
      ? [
          refuse(code, ['§4.3'], {
            rows: 1 + rest.length,
            row: first.place.row ?? 0,
            reference: first.reference,
          }),
        ]
      : []
  const ofReading = receipt.problems.filter(({ code }) => !matchFaults.has(code))
  const refusals = [
    ...faultyWorkbook(ofReading),
    ...named('receipt.unknown-reference', receipt.unknown),
    ...named('receipt.other-amount', receipt.otherAmount),
    ...named('receipt.other-result', receipt.otherResult),
    ...named('receipt.elsewhere', receipt.elsewhere),
  ]
  if (refusals.length === 0 && receipt.fresh.length === 0)
    refusals.push(refuse('receipt.all-known', ['§4.3'], { rows: receipt.repeated }))
  return refusals
}

const matchFaults = new Set([
  'receipt.unknown-reference',
  'receipt.other-amount',
  'receipt.other-result',
  'receipt.elsewhere',
])

/** Review, town then bureau, each by somebody who did no earlier step (§4.3, §5.2). */
export function mayReview(
  facts: { ready: number; earlier: readonly (string | null)[] },
  actor: string,
): Refusal[] {
  if (facts.ready === 0) return [refuse('statement.nothing-to-review', ['§4.3'])]
  return facts.earlier.includes(actor) ? [refuse('statement.same-person', ['§5.2'])] : []
}

/** A topped-up account that is another home's would pay the neighbour. */
export const checkAccount = (accountOfOthers: boolean): Refusal[] =>
  accountOfOthers ? [refuse('payment.account-of-another', ['§4.3', '§4.4'])] : []

/** A payment that was made, as its receipt said. */
export interface Paid {
  settledOn: Day
  amountFen: number
  /** It is asked back from the home already. */
  isInRecovery: boolean
}

/** Paid once and sent back by the bank (§4.3); what is asked back from the home comes in as its repayment (§3.3.2b). */
export function mayComeBack(state: StatementState, paid: Paid | undefined): Refusal[] {
  if (state !== 'paid' || !paid) return [refuse('payment.not-paid', ['§4.3'], { state })]
  return paid.isInRecovery ? [refuse('payment.in-recovery', ['§4.3', '§3.3.2b'])] : []
}

export const checkCameBack = (paid: Paid | undefined, cameBackOn: Day, today: Day): Refusal[] => [
  ...(cameBackOn > today ? [refuse('day.in-future', ['§4.3'], { day: cameBackOn })] : []),
  ...(paid && cameBackOn < paid.settledOn
    ? [refuse('payment.back-before-paid', ['§4.3'], { paidOn: paid.settledOn })]
    : []),
]

export const mayRetry = (state: StatementState, ended: string | null): Refusal[] => [
  ...(state === 'failed' ? [] : [refuse('statement.not-failed', ['§4.3'], { state })]),
  ...(ended ? [refuse('statement.home-ended', ['§3.3.2b'], { ended })] : []),
]

export function mayReportCoal(home: {
  ended: string | null
  acceptedOn: string | null
  coalFinding: string | null
}): Refusal[] {
  if (home.ended === 'revoked') return [refuse('coal.revoked-already', ['§3.3.2b'])]
  if (home.coalFinding) return [refuse('coal.finding-open', ['§3.3.2b'])]
  if (home.ended) return [refuse('coal.home-ended', ['§3.3.2b'], { ended: home.ended })]
  return home.acceptedOn ? [] : [refuse('coal.not-converted', ['§3.3.2b'])]
}

/** Coal found before the home was converted is no relapse (§3.3.2b). */
export const checkFinding = (home: { acceptedOn: Day | null }, foundOn: Day, today: Day): Refusal[] => [
  ...(foundOn > today ? [refuse('coal.in-future', ['§3.3.2b'], { foundOn })] : []),
  ...(home.acceptedOn !== null && foundOn < home.acceptedOn
    ? [refuse('coal.before-acceptance', ['§3.3.2b'], { foundOn, acceptedOn: home.acceptedOn })]
    : []),
]

interface Finding {
  state: string
  foundOn: Day
  foundBy: string
  hearUntil: Day | null
  heardBy: readonly string[]
  at: { ended: string | null }
}

export const mayHear = (finding: Finding): Refusal[] =>
  finding.state === 'open' ? [] : [refuse('coal.decided-already', ['§3.3.2b'], { state: finding.state })]

export const checkHearing = ({ foundOn }: Finding, heardOn: Day, today: Day): Refusal[] => [
  ...(heardOn > today ? [refuse('coal.heard-in-future', ['§3.3.2b'], { heardOn })] : []),
  ...(heardOn < foundOn ? [refuse('coal.heard-before-found', ['§3.3.2b'], { heardOn, foundOn })] : []),
]

/** Who found coal, or heard the household, is not who decides (§5.2). */
export const mayDecideFinding = (finding: Finding, actor: string): Refusal[] => [
  ...mayHear(finding),
  ...(finding.foundBy === actor || finding.heardBy.includes(actor)
    ? [refuse('coal.own-finding', ['§3.3.2b', '§5.2'])]
    : []),
]

/** A household is heard first, or had its days to speak; one that left meanwhile has nothing to be cancelled. */
export function mayRevoke({ at, heardBy, hearUntil }: Finding, today: Day): Refusal[] {
  if (at.ended) return [refuse('coal.home-ended', ['§3.3.2b'], { ended: at.ended })]
  return heardBy.length > 0 || hearUntil === null || today > hearUntil
    ? []
    : [refuse('coal.not-heard', ['§3.3.2b'], { hearUntil })]
}

/** Whether a payment received is owed back by whoever leaves, as the pack says of the kind of change (§3.1.3d). */
export const isOwedBack = (
  kind: 'equipment' | 'operating',
  recovers: 'none' | 'equipment' | 'all',
): boolean => recovers === 'all' || recovers === kind

/** What is owed, and how much of it has come back or is owed no more. */
interface Settling {
  state: string
  owedFen: number
  settledFen: number
}

export const mayRepay = (recovery: Settling): Refusal[] =>
  recovery.state === 'open' ? [] : [refuse('recovery.closed', ['§3.3.2b'])]

export const checkRepayment = (
  recovery: {
    owedFen: number
    settledFen: number
    foundOn: Day
    usedFor: { day: Day; amountFen: number } | undefined
  },
  input: { amountFen: number; paidOn: Day },
  today: Day,
): Refusal[] => {
  const leftFen = recovery.owedFen - recovery.settledFen
  return [
    ...(input.amountFen > leftFen
      ? [refuse('recovery.more-than-owed', ['§3.3.2b'], { leftFen, amountFen: input.amountFen })]
      : []),
    ...(input.paidOn > today ? [refuse('recovery.in-future', ['§3.3.2b'], { paidOn: input.paidOn })] : []),
    ...(input.paidOn < recovery.foundOn
      ? [refuse('recovery.before-finding', ['§3.3.2b'], { paidOn: input.paidOn, foundOn: recovery.foundOn })]
      : []),
    // One transfer on two lines would be money that came once and counts twice.
    ...(recovery.usedFor ? [refuse('recovery.reference-used', ['§5.2'], { ...recovery.usedFor })] : []),
  ]
}

export interface Owed {
  kind: 'equipment' | 'operating'
  source: string
  fund: string
  amountFen: number
  /** Repaid, or owed no more. */
  settledFen: number
}

/** Equal parts a month apart, the last with the rest; in fen, nothing lost. */
export function instalmentsOf(
  leftFen: number,
  count: number,
  firstOn: Day,
): { number: number; dueOn: Day; amountFen: number }[] {
  const each = Math.floor(leftFen / count)
  return Array.from({ length: count }, (_, at) => ({
    number: at + 1,
    dueOn: monthsAfter(firstOn, at),
    amountFen: at < count - 1 ? each : leftFen - each * (count - 1),
  }))
}

export function checkInstalments(
  { owedFen, settledFen }: Settling,
  { count, firstOn }: { count: number; firstOn: Day },
  /** Undefined where the pack sets no limit. */
  most: number | undefined,
  today: Day,
): Refusal[] {
  const leftFen = owedFen - settledFen
  return [
    ...(firstOn < today ? [refuse('recovery.instalment-past', ['§3.3.2b'], { firstOn })] : []),
    ...(most !== undefined && count > most
      ? [refuse('recovery.too-many-instalments', ['§3.3.2b'], { count, most })]
      : []),
    ...(count > leftFen ? [refuse('recovery.instalments-too-small', ['§3.3.2b'], { leftFen })] : []),
  ]
}

/** A relief is asked for of what is still owed, one at a time. */
export const checkRelief = (
  { owedFen, settledFen, asked }: Settling & { asked: ReliefAsked | undefined },
  amountFen: number,
): Refusal[] => {
  const leftFen = owedFen - settledFen
  return [
    ...(asked ? [refuse('recovery.relief-asked-already', ['§3.3.2b'])] : []),
    ...(amountFen > leftFen ? [refuse('recovery.more-than-owed', ['§3.3.2b'], { leftFen, amountFen })] : []),
  ]
}

export interface ReliefAsked {
  id: string
  by: string
  amountFen: number
}

/** By another person than whoever asked (§5.2). */
export function mayDecideRelief({ asked }: { asked: ReliefAsked | undefined }, actor: string): Refusal[] {
  if (!asked) return [refuse('recovery.no-relief-asked', ['§3.3.2b'])]
  return asked.by === actor ? [refuse('recovery.relief-own', ['§5.2'])] : []
}

export const checkGrant = ({ owedFen, settledFen, asked }: Settling & { asked: ReliefAsked | undefined }) =>
  asked && asked.amountFen > owedFen - settledFen
    ? [
        refuse('recovery.relief-more-than-left', ['§3.3.2b'], {
          amountFen: asked.amountFen,
          leftFen: owedFen - settledFen,
        }),
      ]
    : []

/** Spreads a repayment over what is owed, in the order of the lines; what each line gets goes back to the fund it came from. */
export function spread(amountFen: number, items: readonly Owed[]): { item: Owed; amountFen: number }[] {
  let left = amountFen
  return items.flatMap((item) => {
    const part = Math.min(left, item.amountFen - item.settledFen)
    left -= part
    return part > 0 ? [{ item, amountFen: part }] : []
  })
}
