import { sql } from 'kysely'
import type { ReadDb } from '../../../kernel/database/database.ts'

/** A file an act about a home rests on. */
export interface Paper {
  home: string
  kind: string
  /** SHA-256, hex. */
  digest: string
  mediaType: string
}

const mostPapers = 200

/** The documents and photographs of homes, the newest first, each file once a home; workbooks hold other people too. */
export async function papersOfHomes(db: ReadDb, county: number, homes: readonly string[]): Promise<Paper[]> {
  const { rows } = await sql<Paper>`
    select s.subject as home, e.kind, encode(e.digest, 'hex') as digest, f.media_type as "mediaType"
      from act_subject s
      join act_evidence e on e.county = ${county} and e.act = s.act and e.kind <> 'workbook'
      join evidence_file f on f.county = ${county} and f.digest = e.digest
     where s.county = ${county} and s.subject_type = 'home' and s.subject = any(${[...homes]}::uuid[])
     group by s.subject, e.kind, e.digest, f.media_type
     order by max(s.act::text) desc, e.digest limit ${mostPapers}`.execute(db)
  return rows
}
