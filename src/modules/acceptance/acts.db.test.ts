import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aBuildRoad, type BuildRoad } from '../../../tests/support/build-road.ts'
import { aCounty, type TestCounty } from '../../../tests/support/county.ts'
import { newId } from '../../kernel/identity/id.ts'
import { findHomes } from '../households/public.ts'
import { devicesOf } from '../works/public.ts'
import { acceptanceOf } from './public.ts'
import { aSignOff, aVisit } from './samples.ts'

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
})

const stateOf = async (id: string) => {
  const [homes, devices, acceptance] = await county.program.database.read(1, (db) =>
    Promise.all([findHomes(db, 1, [id]), devicesOf(db, 1, [id]), acceptanceOf(db, 1, [id])]),
  )
  return { stage: homes.get(id)?.stage, devices: devices.get(id) ?? [], acceptance: acceptance.get(id) }
}
const visit = (given: { failed?: string[]; serials?: string[]; counted?: number } = {}) =>
  aVisit({
    home,
    items: road.filled('in-home', given.failed, given.counted ?? road.machines.get(home)?.length),
    serials: given.serials ?? road.machines.get(home) ?? [],
  })
const commitmentOnFile = () => {
  const items = road.filled('sign-off')
  return { home, items: items.map((answer) => ({ ...answer, passed: true })) }
}
const signOff = () => aSignOff({ home, items: road.filled('sign-off') })

describe('the way of a home to acceptance', () => {
  it('is walked in its order, and only with both sign-offs do its machines count', async () => {
    await road.install(home, 2)
    expect(await county.refused(county.actors.supervisor, 'home.inspect', visit(), road.photos)).toEqual([
      'home.not-self-checked',
    ])
    await road.selfCheck(home)
    expect(await county.refused(county.actors.cadre, 'home.sign-off-village', signOff())).toEqual([
      'home.not-inspected',
    ])
    expect((await road.visit(home)).result).toEqual({ passed: true, findings: [] })
    expect(await county.refused(county.actors.cadre, 'home.sign-off-village', commitmentOnFile())).toEqual([
      'checklist.no-commitment',
    ])
    await road.signOffVillage(home)
    const between = await stateOf(home)
    expect(between.stage).toBe('inspected')
    expect(between.devices.some(({ accepted }) => accepted)).toBe(false)
    expect((await road.signOffTown(home)).result).toEqual({ accepted: true })
    const after = await stateOf(home)
    expect(after.stage).toBe('accepted')
    expect(after.devices.map(({ accepted }) => accepted)).toEqual([true, true])
    expect(after.acceptance).toMatchObject({
      accepted: true,
      acceptedOn: '2023-08-15',
      visit: { number: 1, passed: true },
      signOffs: {
        village: { signer: county.actors.cadre.id },
        town: { signer: county.actors.townReviewer.id },
      },
    })
    for (const [actor, kind] of [
      [county.actors.supervisor, 'home.inspect'],
      [county.colleague(county.actors.cadre), 'home.sign-off-village'],
    ] as const)
      expect(
        await county.refused(actor, kind, kind === 'home.inspect' ? visit() : signOff(), road.photos),
      ).toEqual(['home.accepted-already'])
  })

  it('may begin with the town’s sign-off', async () => {
    await road.install(home)
    await road.selfCheck(home)
    await road.visit(home)
    await road.signOffTown(home)
    expect((await road.signOffVillage(home)).result).toEqual({ accepted: true })
  })
})

