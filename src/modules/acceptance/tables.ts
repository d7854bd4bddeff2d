import type { Day } from '../../kernel/dates/day.ts'
import type { Json } from '../../kernel/database/tables.ts'

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    acceptance_visit: {
      county: number
      id: string
      home: string
      supervisor: string
      inspector: string
      visited_on: Day
      passed: boolean
      items: Json
      remark: string | null
      act: string
    }
    sign_off: {
      county: number
      home: string
      level: 'village' | 'town'
      signer: string
      signed_on: Day
      act: string
    }
  }
}
