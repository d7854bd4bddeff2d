import { z } from 'zod'
import { isDay } from '../../kernel/dates/day.ts'

const Day = z.string().refine(isDay, { error: 'YYYY-MM-DD' })

/** The lines of work a home applies for, and a contract is of (§1.1, §1.2). */
export const lotLines = ['heating', 'building'] as const
export type LotLine = (typeof lotLines)[number]

/** A lot of the tender: the villages one contractor converts, watched by one supervisor, in one line of work. */
export const OpenLot = z.object({
  id: z.uuid(),
  code: z.string().trim().min(1).max(20),
  name: z.string().trim().min(2).max(60),
  line: z.enum(lotLines).default('heating'),
})

export const AwardLot = z.object({
  lot: z.uuid(),
  contractor: z.uuid(),
  supervisor: z.uuid(),
  /** For one installed and accepted machine, or for a m² of a line that is measured, in fen. */
  unitPriceFen: z.int().positive().max(100_000_000),
  awardedOn: Day,
})

/** What an item of a bill of quantities counts that a claim is made for: machines, or m² of a line that is measured. */
export type CountedIn = 'unit' | 'm2'

/** One line of a contract's bill of quantities: hundredths of its unit, at a price each in fen. */
const BillItem = z.object({
  name: z.string().trim().min(1).max(80),
  unit: z.string().trim().min(1).max(20),
  centiQuantity: z.int().positive().max(10_000_000_000),
  unitPriceFen: z.int().positive().max(100_000_000_000),
})
export type BillItem = z.output<typeof BillItem>

/** The contract of a lot, or the whole of it again as a supplement changed it, with the reason (§4.2). */
export const RecordContract = z.object({
  lot: z.uuid(),
  id: z.uuid(),
  number: z.string().trim().min(1).max(60),
  signedOn: Day,
  /** The ground on which the contractor advances the subsidies: the contract's article, a decision, a paper. */
  advanceBasis: z.string().trim().min(4).max(300),
  /** Kept of every payment until the warranty is over. */
  retentionPercent: z.int().min(0).max(30),
  warrantyMonths: z.int().min(0).max(120),
  items: z.array(BillItem).min(1).max(500),
  reason: z.string().trim().min(2).max(300).optional(),
})
export type RecordContract = z.output<typeof RecordContract>

/** One paper of the access standard, answered with a file, its number and its last day. */
const PaperAnswer = z.object({
  paper: z.string().trim().min(1).max(60),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  number: z.string().trim().min(1).max(60).optional(),
  validTo: Day.optional(),
})
export type PaperAnswer = z.output<typeof PaperAnswer>
const Papers = z.array(PaperAnswer).max(20)

const Reason = z.string().trim().min(2).max(200)

/** A firm admitted against the access standard, from a day to a day (§3.1.2). */
export const AdmitFirm = z.object({
  firm: z.uuid(),
  id: z.uuid(),
  validFrom: Day,
  validTo: Day,
  papers: Papers,
})
export type AdmitFirm = z.output<typeof AdmitFirm>

export const WithdrawAdmission = z.object({ firm: z.uuid(), reason: Reason })

/** An entry of the negative list: why, from which day, and until which day where it is not for good. */
const Barring = {
  id: z.uuid(),
  reason: z.string().trim().min(1).max(60),
  remark: Reason,
  fromDay: Day,
  toDay: Day.optional(),
}
export const BarFirm = z.object({ firm: z.uuid(), ...Barring })
export const BarModel = z.object({ model: z.uuid(), ...Barring })
export const LiftBar = z.object({ bar: z.uuid(), reason: Reason })

const SerialPart = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9-]{1,40}$/)

const Watts = z.int().positive().max(100_000)
/** Heat out per power in, with at most two decimals. */
const Cop = z.number().min(0.5).max(10).multipleOf(0.01)

/** A model of heat pump with the performance the tender asks for at −12 ℃ and −20 ℃. */
export const AdmitModel = z.object({
  id: z.uuid(),
  /** The maker, an admitted firm. */
  firm: z.uuid(),
  model: z.string().trim().min(1).max(60),
  heatingWatts: Watts,
  inputWatts: Watts,
  copAtMinus12: Cop,
  copAtMinus20: Cop,
  /** The outdoor temperature down to which it runs. */
  lowestCelsius: z.int().min(-60).max(20),
  /** What the maker's serial numbers begin with, where they do. */
  serialPrefix: SerialPart.optional(),
  papers: Papers,
})

/** A newer certificate of a model that is admitted already. */
export const RenewPaper = z.object({ model: z.uuid(), ...PaperAnswer.shape })

/** A sample of market regulation: the batch by the maker's number, and by the serials of its machines (§A.6). */
export const RecordSampling = z.object({
  model: z.uuid(),
  id: z.uuid(),
  batch: z.string().trim().min(1).max(40),
  serialPrefix: SerialPart.optional(),
  serialFrom: SerialPart.optional(),
  serialTo: SerialPart.optional(),
  sampledOn: Day,
  units: z.int().positive().max(10_000),
  result: z.enum(['passed', 'failed']),
  remark: Reason.optional(),
})
export type RecordSampling = z.output<typeof RecordSampling>

export const FindSamplings = z.object({
  search: z.string().trim().max(40).optional(),
  passed: z.boolean().optional(),
  page: z.int().min(0).default(0),
})

export const SamplingOnly = z.object({ sampling: z.uuid() })
export const SamplingHomes = SamplingOnly.extend({ page: z.int().min(0).default(0) })

export const FindFirms = z.object({
  search: z.string().trim().max(40).optional(),
  kind: z.enum(['contractor', 'supervisor', 'maker']).optional(),
  standing: z.enum(['barred', 'admitted', 'not-admitted']).optional(),
  page: z.int().min(0).default(0),
})

export const FindBars = z.object({
  search: z.string().trim().max(40).optional(),
  over: z.boolean().optional(),
  page: z.int().min(0).default(0),
})

export const FindLots = z.object({
  search: z.string().trim().max(40).optional(),
  awarded: z.boolean().optional(),
  /** Awarded, and with a contract on record or without. */
  contracted: z.boolean().optional(),
  page: z.int().min(0).default(0),
})

export const FindModels = z.object({
  search: z.string().trim().max(40).optional(),
  papers: z.literal('running-out').optional(),
  page: z.int().min(0).default(0),
})
