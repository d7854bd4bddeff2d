import { type Refusal, refuse } from '../../../kernel/act/refusal.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { type PairAnswer, pairAnswers, type PairCase, type PairState, type Suspicion } from '../model.ts'

/** A pair less likely than one in twenty to be the same is not shown to anybody. */
const leastProbability = 0.05
export const leastBits = Math.log2(leastProbability / (1 - leastProbability))

/** What two records have exactly, as the bits of `match_pair.exact`; the last two by the police list in force. */
export const exactBits = { idNumber: 1, account: 2, title: 4, family: 8, couple: 16 } as const
/** In the same number: an official takes the two for one person, for one dwelling. */
export const pointedBits = { person: 32, dwelling: 64 } as const
export const pointedAs: Readonly<Record<Suspicion, number>> = {
  'entered-twice': pointedBits.person | pointedBits.dwelling,
  'several-homes': pointedBits.person,
  'several-families': pointedBits.dwelling,
  'helped-before': pointedBits.person | pointedBits.dwelling,
}

/** Names of what two have exactly, of one family and its couple the couple alone; and that somebody points to them. */
export function sameKeys({ exact, sameHouse }: { exact: number; sameHouse: boolean }): string[] {
  const shown = (exact & exactBits.couple) > 0 ? exact & ~exactBits.family : exact
  const keys = Object.values(exactBits).filter((bit) => (shown & bit) > 0)
  const isPointed = (exact & (pointedBits.person | pointedBits.dwelling)) > 0
  return [...keys.map(String), ...(sameHouse ? ['house'] : []), ...(isPointed ? ['pointed'] : [])]
}

/** The numbers both records have exactly; screening counts them whatever is decided of the two (§4.4). */
export const sameNumbers = ({ exact }: { exact: number }): number =>
  exact & (exactBits.idNumber | exactBits.account | exactBits.title)

/** What the police list says of two, alone. */
export const familyBits = exactBits.family | exactBits.couple

/**
 * What two records look like: what they have exactly comes first, then the scores. One person at one house number is
 * likelier to have written two numbers for one dwelling than to have two dwellings there.
 */
export function caseOf(pair: {
  personBits: number
  dwellingBits: number
  exact: number
  sameHouse: boolean
  earlier: boolean
}): PairCase {
  const person =
    pair.personBits >= 0 || (pair.exact & (exactBits.idNumber | exactBits.couple | pointedBits.person)) > 0
  const dwelling =
    pair.dwellingBits >= 0 ||
    (pair.exact & (exactBits.account | exactBits.title | pointedBits.dwelling)) > 0 ||
    (person && pair.sameHouse)
  if (pair.earlier && (person || dwelling)) return 'helped-before'
  if (person) return dwelling ? 'entered-twice' : 'several-homes'
  if (dwelling) return 'several-families'
  return (pair.exact & exactBits.family) > 0 ? 'several-homes' : 'unclear'
}

/**
 * What speaks against one dwelling where nothing but the house number says there is one; undefined where more says so, or
 * nothing. `differing` are the fields in which the two have different values.
 */
export function againstOneHouse(
  pair: Parameters<typeof caseOf>[0],
  differing: readonly string[],
): string[] | undefined {
  const isByHouse =
    caseOf(pair) === 'entered-twice' && caseOf({ ...pair, sameHouse: false }) !== 'entered-twice'
  return isByHouse ? ['account', 'title'].filter((field) => differing.includes(field)) : undefined
}

/** The answers a pair can be given, the likeliest first. */
export function answersFor({ earlier }: { earlier: boolean }): readonly PairAnswer[] {
  return earlier
    ? ['helped-before', 'different', 'papers']
    : ['entered-twice', 'several-homes', 'several-families', 'different', 'papers']
}

/** Answers after which a home is helped only by an exception (§4.4 in principle), and which one. */
export const exceptionAfter: Partial<Record<PairAnswer, string>> = {
  'several-homes': 'exception.severalHomes',
  'several-families': 'exception.severalFamilies',
}

/** The answer that an exception asked for speaks of. */
export const answerOfException = (fact: string): PairAnswer | undefined =>
  pairAnswers.find((answer) => exceptionAfter[answer] === fact)

/** What an answer says of the two questions; nothing while papers are awaited. */
export function saidBy(answer: PairAnswer): { person: boolean; dwelling: boolean } | undefined {
  switch (answer) {
    case 'entered-twice':
    case 'helped-before':
      return { person: true, dwelling: true }
    case 'several-homes':
      return { person: true, dwelling: false }
    case 'several-families':
      return { person: false, dwelling: true }
    case 'different':
      return { person: false, dwelling: false }
    case 'papers':
      return undefined
  }
}

/** What was decided of two records: whether they are one person, and one dwelling. */
export interface Found {
  person: boolean
  dwelling: boolean
}

