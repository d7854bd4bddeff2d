import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { admittedFirms } from '../../tests/support/admitted-firms.ts'
import { aCounty, area, county, type TestCounty } from '../../tests/support/county.ts'
import type { Actor } from '../kernel/identity/authority.ts'
import { noteContact } from '../kernel/identity/handsets.ts'
import { newId } from '../kernel/identity/id.ts'
import { type Arrival, takeArrivals } from './arrivals.ts'

let at: TestCounty
let maker: Actor
let handset: string
let home: string
let added: string
let number = 0
let minute = 0

const later = () => at.clock.set(new Date(Date.parse('2023-08-15T04:00:00Z') + ++minute * 60_000))

beforeAll(async () => {
  at = await aCounty()
  const id = newId()
  await at.done(at.actors.administrator, 'account.open', {
    id,
    signIn: 'xianchang',
    name: '现场经办（模拟）',
    password: 'a long pass phrase',
    roles: [{ role: 'town-officer', area: area.town }],
  })
  maker = { id, county, name: '现场经办（模拟）', grants: [{ role: 'town-officer', area: area.town }] }
  handset = newId()
  await at.done(maker, 'handset.enrol', { handset, name: '测试手机' })
})
afterAll(() => at.close())

beforeEach(async () => {
  later()
  home = newId()
  added = (
    await at.done(at.actors.townOfficer, 'home.add', {
      programme: at.programme,
      home,
      village: area.village,
      fields: { householder: '模拟户主', address: '甲村1号', residents: 1 },
      synthetic: true,
    })
  ).id
  later()
})

const anArrival = (residents: number, given: Partial<Arrival> = {}): Arrival => ({
  id: newId(),
  kind: 'home.correct',
  version: 1,
  about: { type: 'home', id: home },
  input: { home, changes: { residents }, reason: '入户时点人数' },
  evidence: [],
  happenedAt: at.clock.now(),
  seen: added,
  number: ++number,
  ...given,
})
const send = (arrivals: Arrival[], by = maker) =>
  takeArrivals(at.program, by, { id: handset, sentAt: at.clock.now(), emptiedAt: new Date(0) }, arrivals)
const correctElsewhere = async (residents: number) => {
  later()
  return at.done(at.actors.townOfficer, 'home.correct', {
    home,
    changes: { residents },
    reason: '电话核实',
  })
}
const residents = async () =>
  (
    await at.program.database.read(county, (db) =>
      db.selectFrom('home').select('residents').where('county', '=', county).where('id', '=', home).execute(),
    )
  )[0]?.residents

interface Page {
  state: string
  reasons: { code: string }[]
  since: { kind: string; told: unknown }[]
  input: unknown
  models: Record<string, string>
  isOwn: boolean
  answer: string | null
}
const page = (held: string, by = at.actors.townOfficer) => at.ask<Page>(by, 'held.page', { held })

describe('what a telephone brings', () => {
  it('is applied in its order, once, however often it is sent', async () => {
    const first = anArrival(2)
    const second = anArrival(3, { seen: first.id })
    expect((await send([first, second])).map(({ status }) => status)).toEqual(['done', 'done'])
    expect((await send([first, second])).map(({ status }) => status)).toEqual(['done', 'done'])
    expect(await residents()).toBe(3)
  })

  it('waits for its photographs, and what comes after it waits too', async () => {
    const photo = await at.evidence('photo', undefined, at.actors.townOfficer)
    const first = anArrival(2, { evidence: [photo] })
    const second = anArrival(3, { seen: first.id })
    expect(await send([first, second])).toEqual([{ status: 'files', missing: [photo.digest] }])
    await at.bring(maker, [photo])
    expect((await send([first, second])).map(({ status }) => status)).toEqual(['done', 'done'])
  })

  it('is held where somebody else has acted since, with both sides; what builds on it is held behind it', async () => {
    const first = anArrival(2)
    const second = anArrival(3, { seen: first.id })
    await correctElsewhere(5)
    const answers = await send([first, second])
    expect(answers).toMatchObject([
      { status: 'held', reasons: [{ code: 'act.overtaken' }] },
      { status: 'held', reasons: [{ code: 'act.seen-missing' }] },
    ])
    expect(await residents()).toBe(5)
    expect(await send([first, second])).toMatchObject([{ state: 'held' }, { state: 'held' }])
    expect(await page(first.id)).toMatchObject({
      state: 'held',
      since: [{ kind: 'home.correct' }],
      input: first.input,
      isOwn: false,
    })
    // The other side says what it said, but for what the log keeps as a digest only.
    const [other] = (await page(first.id)).since
    expect(other?.told).toEqual({ home, changes: { residents: 5 } })
    expect(Object.keys(other?.told ?? {})).toEqual(['home', 'changes'])
  })

  it('is held where its form is not known any more, or its home is not there', async () => {
    const unreadable = anArrival(2, { input: { home, changes: '两口人' } })
    const unknown = anArrival(2, { kind: 'home.dance' })
    const nowhere = newId()
    const gone = anArrival(2, {
      about: { type: 'home', id: nowhere },
      input: { home: nowhere, changes: { residents: 2 }, reason: '入户时点人数' },
      seen: null,
    })
    const answers = await send([unreadable, unknown, gone])
    expect(answers.map((answer) => 'reasons' in answer && answer.reasons.map(({ code }) => code))).toEqual([
      ['act.unreadable'],
      ['act.unknown'],
      ['subject.not-found'],
    ])
    expect(await page(gone.id, at.actors.bureauOfficer)).toMatchObject({ state: 'held' })
  })
})

