import sharp from 'sharp'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { aCounty, county, type TestCounty } from '../../../tests/support/county.ts'
import { aMoneyRoad } from '../../../tests/support/money-road.ts'
import type { EvidenceRef } from '../../kernel/act/define.ts'
import { aScene } from '../../kernel/evidence/scene-samples.ts'
import type { Taken } from '../../kernel/act/taken.ts'
import type { Actor } from '../../kernel/identity/authority.ts'
import { newId } from '../../kernel/identity/id.ts'
import { type Arrival, takeArrivals } from '../../server/arrivals.ts'
import { examine } from '../../server/examiner.ts'
import { anInstallation, aRun } from '../works/samples.ts'

let at: TestCounty
let road: Awaited<ReturnType<typeof aMoneyRoad>>
let installer: Actor
let scenes = 100
const handset = newId()

beforeAll(async () => {
  at = await aCounty()
  road = await aMoneyRoad(at)
  installer = { ...at.colleague(at.actors.contractor), name: '安装工（模拟）' }
  await at.done(at.actors.administrator, 'account.open', {
    id: installer.id,
    signIn: 'anzhuang',
    name: installer.name,
    organisation: at.organisations.contractor,
    password: 'a long pass phrase',
    roles: installer.grants,
  })
  await at.done(installer, 'handset.enrol', { handset, name: '手机' })
})
afterAll(() => at.close())
let minutes = 0
beforeEach(() => later(20))
const later = (by: number) =>
  at.clock.set(new Date(Date.parse('2023-08-15T04:00:00Z') + (minutes += by) * 60_000))

interface Listed {
  total: number
  rows: { id: string; kind: string; home: string; weight: string; state: string }[]
}
const list = (by: Actor = at.actors.townOfficer) => at.ask<Listed>(by, 'doubt.list', { state: 'open' })
const ofHome = async (home: string, by?: Actor) => (await list(by)).rows.filter((row) => row.home === home)
const kindsOf = async (home: string) => (await ofHome(home)).map(({ kind }) => kind).sort()
const scene = async (content?: Uint8Array) => at.evidence('photo', content ?? (await aScene(scenes++)))

/** Fits one machine at a home with these photographs, as the contractor at a desk. */
const fit = async (home: string, photos: EvidenceRef[]) => {
  const devices = [road.device()]
  road.machines.set(home, [devices[0]?.serial ?? ''])
  await at.done(at.actors.contractor, 'home.install', anInstallation({ home, devices }), photos)
  await examine(at.program)
}
const finish = async (home: string) => {
  await road.selfCheck(home)
  await road.visit(home)
  await road.signOffVillage(home)
  await road.signOffTown(home)
}
const refusedClaim = (home: string) =>
  at.refused(at.actors.contractor, 'claim.submit', { id: newId(), lot: road.lot, homes: [home] })

it('a photograph used at a second home stops its payment until it is settled, by somebody else, with a reason', async () => {
  const [first = '', second = ''] = await road.assigned(2)
  const photo = await scene()
  await fit(first, [photo])
  await fit(second, [photo])
  await finish(second)
  await road.commit(second)
  expect(await kindsOf(first)).toEqual([])
  const [doubt] = await ofHome(second)
  expect(doubt).toMatchObject({ kind: 'content-reused', weight: 'block' })
  expect(await refusedClaim(second)).toContain('claim.home-not-payable')
  const page = await at.ask<{
    side: { photos: object[] }
    other: { home: string; act: { photos: object[] } }
  }>(at.actors.townOfficer, 'doubt.page', { doubt: doubt?.id })
  expect(page.side.photos).toMatchObject([{ digest: photo.digest, by: null }])
  expect(page.other).toMatchObject({ home: first, act: { photos: [{ digest: photo.digest }] } })

  const settle = { doubt: doubt?.id, reason: '两户合院，共用一台室外机' }
  expect(await at.refused(at.actors.otherTownOfficer, 'doubt.clear', settle)).toEqual(['subject.not-found'])
  const maker = { ...at.actors.townOfficer, id: at.actors.contractor.id }
  expect(await at.refused(maker, 'doubt.clear', settle)).toEqual(['doubt.own'])
  await at.done(at.actors.townOfficer, 'doubt.clear', settle)
  expect(await at.refused(at.actors.townOfficer, 'doubt.clear', settle)).toEqual(['doubt.settled-already'])
  await at.done(at.actors.contractor, 'claim.submit', { id: newId(), lot: road.lot, homes: [second] })
})

it('photographs that nobody has looked at yet pay nothing', async () => {
  const [home = ''] = await road.accepted(1)
  await at.program.database.owner
    .insertInto('evidence_pending')
    .values({ county, act: await actOf(home, 'home.inspect') })
    .execute()
  expect(await refusedClaim(home)).toContain('claim.home-not-payable')
  await examine(at.program)
  await at.done(at.actors.contractor, 'claim.submit', { id: newId(), lot: road.lot, homes: [home] })
})

