import type { InputProblem } from './read-input.ts'
import { refuse, type Refusal } from './refusal.ts'

/** What the caller keeps: proof that the act with this id was done, the same whenever it is asked again. */
export interface Receipt {
  id: string
  kind: string
  subject: string
  recordedAt: string
  result: unknown
}

export type Outcome =
  | { status: 'done'; receipt: Receipt; repeated: boolean }
  | { status: 'refused'; refusals: Refusal[] }
  /** The input does not have the act's form; nothing was decided. */
  | { status: 'invalid'; problems: InputProblem[] }
  /** This id was used before for something else. */
  | { status: 'conflict' }

export const heldBack: Outcome = { status: 'refused', refusals: [refuse('batch.held-back', ['§5.2'])] }

/** What this batch would have done is not done after all; what was done before it stays so. */
export function holdBack(outcomes: Outcome[]): void {
  const undone = new Set(
    outcomes.flatMap((outcome) =>
      outcome.status === 'done' && !outcome.repeated ? [outcome.receipt.id] : [],
    ),
  )
  outcomes.forEach((outcome, index) => {
    if (outcome.status === 'done' && undone.has(outcome.receipt.id)) outcomes[index] = heldBack
  })
}

/** Why an act was not done; nothing where it was. */
export function refusalsOf(outcome: Outcome): Refusal[] {
  switch (outcome.status) {
    case 'done':
      return []
    case 'refused':
      return outcome.refusals
    case 'invalid':
      return [refuse('act.unreadable', [])]
    case 'conflict':
      return [refuse('act.id-taken', [])]
  }
}
