import type { Day } from '../../kernel/dates/day.ts'

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    acceptance_visit: {
      county: number
      id: string
      home: string
      number: number
      supervisor: string
      inspector: string
      visited_on: Day
      passed: boolean
      items: Json
      serials: Json
      findings: Json
      remark: string | null
      act: string
    }
    sign_off: {
      county: number
      home: string
      level: 'village' | 'town'
      visit: string
      signer: string
      signed_on: Day
      items: Json
      act: string
    }
  }
}
