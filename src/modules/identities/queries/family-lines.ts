import { sql } from 'kysely'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { familiesOf } from '../../sources/public.ts'

/** The lines by which the police list in force has the householders of these homes in one family. */
export async function familyLines(db: ReadDb, county: number, homes: readonly string[]) {
  const { rows } = await sql<{ home: string; householder: string; key: string }>`
    select id as home, householder, id_number_index::text as key from home
     where county = ${county} and id = any(${[...homes]}::uuid[]) and id_number_index is not null
     order by id`.execute(db)
  const lines = await familiesOf(
    db,
    county,
    rows.map(({ key }) => key),
  )
  return rows.flatMap(({ home, householder, key }) => {
    const found = lines.get(key)
    if (!found) return []
    const { relation, source, sheet, line } = found
    return [{ home, householder, relation, source, sheet, row: line }]
  })
}
