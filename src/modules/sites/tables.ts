import type { Generated } from 'kysely'
import type { Day } from '../../kernel/dates/day.ts'
import type { Half } from './rules/days.ts'
import type { Authority } from './rules/matters.ts'
import type { PlanState } from './rules/plans.ts'
import type { Side } from './rules/safety.ts'

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
    after_sales: {
      county: number
      id: string
      lot: string
      village: string
      name: string
      address: string
      person: string
      telephone: Buffer
      since: Day
      ended_on: Day | null
      act: string
    }
    site_report: {
      county: number
      id: string
      village: string
      lot: string
      contractor: string
      day: Day
      weather: string
      done: string
      problems: string | null
      recorded_on: Day
      recorded_by: string
      act: string
    }
    appointment: {
      county: number
      id: string
      home: string
      day: Day
      half: Half
      made_on: Day
      made_by: string
      moved_on: Generated<Day | null>
      moved_reason: Generated<Buffer | null>
      moved_act: Generated<string | null>
      act: string
    }
    damage: {
      county: number
      id: string
      village: string
      lot: string
      contractor: string
      what: string
      reported_on: Day
      reported_by: string
      due_on: Day
      repaired_on: Generated<Day | null>
      repaired_by: Generated<string | null>
      repair_note: Generated<string | null>
      repair_act: Generated<string | null>
      act: string
    }
    permit: {
      county: number
      id: string
      village: string
      lot: string
      contractor: string
      authority: Authority
      place: string
      applied_on: Day
      due_on: Day
      decided_on: Generated<Day | null>
      granted: Generated<boolean | null>
      answer: Generated<string | null>
      decide_act: Generated<string | null>
      act: string
    }
    hazard: {
      county: number
      id: string
      village: string
      lot: string
      contractor: string
      what: string
      found_on: Day
      found_by: string
      due_on: Day
      removed_on: Generated<Day | null>
      removed_by: Generated<string | null>
      removed_note: Generated<string | null>
      closed_on: Generated<Day | null>
      closed_by: Generated<string | null>
      patrol: Generated<string | null>
      act: string
    }
    safety_officer: {
      county: number
      id: string
      side: Side
      lot: string | null
      village: string | null
      name: string
      telephone: Buffer
      since: Day
      ended_on: Generated<Day | null>
      act: string
    }
    patrol: {
      county: number
      id: string
      village: string
      lot: string
      contractor: string
      side: Side
      day: Day
      route: string
      recorded_on: Day
      recorded_by: string
      act: string
    }
    patrol_home: { county: number; patrol: string; home: string }
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
