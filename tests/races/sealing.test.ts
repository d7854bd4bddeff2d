import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '../../src/kernel/identity/id.ts'
import { verifyLog } from '../../src/kernel/log/verify.ts'
import { openProgram, type Program } from '../../src/server/program.ts'
import { aCounty, county, type TestCounty } from '../support/county.ts'
import { asks, tally, type TwoPrograms, twoPrograms } from './two-programs.ts'
import { anApplicant, aVillageList } from './village-list.ts'

let test: TestCounty
let both: TwoPrograms
const eager: Program[] = []
beforeAll(async () => {
  test = await aCounty()
  both = await twoPrograms(test)
  const { url, dataFolder, clock } = test
  for (const sealEveryMs of [1, 7]) eager.push(await openProgram({ url, dataFolder, clock, sealEveryMs }))
})
afterAll(async () => {
  for (const program of eager) await program.close()
  await both.close()
  await test.close()
})

const adding = (village: string) =>
  asks(test.actors.townOfficer, 'home.add', {
    programme: test.programme,
    home: newId(),
    village,
    fields: anApplicant(),
  })

it('by four programs at once under load seals every act once, and each checkpoint holds', async () => {
  const village = await aVillageList(test, 1)
  const batch = () => Array.from({ length: 15 }, () => adding(village.code).request)
  const answers = await Promise.all([
    both.atOnce(Array.from({ length: 30 }, () => adding(village.code))),
    ...both.programs.map((program) => program.door.performBatch(test.actors.townOfficer, batch())),
    ...eager.map((program) => program.door.performBatch(test.actors.townOfficer, batch())),
    ...eager.map(async (program) => {
      for (let n = 0; n < 40; n++) await program.seal()
      return []
    }),
  ])
  expect(tally(answers.flat())).toEqual({ done: 90 })
  await both.expectSound()
  const { rows } = await test.program.database.pool.query<{ leaves: number; acts: number }>(
    `select (select count(distinct act) from log_leaf where county = $1) as leaves,
            (select count(*) from act where county = $1) as acts`,
    [county],
  )
  expect(rows[0]?.leaves).toBe(rows[0]?.acts)
  const { rows: checkpoints } = await test.program.database.pool.query(
    'select size from log_checkpoint where county = $1',
    [county],
  )
  expect(checkpoints.length).toBeGreaterThan(3)
})

it('goes on while a reader verifies, who sees one moment whole', async () => {
  const village = await aVillageList(test, 1)
  let done = false
  const performing = (async () => {
    for (let n = 0; n < 25; n++) await both.atOnce([adding(village.code), adding(village.code)])
    done = true
  })()
  let looked = 0
  while (!done) {
    const seen = await test.program.database.read(county, (db) =>
      verifyLog(db, county, {
        trusted: [test.program.keys.signing],
        overdueBefore: new Date(test.clock.now().getTime() - 60_000),
      }),
    )
    expect(seen.findings).toEqual([])
    looked += 1
  }
  await performing
  expect(looked).toBeGreaterThan(2)
})
