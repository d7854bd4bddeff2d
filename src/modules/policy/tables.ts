import type { ColumnType } from 'kysely'
import type { Day } from '../../kernel/dates/day.ts'

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    policy_pack: {
      county: number
      id: string
      pack: string
      digest: string
      files: Json
      adopted_on: Day
      act: string
    }
    programme: {
      county: number
      id: string
      year: number
      act: string
    }
    pack_adoption: {
      county: number
      id: string
      pack: string
      in_force_from: Day
      adopted_on: Day
      adopted_by: string | null
      reason: string | null
      draft: string | null
      called_off_act: string | null
      act: string
    }
    policy_draft: {
      county: number
      id: string
      name: string
      state: 'open' | 'discarded' | 'adopted'
      version: number
      base_digest: string
      started_on: Day
      started_by: string
      act: string
    }
    policy_draft_version: {
      county: number
      draft: string
      version: number
      same_as: number | null
      files: Json
      saved_at: ColumnType<Date, Date | string, never>
      saved_by: string
      act: string
    }
  }
}