describe('a held act', () => {
  let held: Arrival
  beforeEach(async () => {
    held = anArrival(2)
    await correctElsewhere(5)
    await send([held])
    later()
  })
  const settle = (answer: 'apply' | 'set-aside', by: Actor) =>
    at.do(by, `held.${answer}`, { held: held.id, reason: '与户主当面核对过' })

  it('is not settled by its maker, nor from another town', async () => {
    expect(await settle('apply', maker)).toMatchObject({ refusals: [{ code: 'held.own' }] })
    expect(await settle('apply', at.actors.otherTownOfficer)).toMatchObject({
      refusals: [{ code: 'subject.not-found' }],
    })
    expect(await at.ask(at.actors.otherTownOfficer, 'held.list', {})).toMatchObject({ rows: [] })
  })

  it('is applied as its maker’s act, and only once', async () => {
    const applied = await settle('apply', at.actors.townOfficer)
    expect(applied.status).toBe('done')
    expect(await residents()).toBe(2)
    const [act] = await at.program.database.read(county, (db) =>
      db
        .selectFrom('act')
        .select(['actor', 'caused_by', 'kind'])
        .where('county', '=', county)
        .where('id', '=', held.id)
        .execute(),
    )
    expect(act).toEqual({
      actor: maker.id,
      caused_by: applied.status === 'done' ? applied.receipt.id : '',
      kind: 'home.correct',
    })
    expect(await settle('set-aside', at.actors.bureauOfficer)).toMatchObject({
      refusals: [{ code: 'held.settled-already' }],
    })
    expect(await send([held])).toMatchObject([{ status: 'held', state: 'applied' }])
    expect(await at.ask(maker, 'held.own', { ids: [held.id] })).toMatchObject([
      { state: 'applied', answer: '与户主当面核对过' },
    ])
  })

  it('is set aside with its reason and changes nothing', async () => {
    expect((await settle('set-aside', at.actors.bureauOfficer)).status).toBe('done')
    expect(await residents()).toBe(5)
    expect(await page(held.id)).toMatchObject({ state: 'set-aside', answer: '与户主当面核对过' })
  })

  it('is not applied where the rules of now refuse it: then it stays held, and can be set aside', async () => {
    await at.done(at.actors.townOfficer, 'home.withdraw', { home, reason: '户主不愿意改造' })
    const outcome = await settle('apply', at.actors.townOfficer)
    expect(outcome).toMatchObject({ status: 'refused', refusals: [{ code: 'home.ended' }] })
    expect(await page(held.id)).toMatchObject({ state: 'held' })
    expect((await settle('set-aside', at.actors.townOfficer)).status).toBe('done')
  })

  it('overtakes nobody while it waits', async () => {
    const newest = await at.done(at.actors.townOfficer, 'home.correct', {
      home,
      changes: { residents: 6 },
      reason: '电话核实',
    })
    later()
    const another = anArrival(9)
    await send([another])
    later()
    expect(await send([anArrival(7, { seen: newest.id })])).toMatchObject([{ status: 'done' }])
  })
})

describe('an act whose place is a firm’s', () => {
  it('is its home’s town’s to settle', async () => {
    const firms = await admittedFirms(at)
    const model = firms.model({ model: 'RF-50' })
    await at.done(at.actors.bureauOfficer, 'equipment.admit', model, [firms.paper])
    const devices = [{ serial: 'SB20000001', model: model.id }]
    const fitting = anArrival(2, {
      kind: 'home.install',
      input: { home, devices, installedOn: '2023-08-14' },
    })
    await send([fitting])
    // A model is told by its name, not by its id.
    expect(Object.entries((await page(fitting.id)).models)).toEqual([
      [model.id, expect.stringMatching(/RF-50$/)],
    ])
    expect(await page(fitting.id, at.actors.townOfficer)).toMatchObject({ state: 'held' })
    const elsewhere = await at.ask<{ rows: { id: string }[] }>(at.actors.otherTownOfficer, 'held.list', {})
    expect(elsewhere.rows).toEqual([])
  })
})

