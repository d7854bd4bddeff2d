import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Tables } from '../../src/kernel/database/tables.ts'
import { newId } from '../../src/kernel/identity/id.ts'
import { listColumns, sealedTables, tamper, type Tampering } from '../../src/kernel/log/tampering-samples.ts'
import { verifyLog, type Verification } from '../../src/kernel/log/verify.ts'
import { aRegister, anApplication } from '../../src/modules/households/samples.ts'
import { aBuildRoad } from '../support/build-road.ts'
import { aCounty, area, county, type TestCounty } from '../support/county.ts'
import { asks } from './two-programs.ts'
import { anApplicant, aNoticePast, aVillageList, correction } from './village-list.ts'

let test: TestCounty

/** A few dozen acts of every sort the door writes: batches, reactions, evidence, capitals, personal fields, corrections. */
beforeAll(async () => {
  test = await aCounty()
  const { townOfficer, bureauOfficer, administrator } = test.actors
  const village = await aVillageList(test, 5)
  const [first = '', second = '', third = ''] = village.homes
  await test.program.seal()
  await test.done(
    townOfficer,
    'register.import',
    {
      programme: test.programme,
      import: newId().toUpperCase(),
      area: area.town,
      fileName: '确户表 🔥 "引号".xlsx',
    },
    [
      await test.evidence(
        'workbook',
        await aRegister([anApplication(1, '甲村(模拟)'), anApplication(2, '乙村(模拟)')]),
      ),
    ],
  )
  await test.done(townOfficer, 'home.correct', correction(first.toUpperCase(), { residents: 9 }))
  const earlier = await test.done(townOfficer, 'home.correct', correction(second, { residents: 8 }))
  const { request } = asks(
    townOfficer,
    'home.correct',
    correction(second.toUpperCase(), { telephone: '13812345678' }),
    [await test.evidence('document', undefined, townOfficer)],
  )
  const outcome = await test.program.door.perform(townOfficer, {
    ...request,
    id: request.id.toUpperCase(),
    corrects: earlier.id.toUpperCase(),
    happenedAt: new Date('2023-08-14T23:59:59.999+08:00'),
  })
  expect(outcome.status).toBe('done')
  await test.program.seal()
  await test.done(townOfficer, 'home.withdraw', { home: third, reason: '不要了' })
  await test.done(administrator, 'account.open', {
    id: newId(),
    signIn: 'somebody',
    name: '某人',
    password: 'a long pass phrase',
    roles: [{ role: 'auditor', area: area.county }],
  })
  const notice = await aNoticePast(test, village)
  await test.program.seal()
  await test.done(bureauOfficer, 'notice.confirm', { notice })
  await test.done(townOfficer, 'home.add', {
    programme: test.programme,
    home: newId(),
    village: village.code,
    fields: anApplicant({ remark: '行一\n行二\t"引号" \\ \u2028 𠮷' }),
  })
  const road = await aBuildRoad(test)
  const [home = ''] = await road.assigned(2)
  await road.accept(home)
  await test.program.seal()
})
afterAll(() => test.close())

class Undo extends Error {}

/** Tampers with a log, looks at it, and takes it back. */
async function meanwhile<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
  let result: { value: T } | undefined
  await test.program.database.owner
    .transaction()
    .execute(async (db) => {
      result = { value: await work(db) }
      throw new Undo()
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error
    })
  if (!result) throw new Error('no result')
  return result.value
}

const verify = (db: Kysely<Tables>): Promise<Verification> =>
  verifyLog(db, county, { trusted: [test.program.keys.signing], overdueBefore: test.clock.now() })

describe('a log of real acts', () => {
  it('verifies as it was written', async () => {
    const seen = await test.program.database.read(county, (db) =>
      verifyLog(db, county, { trusted: [test.program.keys.signing], overdueBefore: test.clock.now() }),
    )
    expect(seen.findings).toEqual([])
    expect(seen).toMatchObject({ sound: true, waiting: 0 })
    expect(seen.acts).toBeGreaterThan(30)
    expect(seen.checkpoints).toBeGreaterThan(3)
  })

  it.each(sealedTables)('names table and row wherever one bit of %s is changed', async (table) => {
    const columns = await listColumns(test.program.database.owner, table)
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(
      test.program.database.owner,
    )
    const most = rows[0]?.count ?? 0
    const missed: string[] = []
    let tried = 0
    for (const [column, { name }] of columns.entries())
      for (let row = 0; row < most; row += Math.max(1, Math.floor(most / 4))) {
        const tampering: Tampering = { table, row, column, at: 31 * row + column + 1, how: 'change' }
        const seen = await meanwhile(async (db) => {
          const done = await tamper(db, county, tampering)
          return done && { done, ...(await verify(db)) }
        })
        if (!seen) continue
        tried += 1
        const isNamed = seen.findings.some(
          (finding) =>
            finding.table === table &&
            Object.entries(finding.key).every(([key, value]) =>
              [seen.done.before, seen.done.after].some((version) => keyValue(version, key) === String(value)),
            ),
        )
        if (seen.sound || !isNamed)
          missed.push(`${name} of row ${row}: ${JSON.stringify(seen.findings).slice(0, 300)}`)
      }
    expect(missed).toEqual([])
    expect(tried).toBeGreaterThanOrEqual(columns.length)
  })

  /** A finding names an act by `id` or `act`, both the same thing. */
  const keyValue = (version: Record<string, string | null> | undefined, key: string) =>
    version?.[key] ?? (key === 'act' ? version?.id : undefined)
})
