import type { Day } from '../../kernel/dates/day.ts'

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    lot: {
      county: number
      id: string
      code: string
      name: string
      opened_on: Day
      contractor: string | null
      supervisor: string | null
      unit_price_fen: number | null
      awarded_on: Day | null
      award_act: string | null
      act: string
    }
    equipment_model: {
      county: number
      id: string
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
  }
}
