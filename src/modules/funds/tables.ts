import type { Generated } from 'kysely'
import type { Day } from '../../kernel/dates/day.ts'
import type { Account, JournalKind } from './rules/accounts.ts'

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    fund: {
      county: number
      id: string
      name: string
      source: 'central' | 'province' | 'city' | 'county' | 'finance-company' | 'household'
      purpose: 'equipment' | 'building' | 'operating' | 'contribution'
      act: string
    }
    ledger_journal: {
      county: number
      id: string
      fund: string
      kind: JournalKind
      amount_fen: number
      reference: string
      number: number | null
      party: string | null
      reverses: string | null
      booked_on: Day
      act: string
    }
    ledger_transfer: {
      county: number
      journal: string
      position: number
      debit: Account
      credit: Account
      amount_fen: number
    }
    ledger_balance: {
      county: number
      fund: string
      account: Account
      amount_fen: number
    }
    fund_receipt: {
      county: number
      id: string
      fund: string
      amount_fen: number
      received_on: Day
      bank_reference: string
      reversed_act: string | null
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
      centi_m2: Generated<number>
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
      deducted_fen: Generated<number>
      retained_fen: Generated<number>
      warranty_months: Generated<number | null>
      release_on: Generated<Day | null>
      released_on: Generated<Day | null>
      released_by: Generated<string | null>
      release_reference: Generated<string | null>
      act: string
    }
    claim_deduction: {
      county: number
      id: string
      claim: string
      kind: 'penalty' | 'defect' | 'price-review' | 'other'
      amount_fen: number
      reason: string
      made_on: Day
      made_by: string
      struck_reason: string | null
      struck_by: string | null
      struck_act: string | null
      act: string
    }
    claim_line: {
      county: number
      claim: string
      home: string
      units: number
      centi_m2: Generated<number>
      unit_price_fen: number
      subsidy_fen: number
      formula: Json
      live: Generated<boolean>
    }
  }
}
