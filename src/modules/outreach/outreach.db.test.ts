import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { confirmedHomes } from '../../../tests/support/confirmed-homes.ts'
import { aCounty, area, type TestCounty } from '../../../tests/support/county.ts'
import { decideRoute, meetingPapers } from '../../../tests/support/decide-route.ts'
import { newId } from '../../kernel/identity/id.ts'
import { isSheetProblem, readWorkbook } from '../../kernel/sheets/read-workbook.ts'
import { aMeeting, aPublicity } from './samples.ts'

let county: TestCounty
/** Villages by code. */
let ids: Record<string, string>
let homes: string[]
beforeAll(async () => {
  county = await aCounty()
  const { rows } = await county.ask<{ rows: { code: string; id: string }[] }>(
    county.actors.bureauOfficer,
    'village.list',
  )
  ids = Object.fromEntries(rows.map(({ code, id }) => [code, id]))
  homes = await confirmedHomes(county, { village: area.village, count: 3 })
})
afterAll(() => county.close())

const village = (code: string): string => ids[code] ?? ''
const photo = async () => [await county.evidence('photo')]

interface Standing {
  code: string
  covered: number
  families: number | null
  state: string
  wants: number
  against: number
  undecided: number
  notAsked: number
}
const standingOf = (code: string, actor = county.actors.bureauOfficer) =>
  county.ask<
    Standing & {
      publicity: { id: string; struckOn: string | null }[]
      meetings: { route: string | null; why: string | null; minutes: string[] }[]
    }
  >(actor, 'outreach.village', { village: code })
const towns = async () =>
  (
    await county.ask<{ rows: { code: string; short: number; covered: number; families: number }[] }>(
      county.actors.bureauOfficer,
      'outreach.towns',
    )
  ).rows

describe('publicity (§3.1.3a)', () => {
  it('is recorded with photographs by town or village, and covers the larger of number and homes', async () => {
    const { cadre, townOfficer, otherTownOfficer, contractor } = county.actors
    const leaflet = aPublicity({ village: village(area.village), families: 4, reached: 2 })
    expect(await county.refused(cadre, 'publicity.record', leaflet)).toEqual(['evidence.required'])
    expect(await county.refused(otherTownOfficer, 'publicity.record', leaflet, await photo())).toEqual([
      'subject.not-found',
    ])
    expect(await county.refused(contractor, 'publicity.record', leaflet, await photo())).toEqual([
      'not-permitted',
    ])
    await county.done(cadre, 'publicity.record', leaflet, await photo())
    expect(await standingOf(area.village)).toMatchObject({ covered: 2, families: 4, state: 'short' })
    const visits = aPublicity({
      ...{ village: village(area.village), activity: 'home-visit', families: 3, heldOn: '2023-05-08' },
      ...{ reached: undefined, homes },
    })
    await county.done(townOfficer, 'publicity.record', visits, await photo())
    expect(await standingOf(area.village)).toMatchObject({ covered: 3, families: 3, state: 'covered' })
    expect(await towns()).toMatchObject([
      { code: area.otherTown, short: 2, covered: 0, families: 0 },
      { code: area.town, short: 1, covered: 3, families: 3 },
    ])
  })

  it('struck for a mistake it no longer counts, and stays on record', async () => {
    const [newest] = (await standingOf(area.village)).publicity
    const strike = { publicity: newest?.id ?? '', reason: '登记错了村' }
    expect(await county.refused(county.actors.otherTownOfficer, 'publicity.strike', strike)).toEqual([
      'subject.not-found',
    ])
    await county.done(county.actors.cadre, 'publicity.strike', strike)
    expect(await county.refused(county.actors.cadre, 'publicity.strike', strike)).toEqual([
      'publicity.struck',
    ])
    const after = await standingOf(area.village)
    expect(after).toMatchObject({ covered: 2, families: 4, state: 'short' })
    expect(after.publicity[0]?.struckOn).not.toBeNull()
  })

  it('names only homes of its own village', async () => {
    const strange = aPublicity({ village: village(area.otherVillage), homes })
    expect(
      await county.refused(county.actors.townOfficer, 'publicity.record', strange, await photo()),
    ).toEqual(['publicity.not-of-village'])
  })

  it('is listed by town and coverage, each person seeing their own', async () => {
    const list = async (actor: typeof county.actors.cadre, input: object = {}) =>
      (await county.ask<{ rows: Standing[] }>(actor, 'outreach.villages', input)).rows.map(({ code }) => code)
    expect(await list(county.actors.bureauOfficer)).toHaveLength(4)
    expect(await list(county.actors.cadre)).toEqual([area.village])
    expect(await list(county.actors.bureauOfficer, { town: area.town, state: 'short' })).toHaveLength(2)
    expect(await list(county.actors.bureauOfficer, { state: 'covered' })).toEqual([])
    expect(await list(county.actors.bureauOfficer, { search: '%' })).toEqual([])
  })
})

