import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { confirmedHomes } from '../../../../tests/support/confirmed-homes.ts'
import { aCounty, area, county as id, type TestCounty } from '../../../../tests/support/county.ts'
import type { Actor } from '../../../kernel/identity/authority.ts'
import { newId } from '../../../kernel/identity/id.ts'
import { readSearch } from '../../../web/kit/address/search-text.ts'
import { stages } from '../../households/stages.ts'
import { figureAddress } from '../rules/links.ts'
import type { overviewPage } from './overview.ts'

type Page = Awaited<ReturnType<typeof overviewPage.run>>

let county: TestCounty
const page = (actor: Actor, input: object = {}) => county.ask<Page>(actor, 'overview.page', input)

/** Homes of both towns at every stage, some ended, some of the building line, some with other answers. */
beforeAll(async () => {
  county = await aCounty()
  const [here, next, far] = [area.village, area.otherVillage, area.farVillage]
  for (const [i, stage] of stages.entries()) {
    await confirmedHomes(county, { village: here, count: i + 1, stage })
    await confirmedHomes(county, { village: far, count: 2, stage })
  }
  await confirmedHomes(county, { village: next, count: 4, stage: 'accepted' })
  const { owner } = county.program.database
  await sql`update home set answer = 'unknown' where sequence % 5 = 0`.execute(owner)
  await sql`update home set answer = 'no' where sequence % 7 = 0 and stage = 'applied'`.execute(owner)
  await sql`update home set ended = 'withdrawn' where sequence % 11 = 0`.execute(owner)
  await sql`update home set ended = 'revoked' where sequence % 13 = 0`.execute(owner)
  await sql`update home set line = 'building', building_area_m2 = 80.25 where sequence % 6 = 0`.execute(owner)
  await sql`update home set area_kind = 'urban' where village = ${far}`.execute(owner)
  await sql`update home set accepted_on = date '2023-08-01' + sequence % 20
             where stage in ('accepted', 'settled', 'subsidised')`.execute(owner)
  await sql`insert into installation (county, home, contractor, installed_on, installed_by, install_act)
            select county, id, ${county.organisations.contractor}, date '2023-07-20' + sequence % 9, ${newId()}, ${newId()}
              from home where stage in ('installed', 'accepted')`.execute(owner)
})
afterAll(() => county.close())

/** How many homes the register shows this person at an address. */
async function behind(actor: Actor, address: string): Promise<number> {
  const texts = readSearch(address.slice(address.indexOf('?')))
  const { stage, answer, ...rest } = texts
  const input = {
    ...rest,
    ...(stage && { stage: stage.split(',') }),
    ...(answer && { answer: answer.split(',') }),
  }
  return (await county.ask<{ total: number }>(actor, 'home.count', input)).total
}

