import { z } from 'zod'
import { personal } from '../../kernel/act/personal.ts'
import { isDay } from '../../kernel/dates/day.ts'
import type { Reckoning } from '../../kernel/pack/reckon.ts'
import { readAccountNumber } from '../../kernel/standards/account-number.ts'

const day = z
  .string()
  .refine(isDay, { error: 'YYYY-MM-DD' })
  .meta({ pattern: String.raw`^\d{4}-\d{2}-\d{2}$` })
/** SHA-256 of an uploaded file, hex. */
export const Digest = z.string().regex(/^[0-9a-f]{64}$/)
const fileName = z.string().trim().min(1).max(200)
const reason = z.string().trim().min(2).max(300)

export const OpenSeason = z.object({
  id: z.uuid(),
  name: z.string().trim().min(2).max(60),
  startsOn: day,
  endsOn: day,
  fund: z.uuid(),
})

export const ImportUsage = z.object({ season: z.uuid(), file: Digest, fileName })
export const DrawUpStatements = z.object({ season: z.uuid() })
/** A town's statements, or the given ones of it. */
export const ReviewInTown = z.object({
  season: z.uuid(),
  town: z.string().length(12),
  statements: z.array(z.uuid()).min(1).max(5000).optional(),
})
export const ReviewInBureau = z.object({ season: z.uuid(), town: z.string().length(12) })
export const SendBackStatement = z.object({ statement: z.uuid(), reason: personal(reason) })
export const FreezeBatch = z.object({ id: z.uuid(), season: z.uuid() })
export const ExportBatch = z.object({ batch: z.uuid() })
export const ImportReceipt = z.object({ batch: z.uuid(), file: Digest, fileName })
/** What the bank sent back after it had said that it was paid. */
export const CameBack = z.object({
  statement: z.uuid(),
  home: z.uuid(),
  cameBackOn: z.string().refine(isDay, { error: 'YYYY-MM-DD' }),
  reason: personal(z.string().trim().min(2).max(200)),
})

export const RetryPayment = z.object({
  statement: z.uuid(),
  /** The account to top up, where the first one was wrong. */
  accountNumber: personal(
    z
      .string()
      .transform((text) => text.normalize('NFKC').replaceAll(/\s/g, ''))
      .refine((text) => readAccountNumber(text).ok),
  ).optional(),
  reason: personal(reason),
})

export const ReportCoal = z.object({
  id: z.uuid(),
  home: z.uuid(),
  foundOn: day,
  description: personal(z.string().trim().min(4).max(500)),
})
export const findingStates = ['open', 'revoked', 'dismissed'] as const
/** The household has not spoken yet; somebody has to decide. */
export const findingWaits = ['hearing', 'decision'] as const

export const HearCoal = z.object({
  id: z.uuid(),
  finding: z.uuid(),
  heardOn: day,
  statement: personal(z.string().trim().min(2).max(2000)),
})
export const DecideFinding = z.object({
  finding: z.uuid(),
  reason: personal(z.string().trim().min(4).max(1000)),
})

/**
 * After a coal finding everything is owed back; after a departure what the pack says of its kind; after a sample's check
 * that a paid home did not pass, what was paid for its machines.
 */
export const OpenRecovery = z.object({
  id: z.uuid(),
  home: z.uuid(),
  finding: z.uuid().optional(),
  change: z.uuid().optional(),
  /** The act of the check. */
  failedCheck: z.uuid().optional(),
  recovers: z.enum(['none', 'equipment', 'all']).default('all'),
})
/** A later check found the home in order: what was opened for it is owed no more. */
/** Lifted by a later check in order, or by the change that brought the home back. */
export const LiftRecovery = z.object({
  recovery: z.uuid(),
  check: z.uuid().optional(),
  change: z.uuid().optional(),
})
export const ResumeStatements = z.object({ home: z.uuid(), change: z.uuid() })
export const ReleaseStatements = z.object({ home: z.uuid(), finding: z.uuid() })
export const Repay = z.object({
  id: z.uuid(),
  recovery: z.uuid(),
  amountFen: z.int().positive().max(100_000_000),
  paidOn: day,
  /** As it is compared: without blanks, in capitals. */
  bankReference: z
    .string()
    .transform((text) => text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase())
    .pipe(z.string().min(4).max(60)),
})

export const AgreeInstalments = z.object({
  recovery: z.uuid(),
  /** How many, a month apart. */
  count: z.int().min(2).max(120),
  firstOn: day,
  reason: personal(z.string().trim().min(4).max(500)),
})

const reliefKinds = ['waiver', 'write-off'] as const
export const AskRelief = z.object({
  id: z.uuid(),
  recovery: z.uuid(),
  relief: z.enum(reliefKinds),
  amountFen: z.int().positive().max(100_000_000),
  reason: personal(z.string().trim().min(4).max(500)),
})
export const DecideRelief = z.object({
  recovery: z.uuid(),
  answer: personal(z.string().trim().min(4).max(500)),
})

export const statementStates = [
  'drawn-up',
  'town-reviewed',
  'bureau-reviewed',
  'batched',
  'paid',
  'failed',
  'blocked',
  'revoked',
] as const
export type StatementState = (typeof statementStates)[number]

export const StatementFilter = z.object({
  season: z.uuid(),
  town: z.string().length(12).optional(),
  village: z.string().length(12).optional(),
  state: z.enum(statementStates).optional(),
  /** What is or will be paid; what is held back or revoked is not. */
  payable: z.boolean().optional(),
  /** What a review sent back and nobody has drawn up again. */
  sentBack: z.boolean().optional(),
  /** A part of the householder's name. */
  search: z.string().trim().max(40).optional(),
})

/** How one statement was reckoned: shown beside the amount, assumed parameters marked. */
export interface UsageFormula extends Reckoning {
  /** Where its kWh come from an analysis of daily readings: which one, and between what they lie. */
  analysed?: Analysed
}

interface Analysed {
  number: number
  lowerCentiKwh: number
  upperCentiKwh: number
}

/** As statements from before there was `subsidies.yaml` (decision 0027) keep it. */
export interface EarlierUsageFormula {
  usedCentiKwh: number
  countedCentiKwh: number
  capKwh: number
  rateFenPerKwh: number
  capped: boolean
  analysed?: Analysed
  parameters: Reckoning['parameters']
}
