import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { amount, type Pack, parameter } from '../../../kernel/pack/pack.ts'
import { isAtLeast } from '../../households/stages.ts'
import type { LotLine } from '../../suppliers/model.ts'
import type { DrawCause, SampleLevel, SampleStanding } from '../model.ts'
import { type AcceptanceFacts, ended, ofTheFirms, type Person } from '../rules.ts'

const named = {
  town: { percent: 'acceptance.townPercent', least: 'acceptance.townLeast' },
  county: { percent: 'acceptance.countyPercent', least: 'acceptance.countyLeast' },
} as const

/** How many homes of a village a level checks. */
export interface SampleTerms {
  percent: number
  least: number
  /** By what the sample is multiplied: at first, and after each serious failure; beyond, the whole village. */
  factors: readonly number[]
}

export function sampleTerms(pack: Pack, level: SampleLevel, day: Day): SampleTerms {
  const { value } = parameter(pack, 'acceptance.sampleFactors', day)
  return {
    percent: amount(pack, named[level].percent, day),
    least: amount(pack, named[level].least, day),
    factors: (Array.isArray(value) ? value : [value]).map(Number),
  }
}

/** The homes of one line of work in a village as one level sees them; those that left the register count nowhere. */
export interface SampleCounts {
  /** Accepted by the supervisor now, or drawn before. */
  accepted: number
  /** Accepted by the supervisor now and not drawn. */
  undrawn: number
  drawn: number
  /** Drawn, and the latest check passed, or failed. */
  passed: number
  failed: number
  /** Serious failures that made the sample larger. */
  failures: number
}

export const isWhole = ({ failures }: SampleCounts, { factors }: SampleTerms): boolean =>
  failures >= factors.length

/** How many homes the sample has to come to. */
export function wantedOf(counts: SampleCounts, terms: SampleTerms): number {
  const factor = terms.factors[counts.failures]
  if (factor === undefined) return counts.accepted
  const share = Math.max(terms.least, Math.ceil((counts.accepted * terms.percent) / 100))
  return Math.min(counts.accepted, Math.ceil(share * factor))
}

/** How many the next draw adds. One that somebody asks for adds the least at any rate. */
export function sizeToDraw(counts: SampleCounts, terms: SampleTerms, cause: DrawCause): number {
  const missing = Math.max(0, wantedOf(counts, terms) - counts.drawn)
  return Math.min(counts.undrawn, cause === 'failure' ? missing : Math.max(terms.least, missing))
}

export function standingOf(counts: SampleCounts, terms: SampleTerms): SampleStanding {
  if (counts.drawn === 0) return 'none'
  if (counts.failed > 0) return 'failed'
  if (counts.passed < counts.drawn || (isWhole(counts, terms) && counts.undrawn > 0)) return 'open'
  return wantedOf(counts, terms) > counts.drawn ? 'short' : 'passed'
}

export interface DrawFacts {
  code: string
  line: LotLine
  counts: SampleCounts
  /** Draws there were at this level. */
  draws: number
}

export const mayDraw = ({ counts }: DrawFacts): Refusal[] =>
  counts.undrawn === 0
    ? [refuse('sample.nothing-to-draw', ['§3.3.4'], { accepted: counts.accepted, drawn: counts.drawn })]
    : []

/** Whoever does not like a draw cannot have another for the asking. */
export const checkDraw = ({ draws }: DrawFacts, { reason }: { reason?: string | undefined }): Refusal[] =>
  draws > 0 && reason === undefined ? [refuse('sample.reason-needed', ['§3.3.2a'], { draws })] : []

export interface CheckFacts extends AcceptanceFacts {
  /** Whether its latest check passed, null before the first; undefined where it is not drawn. */
  drawn: { passed: boolean | null } | undefined
  /** Of the home's village. */
  villageId: string
}

/** A drawn home, accepted by the supervisor, by somebody who has had no hand in it (§5.2). */
export function mayCheck(facts: CheckFacts, level: SampleLevel, person: Person): Refusal[] {
  const { home, drawn } = facts
  const refusals = ended(home)
  if (!drawn) refusals.push(refuse('home.not-drawn', ['§3.3.2a'], { level }))
  else if (drawn.passed === true) refusals.push(refuse('home.checked-already', ['§3.3.2a'], { level }))
  else if (!isAtLeast(home.stage, 'inspected'))
    refusals.push(refuse('home.not-to-check', ['§3.3.4'], { stage: home.stage }))
  const other = level === 'town' ? facts.samplers.county : facts.samplers.town
  const handsIn = [facts.installedBy, facts.selfCheckedBy, facts.commissioning?.runBy ?? null]
  if ([...handsIn, ...facts.visitors, ...(other ?? [])].includes(person.id))
    refusals.push(refuse('person.worked-here', ['§3.3.2a', '§5.2']))
  refusals.push(...ofTheFirms(home, person))
  return refusals
}
