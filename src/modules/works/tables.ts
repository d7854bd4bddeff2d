import type { Generated } from 'kysely'
import type { Day } from '../../kernel/dates/day.ts'
import type { Entered } from './model.ts'

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    installation: {
      county: number
      home: string
      contractor: string
      installed_on: Day
      installed_by: string
      install_act: string
      self_checked_on: Day | null
      self_checked_by: string | null
      self_check: Json | null
      self_check_act: string | null
      sent_back_on: Day | null
      photos: Generated<Json>
    }
    installation_part: {
      county: number
      home: string
      part: string
      place: number
      centi_m2: number
      accepted_centi_m2: Generated<number | null>
      act: string
    }
    installation_material: {
      county: number
      id: string
      home: string
      name: string
      maker: string
      batch: string
      certificate: string
      act: string
    }
    commissioning: {
      county: number
      id: string
      home: string
      number: number
      contractor: string
      route: string
      run_on: Day
      run_by: string
      measured: Json
      beyond: Json
      passed: boolean
      remark: string | null
      fell_on: Generated<Day | null>
    }
    installation_worker: { county: number; home: string; worker: string; act: string }
    device_return: {
      county: number
      home: string
      change: string
      contractor: string
      opened_on: Day
      act: string
      returned_on: Generated<Day | null>
      returned_by: Generated<string | null>
      return_act: Generated<string | null>
    }
    device: {
      county: number
      id: string
      home: string
      serial: string
      model: string
      installed_on: Day
      accepted: Generated<boolean>
      removed_on: Day | null
      removed_act: string | null
      entered: Generated<Entered | null>
      act: string
    }
  }
}
