import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../kernel/identity/id.ts'
import { getChecklist } from '../../kernel/pack/checklist.ts'
import { loadPack } from '../../kernel/pack/load.ts'
import type { Pack } from '../../kernel/pack/pack.ts'
import { admittedFirms } from '../../../tests/support/admitted-firms.ts'
import { aCounty, area, type TestCounty } from '../../../tests/support/county.ts'

let at: TestCounty
let village = ''
let pack: Pack
const lot = newId()
const openLot = newId()

beforeAll(async () => {
  at = await aCounty()
  pack = await loadPack('packs/laizhou-2023')
  const { actors } = at
  const { rows } = await at.ask<{ rows: { id: string; code: string }[] }>(
    actors.bureauOfficer,
    'village.list',
    {},
  )
  village = rows.find(({ code }) => code === area.village)?.id ?? ''
  await admittedFirms(at)
  await at.done(actors.bureauOfficer, 'lot.open', { id: lot, code: 'L1', name: '一标段' })
  await at.done(actors.bureauOfficer, 'lot.open', { id: openLot, code: 'L2', name: '二标段' })
  await at.done(
    actors.bureauOfficer,
    'lot.award',
    {
      ...{ lot, unitPriceFen: 400_000, awardedOn: '2023-08-15' },
      ...{ contractor: at.organisations.contractor, supervisor: at.organisations.supervisor },
    },
    [await at.evidence('document')],
  )
})
afterAll(() => at.close())

type Name = keyof TestCounty['actors']

async function listed(name: string): Promise<string> {
  const id = newId()
  const said = { village, id, premisesKind: 'school', name, address: '村南', areaM2: 800.25 }
  await at.done(at.actors.townOfficer, 'premises.list', said)
  return id
}
const assigned = async (name: string): Promise<string> => {
  const premises = await listed(name)
  await at.done(at.actors.bureauOfficer, 'premises.assign', { premises, lot })
  return premises
}
const photos = async (actor: Name) =>
  Promise.all(Array.from({ length: 4 }, () => at.evidence('photo', undefined, at.actors[actor])))

/** The whole list in order, or with one item that fails. */
function filledBy(digests: readonly string[], failing?: string) {
  return getChecklist(pack, 'public-premises-acceptance').items.map((item, nth) => ({
    item: item.id,
    passed: item.id !== failing,
    ...(item.reading && { reading: 40 }),
    ...(item.photo && { photos: [digests[nth % digests.length] ?? ''] }),
  }))
}
async function check(kind: string, actor: Name, premises: string, failing?: string) {
  const evidence = await photos(actor)
  const items = filledBy(
    evidence.map(({ digest }) => digest),
    failing,
  )
  return at.done(at.actors[actor], kind, { premises, items }, evidence)
}
const pageOf = (premises: string, actor: Name = 'townOfficer') =>
  at.ask<{ stage: string; isSentBack: boolean; acceptedOn: string | null; checks: { passed: boolean }[] }>(
    at.actors[actor],
    'premises.page',
    { premises },
  )

