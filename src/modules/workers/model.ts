import { z } from 'zod'
import { personal } from '../../kernel/act/personal.ts'
import { isDay } from '../../kernel/dates/day.ts'
import { isMonth } from './rules/months.ts'
import { trades } from './rules/workers.ts'

const Day = z.string().refine(isDay, { error: 'YYYY-MM-DD' })
const Month = z.string().refine(isMonth, { error: 'YYYY-MM' })
const Reason = z.string().trim().min(2).max(200)
const AreaCode = z.string().regex(/^\d{12}$/)
export const Digest = z.string().regex(/^[0-9a-f]{64}$/)
const page = z.int().min(0).default(0)

/** 实名制: one person of a contractor, and the site they go to where that is known already (§3.2.3). */
export const RegisterWorker = z.object({
  firm: z.uuid(),
  id: z.uuid(),
  name: personal(z.string().trim().min(2).max(40)),
  idNumber: personal(z.string().trim().min(1).max(30)),
  telephone: personal(z.string().trim().min(1).max(30)).optional(),
  trade: z.enum(trades),
  contractSignedOn: Day.optional(),
  lot: z.uuid().optional(),
  fromDay: Day.optional(),
})

export const ImportWorkers = z.object({
  firm: z.uuid(),
  lot: z.uuid(),
  file: Digest,
  fileName: z.string().trim().min(1).max(200),
})

export const SignContract = z.object({ worker: z.uuid(), contractSignedOn: Day })
export const PostWorker = z.object({
  worker: z.uuid(),
  id: z.uuid(),
  lot: z.uuid(),
  fromDay: Day,
  toDay: Day.optional(),
})
export const EndPosting = z.object({ worker: z.uuid(), posting: z.uuid(), toDay: Day })
export const LeaveFirm = z.object({ worker: z.uuid(), leftOn: Day })
export const RevealWorker = z.object({
  worker: z.uuid(),
  field: z.enum(['idNumber', 'telephone']),
  reason: z.string().trim().min(5).max(200),
})

/** Who of a firm's registered people is in a village on a day; said again, it adds who was left out. */
export const RecordAttendance = z.object({
  lot: z.uuid(),
  village: AreaCode,
  day: Day,
  workers: z.array(z.uuid()).min(1).max(300),
})
export const StrikeAttendance = z.object({ worker: z.uuid(), day: Day, reason: Reason })

/** 工资专户 */
export const DeclareWageAccount = z.object({
  firm: z.uuid(),
  bank: z.string().trim().min(4).max(80),
  number: personal(z.string().trim().min(1).max(40)),
  openedOn: Day,
})

export const ProveWages = z.object({
  firm: z.uuid(),
  id: z.uuid(),
  month: Month,
  paidOn: Day,
  lines: z
    .array(z.object({ worker: z.uuid(), amountFen: z.int().positive().max(10_000_000) }))
    .min(1)
    .max(1000),
})

const Step = { firm: z.uuid(), id: z.uuid(), month: Month, said: z.string().trim().min(4).max(500) }
export const UrgeWages = z.object(Step)
export const InterviewOnWages = z.object(Step)

export const FindWorkers = z.object({
  search: z.string().trim().max(40).optional(),
  firm: z.uuid().optional(),
  lot: z.uuid().optional(),
  trade: z.enum(trades).optional(),
  standing: z.enum(['on-site', 'off-site', 'left', 'no-contract']).optional(),
  page,
})
export const FindAttendance = z.object({
  day: Day.optional(),
  village: AreaCode.optional(),
  firm: z.uuid().optional(),
  page,
})
export const SiteOnDay = z.object({ lot: z.uuid(), day: Day })
export const FirmMonth = z.object({ firm: z.uuid(), month: Month })
