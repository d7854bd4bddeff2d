import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { aDatabase } from '../../../tests/support/database.ts'
import { openDatabase } from './database.ts'
import { takeStatistics } from './take-statistics.ts'

describe('the statistics of a table', () => {
  it('are taken in the transaction that fills it, which stays fenced in', async () => {
    const made = await aDatabase()
    const database = openDatabase(made.url)
    try {
      const role = await database.write(1, async (tx) => {
        await takeStatistics(tx, 'county')
        const { rows } = await sql<{ role: string }>`select current_user as role`.execute(tx)
        return rows[0]?.role
      })
      expect(role).toBe('qingnuan_app')
      const { rows } = await database.pool.query(
        "select last_analyze is not null as taken from pg_stat_get_last_analyze_time('county'::regclass) as last_analyze",
      )
      expect(rows).toEqual([{ taken: true }])
    } finally {
      await database.close()
      await made.drop()
    }
  })
})