const actOf = async (home: string, kind: string): Promise<string> => {
  const { rows } = await sql<{ id: string }>`
    select a.id from act a join act_subject s on s.act = a.id where s.subject = ${home} and a.kind = ${kind}`.execute(
    at.program.database.owner,
  )
  return rows[0]?.id ?? ''
}

it('one that looks the same is found whatever its bytes, at another home alone, and asks for a look', async () => {
  const [first = '', second = '', third = ''] = await road.assigned(3)
  const picture = await aScene(scenes++)
  await fit(first, [await scene(picture)])
  await fit(second, [await scene(await sharp(picture).resize(500).jpeg({ quality: 60 }).toBuffer())])
  await fit(third, [await scene()])
  expect(await kindsOf(second)).toEqual(['look-reused'])
  expect((await ofHome(second))[0]?.weight).toBe('look')
  expect(await kindsOf(third)).toEqual([])
  await finish(second)
  await road.commit(second)
  await at.done(at.actors.contractor, 'claim.submit', { id: newId(), lot: road.lot, homes: [second] })
})

it('to be done again, the home goes back to its contractor and is accepted no more', async () => {
  const [first = '', second = ''] = await road.assigned(2)
  const photo = await scene()
  await fit(first, [photo])
  await fit(second, [photo])
  await finish(second)
  await road.commit(second)
  const [doubt] = await ofHome(second)
  await at.done(at.actors.bureauOfficer, 'doubt.ask-again', { doubt: doubt?.id, reason: '照片不是这一户的' })
  const { rows } = await sql<{ stage: string; accepted: string | null }>`
    select stage, accepted_on as accepted from home where id = ${second}`.execute(at.program.database.owner)
  expect(rows).toEqual([{ stage: 'installed', accepted: null }])
  expect(await refusedClaim(second)).toContain('claim.home-not-payable')
  await finish(second)
  await at.done(at.actors.contractor, 'claim.submit', { id: newId(), lot: road.lot, homes: [second] })
})

it('looked at twice, a doubt is raised once', async () => {
  const [first = '', second = ''] = await road.assigned(2)
  const photo = await scene()
  await fit(first, [photo])
  await fit(second, [photo])
  await at.program.database.owner
    .insertInto('evidence_pending')
    .values({ county, act: await actOf(second, 'home.install') })
    .execute()
  await examine(at.program)
  expect(await kindsOf(second)).toEqual(['content-reused'])
})

it('the firm whose act it is is told of no doubt, and no other town sees it', async () => {
  const [first = '', second = ''] = await road.assigned(2)
  const photo = await scene()
  await fit(first, [photo])
  await fit(second, [photo])
  const asked = (by: Actor) =>
    at.ask<{ acts: object[]; doubts: object[] }>(by, 'home.photographs', { home: second })
  expect(await asked(at.actors.townOfficer)).toMatchObject({ acts: [{}], doubts: [{}] })
  expect(await asked(at.actors.contractor)).toMatchObject({ acts: [{}], doubts: [] })
  expect(await ofHome(second, at.actors.otherTownOfficer)).toEqual([])
})

/** Fits a home as from a telephone that says how each photograph came about. */
async function fitFromTelephone(home: string, taken: Partial<Taken>): Promise<Arrival> {
  const photo = await scene()
  await at.bring(installer, [photo])
  const made: Arrival = {
    id: newId(),
    kind: 'home.install',
    version: 1,
    about: { type: 'home', id: home },
    input: { home, devices: [road.device()] },
    evidence: [{ ...photo, taken: { by: 'camera', at: at.clock.now().toISOString(), ...taken } }],
    happenedAt: at.clock.now(),
    seen: null,
    number: 1,
  }
  made.seen = (await newest(home)) ?? null
  const sender = { id: handset, sentAt: at.clock.now(), emptiedAt: new Date(0) }
  const answers = await takeArrivals(at.program, installer, sender, [made])
  expect(answers).toMatchObject([{ status: 'done' }])
  await examine(at.program)
  return made
}
const newest = async (home: string) => {
  const { rows } = await sql<{ id: string }>`
    select a.id from act a join act_subject s on s.act = a.id where s.subject = ${home}
     order by a.recorded_at desc, a.id desc limit 1`.execute(at.program.database.owner)
  return rows[0]?.id
}
const position = (metres: number) => ({
  latitude: 37.2 + metres / 111_195,
  longitude: 119.9,
  accuracyM: 8,
  altitudeM: null,
})

