import type { Generated } from 'kysely'
import type { Day } from '../../kernel/dates/day.ts'
import type { SourceKind } from './model.ts'

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    source: {
      county: number
      id: string
      kind: SourceKind
      area: string
      as_of: Day
      delivered_by: string
      file_digest: Buffer
      file_name: string
      rows: number
      left_out: number
      imported_on: Day
      imported_by: string
      synthetic: Generated<boolean>
      act: string
      undone_act: string | null
      undone_on: Day | null
      undone_by: string | null
    }
    source_row: {
      county: number
      source: string
      id: string
      sheet: string
      row: number
      town: string | null
      village: string | null
      place: string | null
      name: string | null
      name_key: string | null
      id_number: Buffer | null
      id_number_index: Buffer | null
      telephone: Buffer | null
      telephone_index: Buffer | null
      address: string | null
      account_number: string | null
      old_account_number: string | null
      transformer_area: string | null
      tariff: string | null
      residential: boolean | null
      title: string | null
      credit_code: string | null
      family_number: string | null
      relation: string | null
      category: string | null
      year: number | null
      status: string | null
      active: Generated<boolean>
      day: Day | null
      day_written: string | null
    }
  }
}
