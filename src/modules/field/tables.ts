import type { ColumnType, Generated } from 'kysely'
import type { EvidenceRef } from '../../kernel/act/define.ts'

type Instant = ColumnType<Date, Date | string, Date | string>

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    handset: {
      county: number
      id: string
      account: string
      name: string
      enrolled_at: Instant
      last_contact_at: Instant
      emptied_at: Instant
      clock_ahead_ms: Generated<number>
      revoked_at: Instant | null
      act: string
      revoke_act: string | null
    }
    handset_act: { county: number; act: string; handset: string; number: number; claimed_at: Instant }
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
