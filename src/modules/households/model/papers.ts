import { z } from 'zod'
import { personal } from '../../../kernel/act/personal.ts'
import { isDay } from '../../../kernel/dates/day.ts'

const day = z
  .string()
  .refine(isDay, { error: 'YYYY-MM-DD' })
  .meta({ pattern: String.raw`^\d{4}-\d{2}-\d{2}$` })
const paper = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/)
const witness = personal(z.string().trim().min(2).max(40))

/** On the family's own telephone; by finger or with a mark on somebody else's; on paper. */
export type SigningWay = 'own' | 'finger' | 'mark' | 'paper'

const shown = {
  home: z.uuid(),
  paper,
  /** SHA-256 of the words that stood on the screen. */
  text: z.string().regex(/^[0-9a-f]{64}$/),
  /** Of a paper that binds the contractor: whom the screen named. */
  contractor: z.uuid().optional(),
}

export const SignPaper = z.object(shown)

export const TakePaper = z.object({
  ...shown,
  readOut: z.literal(true),
  /** Where the householder cannot write: the mark comes as a photograph, and the signature is the witness's. */
  witness: witness.optional(),
})

export const RecordPaper = z.object({ home: z.uuid(), paper, signedOn: day, witness })
