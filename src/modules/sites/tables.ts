import type { Day } from '../../kernel/dates/day.ts'
import type { PlanState } from './rules/plans.ts'

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    lot_crews: {
      county: number
      id: string
      lot: string
      crews: number
      homes_per_day: number
      declared_on: Day
      act: string
    }
    village_plan: {
      county: number
      id: string
      village: string
      code: string
      lot: string
      contractor: string
      starts_on: Day
      crews: number
      homes_per_day: number
      remark: string | null
      state: PlanState
      proposed_on: Day
      proposed_by: string
      decided_on: Day | null
      decided_by: string | null
      reason: string | null
      decide_act: string | null
      act: string
    }
  }
}
