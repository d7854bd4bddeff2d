import { afterAll, beforeAll, expect, it } from 'vitest'
import { aBuildRoad } from '../../tests/support/build-road.ts'
import { aCounty, county, type TestCounty } from '../../tests/support/county.ts'
import { seal } from '../kernel/log/seal.ts'
import { verifyLog } from '../kernel/log/verify.ts'
import { anInstallation } from '../modules/works/samples.ts'

let c: TestCounty
beforeAll(async () => {
  c = await aCounty()
})
afterAll(() => c.close())

const verify = () =>
  c.program.database.read(county, (db) => verifyLog(db, county, { overdueBefore: new Date(0) }))

it('what a telephone said of a photograph is missed where somebody removed it', async () => {
  const road = await aBuildRoad(c)
  const [home = ''] = await road.assigned(1)
  const photo = {
    ...(await c.evidence('photo')),
    taken: {
      by: 'camera' as const,
      position: { latitude: 37.2, longitude: 119.9, accuracyM: 9, altitudeM: null },
    },
  }
  const input = anInstallation({ home, devices: [road.device()] })
  const { id } = await c.done(c.actors.contractor, 'home.install', input, [photo])
  await seal(c.program.database.pool, c.program.keys, { clock: c.clock })
  expect(await verify()).toMatchObject({ sound: true, findings: [] })
  await c.program.database.pool.query('delete from evidence_taken where county = $1 and act = $2', [
    county,
    id,
  ])
  expect((await verify()).findings).toMatchObject([
    { table: 'evidence_taken', key: { act: id, digest: photo.digest }, code: 'removed' },
  ])
})
