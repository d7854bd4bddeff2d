import { z } from 'zod'
import { personal } from '../../kernel/act/personal.ts'
import { isDay } from '../../kernel/dates/day.ts'
import { authorities, matterKinds, matterStates } from './rules/matters.ts'
import { planStandings } from './rules/plans.ts'
import { halves, weathers } from './rules/days.ts'
import { sides } from './rules/safety.ts'

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
  state: z.enum(planStandings).optional(),
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

const Officer = {
  name: personal(z.string().trim().min(2).max(40)),
  telephone: personal(z.string().trim().min(1).max(30)),
}
/** 双安全员: the firm's for its lot, the village's for itself, by name and telephone (§5.3). */
export const NameFirmOfficer = z.object({ lot: z.uuid(), ...Officer })
export const NameVillageOfficer = z.object({ village: z.uuid(), ...Officer })

/** 售后服务点 of villages of one lot: where, who, and the telephone families call (§3.3.3). */
export const NameAfterSales = z.object({
  lot: z.uuid(),
  villages: z.array(z.uuid()).min(1).max(1000),
  name: z.string().trim().min(2).max(60),
  address: z.string().trim().min(2).max(120),
  person: personal(z.string().trim().min(2).max(40)),
  telephone: personal(z.string().trim().min(1).max(30)),
})

export const FindAfterSales = z.object({
  town: z.string().length(12).optional(),
  lot: z.uuid().optional(),
  search: z.string().trim().max(40).optional(),
  missing: z.boolean().optional(),
  page: z.int().min(0).default(0),
})

/** 安全巡查; without a day of its own it is of the day it happened, as the server reckons it. */
export const RecordPatrol = z.object({
  village: z.uuid(),
  id: z.uuid(),
  day: Day.optional(),
  route: z.string().trim().min(2).max(300),
  homes: z.array(z.uuid()).max(500).default([]),
  /** What is dangerous, one text each: every one of them becomes a hazard. */
  found: z.array(What).max(20).default([]),
})

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
const Town = z.string().regex(/^\d{9}000$/)
export const FindSafety = z.object({
  town: Town.optional(),
  search: z.string().trim().max(40).optional(),
  /** Whose safety officer is missing. */
  missing: z.enum(sides).optional(),
  /** Whose patrol is behind. */
  behind: z.enum(sides).optional(),
  page,
})
export const FindPatrols = z.object({
  town: Town.optional(),
  village: z
    .string()
    .regex(/^\d{12}$/)
    .optional(),
  side: z.enum(sides).optional(),
  since: Day.optional(),
  page,
})
export const SafetyOfVillage = z.object({ village: z.uuid() })

export const FindMatters = z.object({
  town: Town.optional(),
  kind: z.enum(matterKinds).optional(),
  state: z.enum(matterStates).optional(),
  search: z.string().trim().max(40).optional(),
  page,
})
export const MatterPage = z.object({ kind: z.enum(matterKinds), id: z.uuid() })