it('what a telephone says of a photograph is kept with it, compared, and proven in the log without being said', async () => {
  const [first = '', second = '', third = '', fourth = ''] = await road.assigned(4)
  const made = await fitFromTelephone(first, { position: position(0) })
  expect(await kindsOf(first)).toEqual([])
  const { acts } = await at.ask<{ acts: { act: string; photos: object[] }[] }>(
    at.actors.townOfficer,
    'home.photographs',
    { home: first },
  )
  expect(acts).toMatchObject([
    { act: made.id, photos: [{ by: 'camera', latitude: 37.2, longitude: 119.9, accuracyM: 8 }] },
  ])
  const { rows } = await sql<{ text: string }>`select text from act where id = ${made.id}`.execute(
    at.program.database.owner,
  )
  expect(rows[0]?.text).toMatch(/"taken":"hmac:/)
  expect(rows[0]?.text).not.toContain('37.2')

  later(2)
  await fitFromTelephone(second, { position: position(300) })
  expect(await kindsOf(second)).toEqual(['too-fast'])
  later(30)
  await fitFromTelephone(third, { position: position(300), by: 'gallery' })
  expect(await kindsOf(third)).toEqual(['picked'])
  later(30)
  await fitFromTelephone(fourth, { position: position(300) })
  expect(await kindsOf(fourth)).toEqual(['position-suspect'])
})

it('of one kind at one home they are one line with their number, which opens to each photograph', async () => {
  const [first = '', second = ''] = await road.assigned(2)
  const photos = [await scene(), await scene(), await scene()]
  await fit(first, photos)
  await fit(second, photos)
  const lines = await at.ask<{ total: number; rows: { id: string; home: string; doubts: number }[] }>(
    at.actors.townOfficer,
    'doubt.list',
    { state: 'open', kind: 'content-reused' },
  )
  expect(lines.total).toBe(lines.rows.length)
  const [line, ...more] = lines.rows.filter(({ home }) => home === second)
  expect([line?.doubts, more]).toEqual([3, []])
  const page = await at.ask<{ group: { id: string; digest: string }[] }>(
    at.actors.townOfficer,
    'doubt.page',
    {
      doubt: line?.id,
    },
  )
  expect(page.group.map(({ digest }) => digest).toSorted()).toEqual(
    photos.map(({ digest }) => digest).toSorted(),
  )
  await at.done(at.actors.townOfficer, 'doubt.clear', { doubt: line?.id, reason: '两户合院，共用一台' })
  expect((await ofHome(second)).map((row) => ({ ...row }))).toMatchObject([{ doubts: 2 }])
})

it('the photographs of a commissioning run are looked at, although it holds nobody up', async () => {
  const [first = '', second = ''] = await road.assigned(2)
  const photo = await scene()
  await fit(first, [photo])
  await fit(second, [await scene()])
  await road.selfCheck(second)
  const shown = [photo, await scene()]
  const measured = aRun(shown.map(({ digest }) => digest))
  await at.done(at.actors.contractor, 'home.commission', { home: second, measured }, shown)
  await examine(at.program)
  expect(await kindsOf(second)).toContain('content-reused')
})

it('a sample’s check whose photograph was used before is done again by its level; the home stays as it is', async () => {
  const [home = ''] = await road.accepted(1)
  const { townOfficer, bureauOfficer } = at.actors
  for (let n = 0; n < 4; n++)
    await at.do(townOfficer, 'sample.draw-town', { village: road.village, reason: '扩大抽查' })
  const photo = await scene()
  const devices = [road.device()]
  const [another = ''] = await road.assigned(1)
  await at.done(at.actors.contractor, 'home.install', anInstallation({ home: another, devices }), [photo])
  const shown = [photo, await scene(), await scene(), await scene()]
  const serials = road.machines.get(home) ?? []
  const items = road.filled('sample-check', undefined, 1, shown)
  await at.done(townOfficer, 'home.check-town', { home, items, serials }, shown)
  await examine(at.program)
  const state = async () => {
    const { rows } = await at.program.database.pool.query<{ stage: string; passed: boolean | null }>(
      `select h.stage, s.passed from home h join sample_home s on s.county = h.county and s.home = h.id
        where h.county = $1 and h.id = $2 and s.level = 'town'`,
      [county, home],
    )
    return rows[0]
  }
  const before = await state()
  expect(before).toMatchObject({ passed: true })
  const doubt = (await ofHome(home)).find(({ kind }) => kind === 'content-reused')
  expect(doubt).toBeDefined()
  expect(
    await at.refused(townOfficer, 'doubt.ask-again', { doubt: doubt?.id, reason: '照片是别户的' }),
  ).toEqual(['doubt.own'])
  await at.done(bureauOfficer, 'doubt.ask-again', { doubt: doubt?.id, reason: '照片是别户的' })
  expect(await state()).toEqual({ ...before, passed: null })
})
