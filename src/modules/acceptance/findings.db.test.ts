import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aBuildRoad, type BuildRoad } from '../../../tests/support/build-road.ts'
import { aCounty, type TestCounty } from '../../../tests/support/county.ts'
import type { Actor } from '../../kernel/identity/authority.ts'
import { aVisit } from './samples.ts'

interface Row {
  id: string
  home: string
  source: string
  kind: string
  about: string
  state: string
  times: number
  dueOn: string
  fixedNote: string | null
  closedOn: string | null
}

let county: TestCounty
let road: BuildRoad
let home: string
beforeAll(async () => {
  county = await aCounty()
  road = await aBuildRoad(county)
})
afterAll(() => county.close())
beforeEach(async () => {
  const [assigned = ''] = await road.assigned(1)
  home = assigned
  await road.install(home)
  await road.selfCheck(home)
})

const found = async (actor: Actor = county.actors.supervisor) =>
  (await county.ask<{ rows: Row[] }>(actor, 'finding.list', {})).rows.filter((row) => row.home === home)
const putRight = async (id: string, note = '已更换并重新固定') =>
  county.done(county.actors.contractor, 'finding.put-right', { finding: id, fixedOn: '2023-08-15', note }, [
    await county.evidence('photo'),
  ])

describe('findings (整改, §3.3.2c)', () => {
  it('of a failed visit have a term, are put right with a photograph and closed by the next visit', async () => {
    await road.visit(home, { serials: ['OTHER9999'] })
    const [first, second, ...more] = (await found()).toSorted((a, b) => a.kind.localeCompare(b.kind))
    expect(more).toEqual([])
    expect([first?.kind, second?.kind]).toEqual(['serial-not-on-record', 'serial-not-seen'])
    expect(first).toMatchObject({ state: 'open', dueOn: '2023-08-22', source: 'visit', about: 'OTHER9999' })

    const finding = first?.id ?? ''
    const input = { finding, fixedOn: '2023-08-15', note: '已核对铭牌' }
    const { contractor, otherContractor } = county.actors
    expect(await county.refused(contractor, 'finding.put-right', input, [])).toContain('evidence.required')
    expect((await county.do(otherContractor, 'finding.put-right', input)).status).not.toBe('done')
    await putRight(finding)
    expect(await county.refused(contractor, 'finding.put-right', input, road.photos)).toEqual([
      'finding.put-right-already',
    ])
    expect((await found()).find(({ id }) => id === finding)).toMatchObject({ state: 'to-recheck' })

    await road.selfCheck(home)
    await road.visit(home)
    expect((await found()).map(({ state, closedOn }) => [state, closedOn])).toEqual([
      ['closed', '2023-08-05'],
      ['closed', '2023-08-05'],
    ])
    expect(await county.refused(contractor, 'finding.put-right', input, road.photos)).toEqual([
      'finding.closed',
    ])
  })

  it('found again are open again, and are one finding still', async () => {
    await road.visit(home, { serials: ['OTHER8888'] })
    const id = (await found()).find(({ kind }) => kind === 'serial-not-on-record')?.id ?? ''
    await putRight(id)
    await road.selfCheck(home)
    await road.visit(home, { serials: [...(road.machines.get(home) ?? []), 'OTHER8888'] })
    const after = await found()
    expect(after.find((row) => row.id === id)).toMatchObject({ state: 'open', times: 2, fixedNote: null })
    expect(after.find(({ kind }) => kind === 'serial-not-seen')).toMatchObject({ state: 'closed' })
    expect(after).toHaveLength(2)
  })

  it('of a sample are closed by the next check of the same level, and by nothing else', async () => {
    const { townOfficer, bureauOfficer, otherTownOfficer } = county.actors
    await road.visit(home)
    await county.done(townOfficer, 'sample.draw-town', { village: road.village })
    // Until nothing is left to draw, whatever the other tests left in the village.
    const again = { village: road.village, reason: '全部抽中' }
    while ((await county.do(townOfficer, 'sample.draw-town', again)).status === 'done');
    const check = (serials: string[]) => ({
      ...aVisit({ home, items: road.filled('sample-check', undefined, 1), serials }),
      visitedOn: '2023-08-15',
    })
    const homes = road.machines.get(home) ?? []
    await county.done(townOfficer, 'home.check-town', check([...homes, 'OTHER7777']), road.photos)
    await road.selfCheck(home)
    await road.visit(home)
    expect(await found()).toMatchObject([{ source: 'town', state: 'open' }])
    await county.done(townOfficer, 'home.check-town', check(homes), road.photos)
    expect(await found(bureauOfficer)).toMatchObject([{ source: 'town', state: 'closed' }])
    expect(await found(otherTownOfficer)).toEqual([])
  })
})
