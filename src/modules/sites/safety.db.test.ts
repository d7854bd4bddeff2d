import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aBuildRoad, type BuildRoad } from '../../../tests/support/build-road.ts'
import { aCounty, area, type TestCounty } from '../../../tests/support/county.ts'
import { isSheetProblem, readWorkbook } from '../../kernel/sheets/read-workbook.ts'
import { newId } from '../../kernel/identity/id.ts'
import { anOfficer } from './samples.ts'

let county: TestCounty
let road: BuildRoad
let homes: string[]
beforeAll(async () => {
  county = await aCounty()
  road = await aBuildRoad(county)
  homes = await road.assigned(4)
  await road.install(homes[0] ?? '')
})
afterAll(() => county.close())

interface Village {
  id: string
  firmName: string | null
  firmTelephone: string | null
  villageOfficerName: string | null
  firmLast: string | null
  firmDue: string | null
  firmBehind: boolean
  villageBehind: boolean
  hazards: number
}
type Actor = TestCounty['actors']['contractor']
const villages = async (actor: Actor, input: object = {}) =>
  county.ask<{ total: number; rows: Village[] }>(actor, 'safety.villages', input)
const count = async (actor: Actor, key: string) =>
  (await county.ask<{ items: { key: string; count: number }[] }>(actor, 'work.mine')).items.find(
    (item) => item.key === key,
  )?.count
const patrol = (more: object = {}) => ({ village: road.village, id: newId(), route: '村东到村西', ...more })

describe('safety officers', () => {
  it('are named by the firm for its lot and by town or cadre for the village, and relieved by the next', async () => {
    const { contractor, otherContractor, cadre, townOfficer, otherTownOfficer } = county.actors
    expect(await count(contractor, 'officer-of-firm')).toBe(1)
    expect(await count(cadre, 'officer-of-village')).toBe(1)
    const ofLot = anOfficer({ lot: road.lot })
    expect(await county.refused(otherContractor, 'safety.name-firm-officer', ofLot)).toEqual([
      'subject.not-found',
    ])
    expect(
      await county.refused(contractor, 'safety.name-firm-officer', { ...ofLot, telephone: '12' }),
    ).toEqual(['safety.telephone'])
    await county.done(contractor, 'safety.name-firm-officer', ofLot)
    await county.done(contractor, 'safety.name-firm-officer', {
      ...ofLot,
      name: '安全员乙(模拟)',
      telephone: '138 0000 0001',
    })
    const ofVillage = anOfficer({ village: road.village })
    expect(await county.refused(otherTownOfficer, 'safety.name-village-officer', ofVillage)).toEqual([
      'subject.not-found',
    ])
    await county.done(cadre, 'safety.name-village-officer', ofVillage)
    expect(await county.ask(townOfficer, 'safety.village', { village: road.village })).toMatchObject({
      firmName: '安全员乙(模拟)',
      firmTelephone: '13800000001',
      villageOfficerName: '安全员甲(模拟)',
    })
    expect(await count(contractor, 'officer-of-firm')).toBe(0)
    expect(await count(cadre, 'officer-of-village')).toBe(0)
    expect((await villages(townOfficer, { missing: 'firm' })).total).toBe(0)
    const { rows } = await county.program.database.pool.query<{ text: string }>(
      "select text from act where kind like 'safety.%'",
    )
    expect(rows.some(({ text }) => /安全员|1380000/.test(text))).toBe(false)
  })
})

