import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aBuildRoad, type BuildRoad } from '../../../tests/support/build-road.ts'
import { aBuildingRoad, type BuildingRoad, builtParts } from '../../../tests/support/building-road.ts'
import { aCounty, area, type TestCounty } from '../../../tests/support/county.ts'
import { samplesOf } from './public.ts'
import { drawnFrom } from './rules/draw.ts'
import { aVisit } from './samples.ts'

type Line = 'heating' | 'building'
interface SamplePage {
  lines: {
    line: Line
    town: { standing: string; accepted: number; drawn: number; wanted: number; failures: number }
  }[]
  draws: { id: string; line: Line; level: string; number: number; cause: string; size: number }[]
  homes: { home: string; line: Line; level: string; passed: boolean | null }[]
}

let county: TestCounty
let heating: BuildRoad
let building: BuildingRoad
let homes: Record<Line, string[]>
beforeAll(async () => {
  county = await aCounty()
  heating = await aBuildRoad(county)
  building = await aBuildingRoad(county)
  homes = { heating: await heating.assigned(8), building: await building.assigned(4) }
  for (const home of homes.heating) await heating.accept(home)
  for (const home of homes.building) await building.accept(home)
}, 240_000)
afterAll(() => county.close())

const page = () =>
  county.ask<SamplePage>(county.actors.bureauOfficer, 'sample.page', { village: heating.village })
const drawn = async (line: Line) =>
  (await page()).homes.flatMap((row) => (row.line === line && row.level === 'town' ? [row.home] : []))
const standing = async (line: Line) => (await page()).lines.find((row) => row.line === line)?.town
const draw = (line: Line, reason?: string) =>
  county.done(county.actors.townOfficer, 'sample.draw-town', {
    village: heating.village,
    line,
    ...(reason && { reason }),
  })

describe('the samples of a village with homes of both lines (§1.2, §3.3.2a)', () => {
  it('are drawn from one line each, each by its own share', async () => {
    const { result } = await draw('heating')
    // 30 % of eight; of four it would be two.
    expect(result).toMatchObject({ number: 1, frame: 8, drawn: 3 })
    expect(homes.heating).toEqual(expect.arrayContaining(await drawn('heating')))
    expect(await drawn('building')).toEqual([])
    expect(
      await county.refused(county.actors.townOfficer, 'sample.draw-town', { village: heating.village }),
    ).toEqual(['sample.reason-needed'])
    // The other line has none yet: its first draw asks for no reason and counts for itself.
    expect((await draw('building')).result).toMatchObject({ number: 1, frame: 4, drawn: 2 })
    expect(homes.building).toEqual(expect.arrayContaining(await drawn('building')))
    for (const each of await county.program.database.owner
      .selectFrom('sample_draw')
      .selectAll()
      .where('county', '=', 1)
      .execute())
      expect(drawnFrom(each.seed, each.frame, each.size)).toEqual(await drawn(each.line))
  })

  it('grow by the failures of their own line only', async () => {
    const [home = ''] = await drawn('heating')
    const input = aVisit({
      home,
      items: heating.filled('sample-check', ['heating'], heating.machines.get(home)?.length),
      serials: heating.machines.get(home) ?? [],
    })
    await county.done(
      county.actors.townOfficer,
      'home.check-town',
      { ...input, visitedOn: '2023-08-15' },
      heating.photos,
    )
    expect(await standing('heating')).toMatchObject({ drawn: 6, failures: 1, standing: 'failed' })
    expect(await standing('building')).toMatchObject({ drawn: 2, wanted: 2, failures: 0, standing: 'open' })
  })

  it('stand each for itself, in the list and before payment', async () => {
    for (const home of await drawn('building')) {
      const shown = await building.newPhotos(4)
      await county.done(
        county.colleague(county.actors.townReviewer),
        'home.check-town',
        aVisit({ home, items: building.filled(shown), serials: [], parts: [...builtParts] }),
        shown,
      )
    }
    expect(await standing('building')).toMatchObject({ standing: 'passed' })
    const pack = await county.program.packs.inForce(1)
    const of = await county.program.database.read(1, (db) =>
      samplesOf(db, { county: 1, pack, today: '2023-08-15' }, [area.village]),
    )
    expect([of(area.village, 'heating').town, of(area.village, 'building').town]).toEqual([
      'failed',
      'passed',
    ])
    const { rows } = await county.ask<{ rows: { line: Line; town: { standing: string } }[] }>(
      county.actors.bureauOfficer,
      'sample.villages',
    )
    expect(rows.map(({ line, town }) => [line, town.standing])).toEqual([
      ['heating', 'failed'],
      ['building', 'passed'],
    ])
    expect(
      await county.ask(county.actors.bureauOfficer, 'sample.villages', { line: 'building', town: 'failed' }),
    ).toMatchObject({ total: 0 })
  })

  it('keep a draw from before lines were told apart, its homes counted by their own line', async () => {
    const { owner } = county.program.database
    const old = (await page()).draws.find(({ line, level }) => line === 'heating' && level === 'town')
    const before = await drawn('building')
    const taken = homes.building.find((home) => !before.includes(home))
    // As such a draw stands after the migration: one record, homes of both lines.
    await sql`update sample_draw set frame = frame || ${taken}::uuid where id = ${old?.id}`.execute(owner)
    await sql`insert into sample_home (county, home, level, draw, place) values (1, ${taken}, 'town', ${old?.id}, 9)`.execute(
      owner,
    )
    expect(await standing('building')).toMatchObject({ drawn: 3, standing: 'open' })
    expect((await page()).draws.filter(({ line }) => line === 'building').map(({ id }) => id)).toContain(
      old?.id,
    )
    expect((await draw('building', '补抽一次')).result).toMatchObject({ number: 2, drawn: 1 })
  })

  it('are told apart by the migration: by their homes, and by the home that failed', async () => {
    const steps = readFileSync('migrations/0046_samples_by_line.sql', 'utf8').split(';')
    const telling = steps.find((step) => step.includes('update sample_draw')) ?? ''
    const lines = () =>
      sql<{ id: string; line: Line }>`select id, line from sample_draw order by id`.execute(
        county.program.database.owner,
      )
    const now = await lines()
    // What it starts from: numbers of both lines in one row.
    await sql`update sample_draw set number = number + 10, line = 'heating' where line = 'building'`.execute(
      county.program.database.owner,
    )
    await sql.raw(telling).execute(county.program.database.owner)
    expect((await lines()).rows).toEqual(now.rows)
    expect(new Set(now.rows.map(({ line }) => line))).toEqual(new Set(['heating', 'building']))
  })
})