describe('a visit that fails', () => {
  it('is recorded and sends the home back; after a new self-check it is visited again', async () => {
    await road.install(home)
    await road.selfCheck(home)
    const receipt = await road.visit(home, { failed: ['terminal-equipment', 'coal-stove-gone'] })
    expect(receipt.result).toEqual({ passed: false, findings: [{ kind: 'item', of: 'terminal-equipment' }] })
    expect((await stateOf(home)).stage).toBe('installed')
    const waiting = await county.ask<{ rows: { home: string; step: string; sentBackOn: string }[] }>(
      county.actors.contractor,
      'work.installations',
      { step: 'sent-back' },
    )
    expect(waiting.rows).toContainEqual(expect.objectContaining({ home, sentBackOn: '2023-08-15' }))
    expect(await county.refused(county.actors.supervisor, 'home.inspect', visit(), road.photos)).toEqual([
      'home.not-self-checked',
    ])
    await road.selfCheck(home)
    expect((await road.visit(home)).result).toMatchObject({ passed: true })
    const page = await county.ask<{ visits: { number: number; passed: boolean; findings: unknown[] }[] }>(
      county.actors.townOfficer,
      'acceptance.page',
      { home },
    )
    expect(page.visits.map(({ number, passed }) => [number, passed])).toEqual([
      [2, true],
      [1, false],
    ])
  })

  it('is one where the machines seen are not those on record, whatever the checklist says', async () => {
    await road.install(home, 2)
    await road.selfCheck(home)
    const [first = '', second = ''] = road.machines.get(home) ?? []
    const receipt = await road.visit(home, { serials: [first, 'SB20STRANGE'] })
    expect(receipt.result).toEqual({
      passed: false,
      findings: [
        { kind: 'serial-not-on-record', of: 'SB20STRANGE' },
        { kind: 'serial-not-seen', of: second },
      ],
    })
  })

  it('is not one that passes with another count than is on record', async () => {
    await road.install(home, 2)
    await road.selfCheck(home)
    const { supervisor } = county.actors
    expect(await county.refused(supervisor, 'home.inspect', visit({ counted: 1 }), road.photos)).toEqual([
      'checklist.other-count',
    ])
    const failed = visit({ counted: 1, failed: ['quantity'] })
    expect((await county.done(supervisor, 'home.inspect', failed, road.photos)).result).toEqual({
      passed: false,
      findings: [{ kind: 'item', of: 'quantity' }],
    })
  })

  it('after a passed one voids the sign-offs given on it', async () => {
    await road.install(home)
    await road.selfCheck(home)
    await road.visit(home)
    await road.signOffVillage(home)
    await road.visit(home, { failed: ['outdoor-installation'] })
    expect(await county.refused(county.actors.townReviewer, 'home.sign-off-town', signOff())).toEqual([
      'home.not-inspected',
    ])
    await road.selfCheck(home)
    await road.visit(home)
    expect((await road.signOffTown(home)).result).toEqual({ accepted: false })
    expect((await road.signOffVillage(home)).result).toEqual({ accepted: true })
  })

  it('can be recorded without photographs; one that passes cannot', async () => {
    await road.install(home)
    await road.selfCheck(home)
    const refused = await county.refused(county.actors.supervisor, 'home.inspect', visit(), [])
    expect(refused).toContain('checklist.too-few-photos')
    expect((await stateOf(home)).acceptance?.visit).toBeNull()
    const oneFailed = { ...visit(), items: visit({ failed: ['terminal-equipment'] }).items }
    expect(await county.refused(county.actors.supervisor, 'home.inspect', oneFailed, [])).toEqual([
      'checklist.no-photo',
      'checklist.no-photo',
      'checklist.no-photo',
    ])
    const allFailed = visit({ failed: road.filled('in-home').map(({ item }) => item) })
    const bare = { ...allFailed, items: allFailed.items.map(({ item, passed }) => ({ item, passed })) }
    expect((await county.done(county.actors.supervisor, 'home.inspect', bare, [])).result).toMatchObject({
      passed: false,
    })
  })
})

describe('distinct people', () => {
  it('install, inspect and sign off one home', async () => {
    const { contractor, supervisor, cadre, townReviewer } = county.actors
    const both = { ...contractor, grants: [...contractor.grants, ...supervisor.grants] }
    await county.done(
      both,
      'home.install',
      { home, devices: [road.device()], installedOn: '2023-08-01' },
      road.photos,
    )
    await road.selfCheck(home)
    const serials = (await stateOf(home)).devices.map(({ serial }) => serial)
    road.machines.set(home, serials)
    expect(await county.refused(both, 'home.inspect', visit(), road.photos)).toEqual(['person.worked-here'])
    const inspector = county.colleague(supervisor)
    await county.done(inspector, 'home.inspect', visit(), road.photos)
    const inspectorAsCadre = { ...inspector, grants: cadre.grants }
    expect(await county.refused(inspectorAsCadre, 'home.sign-off-village', signOff())).toEqual([
      'person.worked-here',
      'person.of-the-firm',
    ])
    const ofTheFirm = { ...county.colleague(cadre), organisation: county.organisations.contractor }
    expect(await county.refused(ofTheFirm, 'home.sign-off-village', signOff())).toEqual([
      'person.of-the-firm',
    ])
    const cadreAndReviewer = { ...cadre, grants: [...cadre.grants, ...townReviewer.grants] }
    await county.done(cadreAndReviewer, 'home.sign-off-village', signOff())
    expect(await county.refused(cadreAndReviewer, 'home.sign-off-town', signOff())).toEqual([
      'person.signed-other-level',
    ])
    expect((await stateOf(home)).stage).toBe('inspected')
  })
})

