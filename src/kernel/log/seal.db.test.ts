import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDatabase } from '../../../tests/support/database.ts'
import { someKeys } from '../cipher/key-samples.ts'
import { type Database, openDatabase } from '../database/database.ts'
import { handClock } from '../dates/clock.ts'
import { newId } from '../identity/id.ts'
import { someActs } from './log-samples.ts'
import { seal, startSealer } from './seal.ts'
import { LogHeadDamaged } from './seal-county.ts'
import { verifyLog } from './verify.ts'

const keys = someKeys()
const clock = handClock(new Date('2023-08-15T03:00:00Z'))
const options = { clock, batch: 7 }
let database: Database
let drop: () => Promise<void>
let lastCounty = 370_000

beforeAll(async () => {
  const made = await aDatabase()
  drop = made.drop
  database = openDatabase(made.url)
})
afterAll(async () => {
  await database.close()
  await drop()
})

async function aCounty(): Promise<number> {
  const id = ++lastCounty
  await database.pool.query('insert into county (id, code, name) values ($1, $2, $3)', [
    id,
    `${id}`,
    '模拟县',
  ])
  return id
}

const verify = (county: number) =>
  database.read(county, (db) =>
    verifyLog(db, county, { trusted: [keys.signing], overdueBefore: new Date('2023-08-16T00:00:00Z') }),
  )
const count = async (table: string, county: number) =>
  Number(
    (await database.pool.query(`select count(*) from ${table} where county = $1`, [county])).rows[0].count,
  )

