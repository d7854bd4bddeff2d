import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aBuildRoad, type BuildRoad } from '../../tests/support/build-road.ts'
import { aCounty, type TestCounty } from '../../tests/support/county.ts'
import type { Actor } from '../kernel/identity/authority.ts'
import { newId } from '../kernel/identity/id.ts'
import { paperDigest, papersOf } from '../modules/households/rules/paper-text.ts'
import { takeArrivals } from './arrivals.ts'

let c: TestCounty
let road: BuildRoad
let home: string
let texts: ReadonlyMap<string, string>
let number = 0

beforeAll(async () => {
  c = await aCounty()
  road = await aBuildRoad(c)
  const pack = await c.program.packs.inForce(1)
  const { cadre, townOfficer, contractor } = c.actors
  for (const [i, { id, name }] of [cadre, townOfficer, contractor].entries())
    await c.program.database.pool.query(
      `insert into account (county, id, sign_in, name, password_hash, act) values (1, $1, $2, $3, '-', $1)`,
      [id, `person-${i}`, name],
    )
  texts = new Map(papersOf(pack).map((paper) => [paper.id, paperDigest(paper)]))
})
afterAll(() => c.close())
beforeEach(async () => {
  home = (await road.assigned(1))[0] ?? ''
})

/** Signed at the door without a signal, and sent now. */
async function arrives(by: Actor, paper: string): Promise<{ id: string; told: object | undefined }> {
  const handset = newId()
  await c.done(by, 'handset.enrol', { handset, name: '测试手机' })
  const evidence = [await c.evidence('signature', undefined, by)]
  const contractor = paper === 'contract' ? { contractor: c.organisations.contractor } : {}
  const id = newId()
  const arrival = {
    ...{ id, kind: 'paper.take', version: 1, about: { type: 'home', id: home }, evidence },
    input: { home, paper, text: texts.get(paper), readOut: true, ...contractor },
    ...{ happenedAt: c.clock.now(), seen: null, number: ++number },
  }
  const sender = { id: handset, sentAt: c.clock.now(), emptiedAt: new Date(0) }
  const [told] = await takeArrivals(c.program, by, sender, [arrival])
  return { id, told }
}
const signedPapers = async () =>
  (
    await c.program.database.pool.query<{ paper: string }>(
      `select paper from signed_paper where county = 1 and home = $1 order by paper`,
      [home],
    )
  ).rows.map(({ paper }) => paper)
/** No act takes an assigned home to another firm yet: what such an act will leave behind is written here. */
const reassign = () =>
  c.program.database.pool.query(`update home set contractor = $2 where county = 1 and id = $1`, [
    home,
    c.organisations.otherContractor,
  ])

describe('a paper signed without a signal (decision 0020)', () => {
  it('is taken, whatever others found at the home meanwhile', async () => {
    await road.install(home)
    const { cadre } = c.actors
    expect((await arrives(cadre, 'commitment')).told).toMatchObject({ status: 'done' })
    expect(await signedPapers()).toEqual(['commitment'])
  })

  it('is held where the household has left meanwhile, and settled by a person', async () => {
    const { townOfficer, bureauOfficer, cadre } = c.actors
    const change = newId()
    const wanted =
      (await c.program.packs.inForce(1)).changes.find(({ id }) => id === 'withdraw')?.papers ?? []
    const brought = await Promise.all(
      wanted.map(async ({ id }) => ({ paper: id, ref: await c.evidence('document') })),
    )
    const asked = {
      ...{ id: change, home, kind: 'withdraw', happenedOn: '2023-08-15', reason: '户主书面放弃改造' },
      papers: brought.map(({ paper, ref }) => ({ paper, digest: ref.digest })),
    }
    const documents = brought.map(({ ref }) => ref)
    await c.done(townOfficer, 'change.ask', asked, documents)
    await c.done(bureauOfficer, 'change.approve', { change })
    const { id, told } = await arrives(cadre, 'commitment')
    expect(told).toMatchObject({ status: 'held', reasons: [{ code: 'paper.home-ended' }] })
    expect(await signedPapers()).toEqual([])
    expect(await c.ask(townOfficer, 'held.page', { held: id })).toMatchObject({
      ...{ kind: 'paper.take', state: 'held', subject: home },
      since: expect.arrayContaining([expect.objectContaining({ kind: 'change.approve' })]) as unknown,
    })
    await c.done(bureauOfficer, 'held.set-aside', { held: id, reason: '已退出，不再签' })
    expect(await signedPapers()).toEqual([])
  })

  it('is held where it names the contractor of before', async () => {
    await reassign()
    const { told } = await arrives(c.actors.cadre, 'contract')
    expect(told).toMatchObject({ status: 'held', reasons: [{ code: 'paper.other-contractor' }] })
    expect(await signedPapers()).toEqual([])
  })

  it('is held where whoever had it signed has no business there any more', async () => {
    await reassign()
    const { told } = await arrives(c.actors.contractor, 'contract')
    expect(told).toMatchObject({ status: 'held' })
    expect(await signedPapers()).toEqual([])
  })

  it('is held where somebody else had the same paper signed meanwhile', async () => {
    const { cadre, townOfficer } = c.actors
    expect((await arrives(townOfficer, 'commitment')).told).toMatchObject({ status: 'done' })
    expect((await arrives(cadre, 'commitment')).told).toMatchObject({
      ...{ status: 'held', reasons: [{ code: 'paper.signed-already' }] },
    })
  })
})
