import { z } from 'zod'
import { isDay } from '../../kernel/dates/day.ts'
import { planStates } from './rules/plans.ts'

const Day = z.string().refine(isDay, { error: 'YYYY-MM-DD' })
const Reason = z.string().trim().min(2).max(200)
const page = z.int().min(0).default(0)

/** How many crews the contractor has on a lot, and what each of them fits in a day (§3.2.3). */
export const DeclareCrews = z.object({
  lot: z.uuid(),
  id: z.uuid(),
  crews: z.int().min(1).max(200),
  homesPerDay: z.int().min(1).max(50),
})

/** 村施工方案: from when, with how many crews, at what pace (§3.2.2). */
export const ProposePlan = z.object({
  village: z.uuid(),
  id: z.uuid(),
  startsOn: Day,
  crews: z.int().min(1).max(50),
  homesPerDay: z.int().min(1).max(50),
  remark: z.string().trim().max(500).optional(),
})
export const AgreePlan = z.object({ plan: z.uuid() })
export const DeclinePlan = z.object({ plan: z.uuid(), reason: Reason })

export const FindSchedules = z.object({ behind: z.boolean().optional(), page })
export const LotSchedule = z.object({
  lot: z.uuid(),
  village: z
    .string()
    .regex(/^\d{12}$/)
    .optional(),
})
export const FindPlans = z.object({
  state: z.enum([...planStates, 'none']).optional(),
  lot: z.uuid().optional(),
  search: z.string().trim().max(40).optional(),
  page,
})
export const PlanOfVillage = z.object({ village: z.string().regex(/^\d{12}$/) })
