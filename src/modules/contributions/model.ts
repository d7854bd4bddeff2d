import { z } from 'zod'
import { isDay } from '../../kernel/dates/day.ts'

const ways = ['cash', 'transfer', 'scan'] as const
export type Way = (typeof ways)[number]
export type SlipState = 'entered' | 'confirmed' | 'returned'
export const slipStates = ['entered', 'confirmed', 'returned'] as const satisfies readonly SlipState[]

const fen = z.int().positive().max(100_000_000_000)
const day = z
  .string()
  .refine(isDay, { error: 'YYYY-MM-DD' })
  .meta({ pattern: String.raw`^\d{4}-\d{2}-\d{2}$` })
const bankReference = z.string().trim().min(4).max(60)
export const Digest = z.string().regex(/^[0-9a-f]{64}$/)

/** A town's account in trust; its id is its fund's. */
export const OpenAccount = z.object({
  id: z.uuid(),
  town: z.string().length(12),
  bank: z.string().trim().min(2).max(60),
  accountNumber: z.string().trim().min(6).max(40),
})

export const Collect = z.object({
  id: z.uuid(),
  home: z.uuid(),
  /** As printed, of the town's own series of the year. */
  number: z.int().positive().max(99_999_999),
  amountFen: fen.max(10_000_000),
  paidOn: day,
  way: z.enum(ways),
})

export const CancelReceipt = z.object({
  receipt: z.uuid(),
  reason: z.string().trim().min(2).max(200),
})

/** Receipts of a town from one workbook, all or none. */
export const ImportReceipts = z.object({
  account: z.uuid(),
  file: Digest,
  fileName: z.string().min(1).max(200),
})

export const Bank = z.object({
  id: z.uuid(),
  account: z.uuid(),
  number: z.string().trim().min(4).max(60),
  amountFen: fen,
  bankedOn: day,
  receipts: z.array(z.uuid()).min(1).max(2000),
})

export const ConfirmSlip = z.object({ slip: z.uuid() })
export const ReturnSlip = z.object({ slip: z.uuid(), reason: z.string().trim().min(2).max(200) })

/** To the contractor, the whole contribution of each of these homes. */
export const PassOn = z.object({
  id: z.uuid(),
  account: z.uuid(),
  contractor: z.uuid(),
  homes: z.array(z.uuid()).min(1).max(2000),
  amountFen: fen,
  passedOn: day,
  bankReference,
})

export const Refund = z.object({
  id: z.uuid(),
  home: z.uuid(),
  amountFen: fen.max(10_000_000),
  refundedOn: day,
  bankReference,
})

/**
 * Where a home's contribution stands: nothing due; something open; all paid and not in the bank yet; all there, and the
 * contractor's turn or not; passed on; owed back to the household; given back; passed on for a home that left.
 */
export const standings = [
  'none',
  'open',
  'to-bank',
  'paid',
  'to-pass-on',
  'passed-on',
  'to-refund',
  'refunded',
  'contractor-owes',
] as const
export type Standing = (typeof standings)[number]

export const receiptStates = ['on-hand', 'waiting', 'banked', 'void'] as const
export type ReceiptState = (typeof receiptStates)[number]
