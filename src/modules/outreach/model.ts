import { z } from 'zod'
import { isDay } from '../../kernel/dates/day.ts'

const Day = z.string().refine(isDay, { error: 'YYYY-MM-DD' })
const count = z.int().min(0).max(100_000)
const code = z.string().regex(/^\d{12}$/)
const page = z.int().min(0).default(0)

/** §3.1.3a: one activity; whom it reached as a number or as homes of the register. */
export const RecordPublicity = z.object({
  village: z.uuid(),
  id: z.uuid(),
  /** One of the pack's. */
  activity: z.string().min(1).max(40),
  heldOn: Day,
  carriedOutBy: z.string().trim().min(2).max(60),
  families: count.min(1),
  reached: count.min(1).optional(),
  homes: z.array(z.uuid()).max(2000).optional(),
})

export const StrikePublicity = z.object({
  publicity: z.uuid(),
  reason: z.string().trim().min(2).max(200),
})

/** §3.1.3b: who came and how they voted, route by route. What was decided follows from it. */
export const RecordMeeting = z.object({
  village: z.uuid(),
  id: z.uuid(),
  heldOn: Day,
  representatives: z.int().min(1).max(1000),
  present: z.int().min(0).max(1000),
  votes: z
    .array(
      z.object({
        /** One of the pack's. */
        route: z.string().min(1).max(40),
        for: z.int().min(0).max(1000),
        against: z.int().min(0).max(1000),
        abstained: z.int().min(0).max(1000),
      }),
    )
    .min(1)
    .max(10),
})

export const wishes = ['wants', 'does-not-want', 'undecided'] as const
export type WishAnswer = (typeof wishes)[number]

/** §3.1.3b: what a household wishes, asked at its door. */
export const RecordWish = z.object({
  home: z.uuid(),
  wish: z.enum(wishes),
  route: z.string().min(1).max(40).optional(),
  /** One of the pack's. */
  reason: z.string().min(1).max(40).optional(),
})

export const coverageStates = ['short', 'covered'] as const

export const FindOutreach = z.object({
  search: z.string().trim().max(40).optional(),
  town: code.optional(),
  state: z.enum(coverageStates).optional(),
  page,
})
export const OutreachOfVillage = z.object({ village: code })
export const FindWishes = z.object({
  village: code,
  wish: z.enum([...wishes, 'not-asked']).optional(),
  page,
})
