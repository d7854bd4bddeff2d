import { sql } from 'kysely'
import type { WriteDb } from '../database/database.ts'
import type { Subject } from './define.ts'
import type { Registry } from './registry.ts'

/**
 * Locks the subjects' rows for the rest of the transaction, in one order for everybody: type by type in the
 * order of registration, ids ascending. A subject that does not exist yet locks nothing; its creation is guarded
 * by its key.
 */
export async function lockSubjects(
  tx: WriteDb,
  county: number,
  registry: Registry,
  subjects: readonly Subject[],
): Promise<void> {
  const byType = new Map<string, Set<string>>()
  for (const { type, id } of subjects) byType.set(type, (byType.get(type) ?? new Set()).add(id))
  for (const [type, table] of registry.subjects) {
    const ids = byType.get(type)
    if (!ids) continue
    await sql`select 1 from ${sql.table(table)} where county = ${county} and id = any(${[...ids]}::uuid[])
              order by id for update`.execute(tx)
  }
}
