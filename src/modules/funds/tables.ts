import type { Generated } from 'kysely'
import type { Day } from '../../kernel/dates/day.ts'

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    fund: {
      county: number
      id: string
      name: string
      source: 'central' | 'province' | 'city' | 'county' | 'finance-company'
      purpose: 'equipment' | 'operating'
      budget_fen: number
      spent_fen: Generated<number>
      act: string
    }
    fund_entry: {
      county: number
      id: string
      fund: string
      amount_fen: number
      kind: 'claim' | 'batch' | 'failed-payment' | 'recovery'
      reference: string
      number: number | null
      booked_on: Day
      act: string
    }
    claim: {
      county: number
      id: string
      number: number
      lot: string
      contractor: string
      state: 'submitted' | 'reviewed' | 'approved' | 'paid' | 'returned'
      homes: number
      units: number
      total_fen: number
      submitted_on: Day
      submitted_by: string
      reviewed_on: Day | null
      reviewed_by: string | null
      approved_on: Day | null
      approved_by: string | null
      paid_on: Day | null
      paid_by: string | null
      fund: string | null
      bank_reference: string | null
      returned_reason: string | null
      act: string
    }
    claim_line: {
      county: number
      claim: string
      home: string
      units: number
      unit_price_fen: number
      subsidy_fen: number
      formula: Json
      live: Generated<boolean>
    }
  }
}
