import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aBuildingRoad, type BuildingRoad } from '../../../tests/support/building-road.ts'
import { confirmedHomes } from '../../../tests/support/confirmed-homes.ts'
import { aCounty, area, type TestCounty } from '../../../tests/support/county.ts'
import { findHomes, homesByAccount } from '../households/public.ts'
import { materialsOf, partsOf } from './public.ts'

let county: TestCounty
let road: BuildingRoad
let people: TestCounty['actors']
beforeAll(async () => {
  county = await aCounty()
  road = await aBuildingRoad(county)
  people = county.actors
})
afterAll(() => county.close())

const stateOf = async (home: string) =>
  (await county.program.database.read(1, (db) => findHomes(db, 1, [home]))).get(home)

describe('a family that heats cleanly and has its building insulated', () => {
  it('has one home on its meter: the reading is the heating’s', async () => {
    const [heated = ''] = await confirmedHomes(county, {
      village: area.otherVillage,
      count: 1,
      stage: 'noticed',
    })
    const [built = ''] = await confirmedHomes(county, {
      village: area.otherVillage,
      count: 1,
      stage: 'noticed',
      line: 'building',
    })
    const number = '0606999000001'
    await sql`update home set account_number = ${number} where id in (${heated}, ${built})`.execute(
      county.program.database.owner,
    )
    const found = await county.program.database.read(1, (db) => homesByAccount(db, 1, [number]))
    expect(found.get(number)?.map(({ id }) => id)).toEqual([heated])
  })
})

describe('a lot of the building line', () => {
  it('takes the confirmed homes of its line, and leaves those of the other to theirs', async () => {
    const [heated = ''] = await confirmedHomes(county, { village: area.village, count: 1 })
    const homes = await road.assigned(2)
    for (const home of homes)
      expect(await stateOf(home)).toMatchObject({
        stage: 'assigned',
        contractor: county.organisations.contractor,
        supervisor: county.organisations.supervisor,
      })
    expect(await stateOf(heated)).toMatchObject({ stage: 'confirmed', contractor: null })
    expect(await county.refused(people.bureauOfficer, 'village.assign', { village: road.village })).toEqual([
      'village.no-route',
      'village.no-lot',
    ])
    expect(
      await county.refused(people.bureauOfficer, 'village.assign', {
        village: road.village,
        line: 'building',
      }),
    ).toEqual(['village.none-to-assign'])
    const lot = await county.ask<object>(people.bureauOfficer, 'lot.page', { lot: road.lot })
    expect(lot).toMatchObject({ line: 'building', villages: 1, homes: 2 })
    const { rows } = await county.ask<{ rows: { id: string }[] }>(people.bureauOfficer, 'home.list', {
      lot: road.lot,
    })
    expect(rows.map(({ id }) => id).sort()).toEqual([...homes].sort())
  })

  it('is the village’s until its contractor has nothing in hand, whatever the other line does', async () => {
    const other = { id: crypto.randomUUID(), code: 'B-OTHER', name: '另一标段', line: 'building' }
    await county.done(people.bureauOfficer, 'lot.open', other)
    expect(
      await county.refused(people.bureauOfficer, 'village.join-lot', {
        village: road.village,
        lot: other.id,
      }),
    ).toEqual(['village.lot-in-use'])
    for (const actor of [people.townOfficer, people.contractor])
      expect(
        await county.refused(actor, 'village.assign', { village: road.village, line: 'building' }),
      ).toEqual(['not-permitted'])
  })
})

