import type { Generated } from 'kysely'
import type { Day } from '../../kernel/dates/day.ts'
import type { WishAnswer } from './model.ts'

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    publicity: {
      county: number
      id: string
      village: string
      kind: string
      held_on: Day
      carried_out_by: string
      families: number
      reached: number | null
      recorded_on: Day
      recorded_by: string
      struck_on: Generated<Day | null>
      struck_reason: Generated<string | null>
      struck_act: Generated<string | null>
      act: string
    }
    publicity_home: { county: number; publicity: string; home: string }
    village_meeting: {
      county: number
      id: string
      village: string
      held_on: Day
      representatives: number
      present: number
      votes: string
      quorum_percent: number
      majority_percent: number
      route: string | null
      why: 'no-quorum' | 'no-majority' | 'tie' | null
      recorded_on: Day
      recorded_by: string
      act: string
    }
    wish: {
      county: number
      id: string
      home: string
      wish: WishAnswer
      route: string | null
      reason: string | null
      said_at: Date
      asked_by: string
      act: string
    }
  }
}
