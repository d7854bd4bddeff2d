import { sql } from 'kysely'
import type { WriteDb } from './database.ts'

/**
 * Has the planner's statistics of a table taken within this transaction, for what it changes in one go. Only a table's
 * owner may; anybody else's `analyze` is skipped with a warning nobody sees.
 */
export async function takeStatistics(tx: WriteDb, table: string): Promise<void> {
  await sql`set local role none`.execute(tx)
  await sql`analyze ${sql.table(table)}`.execute(tx)
  await sql`set local role qingnuan_app`.execute(tx)
}
