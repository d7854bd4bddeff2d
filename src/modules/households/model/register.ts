import { z } from 'zod'
import { columnMapping, headersToKeep } from '../../../kernel/columns/mapping.ts'
import { personal } from '../../../kernel/act/personal.ts'
import { stages } from '../stages.ts'
import { nameStates } from './names.ts'
import { HomeFields, homeFields, lines, revealableFields } from './fields.ts'

const AreaCode = z.string().regex(/^\d{12}$/)
const Digest = z.string().regex(/^[0-9a-f]{64}$/)
const Reason = z.string().trim().min(2).max(400)

/** The columns of 确户表: the fields of an application and what only the list has. */
const registerColumns = [...homeFields, 'sequence', 'town', 'village', 'line', 'signature'] as const
export type RegisterColumn = (typeof registerColumns)[number]

const Mapping = columnMapping(registerColumns)
export type RegisterMapping = z.output<typeof Mapping>

/** The workbook is the act's evidence of kind `workbook`; `area` is the town it comes from, or the county. */
export const ImportRegister = z.object({
  programme: z.uuid(),
  import: z.uuid(),
  area: AreaCode,
  line: z.enum(lines).default('heating'),
  fileName: z.string().trim().min(1).max(200),
  mapping: Mapping.optional(),
  synthetic: z.boolean().default(false),
})

/** What the columns of a register of this area are, for the next one laid out alike. */
export const KeepRegisterMapping = z.object({
  programme: z.uuid(),
  area: AreaCode,
  columns: headersToKeep(registerColumns),
})

export const UndoImport = z.object({ programme: z.uuid(), import: z.uuid(), reason: Reason })

/** One of: an area (the county included), or homes by id and whoever shares a key with them. */
export const ScreenRegister = z
  .object({
    programme: z.uuid(),
    area: AreaCode.optional(),
    homes: z.array(z.uuid()).max(5000).optional(),
  })
  .refine((input) => [input.area, input.homes].filter((part) => part !== undefined).length === 1, {
    error: 'area | homes',
  })

export const AddHome = z.object({
  programme: z.uuid(),
  home: z.uuid(),
  village: AreaCode,
  line: z.enum(lines).default('heating'),
  fields: HomeFields,
  synthetic: z.boolean().default(false),
})

/** `null` clears a field. */
export const HomeChanges = z.object(
  Object.fromEntries(
    homeFields.map((field) => {
      const schema = HomeFields.shape[field]
      return [field, field === 'householder' || field === 'address' ? schema.optional() : nullable(schema)]
    }),
  ) as unknown as ChangesShape,
)
type Unwrapped<S> = S extends z.ZodOptional<infer T> ? T : S
type ChangesShape = {
  [F in keyof typeof HomeFields.shape]: F extends 'householder' | 'address'
    ? z.ZodOptional<(typeof HomeFields.shape)[F]>
    : z.ZodOptional<z.ZodNullable<Unwrapped<(typeof HomeFields.shape)[F]>>>
}
function nullable(schema: z.ZodType) {
  return (schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema).nullable().optional()
}
export type HomeChanges = z.output<typeof HomeChanges>

export const CorrectHome = z.object({
  home: z.uuid(),
  changes: HomeChanges,
  reason: personal(Reason),
  /** The act of the latest correction that whoever corrects has before them; null where there was none. */
  seen: z.uuid().nullable().optional(),
})
export const WithdrawHome = z.object({ home: z.uuid(), reason: personal(Reason) })

export const SettleFact = z.object({
  home: z.uuid(),
  fact: z.string().min(1).max(80),
  value: z.boolean(),
  reason: personal(Reason),
})

export const AskException = z.object({
  home: z.uuid(),
  request: z.uuid(),
  fact: z.string().min(1).max(80),
  reason: personal(Reason),
})
/** How what was asked for under §4.4 in principle stands. */
export type ExceptionState = 'asked' | 'granted' | 'declined' | 'taken-back' | 'revoked'

export const DecideException = z.object({ home: z.uuid(), request: z.uuid(), reason: personal(Reason) })

export const RevealField = z.object({
  home: z.uuid(),
  field: z.enum(revealableFields),
  reason: z.string().trim().min(4).max(200),
})

const sorts = ['village', 'name', 'newest'] as const
const answers = ['yes', 'no', 'unknown'] as const
const duplicateKeys = ['id', 'account', 'title', 'family'] as const

export const HomeFilter = z.object({
  search: z.string().trim().max(60).optional(),
  town: AreaCode.optional(),
  village: AreaCode.optional(),
  stage: z.array(z.enum(stages)).optional(),
  /** Homes that have reached this stage or a later one. */
  from: z.enum(stages).optional(),
  answer: z.array(z.enum(answers)).optional(),
  /** A rule of the pack that answered no. */
  failedRule: z.string().max(80).optional(),
  /** A rule of the pack that is not answered yet. */
  unknownRule: z.string().max(80).optional(),
  line: z.enum(lines).optional(),
  areaKind: z.enum(['urban', 'rural']).optional(),
  ended: z.enum(['live', 'ended', 'withdrawn', 'refused', 'revoked', 'all']).default('live'),
  duplicates: z.union([z.literal('any'), z.enum(duplicateKeys)]).optional(),
  /** Names of one application that have to be looked at, or are written otherwise. */
  names: z.enum(nameStates).optional(),
  /** Homes of which no list of the kind was ever delivered, so that their own word alone answers. */
  ownWord: z.enum(['earlier', 'demolition']).optional(),
  contractor: z.uuid().optional(),
  /** Homes of a lot's villages. */
  lot: z.uuid().optional(),
  import: z.uuid().optional(),
})
export type HomeFilter = z.output<typeof HomeFilter>

export const ListHomes = HomeFilter.extend({
  sort: z.enum(sorts).default('village'),
  descending: z.boolean().default(false),
  page: z.int().min(0).max(1_000_000).default(0),
  pageSize: z.int().min(1).max(200).default(50),
})
export type ListHomes = z.output<typeof ListHomes>

export const DryRun = z.object({
  digest: Digest,
  area: AreaCode,
  line: z.enum(lines).default('heating'),
  mapping: Mapping.optional(),
  fileName: z.string().max(200).optional(),
})
export type DryRun = z.output<typeof DryRun>