describe('authority', () => {
  it('is asked again when the act arrives', async () => {
    const lost = { ...maker, grants: [] }
    const arrival = anArrival(2)
    expect(await send([arrival], lost)).toMatchObject([
      { status: 'held', reasons: [{ code: 'not-permitted' }] },
    ])
    expect(await residents()).toBe(1)
  })

  it('a telephone is enrolled once, and given up at once with its sessions', async () => {
    expect(await at.refused(maker, 'handset.enrol', { handset, name: '测试手机' })).toEqual([
      'handset.enrolled-already',
    ])
    const lost = newId()
    await at.done(maker, 'handset.enrol', { handset: lost, name: '丢失的手机' })
    await at.done(at.actors.administrator, 'handset.revoke', { handset: lost, reason: '手机遗失' })
    expect(
      await at.refused(at.actors.administrator, 'handset.revoke', { handset: lost, reason: '手机遗失' }),
    ).toEqual(['handset.revoked-already'])
    const list = await at.ask<{ rows: { id: string; revokedAt: string | null }[] }>(
      at.actors.administrator,
      'handset.list',
      {},
    )
    expect(list.rows.find(({ id }) => id === lost)?.revokedAt).toBeTruthy()
  })

  it('a telephone is given up by its owner too, and by nobody else beside the administrator', async () => {
    const lost = newId()
    await at.done(maker, 'handset.enrol', { handset: lost, name: '丢失的手机' })
    const input = { handset: lost, reason: '在村里丢了' }
    expect(await at.refused(at.actors.otherTownOfficer, 'handset.report-lost', input)).toEqual([
      'subject.not-found',
    ])
    expect(await at.refused(at.actors.townOfficer, 'handset.report-lost', input)).toEqual([
      'subject.not-found',
    ])
    expect(await at.refused(maker, 'handset.revoke', input)).toEqual(['not-permitted'])
    await at.done(maker, 'handset.report-lost', input)
    expect(await at.refused(maker, 'handset.report-lost', input)).toEqual(['handset.revoked-already'])
    const who = { county, account: maker.id }
    expect(await noteContact(at.program.database, who, lost, at.clock.now())).toMatchObject({
      status: 'revoked',
    })
    const own = await at.ask<{ rows: { id: string; revokedAt: string | null }[] }>(maker, 'handset.own', {})
    expect(own.rows.find(({ id }) => id === lost)?.revokedAt).toBeTruthy()
    const others = await at.ask<{ rows: { id: string }[] }>(at.actors.otherTownOfficer, 'handset.own', {})
    expect(others.rows.filter(({ id }) => id === lost)).toEqual([])
  })

  it('a lost telephone that its owner found is another one, and what waited on it keeps its times', async () => {
    const lost = newId()
    await at.done(maker, 'handset.enrol', { handset: lost, name: '手机' })
    const colleague: Actor = { ...maker, id: newId(), name: '同事（模拟）' }
    await at.done(at.actors.administrator, 'account.open', {
      id: colleague.id,
      signIn: 'tongshi',
      name: colleague.name,
      password: 'a long pass phrase',
      roles: [{ role: 'town-officer', area: area.town }],
    })
    const emptied = at.clock.now()
    const anew = async (actor: Actor) => {
      later()
      const again = newId()
      await at.done(actor, 'handset.enrol', { handset: again, name: '手机', after: lost })
      const found = await noteContact(
        at.program.database,
        { county, account: actor.id },
        again,
        at.clock.now(),
      )
      return found.status === 'ok' && found.handset.emptiedAt.getTime()
    }
    // Not while it is in use, nor for anybody else.
    expect(await anew(maker)).toBe(at.clock.now().getTime())
    await at.done(at.actors.administrator, 'handset.revoke', { handset: lost, reason: '手机遗失' })
    expect(await anew(colleague)).toBe(at.clock.now().getTime())
    expect(await anew(maker)).toBe(emptied.getTime())
    const who = { county, account: maker.id }
    expect(await noteContact(at.program.database, who, lost, at.clock.now())).toMatchObject({
      status: 'revoked',
    })
  })
})
