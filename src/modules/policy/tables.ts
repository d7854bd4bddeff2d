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
      pack: string
      act: string
    }
  }
}
