import type { ColumnType, Generated } from 'kysely'

/** A jsonb column: any JSON out, JSON text in.  @public named by the modules' tables, which merge into this one. */
export type Json = ColumnType<unknown, string, string>
type Instant = ColumnType<Date, Date | string, Date | string>
type Day = string

/** Every table of the program. Modules add their own by declaration merging in their `tables.ts`. */
export interface Tables {
  county: { id: number; code: string; name: string; created_at: Generated<Date> }
  sign_in_name: { name: string; county: number; account: string }
  sign_in_throttle: { subject: string; failures: number; last_failure_at: Instant }
  area: {
    county: number
    code: string
    parent: string | null
    level: 'county' | 'town' | 'village'
    name: string
    kind: 'urban' | 'rural'
    latitude: number | null
    longitude: number | null
    valid_from: Day
    valid_to: Day | null
    merged_into: string | null
    synthetic: Generated<boolean>
  }
  organisation: {
    county: number
    id: string
    kind: string
    name: string
    credit_code: string | null
    telephone: string | null
    synthetic: Generated<boolean>
    act: string
  }
  account: {
    county: number
    id: string
    sign_in: string
    name: string
    organisation: string | null
    home: string | null
    password_hash: string
    must_change_password: Generated<boolean>
    disabled_at: Instant | null
    act: string
  }
  role_grant: {
    county: number
    account: string
    id: string
    role: string
    area: string | null
    organisation: string | null
    home: string | null
    act: string
  }
  session: {
    county: number
    token_digest: Buffer
    account: string
    csrf_token: string
    created_at: Instant
    last_seen_at: Instant
    expires_at: Instant
    handset: string | null
    resume_digest: Buffer | null
  }
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
  act: {
    county: number
    id: string
    kind: string
    version: number
    actor: string
    on_behalf_of: string | null
    happened_at: Instant
    recorded_at: Instant
    caused_by: string | null
    corrects: string | null
    pack: string | null
    input_digest: Buffer
    text: string
  }
  act_subject: { county: number; act: string; subject_type: string; subject: string }
  act_evidence: { county: number; act: string; digest: Buffer; kind: string }
  log_pending: { county: number; act: string }
  log_leaf: { county: number; position: number; act: string; hash: Buffer }
  log_head: { county: number; size: number; edge: Buffer }
  log_key: { county: number; key_id: string; algorithm: string; public_key: string; since: Instant }
  log_checkpoint: {
    county: number
    size: number
    root: Buffer
    made_at: Instant
    key_id: string
    signature: Buffer
  }
  evidence_file: {
    county: number
    digest: Buffer
    size: number
    media_type: string
  }
  evidence_upload: {
    county: number
    digest: Buffer
    uploaded_by: string
    uploaded_at: Instant
  }
  evidence_taken: {
    county: number
    act: string
    digest: Buffer
    taker: string
    taken_by: 'camera' | 'gallery'
    taken_at: Instant | null
    latitude: number | null
    longitude: number | null
    accuracy_m: number | null
    altitude_m: number | null
    file_at: Instant | null
    file_latitude: number | null
    file_longitude: number | null
  }
  kept_columns: {
    county: number
    area: string
    form: string
    signature: Buffer
    columns: Json
    kept_on: Day
    kept_by: string
    act: string
  }
  evidence_pending: { county: number; act: string }
  evidence_look: {
    county: number
    digest: Buffer
    look: string | null
    file_at: Instant | null
    file_latitude: number | null
    file_longitude: number | null
  }
  evidence_block: { county: number; block: number; bits: number; digest: Buffer }
}
