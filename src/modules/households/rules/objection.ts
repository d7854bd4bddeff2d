import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import type { Facts } from '../../../kernel/pack/condition.ts'
import type { Answer } from '../../../kernel/pack/kleene.ts'
import type { Pack } from '../../../kernel/pack/pack.ts'
import { isException } from './facts.ts'
import { mostHomes } from './named-positions.ts'
import { lastDayOf, noticePeriod, type NoticeState } from './notice.ts'

const clauses = ['§3.1.3d']

/** How many questions of one household about one notice may stand open at a time. */
const openAtATime = 3

export function mayRaise(notice: NoticeState): Refusal[] {
  return notice.state === 'open'
    ? []
    : [refuse('notice.confirmed-already', clauses, { number: notice.number })]
}

/** What the notice says of the home an objection names; undefined where it is not on it. */
export type NamedHome = { outcome: 'confirmed' | 'returned' | 'ended' | null } | undefined

/** Homes as they were named, by id or by number, each with what the notice says of it. */
export interface Naming {
  named: readonly (string | number)[]
  about: readonly NamedHome[]
}

/** One objection names each home once, homes of its notice, and no more than can be looked into. */
function checkNaming({ named, about }: Naming): Refusal[] {
  if (named.length > mostHomes)
    return [refuse('objection.too-many-homes', clauses, { count: named.length, most: mostHomes })]
  const refusals: Refusal[] = []
  if (new Set(named).size < named.length) refusals.push(refuse('objection.home-twice', clauses))
  const strange = named.filter((_, at) => !about[at])
  const numbers = strange.filter((one) => typeof one === 'number')
  if (numbers.length > 0)
    refusals.push(refuse('objection.numbers-not-on-notice', clauses, { numbers: numbers.join('、') }))
  if (numbers.length < strange.length) refusals.push(refuse('objection.home-not-on-notice', clauses))
  if (about.some((home) => home?.outcome === 'confirmed'))
    refusals.push(refuse('objection.home-confirmed', clauses))
  if (about.some((home) => home?.outcome === 'returned' || home?.outcome === 'ended'))
    refusals.push(refuse('objection.home-gone', clauses))
  return refusals
}

export function checkRaised(
  notice: NoticeState,
  raised: Naming & { receivedOn: Day; isThere: boolean },
  today: Day,
): Refusal[] {
  // The same form, sent again as another act: what it said is taken already.
  if (raised.isThere) return [refuse('objection.raised-already', clauses)]
  const refusals: Refusal[] = []
  const { openedOn } = notice
  const closesOn = lastDayOf(notice)
  if (raised.receivedOn > today) refusals.push(refuse('day.in-future', clauses, { day: raised.receivedOn }))
  else if (closesOn === null && raised.receivedOn < openedOn)
    refusals.push(refuse('objection.before-notice', clauses, { openedOn }))
  else if (closesOn !== null && (raised.receivedOn < openedOn || raised.receivedOn > closesOn))
    refusals.push(refuse('objection.outside-period', clauses, { openedOn, closesOn }))
  return [...refusals, ...checkNaming(raised)]
}

export const mayRaiseOwn = (openNotices: number): Refusal[] =>
  openNotices > 0 ? [] : [refuse('objection.no-notice', clauses)]

/** A household speaks about the notice of its own village; any other is as if it were not there. */
export function checkOwn(homeVillage: string, notice: NoticeState | undefined, openOnes: number): Refusal[] {
  if (homeVillage !== notice?.village) return [refuse('objection.other-village', clauses)]
  return openOnes < openAtATime ? [] : [refuse('objection.too-many-open', clauses, { count: openOnes })]
}

/** A home an upheld objection took off a notice, as its family may have that looked at again. */
export interface Review {
  notice: string
  /** The line of the board the home stood on. */
  position: number
  /** The last day on which the family may ask. */
  until: Day
  /** It has asked. */
  isAsked: boolean
}

/** As many days as a notice runs, from the day of the answer (decision 0031). */
export const reviewUntil = (pack: Pack, answeredOn: Day): Day => noticePeriod(pack, answeredOn).lastDay

export function checkReview(
  { until, isAsked }: Review,
  { isThere, openOnes }: { isThere: boolean; openOnes: number },
  today: Day,
): Refusal[] {
  if (isThere) return [refuse('objection.raised-already', clauses)]
  if (isAsked) return [refuse('objection.reviewed-already', clauses)]
  if (today > until) return [refuse('objection.review-over', clauses, { until })]
  return openOnes < openAtATime ? [] : [refuse('objection.too-many-open', clauses, { count: openOnes })]
}

export interface ObjectionState {
  id: string
  state: 'open' | 'upheld' | 'rejected' | 'narrowed'
  raisedBy: string
  home: string | null
  /** A household speaks of its own home; without one, that home is not on the board. */
  aboutOwn: boolean
  notice: NoticeState
  followUpBy: Day | null
  followedOn: Day | null
  raisedOn: Day
  /** Of a family that asks for another look: whoever upheld what it asks about. */
  upheldBy: readonly string[]
}

