import { afterAll, beforeAll, expect, it } from 'vitest'
import { aDatabase } from '../../../tests/support/database.ts'
import { type Database, openDatabase } from '../database/database.ts'
import { forgetFailures, noteFailure, secondsToWait } from './throttle.ts'

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

it('lets five failures pass, then doubles the wait, up to a quarter of an hour, and forgets on success', async () => {
  for (let n = 0; n < 4; n++) await noteFailure(database, ['name:a'], at(0))
  expect(await secondsToWait(database, ['name:a'], at(0))).toBe(0)
  const waits: number[] = []
  for (let n = 0; n < 12; n++) {
    await noteFailure(database, ['name:a'], at(0))
    waits.push(await secondsToWait(database, ['name:a'], at(0)))
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900])
  expect(await secondsToWait(database, ['name:a'], at(899))).toBe(1)
  expect(await secondsToWait(database, ['name:a'], at(901))).toBe(0)
  expect(await secondsToWait(database, ['name:b'], at(0))).toBe(0)
  await forgetFailures(database, ['name:a'])
  expect(await secondsToWait(database, ['name:a'], at(0))).toBe(0)
})

it('slows an address that many share much later than a name', async () => {
  for (let n = 0; n < 20; n++) await noteFailure(database, ['address:office'], at(0))
  expect(await secondsToWait(database, ['address:office'], at(0))).toBe(0)
  for (let n = 0; n < 35; n++) await noteFailure(database, ['address:office'], at(0))
  expect(await secondsToWait(database, ['address:office'], at(0))).toBeGreaterThan(1)
})
