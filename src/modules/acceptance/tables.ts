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
    sample_draw: {
      county: number
      id: string
      village: string
      code: string
      level: 'town' | 'county'
      number: number
      cause: 'first' | 'again' | 'failure'
      reason: string | null
      seed: string
      method: string
      frame: string[]
      frame_digest: string
      size: number
      drawn_on: Day
      drawn_by: string
      act: string
    }
    sample_home: {
      county: number
      home: string
      level: 'town' | 'county'
      draw: string
      place: number
      passed: boolean | null
    }
    sample_check: {
      county: number
      id: string
      home: string
      level: 'town' | 'county'
      number: number
      checker: string
      checked_on: Day
      passed: boolean
      items: Json
      serials: Json
      findings: Json
      remark: string | null
    }
  }
}
