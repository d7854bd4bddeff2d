import type { Generated } from 'kysely'
import type { Day } from '../../kernel/dates/day.ts'

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    worker: {
      county: number
      id: string
      firm: string
      name: string
      id_number: Buffer
      id_seal: Buffer
      telephone: Buffer | null
      trade: string
      contract_signed_on: Day | null
      registered_on: Day
      registered_by: string
      left_on: Generated<Day | null>
      leave_act: Generated<string | null>
      act: string
    }
    posting: {
      county: number
      id: string
      worker: string
      lot: string
      from_day: Day
      to_day: Day | null
      end_act: Generated<string | null>
      act: string
    }
    attendance: {
      county: number
      id: string
      worker: string
      firm: string
      day: Day
      lot: string
      village: string
      recorded_on: Day
      recorded_by: string
      struck_on: Generated<Day | null>
      struck_reason: Generated<string | null>
      strike_act: Generated<string | null>
      act: string
    }
    wage_account: {
      county: number
      id: string
      firm: string
      bank: string
      number: Buffer
      opened_on: Day
      declared_on: Day
      act: string
    }
    wage_proof: {
      county: number
      id: string
      firm: string
      month: string
      paid_on: Day
      total_fen: number
      recorded_on: Day
      recorded_by: string
      act: string
    }
    wage_line: {
      county: number
      firm: string
      month: string
      worker: string
      proof: string
      amount_fen: number
    }
    wage_step: {
      county: number
      id: string
      firm: string
      month: string
      kind: 'urged' | 'interviewed'
      said: string
      taken_on: Day
      taken_by: string
      act: string
    }
  }
}