/**
 * What two decisions about a third record make of the pair itself: one with both, the two are one; one with the one and
 * not with the other, they are two. Nothing of a third that is one with neither.
 */
export function followsFrom(first: Found, second: Found): { person?: boolean; dwelling?: boolean } {
  const of = (key: keyof Found) => (first[key] || second[key] ? { [key]: first[key] && second[key] } : {})
  return { ...of('person'), ...of('dwelling') }
}

/** Of what decisions about third records make of a pair, whatever an answer contradicts; papers contradict nothing. */
export function contradicted<Third extends Partial<Found>>(
  thirds: readonly Third[],
  answer: PairAnswer,
): Third[] {
  const said = saidBy(answer)
  const differs = (follows: boolean | undefined, one: boolean) => follows !== undefined && follows !== one
  return said
    ? thirds.filter(
        ({ person, dwelling }) => differs(person, said.person) || differs(dwelling, said.dwelling),
      )
    : []
}

/** A pair at this probability or above, and none of its fields against it, may be decided together with others. */
export const certainProbability = 0.99

export interface PairToDecide {
  earlier: boolean
  state: 'open' | 'papers' | 'decided'
  firstEnded: boolean
  secondEnded: boolean
  inForce: { id: string; answer: PairAnswer; on: string; by: string } | null
}

export function mayDecidePair(pair: PairToDecide): Refusal[] {
  return pair.firstEnded || pair.secondEnded ? [refuse('pair.ended', ['§4.4'])] : []
}

export interface PairAmongThirds {
  /** What decisions in force about third records make of it. */
  thirds: readonly Partial<Found>[]
}

export interface HomesToPoint {
  /** Both are the same home. */
  isOne: boolean
  firstEnded: boolean
  secondEnded: boolean
  sameLine: boolean
  /** Both stand in the form in which records are compared, and weights are there. */
  compared: boolean
  /** The two stand side by side already: as what. */
  known: PairState | null
}

/** Whether anything may be put beside the first. */
export const mayPointOut = ({ firstEnded }: HomesToPoint): Refusal[] =>
  firstEnded ? [refuse('pair.ended', ['§4.4'])] : []

/** Two homes of one line of work that nobody has put side by side yet. */
export function checkPointed({ isOne, secondEnded, ...pair }: HomesToPoint): Refusal[] {
  if (isOne) return [refuse('pair.one-home', ['§4.4'])]
  if (secondEnded) return [refuse('pair.ended', ['§4.4'])]
  if (!pair.sameLine) return [refuse('pair.other-line', ['§4.4'])]
  if (pair.known) return [refuse('pair.known', ['§4.4'], { state: pair.known })]
  return pair.compared ? [] : [refuse('pair.not-compared', ['§4.4'])]
}

export function checkAnswer(pair: PairToDecide, answer: PairAnswer): Refusal[] {
  return answersFor(pair).includes(answer) ? [] : [refuse('pair.answer-unfit', ['§4.4'])]
}

/** Two decisions that cannot both be right stand together only where somebody says so (§4.4). */
export function checkThirds(
  { thirds }: PairAmongThirds,
  answer: PairAnswer,
  isSaid: true | undefined,
): Refusal[] {
  const against = contradicted(thirds, answer).length
  return against > 0 && !isSaid ? [refuse('pair.against-thirds', ['§4.4'], { count: against })] : []
}

/** A day is set for papers only, and lies ahead. */
export function checkPapersBy(answer: PairAnswer, by: Day | undefined, today: Day): Refusal[] {
  if (by === undefined) return []
  if (answer !== 'papers') return [refuse('pair.papers-by-unfit', ['§4.4'])]
  return by < today ? [refuse('pair.papers-by-past', ['§4.4'], { day: by })] : []
}

/** Papers are named only where they are needed first, and only such as a family can bring. */
export function checkPapers(
  answer: PairAnswer,
  papers: readonly string[] = [],
  known: readonly { id: string }[],
): Refusal[] {
  if (papers.length === 0) return []
  if (answer !== 'papers') return [refuse('pair.papers-by-unfit', ['§4.4'])]
  const unknown = papers.filter((id) => !known.some((paper) => paper.id === id))
  return unknown.length > 0 ? [refuse('pair.papers-unknown', ['§4.4'], { papers: unknown.join('、') })] : []
}

/** What somebody else decided after the page was opened is not overwritten unread. */
export function checkSeen({ inForce }: PairToDecide, seen: string | null | undefined): Refusal[] {
  if (seen === undefined || seen === (inForce?.id ?? null)) return []
  return inForce
    ? [refuse('pair.decided-meanwhile', ['§4.4'], { by: inForce.by, on: inForce.on, answer: inForce.answer })]
    : [refuse('pair.reopened-meanwhile', ['§4.4'])]
}