describe('seal', () => {
  it('seals what was committed, once, in the order of act ids, under one checkpoint', async () => {
    const county = await aCounty()
    const ids = await someActs(database.pool, county, Array(40).fill({}))
    expect(await seal(database.pool, keys, options)).toBe(40)
    expect(await seal(database.pool, keys, options)).toBe(0)
    const { rows } = await database.pool.query(
      'select act from log_leaf where county = $1 order by position',
      [county],
    )
    expect(rows.map((row) => row.act)).toEqual([...ids].sort())
    expect(await count('log_pending', county)).toBe(0)
    expect(await count('log_checkpoint', county)).toBe(1)
    expect(await verify(county)).toMatchObject({ sound: true, acts: 40, waiting: 0, last: { size: 40 } })
  })
  it('keeps counties apart and goes on with the others when one fails', async () => {
    const [damaged, sound] = [await aCounty(), await aCounty()]
    for (const county of [damaged, sound]) await someActs(database.pool, county, [{}, {}])
    await seal(database.pool, keys, options)
    await database.pool.query('update log_head set edge = sha256(edge) where county = $1', [damaged])
    for (const county of [damaged, sound]) await someActs(database.pool, county, [{}])
    await expect(seal(database.pool, keys, options)).rejects.toThrow(LogHeadDamaged)
    expect(await count('log_leaf', damaged)).toBe(2)
    expect(await count('log_leaf', sound)).toBe(3)
    await database.pool.query('delete from log_pending where county = $1', [damaged])
  })
  it('splits a long backlog into transactions, each with its checkpoint', async () => {
    const county = await aCounty()
    await someActs(database.pool, county, Array(25).fill({}))
    expect(await seal(database.pool, keys, { ...options, batch: 4, perTransaction: 10 })).toBe(25)
    const { rows } = await database.pool.query(
      'select size::int as size from log_checkpoint where county = $1 order by size',
      [county],
    )
    expect(rows.at(-1)).toEqual({ size: 25 })
    expect(rows.length).toBeGreaterThan(1)
    expect((await verify(county)).findings).toEqual([])
  })
  it('is safe when many seal at once while acts come in', async () => {
    const county = await aCounty()
    const pools = [database, openDatabase(databaseUrl()), openDatabase(databaseUrl())]
    let writing = true
    const sealers = pools.map(async ({ pool }) => {
      let total = 0
      while (writing) total += await seal(pool, keys, options)
      return total
    })
    for (let i = 0; i < 30; i++) await someActs(database.pool, county, Array(5).fill({}))
    writing = false
    const totals = await Promise.all(sealers)
    const rest = await seal(database.pool, keys, options)
    expect(totals.reduce((a, b) => a + b, rest)).toBe(150)
    expect(await verify(county)).toMatchObject({ sound: true, acts: 150, waiting: 0, findings: [] })
    for (const other of pools.slice(1)) await other.close()
  })
  it('leaves nothing half done when its connection is killed', async () => {
    const county = await aCounty()
    for (let i = 0; i < 12; i++) {
      await someActs(database.pool, county, Array(60).fill({}))
      const victim = openDatabase(databaseUrl(), { connections: 1 })
      const sealing = seal(victim.pool, keys, { ...options, batch: 3 }).catch(() => undefined)
      await new Promise((resume) => setTimeout(resume, i * 4))
      await database.pool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid() and query like '%log_%'`,
      )
      await sealing
      await victim.close()
      expect((await verify(county)).findings.filter((f) => f.code !== 'waiting')).toEqual([])
    }
    await seal(database.pool, keys, options)
    expect(await verify(county)).toMatchObject({ sound: true, acts: 720, waiting: 0 })
  })
  it('drops a note for an act that is sealed already, and passes over one for no act', async () => {
    const county = await aCounty()
    const [sealed] = await someActs(database.pool, county, [{}])
    await seal(database.pool, keys, options)
    const stray = newId()
    await database.pool.query('insert into log_pending (county, act) values ($1, $2), ($1, $3)', [
      county,
      sealed,
      stray,
    ])
    expect(await seal(database.pool, keys, options)).toBe(0)
    expect(await count('log_leaf', county)).toBe(1)
    expect((await verify(county)).findings).toMatchObject([
      { table: 'log_pending', key: { act: stray }, code: 'added' },
    ])
    await database.pool.query('delete from log_pending where county = $1', [county])
  })
  it('seals an act whatever its id, the nil one too', async () => {
    const county = await aCounty()
    await someActs(database.pool, county, [{ id: '00000000-0000-0000-0000-000000000000' }])
    expect(await seal(database.pool, keys, options)).toBe(1)
    expect((await verify(county)).sound).toBe(true)
  })
})

describe('startSealer', () => {
  it('seals by itself, and on demand what was committed before the demand', async () => {
    const county = await aCounty()
    const sealer = startSealer(database.pool, keys, { clock, everyMs: 20 })
    try {
      await someActs(database.pool, county, [{}])
      await expect.poll(() => count('log_leaf', county)).toBe(1)
      for (let i = 0; i < 10; i++) {
        await someActs(database.pool, county, [{}])
        await sealer.sealNow()
        expect(await count('log_leaf', county)).toBe(i + 2)
      }
    } finally {
      await sealer.stop()
    }
    await someActs(database.pool, county, [{}])
    await new Promise((resume) => setTimeout(resume, 80))
    expect(await count('log_pending', county)).toBe(1)
    await expect(sealer.sealNow()).rejects.toThrow()
    await seal(database.pool, keys, options)
  })
  it('reports a failed round and tries again', async () => {
    const county = await aCounty()
    await someActs(database.pool, county, [{}])
    await seal(database.pool, keys, options)
    await database.pool.query('update log_head set size = 0 where county = $1', [county])
    await someActs(database.pool, county, [{}])
    const errors: unknown[] = []
    const sealer = startSealer(database.pool, keys, { clock, everyMs: 10, onError: (e) => errors.push(e) })
    try {
      await expect.poll(() => errors.length).toBeGreaterThan(0)
      expect(errors[0]).toBeInstanceOf(LogHeadDamaged)
      await database.pool.query('update log_head set size = 1 where county = $1', [county])
      await expect.poll(() => count('log_leaf', county)).toBe(2)
    } finally {
      await sealer.stop()
    }
  })
})

function databaseUrl(): string {
  const { options: given } = database.pool as unknown as { options: { connectionString: string } }
  return given.connectionString
}
