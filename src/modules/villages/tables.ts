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
      route: string | null
      route_decided_on: Day | null
      lot: string | null
      synthetic: Generated<boolean>
      act: string
    }
  }
}
