import type { ReadDb } from '../../kernel/database/database.ts'

/** The county's own 12-digit area code: where county-wide things are. */
export async function countyArea(db: ReadDb, county: number): Promise<string> {
  const row = await db.selectFrom('county').select('code').where('id', '=', county).executeTakeFirstOrThrow()
  return `${row.code}000000`
}
