import { afterAll, beforeAll, expect, it } from 'vitest'
import { aDatabase } from '../../../tests/support/database.ts'
import { type Database, openDatabase } from '../database/database.ts'
import { beginAttempt, forgetFailures, takeTurn } from './throttle.ts'

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

it('lets a village send what an evening brings, then one at a time, and stops a flood for the day', async () => {
  const limits = [
    { most: 60, seconds: 600 },
    { most: 100, seconds: 86_400 },
  ]
  const take = (seconds: number, subject = 'objection:village') =>
    takeTurn(database, subject, limits, at(seconds))
  for (let n = 0; n < 60; n++) expect(await take(0)).toBe(0)
  expect(await take(0)).toBe(10)
  expect(await take(4)).toBe(6)
  expect(await take(4, 'objection:next-village')).toBe(0)
  expect(await take(10)).toBe(0)
  expect(await take(10)).toBe(10)
  // Half an hour later everything that was counted for the ten minutes is gone, and two of the day.
  for (let n = 61; n < 102; n++) expect(await take(1_800)).toBe(0)
  const wait = await take(1_800)
  expect(wait).toBeGreaterThan(600)
  expect(wait).toBeLessThanOrEqual(864)
  expect(await take(1_800 + wait)).toBe(0)
})

it('counts what comes at once, one after the other', async () => {
  const limits = [{ most: 5, seconds: 600 }]
  const waits = await Promise.all(
    Array.from({ length: 20 }, () => takeTurn(database, 'objection:flood', limits, at(0))),
  )
  expect(waits.filter((wait) => wait === 0)).toHaveLength(5)
})

it('slows who looks receipts up no sooner than an address', async () => {
  for (let n = 0; n < 50; n++) expect(await beginAttempt(database, ['receipt:x'], at(0))).toBe(0)
  expect(await beginAttempt(database, ['receipt:x'], at(0))).toBe(1)
})
