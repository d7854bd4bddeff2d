import type { Generated } from 'kysely'
import type { Day } from '../../kernel/dates/day.ts'
import type { CountedIn, LotLine } from './model.ts'

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    lot: {
      county: number
      id: string
      code: string
      name: string
      line: Generated<LotLine>
      opened_on: Day
      contractor: string | null
      supervisor: string | null
      unit_price_fen: number | null
      awarded_on: Day | null
      award_act: string | null
      act: string
    }
    lot_contract: {
      county: number
      id: string
      lot: string
      version: number
      contractor: string
      number: string
      signed_on: Day
      sum_fen: number
      advance_basis: string
      retention_percent: number
      warranty_months: number
      reason: string | null
      act: string
    }
    lot_contract_item: {
      county: number
      contract: string
      position: number
      name: string
      unit: string
      counts: CountedIn | null
      centi_quantity: number
      unit_price_fen: number
      amount_fen: number
    }
    lot_closing: {
      county: number
      lot: string
      closed_on: Day
      closed_by: string
      audited_fen: number
      remark: string
      act: string
    }
    equipment_model: {
      county: number
      id: string
      firm: string | null
      maker: string
      model: string
      heating_watts: number
      input_watts: number
      centi_cop_at_minus_12: number
      centi_cop_at_minus_20: number
      lowest_celsius: number
      serial_prefix: string | null
      admitted_on: Day
      act: string
    }
    firm_admission: {
      county: number
      id: string
      firm: string
      valid_from: Day
      valid_to: Day
      admitted_on: Day
      withdrawn_on: Day | null
      withdrawn_reason: string | null
      withdraw_act: string | null
      act: string
    }
    access_paper: {
      county: number
      id: string
      firm: string | null
      model: string | null
      paper: string
      digest: string
      number: string | null
      valid_to: Day | null
      recorded_on: Day
      act: string
    }
    bar: {
      county: number
      id: string
      number: number
      firm: string | null
      model: string | null
      reason: string
      remark: string
      from_day: Day
      to_day: Day | null
      barred_on: Day
      barred_by: string
      lifted_on: Day | null
      lifted_by: string | null
      lifted_reason: string | null
      lift_act: string | null
      act: string
    }
    sampling: {
      county: number
      id: string
      number: number
      model: string
      batch: string
      serial_prefix: string | null
      serial_from: string | null
      serial_to: string | null
      sampled_on: Day
      units: number
      passed: boolean
      remark: string | null
      recorded_on: Day
      recorded_by: string
      act: string
    }
  }
}
