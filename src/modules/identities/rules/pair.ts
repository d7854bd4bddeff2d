import { type Refusal, refuse } from '../../../kernel/act/refusal.ts'
import type { PairAnswer, PairCase } from '../model.ts'

/** A pair less likely than one in twenty to be the same is not shown to anybody. */
export const leastProbability = 0.05
export const leastBits = Math.log2(leastProbability / (1 - leastProbability))

/** What the scores of two records make of the pair. */
export function caseOf(pair: { personBits: number; dwellingBits: number; earlier: boolean }): PairCase {
  const likely = (bits: number) => bits >= 0
  if (pair.earlier && (likely(pair.personBits) || likely(pair.dwellingBits))) return 'helped-before'
  if (likely(pair.personBits)) return likely(pair.dwellingBits) ? 'entered-twice' : 'several-homes'
  return likely(pair.dwellingBits) ? 'several-families' : 'unclear'
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
