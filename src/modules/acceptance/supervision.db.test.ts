import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aBuildRoad, type BuildRoad } from '../../../tests/support/build-road.ts'
import { aCounty, area, type TestCounty } from '../../../tests/support/county.ts'
import { newId } from '../../kernel/identity/id.ts'

interface VillagePage {
  personName: string | null
  homes: number
  installed: number
  toVisit: number
  visited: number
  passed: number
  people: { id: string; name: string }[]
}

let county: TestCounty
let road: BuildRoad
let person: string
beforeAll(async () => {
  county = await aCounty()
  road = await aBuildRoad(county)
  const { supervisor } = county.organisations
  person = newId()
  await county.done(county.actors.administrator, 'account.open', {
    id: person,
    signIn: 'jianli',
    name: '李监理(模拟)',
    password: 'a long pass phrase',
    organisation: supervisor,
    roles: [{ role: 'supervisor', organisation: supervisor }],
  })
  const [passed = '', failed = '', waiting = ''] = await road.assigned(4)
  for (const home of [passed, failed, waiting]) {
    await road.install(home)
    await road.selfCheck(home)
  }
  await road.visit(passed)
  await road.visit(failed, { serials: ['OTHER9999'] })
  await county.program.database.owner
    .updateTable('acceptance_visit')
    .set({ inspector: person, visited_on: '2023-08-15' })
    .where('county', '=', 1)
    .execute()
})
afterAll(() => county.close())

const page = (actor = county.actors.supervisor) =>
  county.ask<VillagePage>(actor, 'supervision.village', { village: road.village })

describe('supervision of a village (§3.3.4)', () => {
  it('is by one person of the supervising firm, named', async () => {
    const { supervisor, otherSupervisor, bureauOfficer, contractor } = county.actors
    expect((await page()).personName).toBeNull()
    const naming = { village: road.village, person }
    expect((await county.do(otherSupervisor, 'supervision.name', naming)).status).not.toBe('done')
    expect(
      await county.refused(supervisor, 'supervision.name', { village: road.village, person: contractor.id }),
    ).toEqual(['supervision.not-of-firm'])
    await county.done(supervisor, 'supervision.name', naming)
    expect(await county.refused(supervisor, 'supervision.name', naming)).toEqual([
      'supervision.named-already',
    ])
    expect(await page()).toMatchObject({ personName: '李监理(模拟)' })
    expect((await page()).people.map(({ id }) => id)).toContain(person)
    expect((await page(bureauOfficer)).people).toEqual([])
  })

  it('is covered as far as homes were entered, by village and person', async () => {
    expect(await page()).toMatchObject({ homes: 4, installed: 3, toVisit: 1, visited: 2, passed: 1 })
    const { rows } = await county.ask<{ rows: { person: string; visits: number; failed: number }[] }>(
      county.actors.bureauOfficer,
      'supervision.people',
    )
    expect(rows.find((row) => row.person === person)).toMatchObject({ villages: 1, visits: 2, failed: 1 })
  })

  it('has a log a day, with a photograph and what the acts count', async () => {
    const { supervisor, bureauOfficer, otherTownOfficer } = county.actors
    const log = (day: string) => ({
      village: road.village,
      id: newId(),
      day,
      weather: 'fine',
      seen: '巡视三户，核对铭牌',
    })
    expect(await county.refused(supervisor, 'supervision.file-log', log('2023-08-15'), [])).toContain(
      'evidence.required',
    )
    const photo = async () => [await county.evidence('photo')]
    expect(
      await county.refused(supervisor, 'supervision.file-log', log('2023-08-16'), await photo()),
    ).toEqual(['report.day-ahead'])
    await county.done(supervisor, 'supervision.file-log', log('2023-08-15'), await photo())
    expect(
      await county.refused(supervisor, 'supervision.file-log', log('2023-08-15'), await photo()),
    ).toEqual(['report.exists'])
    const logs = async (actor = bureauOfficer) =>
      (await county.ask<{ rows: object[] }>(actor, 'supervision.logs', { village: area.village })).rows
    expect(await logs()).toMatchObject([{ day: '2023-08-15', fitted: 0, visits: 2, failed: 1, closed: 0 }])
    expect(await logs(otherTownOfficer)).toEqual([])
  })
})
