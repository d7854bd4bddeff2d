import { z } from 'zod'
import { isDay } from '../../kernel/dates/day.ts'

const Reason = z.string().trim().min(4).max(500)

/** Compares the register, or homes of it, with all others and with the lists of earlier years; or one or all of such lists with the register. */
export const CompareRegister = z.strictObject({
  programme: z.uuid(),
  homes: z.array(z.uuid()).min(1).max(5000).optional(),
  import: z.uuid().optional(),
  source: z.uuid().optional(),
  earlier: z.literal(true).optional(),
  /** The registered families only: a police list came or went. */
  families: z.literal(true).optional(),
})

/** What an official says of two records that may be one. */
export const pairAnswers = [
  'entered-twice',
  'several-homes',
  'several-families',
  'helped-before',
  'different',
  'papers',
] as const
export type PairAnswer = (typeof pairAnswers)[number]

export const DecidePair = z.strictObject({
  first: z.uuid(),
  second: z.uuid(),
  answer: z.enum(pairAnswers),
  reason: Reason,
  /** Where papers are needed first, the day they are to be there. */
  papersBy: z.string().refine(isDay, { error: 'YYYY-MM-DD' }).optional(),
  /** Which, by the pack's names; the families are told. */
  papers: z.array(z.string().max(80)).max(12).optional(),
  /** The decision in force that the person had before their eyes, null where there was none; not said, nothing is compared. */
  seen: z.uuid().nullable().optional(),
  /** The answer contradicts what was decided about a third record, and is given all the same. */
  againstThirds: z.literal(true).optional(),
})
export type DecidePair = z.output<typeof DecidePair>

/** What whoever points out two homes takes them for; or a home and a line of an earlier year's list (§4.1b). */
export const suspicions = ['entered-twice', 'several-homes', 'several-families', 'helped-before'] as const
export type Suspicion = (typeof suspicions)[number]

export const PointOutPair = z.strictObject({
  home: z.uuid(),
  /** The other home; the line of an earlier year's list where the home's family was helped before. */
  other: z.uuid(),
  suspected: z.enum(suspicions),
  reason: Reason,
})
export type PointOutPair = z.output<typeof PointOutPair>

/** Looks for lines of the earlier years' lists, by name, ID number, account or village. */
export const FindEarlierLines = z.strictObject({ search: z.string().trim().min(2).max(50) })

export const pairCases = [
  'entered-twice',
  'several-homes',
  'several-families',
  'helped-before',
  'unclear',
] as const
export type PairCase = (typeof pairCases)[number]
export const pairStates = ['open', 'papers', 'decided'] as const
export type PairState = (typeof pairStates)[number]

const TownCode = z.string().regex(/^\d{12}$/)

export const ListPairs = z.strictObject({
  state: z.enum(pairStates).default('open'),
  case: z.enum(pairCases).optional(),
  town: TownCode.optional(),
  /** Only pairs sure enough to be decided many at a time. */
  certain: z.boolean().default(false),
  search: z.string().trim().max(50).optional(),
  page: z.int().min(0).max(10_000).default(0),
})
export type ListPairs = z.output<typeof ListPairs>
