import { z } from 'zod'
import { isDay } from '../../kernel/dates/day.ts'

const Day = z.string().refine(isDay, { error: 'YYYY-MM-DD' })

/** A lot of the tender: the villages one contractor converts, watched by one supervisor. */
export const OpenLot = z.object({
  id: z.uuid(),
  code: z.string().trim().min(1).max(20),
  name: z.string().trim().min(2).max(60),
})

export const AwardLot = z.object({
  lot: z.uuid(),
  contractor: z.uuid(),
  supervisor: z.uuid(),
  /** For one installed and accepted machine, in fen. */
  unitPriceFen: z.int().positive().max(100_000_000),
  awardedOn: Day,
})

const Watts = z.int().positive().max(100_000)
/** Heat out per power in, with at most two decimals. */
const Cop = z.number().min(0.5).max(10).multipleOf(0.01)

/** A model of heat pump with the performance the tender asks for at −12 ℃ and −20 ℃. */
export const AdmitModel = z.object({
  id: z.uuid(),
  maker: z.string().trim().min(2).max(60),
  model: z.string().trim().min(1).max(60),
  heatingWatts: Watts,
  inputWatts: Watts,
  copAtMinus12: Cop,
  copAtMinus20: Cop,
  /** The outdoor temperature down to which it runs. */
  lowestCelsius: z.int().min(-60).max(20),
  /** What the maker's serial numbers begin with, where they do. */
  serialPrefix: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9-]{1,12}$/)
    .optional(),
})

export const FindLots = z.object({
  search: z.string().trim().max(40).optional(),
  awarded: z.boolean().optional(),
  page: z.int().min(0).default(0),
})

export const FindModels = z.object({
  search: z.string().trim().max(40).optional(),
  page: z.int().min(0).default(0),
})
