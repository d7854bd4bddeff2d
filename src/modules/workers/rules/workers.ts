import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { readIdNumber } from '../../../kernel/standards/id-number.ts'
import { readTelephone } from '../../../kernel/standards/telephone.ts'
import type { SheetProblem } from '../../../kernel/sheets/sheet-problem.ts'

export const trades = [
  'installer',
  'electrician',
  'refrigeration',
  'pipe-fitter',
  'mason',
  'labourer',
  'manager',
] as const
export type Trade = (typeof trades)[number]

export const workerStandings = ['on-site', 'off-site', 'left', 'no-contract'] as const

export interface PostingState {
  id: string
  lot: string
  from: Day
  to: Day | null
}

export interface WorkerState {
  id: string
  firm: string
  leftOn: Day | null
  registeredOn: Day
  contractSignedOn: Day | null
  postings: readonly PostingState[]
}

/** A lot and who builds it, as far as a posting asks. */
export interface LotOfPosting {
  code: string
  contractor: string | null
}

export const isOnSite = ({ from, to }: PostingState, day: Day): boolean =>
  from <= day && (to === null || day <= to)

export interface RegisterFacts {
  exists: boolean
  /** The person works already: for this firm, or for another one, of which nothing is told. */
  known: 'here' | 'elsewhere' | undefined
  firm: { id: string; kind: string }
  lot: LotOfPosting | undefined
}

export interface Registering {
  idNumber: string
  telephone?: string | undefined
  contractSignedOn?: Day | undefined
  lot?: string | undefined
  fromDay?: Day | undefined
}

export const mayRegister = ({ firm }: Pick<RegisterFacts, 'firm'>): Refusal[] =>
  firm.kind === 'contractor' ? [] : [refuse('worker.firm-builds-nothing', ['§3.2.3'])]

/** No real name, no site: the number must be a real one, and one person works for one firm at a time (§3.2.3). */
export function checkRegistering(facts: RegisterFacts, asked: Registering, today: Day): Refusal[] {
  const refusals: Refusal[] = []
  if (facts.exists) refusals.push(refuse('worker.exists', ['§3.2.3']))
  const read = readIdNumber(asked.idNumber, today)
  if (!read.ok) refusals.push(refuse('worker.id-number', ['§3.2.3'], { problem: read.problem }))
  if (asked.telephone !== undefined && !readTelephone(asked.telephone).ok)
    refusals.push(refuse('worker.telephone', ['§3.2.3']))
  if (facts.known === 'here') refusals.push(refuse('worker.known-here', ['§3.2.3']))
  if (facts.known === 'elsewhere') refusals.push(refuse('worker.known-elsewhere', ['§3.2.3']))
  if (asked.contractSignedOn !== undefined && asked.contractSignedOn > today)
    refusals.push(refuse('worker.day-ahead', ['§3.2.3'], { day: asked.contractSignedOn, today }))
  if (asked.lot !== undefined) refusals.push(...lotRefusals(facts.firm.id, facts.lot))
  return refusals
}

const lotRefusals = (firm: string, lot: LotOfPosting | undefined): Refusal[] =>
  lot?.contractor === firm ? [] : [refuse('worker.lot-of-another', ['§3.2.3'])]

const gone = ({ leftOn }: WorkerState): Refusal[] =>
  leftOn === null ? [] : [refuse('worker.left', ['§3.2.3'], { day: leftOn })]

export const mayPost = (worker: WorkerState): Refusal[] => gone(worker)

/** Two stays on one lot may not overlap: attendance would not know which one it is of. */
export function checkPosting(
  worker: WorkerState,
  lot: LotOfPosting | undefined,
  asked: { lot: string; fromDay: Day; toDay?: Day | undefined },
): Refusal[] {
  const refusals = lotRefusals(worker.firm, lot)
  if (asked.toDay !== undefined && asked.toDay < asked.fromDay)
    refusals.push(refuse('worker.days-turned', ['§3.2.3']))
  const overlaps = worker.postings.some(
    (posting) =>
      posting.lot === asked.lot &&
      (posting.to === null || asked.fromDay <= posting.to) &&
      (asked.toDay === undefined || posting.from <= asked.toDay),
  )
  if (overlaps) refusals.push(refuse('worker.posted-already', ['§3.2.3']))
  return refusals
}

