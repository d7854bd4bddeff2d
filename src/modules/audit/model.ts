import { z } from 'zod'
import { personal } from '../../kernel/act/personal.ts'

/** 疑点筛查: ready questions over the whole register and ledger (§A.11), in the order in which they are shown. */
export const checkIds = [
  'paid-not-accepted',
  'paid-not-built',
  'paid-no-commitment',
  'paid-not-qualified',
  'paid-left',
  'paid-dead',
  'paid-helped-before',
  'paid-duplicate',
  'same-card',
  'same-telephone',
  'same-serial',
  'same-hands',
  'not-residential',
  'photo-doubt',
  'objection-open',
  'idle',
  'recovery-overdue',
  'contribution-unbanked',
  'contribution-kept',
] as const
export type CheckId = (typeof checkIds)[number]

/** `wrong`: it may not be. `look`: it may have its reason, and somebody has to look. */
export type CheckWeight = 'wrong' | 'look'

/** What has to agree in the books, whatever anybody did. */
export const bookIds = [
  'fund-balanced',
  'balance-of-transfers',
  'claim-of-lines',
  'claim-paid-once',
  'batch-of-payments',
  'batch-booked',
  'home-paid-once',
  'recovery-of-repayments',
] as const
export type BookId = (typeof bookIds)[number]

/** What a sample can be drawn from: homes paid, accepted or confirmed, or those a check finds. */
export const populations = ['paid-equipment', 'paid-operating', 'accepted', 'confirmed', ...checkIds] as const
export type Population = (typeof populations)[number]

/** Whether a population is what a check finds. */
export const isCheck = (population: Population): population is CheckId =>
  checkIds.some((id) => id === population)

export const confidences = [90, 95, 99] as const

const TownCode = z.string().regex(/^\d{12}$/)
const Check = z.enum(checkIds)

export const FindChecked = z.strictObject({
  check: Check,
  town: TownCode.optional(),
  search: z.string().trim().max(50).optional(),
  page: z.int().min(0).max(10_000).default(0),
})
export type FindChecked = z.output<typeof FindChecked>

/** Which homes is nobody's to say: the program draws them. */
export const DrawAuditSample = z.strictObject({
  programme: z.uuid(),
  sample: z.uuid(),
  population: z.enum(populations),
  town: TownCode.optional(),
  confidencePercent: z.int().min(50).max(99),
  tolerablePercent: z.int().min(1).max(50),
})

/** Once more of the same home replaces what was said before; both stay in the log. */
export const ExamineHome = z.strictObject({
  sample: z.uuid(),
  home: z.uuid(),
  answer: z.enum(['right', 'wrong']),
  note: personal(z.string().trim().min(4).max(500)).optional(),
})

export const FindLooks = z.strictObject({
  account: z.uuid().optional(),
  about: z.string().trim().max(80).optional(),
  page: z.int().min(0).max(10_000).default(0),
})
