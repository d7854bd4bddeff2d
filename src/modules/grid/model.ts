import { z } from 'zod'
import { personal } from '../../kernel/act/personal.ts'
import { isDay } from '../../kernel/dates/day.ts'
import { Digest } from '../subsidies/model.ts'
import { seasonFlags } from './rules/flags.ts'

const fileName = z.string().trim().min(1).max(200)

export const ImportReadings = z.object({ season: z.uuid(), file: Digest, fileName })
export const ImportTemperature = z.object({ season: z.uuid(), file: Digest, fileName })

export const AnalyseSeason = z.object({ season: z.uuid() })
export const TakeUsage = z.object({ season: z.uuid() })

/** What a visit may find. */
export const foundThings = ['heated', 'coal', 'otherwise', 'empty', 'not-met'] as const
export type Found = (typeof foundThings)[number]
export const visitStates = ['open', 'done'] as const

export const DrawVisits = z.object({ season: z.uuid(), count: z.int().min(1).max(2000) })
export const RecordVisit = z.object({
  visit: z.uuid(),
  found: z.enum(foundThings),
  visitedOn: z
    .string()
    .refine(isDay, { error: 'YYYY-MM-DD' })
    .meta({ pattern: String.raw`^\d{4}-\d{2}-\d{2}$` }),
  note: personal(z.string().trim().min(2).max(500)).optional(),
})

export const FindVisits = z.object({
  season: z.uuid().optional(),
  state: z.enum(visitStates).optional(),
  found: z.enum(foundThings).optional(),
  town: z.string().length(12).optional(),
  search: z.string().trim().max(40).optional(),
})

export const AnalysedHomes = z.object({
  season: z.uuid(),
  flag: z.enum(seasonFlags).optional(),
  /** Whose electricity is not taken but asked for. */
  doubtful: z.boolean().optional(),
  town: z.string().length(12).optional(),
  search: z.string().trim().max(40).optional(),
})

/** What is missing of a home's readings: any at all, those of the season's first or last day, those of a day. */
export const gaps = ['none', 'first-day', 'last-day', 'day'] as const

export const ReadingHomes = z.object({
  season: z.uuid(),
  gap: z.enum(gaps).optional(),
  /** With `gap` `day`. */
  day: z.string().refine(isDay, { error: 'YYYY-MM-DD' }).optional(),
  town: z.string().length(12).optional(),
  search: z.string().trim().max(40).optional(),
})
