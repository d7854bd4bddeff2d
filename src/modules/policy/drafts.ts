import { sql } from 'kysely'
import type { ReadDb } from '../../kernel/database/database.ts'

export type Files = Record<string, string>

export interface DraftState {
  id: string
  name: string
  state: 'open' | 'discarded' | 'adopted'
  version: number
  baseDigest: string
  /** Who saved the newest version, and when. */
  savedBy: string
  savedAt: Date
}

/** Drafts by id. */
export async function findDrafts(
  db: ReadDb,
  county: number,
  ids: readonly string[],
): Promise<Map<string, DraftState>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<DraftState>`
    select d.id, d.name, d.state, d.version, d.base_digest as "baseDigest",
           coalesce(a.name, '') as "savedBy", v.saved_at as "savedAt"
      from policy_draft d
      join policy_draft_version v on v.county = ${county} and v.draft = d.id and v.version = d.version
      left join account a on a.county = ${county} and a.id = v.saved_by
     where d.county = ${county} and d.id = any(${[...new Set(ids)]}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** The files of one version; undefined where there is none. */
export async function draftFiles(
  db: ReadDb,
  county: number,
  draft: string,
  version: number,
): Promise<Files | undefined> {
  const row = await db
    .selectFrom('policy_draft_version')
    .select('files')
    .where('county', '=', county)
    .where('draft', '=', draft)
    .where('version', '=', version)
    .executeTakeFirst()
  return row?.files as Files | undefined
}