describe('what is built by measured parts', () => {
  it('stands with its area, its materials by batch, and the home before and after', async () => {
    const [home = ''] = await road.assigned(1)
    const { input, evidence } = await road.installation(home)
    expect(await county.refused(people.otherContractor, 'home.install-parts', input, evidence)).toEqual([
      'subject.not-found',
    ])
    for (const actor of [people.supervisor, people.bureauOfficer, county.household(home)])
      expect(await county.refused(actor, 'home.install-parts', input, evidence)).toEqual(['not-permitted'])
    const { result } = await county.done(people.contractor, 'home.install-parts', input, evidence)
    expect(result).toEqual({ areaM2: 70.9 })
    expect((await stateOf(home))?.stage).toBe('installed')
    const [parts, materials] = await county.program.database.read(1, (db) =>
      Promise.all([partsOf(db, 1, [home]), materialsOf(db, 1, [home])]),
    )
    expect(parts.get(home)).toEqual([
      { home, part: 'wall', areaM2: 62.5, acceptedM2: null },
      { home, part: 'window', areaM2: 8.4, acceptedM2: null },
    ])
    expect(materials.get(home)).toMatchObject([{ batch: 'YM-2307-11' }])
    const again = await road.installation(home)
    expect(
      await county.refused(people.contractor, 'home.install-parts', again.input, again.evidence),
    ).toEqual(['home.installed-already'])
  })

  it('lacks no photograph from before or after, no certificate, no second part, and has no machines', async () => {
    const [home = ''] = await road.assigned(1)
    const { input, evidence } = await road.installation(home)
    const refused = (given: object, shown = evidence) =>
      county.refused(people.contractor, 'home.install-parts', { ...input, ...given }, shown)
    expect(await refused({ before: [] })).toEqual(['parts.no-photo-before'])
    expect(await refused({ after: [] })).toEqual(['parts.no-photo-after'])
    // Named, but not among the files that came with it.
    expect(
      await refused(
        {},
        evidence.filter(({ digest }) => digest !== input.before[0]),
      ),
    ).toEqual(['parts.no-photo-before'])
    expect(await refused({ after: input.before })).toEqual(['parts.same-photo'])
    expect(
      await refused(
        {},
        evidence.filter(({ kind }) => kind !== 'document'),
      ),
    ).toEqual(['evidence.required', 'material.no-certificate'])
    expect(await refused({ parts: [{ part: 'wall', areaM2: 50 }] })).toEqual(['parts.too-few'])
    expect(
      await county.refused(
        people.contractor,
        'home.install',
        { home, devices: [{ serial: 'SB209999', model: crypto.randomUUID() }] },
        await road.newPhotos(1),
      ),
    ).toContain('home.made-of-parts')
    expect((await stateOf(home))?.stage).toBe('assigned')
  })

  it('is put on record once where two hand it in at the same moment', async () => {
    const [home = ''] = await road.assigned(1)
    const [one, other] = [await road.installation(home), await road.installation(home)]
    const outcomes = await Promise.all(
      [one, other].map(({ input, evidence }) =>
        county.do(people.contractor, 'home.install-parts', input, evidence),
      ),
    )
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['done', 'refused'])
  })

  it('is measured anew before the supervisor comes, and then checked again by the line’s own list', async () => {
    const [home = ''] = await road.assigned(1)
    await road.install(home)
    const shown = await road.newPhotos(3)
    const heating = { home, checkedOn: '2023-08-03', items: [{ item: 'indoor-unit', passed: true }] }
    expect(await county.refused(people.contractor, 'home.self-check', heating, shown)).toContain(
      'checklist.no-such-item',
    )
    await road.selfCheck(home)
    const correction = {
      home,
      reason: 'mismeasured',
      parts: [
        { part: 'wall', areaM2: 61 },
        { part: 'window', areaM2: 8.4 },
      ],
    }
    await county.done(people.contractor, 'home.correct-parts', correction, await road.newPhotos(1))
    expect((await stateOf(home))?.stage).toBe('installed')
    expect(
      await county.refused(people.contractor, 'home.correct-parts', correction, await road.newPhotos(1)),
    ).toEqual(['parts.nothing-changed'])
    await road.selfCheck(home)
    expect((await stateOf(home))?.stage).toBe('self-checked')
    expect(await county.refused(people.contractor, 'home.commission', { home, measured: [] })).toEqual([
      'commissioning.no-list',
    ])
  })
})
