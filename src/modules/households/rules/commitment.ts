import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { isAtLeast, type Stage } from '../stages.ts'

const clauses = ['§3.3.2a']

export interface HomeToCommit {
  stage: Stage
  ended: string | null
  committedOn: Day | null
}

export function maySign(home: HomeToCommit): Refusal[] {
  if (home.committedOn) return [refuse('commitment.signed-already', clauses, { signedOn: home.committedOn })]
  if (home.ended) return [refuse('commitment.home-ended', clauses, { ended: home.ended })]
  return isAtLeast(home.stage, 'confirmed')
    ? []
    : [refuse('commitment.not-confirmed', ['§3.1.3d', '§3.3.2a'], { stage: home.stage })]
}

/** The words signed must be the words in force: another text was not agreed to. */
export const checkText = (shown: string, inForce: string): Refusal[] =>
  shown === inForce ? [] : [refuse('commitment.text-changed', clauses)]

export const checkSignedOn = (signedOn: Day, today: Day): Refusal[] =>
  signedOn > today ? [refuse('day.in-future', clauses, { day: signedOn })] : []