describe('a patrol', () => {
  it('stands by its side, and what it finds is a hazard like any other', async () => {
    const { contractor, cadre, supervisor, townOfficer } = county.actors
    const photo = [await county.evidence('photo', undefined, contractor)]
    expect(await county.refused(contractor, 'patrol.record', patrol())).toEqual(['evidence.required'])
    const seen = homes.slice(0, 2)
    const first = patrol({ homes: seen, found: ['沟槽没有围挡', '临时用电'] })
    await county.done(contractor, 'patrol.record', first, photo)
    const page = await county.ask<{ hazardsFound: { id: string }[]; homesSeen: { id: string }[] }>(
      townOfficer,
      'patrol.page',
      { patrol: first.id },
    )
    expect(page).toMatchObject({ side: 'firm', homes: 2, found: 2, open: 2, day: '2023-08-15' })
    expect(page.homesSeen.map(({ id }) => id).sort()).toEqual([...seen].sort())
    expect(await count(contractor, 'hazards-to-remove')).toBe(2)
    const hazard = page.hazardsFound[0]?.id ?? ''
    await county.done(contractor, 'hazard.remove', { hazard, removedOn: '2023-08-15', note: '已围挡' }, photo)
    await county.done(supervisor, 'hazard.recheck', { hazard, passed: true, note: '已看' })
    expect(await county.ask(townOfficer, 'patrol.page', { patrol: first.id })).toMatchObject({ open: 1 })
    await county.done(cadre, 'patrol.record', patrol(), [await county.evidence('photo', undefined, cadre)])
    expect(
      (await county.ask<{ rows: object[] }>(townOfficer, 'patrol.list', { side: 'village' })).rows,
    ).toMatchObject([{ found: 0, homes: 0, side: 'village' }])
    expect(await county.ask(townOfficer, 'safety.towns')).toMatchObject({
      rows: [{ town: area.town, villages: 1, patrols: 2, open: 1, overdue: 0, toRecheck: 0 }],
    })
  })

  it('is overtaken by nobody, whatever was done in the village since', async () => {
    const { contractor } = county.actors
    const outcome = await county.program.door.perform(contractor, {
      id: newId(),
      kind: 'patrol.record',
      input: patrol(),
      evidence: [await county.evidence('photo', undefined, contractor)],
      seen: null,
    })
    expect(outcome.status).toBe('done')
  })

  it('is of the village’s homes and of these days', async () => {
    const { contractor, otherContractor } = county.actors
    const photo = [await county.evidence('photo', undefined, contractor)]
    const refused = (input: object) => county.refused(contractor, 'patrol.record', input, photo)
    expect(await refused(patrol({ homes: [newId()] }))).toEqual(['patrol.homes-elsewhere'])
    expect(await refused(patrol({ day: '2023-08-16' }))).toEqual(['patrol.day-ahead'])
    expect(await refused(patrol({ day: '2023-08-01' }))).toEqual(['patrol.too-late'])
    expect(
      await county.refused(otherContractor, 'patrol.record', patrol(), [
        await county.evidence('photo', undefined, otherContractor),
      ]),
    ).toEqual(['subject.not-found'])
  })

  it('is due again by the pack’s days while something is being built', async () => {
    const { contractor, cadre, townOfficer } = county.actors
    const at = (day: string) => county.clock.set(new Date(`${day}T04:00:00Z`))
    at('2023-08-18')
    expect((await villages(townOfficer)).rows).toMatchObject([
      { firmLast: '2023-08-15', firmDue: '2023-08-18', firmBehind: false, villageBehind: false },
    ])
    at('2023-08-19')
    expect((await villages(townOfficer, { behind: 'firm' })).total).toBe(1)
    expect(await count(contractor, 'patrols-of-firm')).toBe(1)
    expect(await count(cadre, 'patrols-of-village')).toBe(0)
    at('2023-08-23')
    expect(await count(cadre, 'patrols-of-village')).toBe(1)
    expect(await county.ask(cadre, 'patrol.villages')).toMatchObject([{ isLate: true }])
    await county.done(cadre, 'patrol.record', patrol(), [await county.evidence('photo', undefined, cadre)])
    expect(await count(cadre, 'patrols-of-village')).toBe(0)
    expect(await county.ask(cadre, 'patrol.villages')).toMatchObject([{ isLate: false }])
  })

  it('goes home as a workbook, as the other lists of the site do', async () => {
    const { townOfficer } = county.actors
    for (const [name, rows] of [
      ['patrol.export', 4],
      ['safety.export', 1],
      ['matter.export', 2],
      ['plan.export', 1],
      ['schedule.export', 1],
      ['report.export', 0],
    ] as const) {
      const file = await county.program.file(townOfficer, name, {})
      if (file.status !== 'ok') throw new Error(`${name}: ${file.status}`)
      const book = await readWorkbook(file.value.body)
      if (isSheetProblem(book)) throw new Error(name)
      expect([name, (book.sheets[0]?.rowCount ?? 0) - 1]).toEqual([name, rows])
    }
  })
})
