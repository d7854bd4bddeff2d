import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aDatabase } from '../../../tests/support/database.ts'
import { type Database, openDatabase } from './database.ts'
import { isConnectionLost } from './lost-connection.ts'

let database: Database
let url: string
let drop: () => Promise<void>
beforeAll(async () => {
  const made = await aDatabase()
  ;({ url, drop } = made)
  database = openDatabase(url)
})
afterAll(async () => {
  await database.close()
  await drop()
})

const errorOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  )

it('is told where a connection dies at rest or in a query, within a transaction, and at its end', async () => {
  for (const statement of ['select pg_sleep(10)', 'commit']) {
    const ending = database.write(1, async (tx) => {
      const { rows } = await database.pool.query<{ pid: number }>(
        "select pid from pg_stat_activity where state like 'idle in transaction%' and datname = current_database()",
      )
      const kill = () =>
        Promise.all(rows.map(({ pid }) => database.pool.query('select pg_terminate_backend($1)', [pid])))
      if (statement === 'commit') await kill()
      else setTimeout(() => void kill(), 100)
      await sql.raw(statement).execute(tx)
    })
    const error = await errorOf(ending)
    expect(error).toBeInstanceOf(Error)
    expect(isConnectionLost(error), String(error)).toBe(true)
  }
  // The pool is none the worse for it.
  expect((await database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
})

it('is told where there is no server, by socket or by network', async () => {
  for (const nowhere of ['postgresql:///x?host=/nonexistent', 'postgres://127.0.0.1:1/x']) {
    const away = openDatabase(nowhere)
    expect(isConnectionLost(await errorOf(away.pool.query('select 1')))).toBe(true)
    await away.close()
  }
})

it('is not told of an error of ours, nor of a missing file', async () => {
  expect(isConnectionLost(await errorOf(database.pool.query('select nothing')))).toBe(false)
  expect(isConnectionLost(Object.assign(new Error('x'), { code: 'ENOENT', syscall: 'open' }))).toBe(false)
  expect(isConnectionLost(new Error('Something else'))).toBe(false)
})