describe('the meeting of representatives (§3.1.3b)', () => {
  const route = async (code: string) => {
    const { rows } = await county.ask<{ rows: { code: string; route: string | null }[] }>(
      county.actors.bureauOfficer,
      'village.list',
    )
    return rows.find((row) => row.code === code)?.route
  }

  it('without a quorum decides nothing, and says why', async () => {
    const meeting = aMeeting({
      village: village(area.village),
      present: 5,
      votes: [{ route: 'gas', for: 5, against: 0, abstained: 0 }],
    })
    await county.done(county.actors.townOfficer, 'meeting.record', meeting, await meetingPapers(county))
    expect(await route(area.village)).toBeNull()
    expect((await standingOf(area.village)).meetings).toMatchObject([{ route: null, why: 'no-quorum' }])
  })

  it('with quorum and majority decides the route, in the same transaction', async () => {
    const { townOfficer, otherTownOfficer, cadre } = county.actors
    const meeting = aMeeting({ village: village(area.village), route: 'gas', heldOn: '2023-05-12' })
    expect(await county.refused(townOfficer, 'meeting.record', meeting, await photo())).toEqual([
      'evidence.required',
    ])
    expect(await county.refused(cadre, 'meeting.record', meeting, await meetingPapers(county))).toEqual([
      'not-permitted',
    ])
    expect(
      await county.refused(otherTownOfficer, 'meeting.record', meeting, await meetingPapers(county)),
    ).toEqual(['subject.not-found'])
    await county.done(townOfficer, 'meeting.record', meeting, await meetingPapers(county))
    expect(await route(area.village)).toBe('gas')
    const [newest] = (await standingOf(area.village)).meetings
    expect(newest).toMatchObject({ route: 'gas', why: null })
    expect(newest?.minutes).toHaveLength(1)
  })

  it('decides again while no home is handed over, then not', async () => {
    await decideRoute(county, county.actors.townOfficer, village(area.village), { heldOn: '2023-05-14' })
    expect(await route(area.village)).toBe('heat-pump-air-heater')
    await county.program.database.write(1, (tx) =>
      sql`update home set stage = 'assigned', contractor = ${county.organisations.contractor}
           where county = 1 and id = ${homes[0]}`.execute(tx),
    )
    const meeting = aMeeting({ village: village(area.village), route: 'gas', heldOn: '2023-05-16' })
    expect(
      await county.refused(county.actors.townOfficer, 'meeting.record', meeting, await meetingPapers(county)),
    ).toEqual(['village.route-in-use'])
  })

  it('outside one’s area looks exactly like no village at all', async () => {
    const papers = await meetingPapers(county)
    const [there, nowhere] = await Promise.all(
      [village(area.farVillage), newId()].map((id) =>
        county.do(county.actors.townOfficer, 'meeting.record', aMeeting({ village: id }), papers),
      ),
    )
    expect(there).toEqual(nowhere)
  })
})

