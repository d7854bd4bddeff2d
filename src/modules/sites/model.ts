import { z } from 'zod'
import { personal } from '../../kernel/act/personal.ts'
import { isDay } from '../../kernel/dates/day.ts'
import { authorities, matterKinds, matterStates } from './rules/matters.ts'
import { planStates } from './rules/plans.ts'
import { halves, weathers } from './rules/days.ts'

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

/** 施工日报: the contractor's words on a village's day; counts come from the acts (§3.2.1). */
export const FileReport = z.object({
  village: z.uuid(),
  id: z.uuid(),
  day: Day,
  weather: z.enum(weathers),
  done: z.string().trim().min(2).max(500),
  problems: z.string().trim().max(500).optional(),
})

/** 上门预约 */
export const MakeAppointment = z.object({ home: z.uuid(), id: z.uuid(), day: Day, half: z.enum(halves) })
export const MoveAppointment = z.object({
  home: z.uuid(),
  id: z.uuid(),
  day: Day,
  half: z.enum(halves),
  reason: personal(Reason),
})

const What = z.string().trim().min(2).max(300)
export const ReportDamage = z.object({ village: z.uuid(), id: z.uuid(), what: What })
export const RepairDamage = z.object({ damage: z.uuid(), repairedOn: Day, note: Reason })
export const ReportHazard = z.object({ village: z.uuid(), id: z.uuid(), what: What })
export const RemoveHazard = z.object({ hazard: z.uuid(), removedOn: Day, note: Reason })
export const RecheckHazard = z.object({ hazard: z.uuid(), passed: z.boolean(), note: Reason })
export const ApplyPermit = z.object({
  village: z.uuid(),
  id: z.uuid(),
  authority: z.enum(authorities),
  place: What,
  appliedOn: Day,
})
export const DecidePermit = z.object({
  permit: z.uuid(),
  granted: z.boolean(),
  decidedOn: Day,
  answer: Reason,
})

export const FindReports = z.object({
  day: Day.optional(),
  village: z
    .string()
    .regex(/^\d{12}$/)
    .optional(),
  page,
})
export const FindMatters = z.object({
  kind: z.enum(matterKinds).optional(),
  state: z.enum(matterStates).optional(),
  search: z.string().trim().max(40).optional(),
  page,
})
export const MatterPage = z.object({ kind: z.enum(matterKinds), id: z.uuid() })
