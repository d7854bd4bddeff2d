import type { Generated } from 'kysely'
import type { Day } from '../../kernel/dates/day.ts'

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    season: {
      county: number
      id: string
      name: string
      starts_on: Day
      ends_on: Day
      fund: string | null
      act: string
    }
    usage_import: {
      county: number
      id: string
      season: string
      file_digest: Buffer
      file_name: string
      row_count: number
      imported_on: Day
      imported_by: string
      /** Taken from an analysis of daily readings instead of a file. */
      analysis: Generated<string | null>
      analysis_number: Generated<number | null>
    }
    usage_reading: {
      county: number
      season: string
      home: string
      account_number: string
      /** Null where the electricity was taken from an analysis: its bounds are there instead. */
      start_centi_kwh: number | null
      end_centi_kwh: number | null
      used_centi_kwh: number
      lower_centi_kwh: Generated<number | null>
      upper_centi_kwh: Generated<number | null>
      /** Of the season's, those in valley hours; null where the grid company did not say. */
      valley_centi_kwh: Generated<number | null>
      import: string
      import_row: number
    }
    statement: {
      county: number
      id: string
      season: string
      home: string
      town: string
      village: string
      account_number: string
      used_centi_kwh: number
      amount_fen: number
      formula: Json
      answer: 'yes' | 'no' | 'unknown'
      decision: Json
      state:
        | 'drawn-up'
        | 'town-reviewed'
        | 'bureau-reviewed'
        | 'batched'
        | 'paid'
        | 'failed'
        | 'blocked'
        | 'revoked'
      drawn_up_on: Day
      drawn_up_by: string
      town_reviewed_by: string | null
      town_reviewed_on: Day | null
      bureau_reviewed_by: string | null
      bureau_reviewed_on: Day | null
      sent_back_on: Day | null
      sent_back_by: string | null
      sent_back_reason: string | null
      account_corrected_by: string | null
      act: string
    }
    payment_batch: {
      county: number
      id: string
      season: string
      fund: string
      number: number
      state: 'frozen' | 'closed'
      payments: number
      total_fen: number
      lines_digest: Buffer
      frozen_on: Day
      frozen_by: string
      act: string
    }
    payment: {
      county: number
      id: string
      reference: string
      batch: string
      statement: string
      home: string
      account_number: string
      payee: string
      amount_fen: number
      state: 'waiting' | 'paid' | 'failed'
      failure: string | null
      receipt: string | null
      settled_on: Day | null
      came_back_on: Generated<Day | null>
    }
    receipt_import: {
      county: number
      id: string
      batch: string
      file_digest: Buffer
      file_name: string
      row_count: number
      imported_on: Day
      imported_by: string
    }
    coal_finding: {
      county: number
      id: string
      home: string
      found_on: Day
      found_by: string
      description: string
      act: string
      state: Generated<'open' | 'revoked' | 'dismissed'>
      hear_until: Generated<Day | null>
      decided_on: Generated<Day | null>
      decided_by: Generated<string | null>
      decision: Generated<Buffer | null>
      decide_act: Generated<string | null>
    }
    coal_hearing: {
      county: number
      id: string
      finding: string
      heard_on: Day
      heard_by: string
      statement: Buffer
      act: string
    }
    recovery: {
      county: number
      id: string
      home: string
      finding: string | null
      change: Generated<string | null>
      failed_check: Generated<string | null>
      opened_on: Day
      owed_fen: number
      repaid_fen: Generated<number>
      waived_fen: Generated<number>
      /** The act of the plan in force, and what was settled before it. */
      instalments: Generated<string | null>
      settled_before_fen: Generated<number>
      state: 'open' | 'closed' | 'lifted'
      act: string
    }
    recovery_item: {
      county: number
      recovery: string
      kind: 'equipment' | 'operating'
      source: string
      fund: string
      amount_fen: number
      repaid_fen: Generated<number>
      waived_fen: Generated<number>
    }
    recovery_relief: {
      county: number
      id: string
      recovery: string
      kind: 'waiver' | 'write-off'
      amount_fen: number
      reason: Buffer
      state: 'asked' | 'granted' | 'declined'
      asked_on: Day
      asked_by: string
      act: string
      decided_on: Day | null
      decided_by: string | null
      answer: Buffer | null
      decide_act: string | null
    }
    recovery_instalment: {
      county: number
      recovery: string
      act: string
      number: number
      due_on: Day
      amount_fen: number
    }
    repayment: {
      county: number
      id: string
      recovery: string
      amount_fen: number
      paid_on: Day
      bank_reference: string
      act: string
    }
  }
}
