import { afterAll, beforeAll, expect, it } from 'vitest'
import { aDatabase } from '../../../tests/support/database.ts'
import { type Database, openDatabase } from '../database/database.ts'
import { beginAttempt, forgetFailures } from './throttle.ts'

let own: Awaited<ReturnType<typeof aDatabase>>
let database: Database
beforeAll(async () => {
  own = await aDatabase()
  database = openDatabase(own.url)
})
afterAll(async () => {
  await database.close()
  await own.drop()
})

const at = (seconds: number) => new Date(Date.UTC(2023, 7, 15, 4, 0, seconds))

it('lets five attempts pass, then doubles the wait, up to a quarter of an hour, and forgets on success', async () => {
  for (let n = 0; n < 5; n++) expect(await beginAttempt(database, ['name:a'], at(0))).toBe(0)
  const waits: number[] = []
  for (let now = 0, n = 0; n < 12; n++) {
    const wait = await beginAttempt(database, ['name:a'], at(now))
    waits.push(wait)
    now += wait
    expect(await beginAttempt(database, ['name:a'], at(now))).toBe(0)
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900])
  expect(await beginAttempt(database, ['name:b'], at(0))).toBe(0)
  await forgetFailures(database, ['name:a'])
  expect(await beginAttempt(database, ['name:a'], at(0))).toBe(0)
})

it('lets no more of a hundred attempts at once through than one after the other', async () => {
  const waits = await Promise.all(
    Array.from({ length: 100 }, (_, n) =>
      beginAttempt(database, n % 2 ? ['name:c', 'address:x'] : ['address:x', 'name:c'], at(0)),
    ),
  )
  expect(waits.filter((wait) => wait === 0)).toHaveLength(5)
})

it('slows an address that many share much later than a name', async () => {
  for (let n = 0; n < 50; n++)
    expect(await beginAttempt(database, [`name:${n}`, 'address:office'], at(0))).toBe(0)
  expect(await beginAttempt(database, ['name:51', 'address:office'], at(0))).toBe(1)
  expect(await beginAttempt(database, ['name:51'], at(0))).toBe(0)
})
