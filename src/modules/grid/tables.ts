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
