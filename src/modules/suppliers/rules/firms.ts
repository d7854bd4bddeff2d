import type { EvidenceRef } from '../../../kernel/act/define.ts'
import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import type { Pack } from '../../../kernel/pack/pack.ts'
import type { AdmitFirm } from '../model.ts'
import { type Bar, barRefusals } from './negative-list.ts'
import { checkPapers, firstToRunOut, lacking, papersAsked } from './papers.ts'

export const firmKinds = ['contractor', 'supervisor', 'maker'] as const
export type FirmKind = (typeof firmKinds)[number]
export const isFirmKind = (kind: string | undefined): kind is FirmKind =>
  firmKinds.some((each) => each === kind)

export interface Admission {
  id: string
  from: Day
  to: Day
}

export interface Firm {
  id: string
  kind: string
  name: string
  /** Admissions that were not withdrawn. */
  admissions: readonly Admission[]
  bars: readonly Bar[]
}

const isAdmittedOn = ({ admissions }: Pick<Firm, 'admissions'>, day: Day): boolean =>
  admissions.some(({ from, to }) => from <= day && day <= to)

export type Standing = 'barred' | 'admitted' | 'run-out' | 'ahead' | 'not-admitted'

/** How a firm stands with its admission; the negative list is told apart, for it outweighs it. */
export function standingOf(
  { admissions }: Pick<Firm, 'admissions'>,
  today: Day,
): Exclude<Standing, 'barred'> {
  if (isAdmittedOn({ admissions }, today)) return 'admitted'
  if (admissions.some(({ from }) => from > today)) return 'ahead'
  return admissions.length > 0 ? 'run-out' : 'not-admitted'
}

/** What stands against giving a firm new work: not admitted on the day, or on the negative list now (§3.1.2). */
export const firmRefusals = (firm: Firm | undefined, on: Day, pack: Pack, today: Day): Refusal[] =>
  firm
    ? [
        ...(isAdmittedOn(firm, on)
          ? []
          : [refuse('firm.not-admitted', ['§3.1.2'], { name: firm.name, day: on })]),
        ...barRefusals('firm.barred', firm.name, firm.bars, pack, today),
      ]
    : []

export interface AdmitFacts {
  area: string
  firm: Firm
  /** An admission with this id is there already. */
  exists: boolean
}

/** A firm on the negative list is not admitted (§3.1.2); only firms are. */
export const mayAdmit = ({ firm }: AdmitFacts, pack: Pack, today: Day): Refusal[] =>
  isFirmKind(firm.kind)
    ? barRefusals('firm.barred', firm.name, firm.bars, pack, today)
    : [refuse('firm.not-a-firm', ['§3.1.2'], { name: firm.name })]

export function checkAdmission(
  { firm, exists }: AdmitFacts,
  input: AdmitFirm,
  evidence: readonly EvidenceRef[],
  pack: Pack,
  today: Day,
): Refusal[] {
  if (!isFirmKind(firm.kind)) return []
  const asked = papersAsked(pack, firm.kind)
  const refusals = checkPapers(asked, input.papers, evidence, input.validFrom)
  if (exists) refusals.push(refuse('firm.admission-exists', ['§3.1.2']))
  if (input.validTo < input.validFrom || input.validTo < today)
    refusals.push(refuse('firm.admission-over', ['§3.1.2'], { from: input.validFrom, to: input.validTo }))
  const first = firstToRunOut(input.papers)
  const paper = asked.find(({ id }) => id === first?.paper)
  if (first && paper && first.validTo >= input.validFrom && first.validTo < input.validTo)
    refusals.push(lacking('firm.longer-than-paper', paper, { day: first.validTo, to: input.validTo }))
  return refusals
}

export const mayWithdrawAdmission = ({ firm }: AdmitFacts, today: Day): Refusal[] =>
  firm.admissions.some(({ to }) => today <= to)
    ? []
    : [refuse('firm.nothing-to-withdraw', ['§3.1.2'], { name: firm.name })]
