import type { ActContext } from '../../../kernel/act/define.ts'
import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
import { addDays, type Day } from '../../../kernel/dates/day.ts'
import { type Pack, periodOf } from '../../../kernel/pack/pack.ts'
import { bindRules, factsOf } from '../../../kernel/pack/rules.ts'
import type { Line } from '../model/fields.ts'
import { duplicateBits, screeningGroup } from './groups.ts'

const clauses = ['§3.1.3d']

/** A village before a notice: how many of its homes could go on it, and why the others could not. */
export interface VillageToNotice {
  id: string
  code: string
  town: string
  name: string
  ready: number
  /** Screened yes after the register was locked: they come in by a change only. */
  waiting: number
  /** Never screened; screened and unknown; screened and no. */
  unscreened: number
  unknown: number
  no: number
}

export function mayOpen(village: VillageToNotice): Refusal[] {
  const { ready, waiting, unscreened, unknown, no } = village
  if (ready > 0) return []
  return waiting > 0
    ? [refuse('notice.register-locked', clauses, { waiting })]
    : [refuse('notice.none-ready', clauses, { unscreened, unknown, no })]
}

/** The last day of a notice that hangs from `from`. */
export const closesOn = (pack: Pack, from: Day): Day => noticePeriod(pack, from).lastDay

export const noticePeriod = (pack: Pack, from: Day) => periodOf(pack, 'notice.periodDays', from)

export interface NoticeState {
  id: string
  village: string
  town: string
  number: number
  state: 'open' | 'confirmed'
  openedOn: Day
  closesOn: Day
  postedOn: Day | null
}

/** The last day of a notice; none is known before its board hangs, since the period runs from that day. */
export const lastDayOf = ({ postedOn, closesOn }: Pick<NoticeState, 'postedOn' | 'closesOn'>): Day | null =>
  postedOn && closesOn

/** Whether everybody may read it on the web: as many days as were meant, also where nobody posted its board. */
export const isOnWeb = ({ closesOn }: Pick<NoticeState, 'closesOn'>, today: Day): boolean => today <= closesOn

/** Objected to: until its last day is over, and for as long as its board does not hang. */
export function isRunning(notice: Pick<NoticeState, 'postedOn' | 'closesOn'>, today: Day): boolean {
  const lastDay = lastDayOf(notice)
  return lastDay === null || today <= lastDay
}

const stillOpen = (notice: NoticeState): Refusal[] =>
  notice.state === 'open' ? [] : [refuse('notice.confirmed-already', clauses, { number: notice.number })]

export const mayPost = (notice: NoticeState): Refusal[] => stillOpen(notice)

export function checkPosted(notice: NoticeState, postedOn: Day, today: Day): Refusal[] {
  const { openedOn } = notice
  if (postedOn < openedOn) return [refuse('notice.posted-too-early', clauses, { postedOn, openedOn })]
  return postedOn > today ? [refuse('day.in-future', clauses, { day: postedOn })] : []
}

/** A home on a notice that still waits for confirmation, as it is now. */
export interface WaitingHome {
  home: string
  answer: 'yes' | 'no' | 'unknown'
  ended: boolean
  /** It stood further down the road already and is noticed again after a change. */
  onRoad: boolean
  /** Which keys another live home has too, as in the register. */
  duplicates: number
  /** Those of them that no rule of the pack answers for, so that no yes covers them. */
  blockingDuplicates: number
  /** Something the board says, or the person behind the masked name, is no longer the same. */
  changed: boolean
}

const duplicateFacts = {
  'duplicate.idNumber': duplicateBits.id,
  'duplicate.account': duplicateBits.account,
  'duplicate.title': duplicateBits.title,
}

/** The keys that block a confirmation where no rule judges them; a registered family is asked about by a rule or not at all. */
export const blockingKeys = duplicateBits.id | duplicateBits.account | duplicateBits.title

/**
 * The keys a screening rule of the line judges, as bits: there a yes means the key is not shared, or that an
 * exception was granted (§4.4). The others block as they are.
 */
export function judgedDuplicates(pack: Pack, line: Line, day: Day): number {
  const facts = factsOf(bindRules(pack, screeningGroup(line), day))
  return Object.entries(duplicateFacts).reduce(
    (bits, [fact, bit]) => (facts.includes(fact) ? bits | bit : bits),
    0,
  )
}

/**
 * What confirmation does with a home now. `wait`: it stays on the notice until somebody settles the reason.
 * `return`: the board no longer tells the truth about it, so it goes back and needs a notice of its own.
 */
export type Readiness =
  | { outcome: 'confirm' }
  | { outcome: 'wait' | 'return'; reason: 'unknown' | 'duplicate' | 'no' | 'changed' }
  | { outcome: 'ended' }

export function readiness(home: WaitingHome): Readiness {
  if (home.ended) return { outcome: 'ended' }
  if (home.changed) return { outcome: 'return', reason: 'changed' }
  if (home.answer === 'yes' && home.blockingDuplicates === 0) return { outcome: 'confirm' }
  // Somebody else's second application must not throw an honest home off its notice, so this comes before the no.
  if (home.duplicates > 0) return { outcome: 'wait', reason: 'duplicate' }
  return home.answer === 'no' ? { outcome: 'return', reason: 'no' } : { outcome: 'wait', reason: 'unknown' }
}

export interface NoticeToConfirm extends NoticeState {
  openObjections: number
  waiting: readonly WaitingHome[]
}

export function mayConfirm(notice: NoticeToConfirm, { today }: Pick<ActContext, 'today'>): Refusal[] {
  if (notice.state !== 'open') return stillOpen(notice)
  const refusals: Refusal[] = []
  if (!notice.postedOn) refusals.push(refuse('notice.not-posted', clauses))
  else if (today <= notice.closesOn)
    refusals.push(
      refuse('notice.period-running', clauses, {
        closesOn: notice.closesOn,
        from: addDays(notice.closesOn, 1),
      }),
    )
  if (notice.openObjections > 0)
    refusals.push(refuse('notice.objections-open', clauses, { count: notice.openObjections }))
  const reasons = notice.waiting.map(readiness)
  if (reasons.every(({ outcome }) => outcome === 'wait') && reasons.length > 0)
    refusals.push(
      refuse('notice.none-to-confirm', [...clauses, '§4.4'], {
        unknown: reasons.filter((r) => 'reason' in r && r.reason === 'unknown').length,
        duplicate: reasons.filter((r) => 'reason' in r && r.reason === 'duplicate').length,
      }),
    )
  return refusals
}

/** What became of a line of the board; `waiting` until something does. */
export const lineOutcomes = ['waiting', 'confirmed', 'returned', 'ended'] as const
export type LineOutcome = (typeof lineOutcomes)[number]

export const isOf = (line: { outcome: string | null }, outcome: LineOutcome): boolean =>
  (line.outcome ?? 'waiting') === outcome