describe('wrong people', () => {
  it('are refused without learning anything, and nothing changes', async () => {
    await road.install(home)
    await road.selfCheck(home)
    const { otherSupervisor, contractor, bureauOfficer, otherCadre, otherTownReviewer } = county.actors
    const elsewhere = { ...visit(), home: newId() }
    expect(await county.do(otherSupervisor, 'home.inspect', visit(), road.photos)).toEqual(
      await county.do(otherSupervisor, 'home.inspect', elsewhere, road.photos),
    )
    for (const actor of [contractor, bureauOfficer, county.household(home)])
      expect(await county.refused(actor, 'home.inspect', visit(), road.photos)).toEqual(['not-permitted'])
    await road.visit(home)
    expect(await county.refused(otherCadre, 'home.sign-off-village', signOff())).toEqual([
      'subject.not-found',
    ])
    expect(await county.refused(otherTownReviewer, 'home.sign-off-town', signOff())).toEqual([
      'subject.not-found',
    ])
    for (const actor of [contractor, county.actors.supervisor, bureauOfficer, county.actors.townOfficer])
      expect(await county.refused(actor, 'home.sign-off-town', signOff())).toEqual(['not-permitted'])
    expect((await stateOf(home)).acceptance?.signOffs).toEqual({})
    for (const actor of [otherSupervisor, otherCadre, otherTownReviewer, county.actors.otherContractor])
      expect(await county.program.ask(actor, 'acceptance.page', { home })).toEqual({ status: 'not-found' })
  })
})

describe('in the same moment', () => {
  it('both sign-offs accept the home once, whoever comes first', async () => {
    for (let round = 0; round < 4; round++) {
      const [next = ''] = await road.assigned(1)
      await road.install(next)
      await road.selfCheck(next)
      await road.visit(next)
      const results = await Promise.all([road.signOffVillage(next), road.signOffTown(next)])
      expect(results.map(({ result }) => result)).toContainEqual({ accepted: true })
      expect(results.map(({ result }) => result)).toContainEqual({ accepted: false })
      expect((await stateOf(next)).stage).toBe('accepted')
    }
  })

  it('two cadres sign a level once', async () => {
    await road.install(home)
    await road.selfCheck(home)
    await road.visit(home)
    const outcomes = await Promise.all(
      [county.actors.cadre, county.colleague(county.actors.cadre)].map((actor) =>
        county.do(actor, 'home.sign-off-village', signOff()),
      ),
    )
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['done', 'refused'])
  })
})

describe('many at once', () => {
  it('signs off a village in one batch; each home is decided for itself', async () => {
    const homes = await road.assigned(3)
    for (const each of homes.slice(0, 2)) {
      await road.install(each)
      await road.selfCheck(each)
      await road.visit(each)
    }
    const outcomes = await county.program.door.performBatch(
      county.actors.cadre,
      homes.map((each) => ({
        id: newId(),
        kind: 'home.sign-off-village',
        input: aSignOff({ home: each, items: road.filled('sign-off') }),
      })),
    )
    expect(outcomes.map(({ status }) => status)).toEqual(['done', 'done', 'refused'])
    expect(
      await county.refused(
        county.actors.townReviewer,
        'home.sign-off-town',
        aSignOff({
          home: homes[0] ?? '',
          items: road.filled('sign-off', ['household-content']),
        }),
      ),
    ).toEqual(['checklist.item-failed'])
  })
})

describe('the work lists', () => {
  interface List {
    total: number
    rows: { home: string; committed?: boolean; otherSignedOn?: string | null; units: number }[]
  }
  const rowsOf = async (actor: TestCounty['actors']['cadre'], name: string, input: unknown) =>
    (await county.ask<List>(actor, name, input)).rows.filter((row) => row.home === home)

  it('show the supervisor what to visit and what waits elsewhere', async () => {
    const { supervisor, otherSupervisor } = county.actors
    const step = (name: string, actor = supervisor) => rowsOf(actor, 'work.inspections', { step: name })
    await road.install(home)
    expect(await step('to-visit')).toEqual([])
    await road.selfCheck(home)
    expect(await step('to-visit')).toMatchObject([{ home, units: 1 }])
    expect(await step('to-visit', otherSupervisor)).toEqual([])
    await road.visit(home, { failed: ['quantity'] })
    expect(await step('sent-back')).toHaveLength(1)
    await road.selfCheck(home)
    await road.visit(home)
    expect(await step('passed')).toHaveLength(1)
  })

  it('show village and town what waits for their own signature, and whether the commitment is there', async () => {
    const { cadre, townReviewer, otherCadre, supervisor } = county.actors
    await road.install(home)
    await road.selfCheck(home)
    const waits = (actor: typeof cadre, level: string) => rowsOf(actor, 'work.sign-offs', { level })
    expect(await waits(cadre, 'village')).toEqual([])
    await road.visit(home)
    expect(await waits(cadre, 'village')).toMatchObject([{ committed: false, otherSignedOn: null }])
    expect(await waits(townReviewer, 'town')).toHaveLength(1)
    // Seeing a home is not signing for it.
    for (const [actor, level] of [
      [otherCadre, 'village'],
      [supervisor, 'village'],
      [cadre, 'town'],
      [townReviewer, 'village'],
    ] as const)
      expect(await waits(actor, level)).toEqual([])
    await road.signOffVillage(home)
    expect(await waits(cadre, 'village')).toEqual([])
    expect(await waits(townReviewer, 'town')).toMatchObject([{ otherSignedOn: '2023-08-15' }])
  })
})
