import type { ColumnType } from 'kysely'
import type { DoubtKind, DoubtState } from './model.ts'

type Instant = ColumnType<Date, Date | string, Date | string>

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    doubt: {
      county: number
      id: string
      kind: DoubtKind
      home: string
      about: string
      maker: string
      digest: string
      other_act: string | null
      other_home: string | null
      other_digest: string | null
      wide: boolean
      measures: ColumnType<Record<string, number | string>, string, string>
      raised_at: Instant
      act: string
      state: DoubtState
      settled_by: string | null
      settled_at: Instant | null
      reason: Buffer | null
      settle_act: string | null
    }
  }
}
