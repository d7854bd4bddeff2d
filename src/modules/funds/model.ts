import { z } from 'zod'
import { isDay } from '../../kernel/dates/day.ts'
import type { ReckonedWith } from '../../kernel/pack/reckon.ts'
import type { Said } from '../../kernel/words/words.ts'

const fundSources = ['central', 'province', 'city', 'county', 'finance-company'] as const
/** What a fund is for, by line of work: machines, measured parts of buildings, a season's heating. */
export const fundPurposes = ['equipment', 'building', 'operating'] as const
/** What claims of a line of work are paid from. */
export const purposeOfLine = { heating: 'equipment', building: 'building' } as const
/** Beside the sources of subsidies: what households contribute themselves (§A.2), in funds of its own. */
export type FundSource = (typeof fundSources)[number] | 'household'
export type FundPurpose = (typeof fundPurposes)[number] | 'contribution'
export const claimStates = ['submitted', 'reviewed', 'approved', 'paid', 'returned'] as const
export type ClaimState = (typeof claimStates)[number]

const fen = z.int().positive().max(1_000_000_000_000)
const day = z
  .string()
  .refine(isDay, { error: 'YYYY-MM-DD' })
  .meta({ pattern: String.raw`^\d{4}-\d{2}-\d{2}$` })

export const OpenFund = z.object({
  id: z.uuid(),
  name: z.string().trim().min(2).max(60),
  source: z.enum(fundSources),
  purpose: z.enum(fundPurposes),
  budgetFen: fen,
})

export const ChangeBudget = z.object({
  fund: z.uuid(),
  budgetFen: fen,
  reason: z.string().trim().min(2).max(200),
})

/** Money that came in for a fund, by the bank's slip (§A.3). */
export const ReceiveMoney = z.object({
  id: z.uuid(),
  fund: z.uuid(),
  amountFen: fen,
  creditedOn: day,
  bankReference: z.string().trim().min(4).max(60),
})

/** Takes back what was entered wrongly; the entry stays, with this beside it. */
export const ReverseReceipt = z.object({
  receipt: z.uuid(),
  reason: z.string().trim().min(2).max(200),
})

/** Without `homes`, every home of the lot that can be settled now. */
export const SubmitClaim = z.object({
  id: z.uuid(),
  lot: z.uuid(),
  homes: z.array(z.uuid()).min(1).max(5000).optional(),
})

export const ReviewClaim = z.object({ claim: z.uuid() })
export const ReturnClaim = z.object({ claim: z.uuid(), reason: z.string().trim().min(2).max(300) })
export const ApproveClaim = z.object({ claim: z.uuid(), fund: z.uuid() })
const deductionKinds = ['penalty', 'defect', 'price-review', 'other'] as const
export type DeductionKind = (typeof deductionKinds)[number]

/** What is taken off a claim before it is approved: the contractor's loss, and no home's (decision 0032). */
export const DeductFromClaim = z.object({
  id: z.uuid(),
  claim: z.uuid(),
  kind: z.enum(deductionKinds),
  amountFen: fen,
  reason: z.string().trim().min(4).max(300),
})
export const StrikeDeduction = z.object({
  claim: z.uuid(),
  deduction: z.uuid(),
  reason: z.string().trim().min(4).max(300),
})
/** What was kept until the warranty was over is paid out. */
export const ReleaseRetention = z.object({
  claim: z.uuid(),
  bankReference: z.string().trim().min(4).max(60),
})
/** The final account of a lot, by the auditor's report. */
export const CloseLot = z.object({
  lot: z.uuid(),
  auditedFen: z.int().nonnegative().max(100_000_000_000_000),
  remark: z.string().trim().min(4).max(500),
})

export const PayClaim = z.object({
  claim: z.uuid(),
  bankReference: z.string().trim().min(4).max(60),
})

/** As claims from before there was `subsidies.yaml` (decision 0027) keep it. */
export type EarlierFormula = MachineFormula | AreaFormula

/** Of a home built of measured parts (§1.2): accepted area by what a m² is paid. */
interface AreaFormula {
  areaM2: number
  /** What the pack pays, and what the contract asks; the lower counts. */
  rateFenPerM2: number
  priceFenPerM2: number
  capFen: number
  capped: boolean
  parameters: ReckonedWith[]
}

interface MachineFormula {
  units: number
  subsidisedUnits: number
  unitPriceFen: number
  percent: number
  capFen: number
  capped: boolean
  parameters: ReckonedWith[]
}

/** A rule of the pack that does not let a home be paid, as people read it. */
export interface FailedRule {
  rule: string
  clauses: readonly string[]
  label: Said
  /** What it means for the household and what to do next. */
  refusal: Said
}
