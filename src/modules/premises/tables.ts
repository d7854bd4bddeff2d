import type { ChecklistAnswer } from '../../kernel/pack/checklist.ts'
import type { Day } from '../../kernel/dates/day.ts'
import type { CheckStep, PremisesKind, PremisesStage } from './model.ts'

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    premises: {
      county: number
      id: string
      kind: PremisesKind
      name: string
      town: string
      village: string
      address: string
      area_m2: number
      stage: PremisesStage
      lot: string | null
      contractor: string | null
      supervisor: string | null
      listed_on: Day
      accepted_on: Day | null
      sent_back: string | null
      act: string
    }
    premises_check: {
      county: number
      id: string
      premises: string
      step: CheckStep
      checker: string
      checked_on: Day
      passed: boolean
      items: ChecklistAnswer[]
      failed: string[]
      remark: Buffer | null
    }
  }
}
