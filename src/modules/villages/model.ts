import { z } from 'zod'
import { stages } from '../../kernel/pack/road-stages.ts'
import { isDay } from '../../kernel/dates/day.ts'

const Day = z.string().refine(isDay, { error: 'YYYY-MM-DD' })

/** §3.1.3b, §4.1a: what the village representatives' meeting decided. The program's own follow-up of it. */
export const DecideRoute = z.object({
  village: z.uuid(),
  /** One of the pack's routes. */
  route: z.string().trim().min(1).max(40),
  decidedOn: Day,
})

/** §4.1b: whether the village is on the list of planned demolitions, as the document handed in says. */
export const MarkDemolition = z.object({ village: z.uuid(), planned: z.boolean() })

/** What the newest list of each town says; null where none stands. The program's own follow-up of a list. */
export const TakeDemolitionList = z.object({
  programme: z.uuid(),
  area: z.string().regex(/^\d{12}$/),
  towns: z.array(
    z.object({
      town: z.string().regex(/^\d{12}$/),
      list: z.object({ id: z.uuid(), asOf: Day, villages: z.array(z.string().regex(/^\d{12}$/)) }).nullable(),
    }),
  ),
})

/** The day a village's division code is no longer in force, and the village it is merged into, if any. */
export const WithdrawCode = z.object({
  village: z.uuid(),
  into: z
    .string()
    .regex(/^\d{12}$/)
    .optional(),
  withdrawnOn: Day,
})

export const JoinLot = z.object({ village: z.uuid(), lot: z.uuid() })

export { stages as roadStages }
export type RoadStage = (typeof stages)[number]

/** The stages from one on. */
export const stagesFrom = (first: RoadStage): readonly RoadStage[] => stages.slice(stages.indexOf(first))

/** Homes that have not left the programme, by the stage they stand at; a stage without homes is left out. */
export type StageCounts = Partial<Record<RoadStage, number>>

export const villageStates = ['no-route', 'no-lot', 'not-assigned', 'under-way', 'accepted'] as const
export type VillageState = (typeof villageStates)[number]

export const FindVillages = z.object({
  search: z.string().trim().max(40).optional(),
  town: z.string().length(12).optional(),
  route: z.string().max(40).optional(),
  lot: z.uuid().optional(),
  state: z.enum(villageStates).optional(),
  /** Only villages with a home at this stage of the road. */
  stage: z.enum(stages).optional(),
  page: z.int().min(0).default(0),
})
