import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { programFolder } from '../../src/kernel/database/program-folder.ts'
import { newId } from '../../src/kernel/identity/id.ts'
import { readPackFolder } from '../../src/kernel/pack/load.ts'
import { aCounty, county, type TestCounty } from '../support/county.ts'
import { type TwoPrograms, twoPrograms } from './two-programs.ts'

let test: TestCounty
let both: TwoPrograms
beforeAll(async () => {
  test = await aCounty()
  both = await twoPrograms(test)
})
afterAll(async () => {
  await both.close()
  await test.close()
})

it('counts a pack that another program adopted from the very next act and answer on', async () => {
  const [first, second] = both.programs
  const before = await second.packs.inForce(county)
  const files = await readPackFolder(path.join(programFolder(), 'packs', 'laizhou-2023'))
  const changed = {
    ...files,
    'pack.yaml': files['pack.yaml']?.replace('清洁取暖方案', '清洁取暖方案(修订)') ?? '',
  }
  const evidence = [await test.evidence('document', undefined, test.self)]
  const adopted = await first.door.perform(test.self, {
    id: newId(),
    kind: 'policy.adopt',
    input: { programme: test.programme, year: 2023, files: changed, reason: '市里修订了方案。' },
    evidence,
  })
  expect(adopted).toMatchObject({ status: 'done' })

  const act = newId()
  const done = await second.door.perform(test.self, {
    id: act,
    kind: 'organisation.register',
    input: { id: newId(), kind: 'contractor', name: '丙暖通公司(模拟)', synthetic: true },
  })
  expect(done).toMatchObject({ status: 'done' })
  const { rows } = await second.database.pool.query<{ pack: string }>(
    'select pack from act where county = $1 and id = $2',
    [county, act],
  )
  const now = await first.packs.inForce(county)
  expect(rows).toEqual([{ pack: now.digest }])
  expect(now.digest).not.toBe(before.digest)
  expect((await second.packs.inForce(county)).digest).toBe(now.digest)
})
