import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aBuildRoad, type BuildRoad } from '../../../tests/support/build-road.ts'
import { aCounty, type TestCounty } from '../../../tests/support/county.ts'

let county: TestCounty
let road: BuildRoad
let home = ''
beforeAll(async () => {
  county = await aCounty()
  road = await aBuildRoad(county)
  ;[home = ''] = await road.assigned(2)
})
afterAll(() => county.close())

type Actor = TestCounty['actors']['contractor']
const villages = (actor: Actor, input: object = {}) =>
  county.ask<{ total: number; rows: { id: string; name: string | null; telephone: string | null }[] }>(
    actor,
    'after-sales.villages',
    input,
  )
const waiting = async (actor: Actor) =>
  (await county.ask<{ items: { key: string; count: number }[] }>(actor, 'work.mine')).items.find(
    ({ key }) => key === 'after-sales-missing',
  )?.count
const own = () => county.ask<{ point: object | null }>(county.household(home), 'after-sales.own', {})

describe('a service point', () => {
  it('is named by the lot’s contractor for its villages, and their families read whom to call', async () => {
    const { contractor, otherContractor, townOfficer, otherTownOfficer } = county.actors
    const { rows: all } = await county.ask<{ rows: { id: string }[] }>(
      county.actors.bureauOfficer,
      'village.list',
    )
    const elsewhere = all.find(({ id }) => id !== road.village)?.id ?? ''
    const point = {
      ...{ lot: road.lot, villages: [road.village], name: '沙河售后服务点(模拟)' },
      ...{ address: '沙河镇大街 1 号(模拟)', person: '维修员甲(模拟)', telephone: '138 0000 0009' },
    }
    expect(await waiting(contractor)).toBe(1)
    expect((await villages(townOfficer, { missing: true })).total).toBe(1)
    expect((await villages(otherTownOfficer)).total).toBe(0)
    expect((await villages(otherContractor)).total).toBe(0)
    expect(await own()).toEqual({ point: null })
    expect(await county.refused(otherContractor, 'after-sales.name', point)).toEqual(['subject.not-found'])
    expect(
      await county.refused(contractor, 'after-sales.name', {
        ...{ ...point, telephone: '12', villages: [road.village, elsewhere] },
      }),
    ).toEqual(['safety.telephone', 'after-sales.other-villages'])
    await county.done(contractor, 'after-sales.name', point)
    await county.done(contractor, 'after-sales.name', { ...point, person: '维修员乙(模拟)' })
    expect(await villages(townOfficer, { search: '维修员乙' })).toMatchObject({
      total: 1,
      rows: [{ id: road.village, name: point.name, telephone: '13800000009' }],
    })
    expect(await waiting(contractor)).toBe(0)
    expect(await own()).toMatchObject({
      point: { name: point.name, person: '维修员乙(模拟)', telephone: '13800000009' },
    })
    // Sealed where it is kept: no act and no row has the number to be read.
    const { rows } = await county.program.database.pool.query<{ text: string }>(
      `select text from act where kind = 'after-sales.name'
        union all select encode(telephone, 'escape') from after_sales`,
    )
    expect(rows).toHaveLength(4)
    expect(rows.some(({ text }) => text.includes('1380000'))).toBe(false)
  })
})
