import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { confirmedHomes } from '../../../tests/support/confirmed-homes.ts'
import { aCounty, area, type TestCounty } from '../../../tests/support/county.ts'
import type { EvidenceRef } from '../../kernel/act/define.ts'
import type { Actor } from '../../kernel/identity/authority.ts'
import { decideRoute, meetingPapers } from '../../../tests/support/decide-route.ts'
import { newId } from '../../kernel/identity/id.ts'
import { aMeeting } from '../outreach/samples.ts'
import { aLot } from '../suppliers/samples.ts'
import { findVillages } from './public.ts'

let county: TestCounty
let list: EvidenceRef[]
/** Villages by code. */
let ids: Record<string, string>
beforeAll(async () => {
  county = await aCounty()
  list = [await county.evidence('document')]
  ids = Object.fromEntries((await villages(county.actors.bureauOfficer)).map((row) => [row.code, row.id]))
})
afterAll(() => county.close())

interface VillageRow {
  id: string
  code: string
  route: string | null
  lot: string | null
  state: string
  homes: number
  counts: Record<string, number>
}
const villages = async (actor: Actor, input: unknown = {}) =>
  (await county.ask<{ rows: VillageRow[] }>(actor, 'village.list', input)).rows
const village = (code: string): string => {
  const id = ids[code]
  if (!id) throw new Error(`No village ${code}.`)
  return id
}

/** A route is what a meeting of the representatives decided. */
beforeAll(async () => {
  const { townOfficer } = county.actors
  await decideRoute(county, townOfficer, village(area.village))
  await decideRoute(county, townOfficer, village(area.otherVillage), { route: 'central-heating' })
  const [home] = await confirmedHomes(county, { village: area.otherVillage, count: 2 })
  await county.program.database.write(1, (tx) =>
    sql`update home set stage = 'assigned', contractor = ${county.organisations.contractor}
         where county = 1 and id = ${home}`.execute(tx),
  )
})

it('the route follows a meeting and is nobody’s to enter', async () => {
  const decision = { village: village(area.village), route: 'gas', decidedOn: '2023-05-10' }
  for (const actor of [county.actors.townOfficer, county.actors.bureauOfficer])
    expect(await county.refused(actor, 'village.decide-route', decision)).toEqual(['act.unknown'])
})

describe('the demolition plan', () => {
  it('is recorded from a document; such a village gets no route and no lot', async () => {
    const { bureauOfficer, otherTownOfficer, townOfficer } = county.actors
    const mark = { village: village(area.farVillage), planned: true }
    expect(await county.refused(townOfficer, 'village.mark-demolition', mark)).toEqual(['not-permitted'])
    await county.done(bureauOfficer, 'village.mark-demolition', mark, list)
    expect(await county.refused(bureauOfficer, 'village.mark-demolition', mark, list)).toEqual([
      'village.demolition-same',
    ])
    const meeting = aMeeting({ village: mark.village })
    expect(
      await county.refused(otherTownOfficer, 'meeting.record', meeting, await meetingPapers(county)),
    ).toEqual(['village.to-be-demolished'])
    await county.done(bureauOfficer, 'village.mark-demolition', { ...mark, planned: false }, list)
    await decideRoute(county, otherTownOfficer, mark.village)
  })
})

describe('joining a lot', () => {
  it('takes villages with a route, and keeps them once homes are handed over', async () => {
    const { bureauOfficer } = county.actors
    const [first, second] = [aLot({ code: 'V-1' }), aLot({ code: 'V-2' })]
    for (const lot of [first, second]) await county.done(bureauOfficer, 'lot.open', lot)
    const join = (code: string, lot: string) => ({ village: village(code), lot })
    expect(
      await county.refused(bureauOfficer, 'village.join-lot', join(area.farOtherVillage, first.id)),
    ).toEqual(['village.no-route'])
    expect(await county.refused(bureauOfficer, 'village.join-lot', join(area.village, newId()))).toEqual([
      'lot.not-found',
    ])
    await county.done(bureauOfficer, 'village.join-lot', join(area.village, first.id))
    expect(await county.refused(bureauOfficer, 'village.join-lot', join(area.village, first.id))).toEqual([
      'village.lot-same',
    ])
    await county.done(bureauOfficer, 'village.join-lot', join(area.village, second.id))
    await county.done(bureauOfficer, 'village.join-lot', join(area.otherVillage, second.id))
    expect(
      await county.refused(bureauOfficer, 'village.join-lot', join(area.otherVillage, first.id)),
    ).toEqual(['village.lot-in-use'])
    const { rows } = await county.ask<{ rows: { code: string; villages: number; homes: number }[] }>(
      bureauOfficer,
      'lot.list',
    )
    expect(rows).toMatchObject([
      { code: 'V-1', villages: 0, homes: 0 },
      { code: 'V-2', villages: 2, homes: 2 },
    ])
  })
})

describe('the list of villages', () => {
  it('shows each person their own, with homes counted by stage', async () => {
    const codesOf = async (actor: Actor) => (await villages(actor)).map(({ code }) => code)
    expect(await codesOf(county.actors.bureauOfficer)).toHaveLength(4)
    expect(await codesOf(county.actors.townOfficer)).toEqual([area.village, area.otherVillage])
    expect(await codesOf(county.actors.cadre)).toEqual([area.village])
    expect(await codesOf(county.actors.otherContractor)).toEqual([])
    const [other] = (await villages(county.actors.townOfficer)).filter(
      ({ code }) => code === area.otherVillage,
    )
    expect(other).toMatchObject({ homes: 2, counts: { confirmed: 1, assigned: 1 }, state: 'under-way' })
  })

  it('filters by town, route, lot, standing and stage, and the standing in words is the filter’s', async () => {
    const asked = async (input: unknown) =>
      (await villages(county.actors.bureauOfficer, input)).map(({ code }) => code)
    expect(await asked({ town: area.otherTown })).toEqual([area.farVillage, area.farOtherVillage])
    expect(await asked({ route: 'central-heating' })).toEqual([area.otherVillage])
    expect(await asked({ stage: 'assigned' })).toEqual([area.otherVillage])
    expect(await asked({ search: '甲村' })).toEqual([area.village])
    expect(await asked({ search: '%' })).toEqual([])
    const all = await villages(county.actors.bureauOfficer)
    for (const state of ['no-route', 'no-lot', 'not-assigned', 'under-way', 'accepted'])
      expect(await asked({ state }), state).toEqual(
        all.filter((row) => row.state === state).map(({ code }) => code),
      )
  })

  it('gives later modules villages by id and by code', async () => {
    const found = await county.program.database.read(1, (db) =>
      findVillages(db, 1, [village(area.village), area.otherVillage, newId()]),
    )
    expect([...found.keys()].sort()).toEqual([village(area.village), area.otherVillage].sort())
    expect(found.get(area.otherVillage)).toMatchObject({ town: area.town, route: 'central-heating' })
  })

  it('opens a village by code or id, and not another town’s', async () => {
    const page = await county.ask<VillageRow>(county.actors.townOfficer, 'village.page', {
      village: area.village,
    })
    expect(page).toMatchObject({ id: village(area.village), state: 'not-assigned' })
    for (const key of [area.farVillage, village(area.farVillage), 'nonsense'])
      expect(await county.program.ask(county.actors.townOfficer, 'village.page', { village: key })).toEqual({
        status: 'not-found',
      })
  })
})
