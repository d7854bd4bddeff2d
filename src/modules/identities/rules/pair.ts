import { type Refusal, refuse } from '../../../kernel/act/refusal.ts'
import type { PairAnswer, PairCase } from '../model.ts'

/** A pair less likely than one in twenty to be the same is not shown to anybody. */
const leastProbability = 0.05
export const leastBits = Math.log2(leastProbability / (1 - leastProbability))

/**
 * What two records look like: numbers they have exactly come first (`exact`: 1 ID number, 2 account, 4 title), then
 * the scores.
 */
export function caseOf(pair: {
  personBits: number
  dwellingBits: number
  exact: number
  earlier: boolean
}): PairCase {
  const person = pair.personBits >= 0 || (pair.exact & 1) > 0
  const dwelling = pair.dwellingBits >= 0 || (pair.exact & 6) > 0
  if (pair.earlier && (person || dwelling)) return 'helped-before'
  if (person) return dwelling ? 'entered-twice' : 'several-homes'
  return dwelling ? 'several-families' : 'unclear'
}

/** The answers a pair can be given, the likeliest first. */
export function answersFor({ earlier }: { earlier: boolean }): readonly PairAnswer[] {
  return earlier
    ? ['helped-before', 'different', 'papers']
    : ['entered-twice', 'several-homes', 'several-families', 'different', 'papers']
}

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

/** A pair at this probability or above, and none of its fields against it, may be decided together with others. */
export const certainProbability = 0.99

export interface PairToDecide {
  earlier: boolean
  state: 'open' | 'papers' | 'decided'
  firstEnded: boolean
  secondEnded: boolean
}

export function mayDecidePair(pair: PairToDecide): Refusal[] {
  return pair.firstEnded || pair.secondEnded ? [refuse('pair.ended', ['§4.4'])] : []
}

export function checkAnswer(pair: PairToDecide, answer: PairAnswer): Refusal[] {
  return answersFor(pair).includes(answer) ? [] : [refuse('pair.answer-unfit', ['§4.4'])]
}
