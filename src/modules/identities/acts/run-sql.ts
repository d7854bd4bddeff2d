import { CompiledQuery } from 'kysely'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { RunSql } from '../../../kernel/matching/match.ts'

/** Runs the matcher's SQL in a transaction of ours. */
export const runIn =
  (db: ReadDb): RunSql =>
  async <Row>(text: string, values: unknown[] = []) =>
    (await db.getExecutor().executeQuery<Row>(CompiledQuery.raw(text, values))).rows