describe('wishes (§3.1.3b)', () => {
  it('asked without a signal is not held back by what was done to the home meanwhile', async () => {
    const { program, actors } = county
    const [, , third = ''] = homes
    const asked = { kind: 'wish.record', input: { home: third, wish: 'wants' }, seen: null }
    const outcome = await program.door.perform(actors.cadre, { id: newId(), ...asked })
    expect(outcome.status).toBe('done')
    await program.database.write(1, (tx) =>
      sql`delete from wish where county = 1 and home = ${third}`.execute(tx),
    )
  })

  it('are taken along by whoever may ask, until the household has said', async () => {
    const taken = async (actor = county.actors.cadre) =>
      (await county.ask<{ id: string; kind: string }[]>(actor, 'field.village', { village: area.village }))
        .filter(({ kind }) => kind !== 'paper.take')
        .map(({ id, kind }) => [id, kind])
    expect(await taken()).toEqual(homes.slice(1).map((home) => [home, 'wish.record']))
    expect(await taken(county.actors.otherTownOfficer)).toEqual([])
    expect(await taken(county.actors.otherContractor)).toEqual([])
    const papers = await county.ask<{ wish: { reasons: { id: string }[]; routes: { id: string }[] } }>(
      county.actors.cadre,
      'field.papers',
    )
    expect(papers.wish.reasons.map(({ id }) => id)).toContain('cost')
    expect(papers.wish.routes.map(({ id }) => id)).toContain('gas')
  })

  it('the one said last counts; those who do not want it are told with the village', async () => {
    const { cadre, otherTownOfficer } = county.actors
    const [first = '', second = ''] = homes
    const said = { home: first, wish: 'does-not-want', reason: 'cost' }
    expect(await county.refused(otherTownOfficer, 'wish.record', said)).toEqual(['subject.not-found'])
    await county.done(cadre, 'wish.record', said)
    await county.done(cadre, 'wish.record', { home: second, wish: 'wants', route: 'gas' })
    expect(await standingOf(area.village)).toMatchObject({ wants: 1, against: 1, undecided: 0, notAsked: 1 })
    county.clock.set(new Date('2023-08-15T04:05:00Z'))
    await county.done(cadre, 'wish.record', { home: first, wish: 'undecided', reason: 'children-decide' })
    expect(await standingOf(area.village)).toMatchObject({ wants: 1, against: 0, undecided: 1, notAsked: 1 })
    const list = async (wish?: string) =>
      (
        await county.ask<{ rows: { home: string; wish: string | null }[] }>(cadre, 'wish.list', {
          village: area.village,
          ...(wish && { wish }),
        })
      ).rows
    expect(await list('undecided')).toMatchObject([{ home: first, wish: 'undecided' }])
    expect(await list('not-asked')).toMatchObject([{ wish: null }])
    expect(await list()).toHaveLength(3)
    const own = await county.ask<{ wishes: { wish: string }[] }>(cadre, 'home.wishes', { home: first })
    expect(own.wishes.map(({ wish }) => wish)).toEqual(['undecided', 'does-not-want'])
  })
})

describe('the lists as workbooks', () => {
  it('hold what the pages show, each person their own', async () => {
    const { bureauOfficer, otherTownOfficer } = county.actors
    const page = await standingOf(area.village)
    const rows = async (actor: typeof bureauOfficer, name: string, input: object) => {
      const file = await county.program.file(actor, name, input)
      if (file.status !== 'ok') throw new Error(`${name}: ${file.status}`)
      const book = await readWorkbook(file.value.body)
      if (isSheetProblem(book)) throw new Error(name)
      return (book.sheets[0]?.rowCount ?? 0) - 1
    }
    const of = { search: area.village }
    expect(page.publicity.length).toBeGreaterThan(0)
    expect(await rows(bureauOfficer, 'outreach.activities-export', of)).toBe(page.publicity.length)
    expect(await rows(bureauOfficer, 'outreach.meetings-export', of)).toBe(page.meetings.length)
    expect(await rows(bureauOfficer, 'outreach.export', of)).toBe(1)
    expect(await rows(bureauOfficer, 'wish.export', { village: area.village })).toBe(
      page.wants + page.against + page.undecided + page.notAsked,
    )
    for (const name of ['outreach.activities-export', 'outreach.meetings-export', 'outreach.export'])
      expect([name, await rows(otherTownOfficer, name, of)]).toEqual([name, 0])
    expect(await rows(otherTownOfficer, 'wish.export', { village: area.village })).toBe(0)
  })
})

describe('a home of the building line (§1.2)', () => {
  it('is not asked which route it wishes, nor counted among those that were not', async () => {
    const before = await standingOf(area.village)
    const [built = ''] = await confirmedHomes(county, { village: area.village, count: 1, line: 'building' })
    expect(await county.refused(county.actors.cadre, 'wish.record', { home: built, wish: 'wants' })).toEqual([
      'wish.no-route',
    ])
    expect((await standingOf(area.village)).notAsked).toBe(before.notAsked)
    const { rows } = await county.ask<{ rows: { home: string }[] }>(county.actors.cadre, 'wish.list', {
      village: area.village,
    })
    expect(rows.map(({ home }) => home)).not.toContain(built)
    const taken = await county.ask<{ id: string; kind: string }[]>(county.actors.cadre, 'field.village', {
      village: area.village,
    })
    expect(taken.find(({ id }) => id === built)?.kind).not.toBe('wish.record')
    expect(await county.ask(county.actors.cadre, 'home.wishes', { home: built })).toMatchObject({
      isAsked: false,
    })
  })
})