export const mayEndPosting = (worker: WorkerState): Refusal[] =>
  worker.postings.some(({ to }) => to === null) ? [] : [refuse('worker.not-on-site', ['§3.2.3'])]

export function checkEndPosting(worker: WorkerState, asked: { posting: string; toDay: Day }): Refusal[] {
  const posting = worker.postings.find(({ id, to }) => id === asked.posting && to === null)
  if (!posting) return [refuse('worker.not-on-site', ['§3.2.3'])]
  return asked.toDay < posting.from ? [refuse('worker.days-turned', ['§3.2.3'])] : []
}

export const mayLeave = (worker: WorkerState): Refusal[] => gone(worker)

export const checkLeaving = ({ leftOn }: { leftOn: Day }, today: Day): Refusal[] =>
  leftOn > today ? [refuse('worker.day-ahead', ['§3.2.3'], { day: leftOn, today })] : []

/** How an installation stands with the real names of whoever fitted it. */
export interface CrewFacts {
  /** Whether the firm has anybody on site of the home's lot on that day. */
  hasPeople: boolean
  /** Of those named: not of the firm, or not on site of the lot that day. */
  strangers: number
  named: number
}

/** Whose installations must name people: nobody's, those of firms with people on the roll, or everybody's. */
export const crewDemands = ['nobody', 'firms-with-people', 'everybody'] as const
export type CrewDemand = (typeof crewDemands)[number]

/**
 * No real name, no site (§3.2.3). Whoever is named must be on the roll of the lot that day; whether naming nobody stops
 * an installation the pack decides.
 */
export function crewRefusals({ hasPeople, named, strangers }: CrewFacts, demand: CrewDemand): Refusal[] {
  const refusals: Refusal[] = []
  if (strangers > 0) refusals.push(refuse('home.crew-unknown', ['§3.2.3'], { people: strangers }))
  if (named === 0 && (demand === 'everybody' || (demand === 'firms-with-people' && hasPeople)))
    refusals.push(refuse('home.crew-not-named', ['§3.2.3']))
  return refusals
}

export interface ImportFacts {
  firm: { id: string; kind: string }
  lot: LotOfPosting | undefined
  match: { fresh: readonly NewRow[]; known: number; problems: readonly SheetProblem[] } | undefined
}

/** A row of the register as it was read. */
export interface NewRow {
  place: Pick<SheetProblem, 'sheet' | 'row' | 'column'>
  name: string
  idNumber: string
  telephone: string | undefined
  trade: Trade
  contractSignedOn: Day | undefined
  fromDay: Day
}

/** All rows or none: a register half taken in is one nobody can compare with the paper. */
export function checkImport({ firm, lot, match }: ImportFacts, { file }: { file: string }): Refusal[] {
  const refusals = lotRefusals(firm.id, lot)
  if (!match)
    return [...refusals, refuse('evidence.not-uploaded', ['§3.2.3'], { kind: 'workbook', digest: file })]
  const errors = match.problems.filter(({ severity }) => severity === 'error')
  const [first] = errors
  if (first)
    refusals.push(
      refuse('workbook.faulty', ['§3.2.3'], {
        problems: errors.length,
        zh: first.row === undefined ? first.words.zh : `第 ${first.row} 行：${first.words.zh}`,
        en: first.row === undefined ? first.words.en : `Row ${first.row}: ${first.words.en}`,
      }),
    )
  else if (match.fresh.length === 0)
    refusals.push(refuse('worker.nothing-new', ['§3.2.3'], { known: match.known }))
  return refusals
}
