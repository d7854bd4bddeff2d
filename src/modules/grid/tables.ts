import type { Generated } from 'kysely'
import type { Day } from '../../kernel/dates/day.ts'

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    meter_import: {
      county: number
      id: string
      season: string
      number: number
      file_digest: Buffer
      file_name: string
      reading_count: number
      home_count: number
      unmatched_count: number
      first_on: Day
      last_on: Day
      imported_on: Day
      imported_by: string
    }
    meter_reading: {
      county: number
      import: string
      home: string
      season: string
      number: number
      account_number: string
      at_minutes: number[]
      centi_kwh: number[]
      kinds: number[]
      first_day: number
      last_day: number
    }
    season_analysis: {
      county: number
      id: string
      season: string
      number: number
      from_on: Day
      to_on: Day
      files_digest: Buffer
      weights_digest: Buffer
      reading_files: number
      temperature_files: number
      reading_count: number
      home_count: number
      finding_count: number
      analysed_on: Day
      analysed_by: string
    }
    season_home: {
      county: number
      analysis: string
      home: string
      account_number: string
      centi_kwh: number
      lower_centi_kwh: number
      upper_centi_kwh: number
      allocated: number
      days_missing: number
      days_there: number
      flags: number
      signs: string[]
      score: number
      probability: number
      low: number
      high: number
      parts: Json
      reasons: Json
      day_centi_kwh: (number | null)[]
    }
    visit_draw: {
      county: number
      id: string
      season: string
      analysis: string
      seed: string
      method: string
      by_lot_percent: number
      frame_size: number
      size: number
      drawn_on: Day
      drawn_by: string
    }
    season_visit: {
      county: number
      id: string
      draw: string
      season: string
      home: string
      way: 'random' | 'score'
      found: Generated<string | null>
      visited_on: Generated<Day | null>
      visited_by: Generated<string | null>
      /** Sealed. */
      note: Generated<Buffer | null>
      /** The act that recorded it. */
      act: Generated<string | null>
    }
    temperature_import: {
      county: number
      id: string
      season: string
      number: number
      file_digest: Buffer
      file_name: string
      days: number[]
      centi_celsius: number[]
      first_on: Day
      last_on: Day
      imported_on: Day
      imported_by: string
    }
  }
}
