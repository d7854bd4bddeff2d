import type { ColumnType } from 'kysely'
import type { EvidenceRef } from '../../kernel/act/define.ts'

type Instant = ColumnType<Date, Date | string, Date | string>

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    held_act: {
      county: number
      id: string
      handset: string | null
      number: number
      maker: string
      kind: string
      version: number
      subject_type: string
      subject: string
      area: string
      organisations: string[]
      seen: string | null
      evidence: ColumnType<EvidenceRef[], string, string>
      claimed_at: Instant
      happened_at: Instant
      arrived_at: Instant
      input: Buffer
      reasons: Buffer
      state: 'held' | 'applied' | 'set-aside'
      act: string
      settled_by: string | null
      settled_at: Instant | null
      answer: Buffer | null
      settle_act: string | null
    }
  }
}
