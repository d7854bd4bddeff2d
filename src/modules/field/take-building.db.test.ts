import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aBuildingRoad, type BuildingRoad } from '../../../tests/support/building-road.ts'
import { confirmedHomes } from '../../../tests/support/confirmed-homes.ts'
import { aCounty, area, type TestCounty } from '../../../tests/support/county.ts'
import { decideRoute } from '../../../tests/support/decide-route.ts'
import type { Actor } from '../../kernel/identity/authority.ts'
import { fieldKinds, permissionOf } from './model.ts'

let c: TestCounty
let road: BuildingRoad
beforeAll(async () => {
  c = await aCounty()
  road = await aBuildingRoad(c)
  // A run of the village's route is asked for, but nothing runs in a wall.
  await decideRoute(c, c.actors.townOfficer, road.village)
})
afterAll(() => c.close())

interface Taken {
  id: string
  kind: string
  line: string
  amount: number | null
  lot: string | null
  other: string | null
  serials: string[]
  parts: { part: string; areaM2: number }[] | null
  wantsRun: boolean
}
const taken = async (actor: Actor, home: string) =>
  (await c.ask<Taken[]>(actor, 'field.village', { village: area.village })).find(({ id }) => id === home)
const workOf = async (actor: Actor) =>
  (await c.ask<{ code: string; work: Record<string, number> }[]>(actor, 'field.villages', {})).find(
    ({ code }) => code === area.village,
  )?.work ?? {}

describe('a home of the building line taken along (§1.2)', () => {
  it('waits for its own firm’s parts, own check and nothing else, then for its supervisor', async () => {
    const { contractor, otherContractor, supervisor, otherSupervisor, bureauOfficer } = c.actors
    const [home = ''] = await road.assigned(1)
    expect(await taken(contractor, home)).toMatchObject({
      kind: 'home.install-parts',
      ...{ line: 'building-rural', amount: 1, lot: road.lot },
      ...{ serials: [], parts: [], wantsRun: false },
    })
    expect(await workOf(contractor)).toEqual({ 'home.install-parts': 1 })
    for (const actor of [otherContractor, supervisor, otherSupervisor, bureauOfficer])
      expect((await taken(actor, home))?.kind ?? 'paper.take').toBe('paper.take')

    await road.install(home)
    expect(await taken(contractor, home)).toMatchObject({
      kind: 'home.self-check',
      parts: [
        { part: 'wall', areaM2: 62.5 },
        { part: 'window', areaM2: 8.4 },
      ],
      wantsRun: false,
    })
    await road.selfCheck(home)
    expect(await workOf(contractor)).not.toHaveProperty('home.commission')
    expect(await taken(supervisor, home)).toMatchObject({ kind: 'home.inspect', wantsRun: false })
    expect((await taken(otherSupervisor, home))?.kind).toBeUndefined()
    await road.visit(home)
    expect((await taken(supervisor, home))?.kind).not.toBe('home.inspect')
  })

  it('comes with its line’s own list and parts, beside those of machines', async () => {
    const papers = await c.ask<{
      selfCheck: { checklist: { id: string } }
      lines: {
        id: string
        built: { checklist: { id: string }; leastParts: number; parts: object[] } | null
      }[]
    }>(c.actors.contractor, 'field.papers', {})
    expect(papers.selfCheck.checklist.id).toBe('self-check')
    expect(papers.lines.map(({ id, built }) => [id, built?.checklist.id, built?.leastParts])).toEqual([
      ['heating', undefined, undefined],
      ['building-urban', 'building-urban-acceptance', 1],
      ['building-rural', 'building-rural-acceptance', 2],
    ])
    expect(papers.lines[2]?.built?.parts).toHaveLength(4)
  })

  it('is checked again where it was drawn, with the parts to measure', async () => {
    const { townOfficer, townReviewer } = c.actors
    const [home = ''] = await road.assigned(1)
    await road.accept(home)
    for (let draws = 0, outcome = 'done'; outcome === 'done'; draws++)
      outcome = (
        await c.do(townOfficer, 'sample.draw-town', {
          line: 'building',
          village: road.village,
          ...(draws > 0 && { reason: '全村抽检（模拟）' }),
        })
      ).status
    expect(await taken(townOfficer, home)).toMatchObject({
      kind: 'home.check-town',
      parts: [{ part: 'wall' }, { part: 'window' }],
    })
    // The reviewer has signed it.
    expect((await taken(townReviewer, home))?.kind).not.toBe('home.check-town')
  })

  it('names the same family’s home of the other line, and is no part of it', async () => {
    const { contractor } = c.actors
    const [built = ''] = await road.assigned(1)
    const [heated = '', stranger = ''] = await confirmedHomes(c, { village: area.village, count: 2 })
    const owner = c.program.database.owner
    await sql`update home set account_number = '0606999000002' where id in (${built}, ${heated})`.execute(
      owner,
    )
    await sql`update home set stage = 'assigned', contractor = ${c.organisations.contractor}::uuid
               where id in (${heated}, ${stranger})`.execute(owner)
    expect(await taken(contractor, built)).toMatchObject({ kind: 'home.install-parts', other: heated })
    expect(await taken(contractor, heated)).toMatchObject({
      kind: 'home.install',
      ...{ line: 'heating', other: built, parts: null },
    })
    expect(await taken(contractor, stranger)).toMatchObject({ other: null })
  })
})

describe('what is signed at the door of a home of the building line', () => {
  it('speaks of its own works; the words for machines are not taken', async () => {
    const { cadre, contractor, bureauOfficer } = c.actors
    const [home = ''] = await road.assigned(1)
    const { toSign } = await c.ask<{
      toSign: { id: string; title: { zh: string }; digest: string; isByParts: boolean }[]
    }>(cadre, 'field.papers', {})
    const contracts = toSign.filter(({ id }) => id === 'contract')
    expect(contracts.map(({ title, isByParts }) => [title.zh, isByParts])).toEqual([
      ['清洁取暖设备安装服务协议', false],
      ['建筑节能改造施工服务协议', true],
    ])
    const sign = (text = '') => ({
      ...{ home, paper: 'contract', text, readOut: true, contractor: c.organisations.contractor },
    })
    const [machines, parts] = contracts.map(({ digest }) => digest)
    expect(
      await c.refused(contractor, 'paper.take', sign(machines), [await c.evidence('signature')]),
    ).toEqual(['paper.text-changed'])
    await c.done(contractor, 'paper.take', sign(parts), [await c.evidence('signature')])
    const { papers } = await c.ask<{
      papers: { id: string; title: { zh: string }; signed: { isTextInForce: boolean } | null }[]
    }>(bureauOfficer, 'home.notices', { home })
    expect(papers.find(({ id }) => id === 'contract')).toMatchObject({
      title: { zh: '建筑节能改造施工服务协议' },
      signed: { isTextInForce: true },
    })
  })
})

it('what a telephone asks for is what its acts ask for', () => {
  for (const kind of fieldKinds)
    expect([kind, c.program.registry.acts.get(kind)?.permission]).toEqual([kind, permissionOf(kind)])
})
