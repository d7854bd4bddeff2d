import { z } from 'zod'
import { columnMapping, headersToKeep } from '../../kernel/columns/mapping.ts'
import { isDay } from '../../kernel/dates/day.ts'

export const sourceKinds = [
  'police',
  'hardship',
  'earlier',
  'demolition',
  'grid',
  'business',
  'death',
] as const
export type SourceKind = (typeof sourceKinds)[number]

/** Lists that remember: somebody named once stays named. Of the others the newest describes what is. */
export const remembering: readonly SourceKind[] = ['earlier', 'death']

/** What a line of a source may say, whatever its kind. */
const sourceFields = [
  'town',
  'village',
  'name',
  'idNumber',
  'telephone',
  'address',
  'accountNumber',
  'oldAccountNumber',
  'transformerArea',
  'tariff',
  'title',
  'creditCode',
  'familyNumber',
  'relation',
  'category',
  'year',
  'status',
  'day',
] as const
export type SourceField = (typeof sourceFields)[number]

const AreaCode = z.string().regex(/^\d{12}$/)
const Day = z.string().refine(isDay, { error: 'YYYY-MM-DD' })
const Digest = z.string().regex(/^[0-9a-f]{64}$/)
const Kind = z.enum(sourceKinds)

const Mapping = columnMapping(sourceFields)
export type Mapping = z.output<typeof Mapping>

/** The file is the act's evidence of kind `workbook`; `asOf` is the day its data is of, as whoever delivered it says. */
export const ImportSource = z.object({
  programme: z.uuid(),
  source: z.uuid(),
  kind: Kind,
  area: AreaCode,
  asOf: Day,
  deliveredBy: z.string().trim().min(2).max(80),
  fileName: z.string().trim().min(1).max(200),
  mapping: Mapping.optional(),
  /** Rows with errors are left out; without it one error refuses the whole list. */
  leaveOutErrors: z.boolean().default(false),
  /** Whoever brings it has made sure that it is whole: needed where it looks like a part. */
  isWhole: z.boolean().default(false),
  synthetic: z.boolean().default(false),
})

export const UndoSource = z.object({
  programme: z.uuid(),
  source: z.uuid(),
  reason: z.string().trim().min(2).max(400),
})

export const KeepMapping = z.object({
  programme: z.uuid(),
  kind: Kind,
  columns: headersToKeep(sourceFields),
})

export const DryRunSource = z.object({
  digest: Digest,
  kind: Kind,
  area: AreaCode,
  mapping: Mapping.optional(),
  fileName: z.string().max(200).optional(),
})

export const ListSources = z.object({
  kind: Kind.optional(),
  undone: z.boolean().optional(),
  page: z.int().min(0).max(10_000).default(0),
})

export const FindRows = z.object({
  source: z.uuid(),
  search: z.string().trim().max(60).optional(),
  /** One line alone: what a fact was taken from. */
  row: z.uuid().optional(),
  page: z.int().min(0).max(100_000).default(0),
})
