import type { InputProblem } from './read-input.ts'
import type { Refusal } from './refusal.ts'

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
