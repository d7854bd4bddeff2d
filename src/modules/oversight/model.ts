import { z } from 'zod'
import { isDay } from '../../kernel/dates/day.ts'

const AreaCode = z.string().regex(/^\d{12}$/)
const Day = z.string().refine(isDay, { error: 'YYYY-MM-DD' })

/** What the overview is of: the whole of one's area, one town or one village of it. */
export const OverviewOf = z.object({ town: AreaCode.optional(), village: AreaCode.optional() })

export const FindActs = z.object({
  kind: z.array(z.string().max(80)).max(40).optional(),
  /** Part of the name of whoever did it. */
  who: z.string().trim().max(40).optional(),
  actor: z.uuid().optional(),
  /** First and last day, in Shanghai. */
  from: Day.optional(),
  to: Day.optional(),
  subject: z.uuid().optional(),
  act: z.uuid().optional(),
  /** The key of the last row of the page before. */
  after: z
    .string()
    .regex(/^\d{4}-[\d:.TZ-]+_[0-9a-f-]{36}$/)
    .optional(),
})

export const VerifyLog = z.object({
  /** Also reads every file that an act names as evidence. */
  evidence: z.boolean().default(false),
})