describe('public premises (§A.13, §A.15, §A.16)', () => {
  it('are listed by their town, handed to an awarded lot, and accepted by three people one after the other', async () => {
    const premises = await assigned('第一小学（模拟）')
    await check('premises.check-own', 'contractor', premises)
    await check('premises.inspect', 'supervisor', premises)
    await check('premises.accept', 'townReviewer', premises)
    expect(await pageOf(premises)).toMatchObject({ stage: 'accepted', acceptedOn: at.program.clock.today() })
    const refusedTwice = await at.refused(at.actors.townReviewer, 'premises.accept', { premises, items: [] })
    expect(refusedTwice).toEqual(['premises.not-there'])
    expect(
      await at.refused(at.actors.townOfficer, 'premises.withdraw', { premises, reason: '不再改造' }),
    ).toEqual(['premises.over'])
  })

  it('go back to the contractor with what was found, and begin anew from the own check', async () => {
    const premises = await assigned('第二小学（模拟）')
    await check('premises.check-own', 'contractor', premises)
    await check('premises.inspect', 'supervisor', premises, 'old-boiler-gone')
    expect(await pageOf(premises)).toMatchObject({ stage: 'assigned', isSentBack: true })
    expect(await at.refused(at.actors.supervisor, 'premises.inspect', { premises, items: [] })).toEqual([
      'premises.not-there',
    ])
    await check('premises.check-own', 'contractor', premises)
    await check('premises.inspect', 'supervisor', premises)
    expect(await pageOf(premises)).toMatchObject({ stage: 'inspected', isSentBack: false })
  })

  it('are not handed over while something fails, is left out or shown by a photograph used elsewhere', async () => {
    const premises = await assigned('第三小学（模拟）')
    const evidence = await photos('contractor')
    const digests = evidence.map(({ digest }) => digest)
    const tried = (items: object[], more = evidence) =>
      at.refused(at.actors.contractor, 'premises.check-own', { premises, items }, more)
    expect(await tried(filledBy(digests, 'load'))).toContain('premises.not-ready')
    expect(await tried(filledBy(digests).slice(1))).toContain('checklist.unanswered')
    expect(await tried(filledBy(digests), evidence.slice(0, 1))).toContain('checklist.no-photo')
    await at.done(
      at.actors.contractor,
      'premises.check-own',
      { premises, items: filledBy(digests) },
      evidence,
    )
    const other = await assigned('第四小学（模拟）')
    expect(
      await at.refused(
        at.actors.contractor,
        'premises.check-own',
        { premises: other, items: filledBy(digests) },
        evidence,
      ),
    ).toEqual(['premises.photo-used'])
  })

  it('prove one thing by one photograph within a batch too, and no two steps by one person', async () => {
    const [one, other] = [await assigned('第七小学（模拟）'), await assigned('第八小学（模拟）')]
    const evidence = await photos('contractor')
    const items = filledBy(evidence.map(({ digest }) => digest))
    const outcomes = await at.program.door.performBatch(
      at.actors.contractor,
      [one, other].map((premises) => ({
        ...{ id: newId(), kind: 'premises.check-own', input: { premises, items }, evidence },
      })),
    )
    expect(outcomes.map(({ status }) => status)).toEqual(['done', 'refused'])
    const both = {
      ...at.actors.contractor,
      grants: [...at.actors.contractor.grants, ...at.actors.supervisor.grants],
    }
    expect(await at.refused(both, 'premises.inspect', { premises: one, items: [] })).toContain(
      'premises.same-person',
    )
  })

  it('stand once under a name, and go to no lot that is not awarded', async () => {
    const premises = await listed('第五小学（模拟）')
    const again = {
      village,
      id: newId(),
      premisesKind: 'school',
      name: '第五小学（模拟）',
      address: '村南',
      areaM2: 8,
    }
    expect(await at.refused(at.actors.townOfficer, 'premises.list', again)).toEqual(['premises.name-taken'])
    expect(await at.refused(at.actors.bureauOfficer, 'premises.assign', { premises, lot: openLot })).toEqual([
      'lot.not-awarded',
    ])
    await at.done(at.actors.townOfficer, 'premises.withdraw', { premises, reason: '村校合并，不再使用' })
    await at.done(at.actors.townOfficer, 'premises.list', again)
  })

  it('are read by their town and their firms, and by nobody else’s', async () => {
    const premises = await assigned('第六小学（模拟）')
    expect(await pageOf(premises, 'contractor')).toMatchObject({ stage: 'assigned' })
    const asked = await at.program.ask(at.actors.otherTownOfficer, 'premises.page', { premises })
    expect(asked.status).toBe('not-found')
    const found = await at.ask<{ rows: object[] }>(at.actors.otherTownOfficer, 'premises.find', {})
    expect(found.rows).toEqual([])
  })
})
