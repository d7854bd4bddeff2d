import { z } from 'zod'
import { personal } from '../../../kernel/act/personal.ts'
import { isDay } from '../../../kernel/dates/day.ts'
import { saidLength } from '../rules/said-length.ts'

const day = z
  .string()
  .refine(isDay, { error: 'YYYY-MM-DD' })
  .meta({ pattern: String.raw`^\d{4}-\d{2}-\d{2}$` })

/** What somebody objects to, and the answer: words about people. */
export const Said = z.string().trim().min(saidLength.least).max(saidLength.most)
const said = personal(Said)
const contact = personal(z.string().trim().min(2).max(80))

/** The way of heating as the board names it: nothing that was typed. */
const heatings = ['air-heater', 'air-to-water', 'electric'] as const
const subsidyItems = ['equipment', 'operating'] as const

/** An amount as the board states it: at most this much, and whether the plan itself says so. */
const PublicAmount = z.strictObject({
  item: z.enum(subsidyItems),
  upToFen: z.int().nonnegative(),
  assumed: z.boolean(),
})

/** A name on the board, in which too few digits stand to be a number of a person. */
const publicText = z.string().refine((text) => (text.match(/\p{N}/gu) ?? []).length <= 4)

/** One line of the board. What is not a field here cannot be published. */
export const PublicRow = z.strictObject({
  position: z.int().positive(),
  village: publicText,
  /** Masked; at most two letters of the name are left, and no digit. */
  householder: z.string().regex(/^\P{N}*$/u),
  heating: z.enum(heatings),
  units: z.int().positive().max(99).nullable(),
  amounts: z.array(PublicAmount),
})
export type PublicRow = z.output<typeof PublicRow>

/** A notice as everybody may read it. */
export interface PublicNotice {
  village: string
  town: string
  number: number
  opensOn: string
  /** Null before its board hangs: the period runs from that day. */
  closesOn: string | null
  /** Where to ask and complain: an office's telephone. */
  hotline: string
  rows: PublicRow[]
  /** Homes no longer told, sent back upon an objection. */
  returned: number
}

/** Where a notice stands, told from its days: what people sort their work by. */
export const noticePhases = ['to-post', 'running', 'to-confirm', 'confirmed'] as const
export type NoticePhase = (typeof noticePhases)[number]

export const ListNotices = z.object({
  phase: z.enum(noticePhases).optional(),
  town: z.string().length(12).optional(),
  village: z.string().length(12).optional(),
  page: z.int().min(1).default(1),
  pageSize: z.int().min(1).max(200).default(50),
})

/** How objections are sorted: as they were decided, and upheld ones whose follow-up is not recorded yet. */
export const objectionFilters = ['open', 'to-follow', 'upheld', 'rejected'] as const

export const ListObjections = z.object({
  state: z.enum(objectionFilters).optional(),
  town: z.string().length(12).optional(),
  village: z.string().length(12).optional(),
  notice: z.uuid().optional(),
  page: z.int().min(1).default(1),
  pageSize: z.int().min(1).max(200).default(50),
})

export const ListVillagesToNotice = z.object({
  town: z.string().length(12).optional(),
  page: z.int().min(1).default(1),
  pageSize: z.int().min(1).max(200).default(50),
})

/** Longer than any objection may name, so that one that names too many is told so in words. */
const named = <T extends z.ZodType>(one: T) => z.array(one).min(1).max(1000)
/** Lines of the board. */
const positions = named(z.int().positive().max(2_147_483_647))

export const OpenNotice = z.object({ notice: z.uuid(), village: z.uuid() })
export const PostNotice = z.object({ notice: z.uuid(), postedOn: day })
export const ConfirmNotice = z.object({ notice: z.uuid() })

export const RaiseObjection = z.object({
  id: z.uuid(),
  notice: z.uuid(),
  /** The homes it is about; left out where it is about the notice as a whole. */
  homes: named(z.uuid()).optional(),
  said,
  contact: contact.optional(),
  /** The day the person came, within the period, though it is entered later. */
  receivedOn: day,
})

export const RaiseOwnObjection = z.object({
  id: z.uuid(),
  /** The home of the household that speaks. */
  home: z.uuid(),
  notice: z.uuid(),
  /** The lines of the board it is about; left out where it is about the notice as a whole, or one who is not on it. */
  positions: positions.optional(),
  /** It is about the own home, wherever that stands; no lines are named beside it. */
  own: z.literal(true).optional(),
  said,
})

export const RaisePublicObjection = z.object({
  id: z.uuid(),
  notice: z.uuid(),
  positions: positions.optional(),
  said,
  contact: contact.optional(),
})

export const DecideObjection = z.object({
  objection: z.uuid(),
  decision: z.enum(['upheld', 'rejected']),
  answer: said,
  /** The home, where whoever objected did not name it. */
  home: z.uuid().optional(),
  /** What an upheld objection settles about the home: a fact of the pack, and that it holds, does not, or is open. */
  fact: z.string().max(80).optional(),
  settled: z.enum(['yes', 'no', 'unknown']).optional(),
  /** It is meant, although the home's answer stays what it is. */
  unchanged: z.boolean().optional(),
  /** What the family said when it was told, or that it could not be reached, and the day. */
  heard: z.object({ on: day, said }).optional(),
  /** What the paper is that it rests on, by its name: the family reads it. */
  paper: personal(z.string().trim().min(2).max(60)).optional(),
  /** Upheld without a home: what will be done, by whom, by which day. */
  followUp: z.object({ what: said, who: personal(z.string().trim().min(2).max(40)), by: day }).optional(),
})

/** The homes an objection to the whole list is really about, and why these: whoever objected reads it. */
export const NarrowObjection = z.object({ objection: z.uuid(), homes: named(z.uuid()), reason: said })

/** What the screening of a home would answer if this were settled. */
export const ForeseeObjection = z.object({
  objection: z.uuid(),
  /** The home, where the objection does not name it. */
  home: z.uuid().optional(),
  fact: z.string().max(80),
  settled: z.enum(['yes', 'no', 'unknown']),
})

export const FollowUpObjection = z.object({ objection: z.uuid(), followed: said })

export const RevealObjection = z.object({
  objection: z.uuid(),
  reason: z.string().trim().min(4).max(200),
})

export const PrintLetters = z.object({
  id: z.uuid(),
  village: z.uuid(),
  /** Any homes of the village's register; left out: every one that has a letter. */
  homes: z.array(z.uuid()).min(1).max(5000).optional(),
})
