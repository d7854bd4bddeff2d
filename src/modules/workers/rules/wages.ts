import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
import { addDays, type Day } from '../../../kernel/dates/day.ts'
import { readBankCard } from '../../../kernel/standards/bank-card.ts'
import { firstDayOf, lastDayOf, type Month, monthAfter, monthOf } from './months.ts'

const wageStates = ['nothing', 'open', 'paid', 'paid-late', 'late', 'escalated'] as const
export type WageState = (typeof wageStates)[number]

/** The pack's days of pay. */
export interface PayTerms {
  /** Day of the month after, on which wages are due. */
  dueDay: number
  /** Days after it from which somebody higher up is told. */
  escalateDays: number
}

/** A month that has no such day ends its own. */
export function dueOn(month: Month, { dueDay }: PayTerms): Day {
  const next = monthAfter(month)
  const last = lastDayOf(next)
  const wanted = addDays(firstDayOf(next), dueDay - 1)
  return wanted < last ? wanted : last
}

export interface PayOfMonth {
  month: Month
  /** Who worked that month, and how many of them have been paid for it. */
  worked: number
  paid: number
  lastPaidOn: Day | null
}

/** Whoever worked in a month is paid for it by its due day (§3.2.3). */
export function wageState(
  { month, worked, paid, lastPaidOn }: PayOfMonth,
  terms: PayTerms,
  today: Day,
): WageState {
  if (worked === 0) return paid > 0 ? 'paid' : 'nothing'
  const due = dueOn(month, terms)
  if (paid >= worked) return lastPaidOn !== null && lastPaidOn > due ? 'paid-late' : 'paid'
  if (today <= due) return 'open'
  return today > addDays(due, terms.escalateDays) ? 'escalated' : 'late'
}

export interface ProofFacts {
  firm: { id: string; kind: string }
  exists: boolean
  hasAccount: boolean
  /** Of the workers asked for: those of the firm. */
  own: ReadonlySet<string>
  /** Of the workers asked for: those paid for that month already. */
  paid: ReadonlySet<string>
}

export const mayProve = ({ firm, hasAccount }: ProofFacts): Refusal[] => [
  ...(firm.kind === 'contractor' ? [] : [refuse('worker.firm-builds-nothing', ['§3.2.3'])]),
  ...(hasAccount ? [] : [refuse('wage.no-account', ['§3.2.3'])]),
]

export function checkProof(
  facts: ProofFacts,
  asked: { month: Month; paidOn: Day; lines: readonly { worker: string }[] },
  today: Day,
): Refusal[] {
  const refusals: Refusal[] = []
  const workers = asked.lines.map(({ worker }) => worker)
  if (facts.exists) refusals.push(refuse('wage.exists', ['§3.2.3']))
  if (asked.month > monthOf(today))
    refusals.push(refuse('wage.month-ahead', ['§3.2.3'], { month: asked.month }))
  if (asked.paidOn > today) refusals.push(refuse('wage.day-ahead', ['§3.2.3'], { day: asked.paidOn, today }))
  if (asked.paidOn < firstDayOf(asked.month))
    refusals.push(refuse('wage.paid-before', ['§3.2.3'], { day: asked.paidOn, month: asked.month }))
  if (new Set(workers).size < workers.length) refusals.push(refuse('wage.twice', ['§3.2.3']))
  const strangers = workers.filter((id) => !facts.own.has(id)).length
  if (strangers > 0) refusals.push(refuse('wage.not-own', ['§3.2.3'], { people: strangers }))
  const paid = workers.filter((id) => facts.paid.has(id)).length
  if (paid > 0) refusals.push(refuse('wage.paid-already', ['§3.2.3'], { people: paid, month: asked.month }))
  return refusals
}

export const checkAccount = (asked: { number: string; openedOn: Day }, today: Day): Refusal[] => [
  ...(readBankCard(asked.number).ok ? [] : [refuse('wage.account-number', ['§3.2.3'])]),
  ...(asked.openedOn > today ? [refuse('wage.day-ahead', ['§3.2.3'], { day: asked.openedOn, today })] : []),
]

/** Late pay is urged; what stays unpaid is talked over with the firm (§3.2.3). */
export const stepRefusals = (state: WageState, kind: 'urged' | 'interviewed'): Refusal[] =>
  state === 'escalated' || (state === 'late' && kind === 'urged')
    ? []
    : [refuse(kind === 'urged' ? 'wage.not-late' : 'wage.not-escalated', ['§3.2.3'])]
