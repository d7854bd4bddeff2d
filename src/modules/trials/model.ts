import { z } from 'zod'
import { isDay } from '../../kernel/dates/day.ts'

const Day = z.string().refine(isDay, { error: 'YYYY-MM-DD' })
const Answer = z.enum(['yes', 'no', 'unknown'])

/** A version of a draft, asked as on a day. */
const trialOf = { draft: z.uuid(), version: z.int().min(1), day: Day }
export const TrialOf = z.object(trialOf)

/** Which homes of a trial: every figure of it is one of these. */
export const TriedHomes = z.object({
  ...trialOf,
  /** The reading of the register the figure is of; without it, the newest. */
  reading: z.string().max(80).optional(),
  before: Answer.optional(),
  after: Answer.optional(),
  /** Only homes whose answer is another one. */
  changed: z.boolean().optional(),
  /** Only homes that the pack in force would answer otherwise on that day than they stand. */
  stale: z.boolean().optional(),
  confirmed: z.boolean().optional(),
  line: z.enum(['heating', 'building']).optional(),
  town: z
    .string()
    .regex(/^\d{12}$/)
    .optional(),
  rule: z.string().max(120).optional(),
  search: z.string().trim().max(60).optional(),
  page: z.int().min(0).max(100_000).default(0),
  pageSize: z.int().min(1).max(200).default(50),
})
export type TriedHomes = z.output<typeof TriedHomes>
