import type { Generated } from 'kysely'
import type { Day } from '../../kernel/dates/day.ts'
import type { SlipState, Way } from './model.ts'

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    contribution_account: {
      county: number
      id: string
      town: string
      bank: string
      account_number: string
      opened_on: Day
      act: string
    }
    contribution_slip: {
      county: number
      id: string
      account: string
      number: string
      amount_fen: number
      banked_on: Day
      entered_on: Day
      entered_by: string
      state: SlipState
      settled_on: Generated<Day | null>
      settled_by: Generated<string | null>
      reason: Generated<string | null>
      act: string
    }
    contribution_receipt: {
      county: number
      id: string
      account: string
      home: string
      year: number
      number: number
      amount_fen: number
      paid_on: Day
      way: Way
      collected_by: string
      slip: Generated<string | null>
      void_act: Generated<string | null>
      void_reason: Generated<string | null>
      act: string
    }
    contribution_transfer: {
      county: number
      id: string
      account: string
      contractor: string
      amount_fen: number
      homes: number
      passed_on: Day
      bank_reference: string
      act: string
    }
    contribution_passed_on: {
      county: number
      home: string
      transfer: string
      amount_fen: number
    }
    contribution_refund: {
      county: number
      id: string
      account: string
      home: string
      amount_fen: number
      refunded_on: Day
      bank_reference: string
      act: string
    }
  }
}
