import type { Generated } from 'kysely'
import type { Day } from '../../kernel/dates/day.ts'
import type { Json } from '../../kernel/database/tables.ts'

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    installation: {
      county: number
      home: string
      contractor: string
      installed_on: Day
      install_act: string
      self_checked_on: Day | null
      self_check: Json | null
      self_check_act: string | null
    }
    device: {
      county: number
      id: string
      home: string
      serial: string
      model: string
      installed_on: Day
      accepted: Generated<boolean>
      act: string
    }
  }
}
