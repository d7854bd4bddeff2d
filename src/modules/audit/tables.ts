import type { ColumnType, Generated } from 'kysely'
import type { Day } from '../../kernel/dates/day.ts'

type Instant = ColumnType<Date, Date | string, Date | string>

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    audit_sample: {
      county: number
      id: string
      number: number
      population: string
      town: string | null
      homes: number
      frame_digest: string
      confidence_percent: number
      tolerable_percent: number
      size: number
      seed: string
      method: string
      drawn_on: Day
      drawn_by: string
      act: string
    }
    audit_sample_home: {
      county: number
      sample: string
      home: string
      place: number
      answer: Generated<'right' | 'wrong' | null>
      note: Generated<Buffer | null>
      examined_on: Generated<Day | null>
      examined_by: Generated<string | null>
    }
    audit_look: {
      county: number
      account: string
      day: Day
      read: string
      about: string
      times: number
      first_at: Instant
      last_at: Instant
    }
  }
}