export function mayDecide(objection: ObjectionState, actor: string): Refusal[] {
  if (objection.state !== 'open') return [refuse('objection.decided-already', clauses)]
  if (objection.upheldBy.includes(actor)) return [refuse('objection.own-answer', ['§3.1.3d', '§5.4'])]
  return objection.raisedBy === actor ? [refuse('objection.own', ['§3.1.3d', '§5.4'])] : []
}

/** An objection to the whole list is narrowed to the homes it is really about, by whoever may answer it. */
export const mayNarrow = (objection: ObjectionState, actor: string): Refusal[] =>
  objection.home === null && !objection.aboutOwn
    ? mayDecide(objection, actor)
    : [...mayDecide(objection, actor), refuse('objection.about-home-already', clauses)]

export const checkNarrowed = checkNaming

/** Recorded once, where an answer said that something would be done. */
export function mayFollowUp({ followUpBy, followedOn }: ObjectionState): Refusal[] {
  if (!followUpBy) return [refuse('objection.nothing-to-follow', clauses)]
  return followedOn ? [refuse('objection.followed-already', clauses, { day: followedOn })] : []
}

/**
 * An upheld objection has a consequence: about a home a fact settled, so that screening answers anew; about anything
 * else what will be done, by whom and by when.
 */
export function checkDecision(
  decided: {
    decision: 'upheld' | 'rejected'
    home: string | null
    about: NamedHome
    fact?: string | undefined
    settled?: 'yes' | 'no' | 'unknown' | undefined
    followUp?: { by: Day } | undefined
    /** What the home's screening rests on now. */
    known?: Facts
    /** The home's answer would stay what it is, and whoever decides means that. */
    isUnchanged?: boolean
    unchanged?: boolean | undefined
    /** What screening would answer; undefined for a home that left. */
    outcome?: Answer | undefined
    heard?: { on: Day } | undefined
    raisedOn?: Day
    /** The paper it rests on is there, and what it is. */
    hasPaper?: boolean
    paper?: string | undefined
  },
  pack: Pack,
  today: Day,
): Refusal[] {
  const { decision, home, about, fact, settled, followUp, known = {} } = decided
  if (home && !about) return [refuse('objection.home-not-on-notice', clauses)]
  if ((decision === 'rejected' || !home) && (fact || settled))
    return [refuse('objection.consequence-without-home', clauses)]
  if ((decision === 'rejected' || home) && followUp) return [refuse('objection.follow-up-not-asked', clauses)]
  if (decision === 'rejected') return []
  if (!home) {
    if (!followUp) return [refuse('objection.needs-follow-up', clauses)]
    return followUp.by < today ? [refuse('objection.follow-up-past', clauses, { day: followUp.by })] : []
  }
  if (about?.outcome === 'confirmed') return [refuse('objection.home-confirmed', clauses)]
  if (!fact || !settled) return [refuse('objection.needs-consequence', clauses)]
  const definition = pack.facts[fact]
  // An exception is asked for and granted (§4.4); an objection grants none.
  if (definition?.type !== 'boolean' || isException(fact))
    return [refuse('objection.no-such-fact', clauses, { fact })]
  const named = { label: definition.label.zh, labelEn: definition.label.en }
  // What stands already would take the home off the notice and bring it back with the same answer.
  if (standsSo(known, fact, settled)) return [refuse('objection.nothing-changes', clauses, named)]
  if (decided.isUnchanged && !decided.unchanged) return [refuse('objection.answer-unchanged', clauses, named)]
  return checkGrounds(decided, settled, today)
}

/**
 * Nobody loses a place on somebody's word alone: what is settled for certain rests on a paper, and a family that is
 * refused by it was heard before (decision 0031).
 */
function checkGrounds(
  {
    outcome,
    heard,
    raisedOn,
    hasPaper,
    paper,
  }: {
    outcome?: Answer | undefined
    heard?: { on: Day } | undefined
    raisedOn?: Day
    hasPaper?: boolean
    paper?: string | undefined
  },
  settled: 'yes' | 'no' | 'unknown',
  today: Day,
): Refusal[] {
  const refusals: Refusal[] = []
  if (settled !== 'unknown' && !hasPaper)
    refusals.push(refuse('evidence.required', clauses, { kind: 'document' }))
  if (settled !== 'unknown' && hasPaper && !paper) refusals.push(refuse('objection.paper-unnamed', clauses))
  if (outcome === 'no' && !heard) refusals.push(refuse('objection.family-unheard', clauses))
  // Nobody is heard about what was not said yet.
  if (heard && raisedOn && heard.on < raisedOn)
    refusals.push(refuse('objection.heard-before', clauses, { raisedOn }))
  if (heard && heard.on > today) refusals.push(refuse('day.in-future', clauses, { day: heard.on }))
  return refusals
}

/** Whether the home's screening rests on this very thing already. */
export function standsSo(known: Facts, fact: string, settled: 'yes' | 'no' | 'unknown'): boolean {
  const now = known[fact]
  return settled !== 'unknown' && now?.known === true && now.value === (settled === 'yes')
}
