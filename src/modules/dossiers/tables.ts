import type { Day } from '../../kernel/dates/day.ts'

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    dossier_paper: {
      county: number
      id: string
      home: string
      paper: string
      digests: string[]
      brought_on: Day
      brought_by: string
      act: string
      withdrawn_on: Day | null
      withdrawn_by: string | null
      withdrawn_reason: string | null
      withdraw_act: string | null
    }
  }
}