describe('every figure', () => {
  it('is what the register lists at the address it opens, for the county', async () => {
    const seen = await page(county.actors.bureauDirector)
    let compared = 0
    for (const { line, areaKind, steps, answers, ended } of seen.groups) {
      const at = (more: object) => figureAddress({ line, areaKind, ...more })
      for (const { stage, homes, here } of steps) {
        expect(await behind(county.actors.bureauDirector, at({ from: stage }))).toBe(homes)
        expect(await behind(county.actors.bureauDirector, at({ stage }))).toBe(here)
        compared += homes
      }
      for (const [answer, homes] of Object.entries(answers))
        expect(await behind(county.actors.bureauDirector, at({ answer }))).toBe(homes)
      for (const [how, homes] of Object.entries(ended))
        expect(await behind(county.actors.bureauDirector, at({ ended: how }))).toBe(homes)
    }
    expect(compared).toBeGreaterThan(200)
  })

  it('is so for each town and village too', async () => {
    for (const [actor, input] of [
      [county.actors.bureauOfficer, {}],
      [county.actors.bureauOfficer, { town: area.town }],
      [county.actors.cadre, {}],
    ] as const) {
      const seen = await page(actor, input)
      const key = seen.level
      expect(seen.places.length).toBeGreaterThan(0)
      for (const { code, heating, building } of seen.places)
        for (const [line, counts] of [
          ['heating', heating],
          ['building', building],
        ] as const) {
          const at = (more: object) => figureAddress({ line, [key]: code, ...more })
          expect(await behind(actor, at({}))).toBe(counts.applied)
          for (const answer of ['yes', 'no', 'unknown'] as const)
            expect(await behind(actor, at({ answer }))).toBe(counts[answer])
          for (const from of [
            'noticed',
            'confirmed',
            'assigned',
            'installed',
            'accepted',
            'settled',
          ] as const)
            expect(await behind(actor, at({ from }))).toBe(counts[from])
        }
    }
  })

  it('of the town is the sum of its villages, and of the county that of its towns', async () => {
    const [whole, town] = [await page(county.actors.auditor), await page(county.actors.townOfficer)]
    const inTown = whole.places.find(({ code }) => code === area.town)
    expect(inTown?.heating.accepted).toBeGreaterThan(0)
    expect(town.places.reduce((sum, { heating }) => sum + heating.accepted, 0)).toBe(inTown?.heating.accepted)
    const all = whole.groups.filter(({ line }) => line === 'heating').flatMap(({ steps }) => steps)
    const accepted = all.reduce((sum, { stage, homes }) => (stage === 'accepted' ? sum + homes : sum), 0)
    expect(whole.places.reduce((sum, { heating }) => sum + heating.accepted, 0)).toBe(accepted)
  })
})

describe('the building line', () => {
  it('is told in the unit of the pack, what has no area apart', async () => {
    const { owner } = county.program.database
    const urban = await sql<{ id: string; area: number; homes: number }>`
      select min(id::text) as id, sum(building_area_m2) as area, count(*) as homes from home
       where line = 'building' and area_kind = 'urban' and ended is null`.execute(owner)
    const { id, area: before, homes } = urban.rows[0] ?? { id: '', area: 0, homes: 0 }
    expect(homes).toBeGreaterThan(1)
    await sql`update home set building_area_m2 = null where id = ${id}::uuid`.execute(owner)
    const seen = await page(county.actors.bureauDirector)
    await sql`update home set building_area_m2 = 80.25 where id = ${id}::uuid`.execute(owner)
    const group = seen.groups.find(({ line, areaKind }) => line === 'building' && areaKind === 'urban')
    const [applied] = group?.steps ?? []
    expect(applied).toMatchObject({ homes, amount: Number(before) - 80.25, unmeasured: 1 })
    expect(group?.unitLabel).toEqual({ zh: '平方米', en: 'm²' })
    expect(seen.areaUnit).toEqual({ zh: '平方米', en: 'm²' })
    const areas = seen.places.map(({ buildingArea }) => buildingArea.applied ?? 0)
    expect(areas.reduce((sum, area) => sum + area, 0)).toBe(applied?.amount)
    expect(
      seen.milestones
        .filter(({ id }) => id.startsWith('building'))
        .map(({ id, unitLabel }) => [id, unitLabel?.en]),
    ).toEqual([
      ['building-urban-done', 'm²'],
      ['building-rural-done', 'dwellings'],
      ['building-urban-accepted', 'm²'],
      ['building-rural-accepted', 'dwellings'],
    ])
  })
})

