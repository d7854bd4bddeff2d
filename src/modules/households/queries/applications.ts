import type { ReadDb } from '../../../kernel/database/database.ts'
import type { Keys } from '../../../kernel/cipher/keys.ts'
import { fieldsOfRow } from '../acts/home-facts.ts'
import type { HomeFields } from '../model/fields.ts'
import { maskedFields } from './home-page.ts'

/** The applications of homes by id, their numbers masked as a screen shows them. */
export async function maskedApplications(
  db: ReadDb,
  { county, keys }: { county: number; keys: Keys },
  homes: readonly string[],
): Promise<Map<string, Partial<HomeFields>>> {
  const rows = await db
    .selectFrom('home')
    .selectAll()
    .where('county', '=', county)
    .where('id', 'in', [...homes])
    .execute()
  return new Map(rows.map((row) => [row.id, maskedFields(fieldsOfRow({ ...row }, keys, county))]))
}
