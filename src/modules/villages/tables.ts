import type { Generated } from 'kysely'
import type { Day } from '../../kernel/dates/day.ts'

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    village: {
      county: number
      id: string
      code: string
      town: string
      name: string
      kind: 'urban' | 'rural'
      demolition_planned: boolean | null
      demolition_marked: boolean | null
      demolition_marked_on: Day | null
      demolition_source: string | null
      demolition_as_of: Day | null
      route: string | null
      route_decided_on: Day | null
      lot: string | null
      building_lot: string | null
      synthetic: Generated<boolean>
      act: string
    }
  }
}