describe('nobody', () => {
  it('sees another town’s homes, whatever is asked', async () => {
    const { rows } = await sql<{ town: string; homes: number }>`
      select town, count(*) as homes from home where ended is null group by town`.execute(
      county.program.database.owner,
    )
    const homesOf = (town: string) => rows.find((row) => row.town === town)?.homes
    const seen = await page(county.actors.townOfficer)
    const applied = seen.groups.reduce((sum, { steps }) => sum + (steps[0]?.homes ?? 0), 0)
    expect(applied).toBe(homesOf(area.town))
    expect(seen.places.map(({ code }) => code)).toEqual([area.village, area.otherVillage])
    for (const input of [{ town: area.otherTown }, { village: area.farVillage }])
      expect(await county.program.ask(county.actors.townOfficer, 'overview.page', input)).toEqual({
        status: 'not-found',
      })
  })

  it('sees more of a town than their own village', async () => {
    const seen = await page(county.actors.cadre)
    expect(seen.places.map(({ code }) => code)).toEqual([area.village])
    expect(await county.program.ask(county.actors.cadre, 'overview.page', { town: area.town })).toEqual({
      status: 'not-found',
    })
  })

  it('without an overview gets one', async () => {
    const { program, actors } = county
    for (const actor of [actors.contractor, actors.supervisor, actors.gridOfficer])
      expect(await program.ask(actor, 'overview.page', {})).toEqual({ status: 'not-permitted' })
  })
})

describe('the targets and days', () => {
  it('are those of the pack, for the whole county only', async () => {
    const whole = await page(county.actors.bureauDirector)
    const target = whole.groups.find(({ line, areaKind }) => line === 'heating' && areaKind === 'rural')
    expect(target).toMatchObject({ target: { count: 20084, status: 'plan' }, unit: 'home' })
    const part = await page(county.actors.townOfficer)
    expect(part.groups.map(({ target: none }) => none)).toEqual(part.groups.map(() => null))
    expect(whole.milestones.find((each) => each.id === 'heating-installed')).toMatchObject({
      day: '2023-08-31',
      daysLeft: 16,
      of: 21905,
      state: 'slow',
    })
    const confirmed = part.groups
      .filter(({ line }) => line === 'heating')
      .flatMap(({ steps }) => steps)
      .reduce((sum, { stage, homes }) => (stage === 'confirmed' ? sum + homes : sum), 0)
    expect(part.milestones.find((each) => each.id === 'heating-installed')).toMatchObject({ of: confirmed })
  })

  it('count what the database holds by day', async () => {
    const { burnUp, milestones } = await page(county.actors.bureauDirector)
    const { rows } = await sql<{ day: string; homes: number }>`
      select accepted_on as day, count(*) as homes from home
       where ended is null and line = 'heating' and accepted_on is not null group by 1 order by 1`.execute(
      county.program.database.owner,
    )
    let total = 0
    expect(burnUp.done.accepted).toEqual(rows.map(({ day, homes }) => ({ day, homes: (total += homes) })))
    const lately = rows.filter(({ day }) => day > '2023-08-08' && day <= '2023-08-15')
    const sum = lately.reduce((of, { homes }) => of + homes, 0)
    expect(sum).toBeGreaterThan(0)
    expect(milestones.find(({ id: key }) => key === 'heating-accepted')?.recentPerDay).toBe(
      Math.round((sum / 7) * 10) / 10,
    )
    expect(burnUp.schedule.map(({ stage, to, target }) => [stage, to, target])).toEqual([
      ['installed', '2023-08-31', 21905],
      ['accepted', '2023-09-30', 21905],
    ])
  })

  it('tell how many lots are awarded', async () => {
    const lot = newId()
    await county.done(county.actors.bureauOfficer, 'lot.open', { id: lot, code: 'L1', name: '一标段' })
    const { milestones } = await page(county.actors.bureauDirector)
    expect(milestones.find(({ id: key }) => key === 'tenders-done')).toMatchObject({
      done: 0,
      of: 1,
      state: 'late',
      daysLeft: -107,
    })
  })
})

it('a new county says what has been entered so far', async () => {
  const state = await county.ask(county.actors.administrator, 'setting-up.state')
  expect(state).toMatchObject({ towns: 2, villages: 4, organisations: 4, townsWithOfficer: 0, homes: true })
  expect(id).toBe(1)
})
