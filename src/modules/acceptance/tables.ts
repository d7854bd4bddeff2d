import type { Generated } from 'kysely'
import type { Day } from '../../kernel/dates/day.ts'
import type { Finding, FindingSource } from './model.ts'

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
      parts: Generated<Json>
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
      line: Generated<'heating' | 'building'>
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
    finding: {
      county: number
      id: string
      home: string
      source: FindingSource
      kind: Finding['kind']
      about: string
      found_on: Day
      found_by: string
      found_act: string
      times: number
      due_on: Day
      fixed_on: Generated<Day | null>
      fixed_by: Generated<string | null>
      fixed_note: Generated<string | null>
      fix_act: Generated<string | null>
      closed_on: Generated<Day | null>
      closed_by: Generated<string | null>
      closed_act: Generated<string | null>
    }
    site_supervisor: {
      county: number
      id: string
      village: string
      firm: string
      person: string
      since: Day
      ended_on: Generated<Day | null>
      act: string
    }
    supervision_log: {
      county: number
      id: string
      village: string
      firm: string
      day: Day
      weather: string
      seen: string
      problems: string | null
      recorded_on: Day
      recorded_by: string
      act: string
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
      parts: Generated<Json>
      remark: string | null
    }
  }
}
