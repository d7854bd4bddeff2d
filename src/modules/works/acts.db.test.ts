import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aBuildRoad, type BuildRoad } from '../../../tests/support/build-road.ts'
import { confirmedHomes } from '../../../tests/support/confirmed-homes.ts'
import { aCounty, area, type TestCounty } from '../../../tests/support/county.ts'
import { newId } from '../../kernel/identity/id.ts'
import { findHomes } from '../households/public.ts'
import { devicesOf, installationsOf } from './public.ts'
import { anInstallation, aSerial } from './samples.ts'

let county: TestCounty
let road: BuildRoad
beforeAll(async () => {
  county = await aCounty()
  road = await aBuildRoad(county)
})
afterAll(() => county.close())

const read = <T>(work: Parameters<TestCounty['program']['database']['read']>[1]): Promise<T> =>
  county.program.database.read(1, work) as Promise<T>
const stageOf = async (home: string) =>
  (await county.program.database.read(1, (db) => findHomes(db, 1, [home]))).get(home)?.stage
const serialsOf = async (home: string) =>
  ((await county.program.database.read(1, (db) => devicesOf(db, 1, [home]))).get(home) ?? []).map(
    (d) => d.serial,
  )

describe('handing over a village', () => {
  it('gives all its confirmed homes to the lot’s firms, and later ones with a second call', async () => {
    const homes = await confirmedHomes(county, { village: area.village, count: 3 })
    const [waiting] = await confirmedHomes(county, { village: area.village, count: 1, stage: 'noticed' })
    const receipt = await county.done(county.actors.bureauOfficer, 'village.assign', {
      village: road.village,
    })
    expect(receipt.result).toMatchObject({ homes: 3 })
    const states = await county.program.database.read(1, (db) => findHomes(db, 1, [...homes, waiting ?? '']))
    for (const home of homes)
      expect(states.get(home)).toMatchObject({
        stage: 'assigned',
        contractor: county.organisations.contractor,
        supervisor: county.organisations.supervisor,
      })
    expect(states.get(waiting ?? '')).toMatchObject({ stage: 'noticed', contractor: null })
    expect(
      await county.refused(county.actors.bureauOfficer, 'village.assign', { village: road.village }),
    ).toEqual(['village.none-to-assign'])
    const [later] = await road.assigned(1)
    expect(await stageOf(later ?? '')).toBe('assigned')
  })

  it('stands in the history of every home', async () => {
    const [home] = await road.assigned(1)
    const { rows } = await read<{ rows: { kind: string }[] }>((db) =>
      sql`select a.kind from act_subject s join act a on a.county = 1 and a.id = s.act
           where s.county = 1 and s.subject_type = 'home' and s.subject = ${home}`.execute(db),
    )
    expect(rows.map(({ kind }) => kind)).toEqual(['village.assign'])
  })

  it('leaves a home alone that is withdrawn in the same moment', async () => {
    const [stays, goes] = await confirmedHomes(county, { village: area.village, count: 2 })
    let withdrawn: Promise<unknown> = Promise.resolve()
    await county.program.database.write(1, async (tx) => {
      await sql`update home set ended = 'withdrawn' where county = 1 and id = ${goes}`.execute(tx)
      withdrawn = county.done(county.actors.bureauOfficer, 'village.assign', { village: road.village })
      await new Promise((resume) => setTimeout(resume, 150))
    })
    await withdrawn
    expect(await stageOf(stays ?? '')).toBe('assigned')
    expect(await stageOf(goes ?? '')).toBe('confirmed')
  })

  it('is the bureau’s, for a village with route and awarded lot', async () => {
    for (const actor of [county.actors.townOfficer, county.actors.contractor, county.actors.financeOfficer])
      expect(await county.refused(actor, 'village.assign', { village: road.village })).toEqual([
        'not-permitted',
      ])
    const { rows } = await county.ask<{ rows: { id: string }[] }>(
      county.actors.bureauOfficer,
      'village.list',
      {
        town: area.otherTown,
      },
    )
    expect(
      await county.refused(county.actors.bureauOfficer, 'village.assign', { village: rows[0]?.id }),
    ).toEqual(['village.no-route', 'village.no-lot', 'village.none-to-assign'])
  })
})

describe('installing', () => {
  it('puts admitted machines on record, with photographs, by the home’s own contractor', async () => {
    const [home = ''] = await road.assigned(1)
    const input = anInstallation({ home, devices: [road.device()] })
    expect(await county.refused(county.actors.contractor, 'home.install', input)).toEqual([
      'evidence.required',
    ])
    expect(await county.refused(county.actors.otherContractor, 'home.install', input, road.photos)).toEqual([
      'subject.not-found',
    ])
    for (const actor of [county.actors.supervisor, county.actors.bureauOfficer, county.household(home)])
      expect(await county.refused(actor, 'home.install', input, road.photos)).toEqual(['not-permitted'])
    await county.done(county.actors.contractor, 'home.install', input, road.photos)
    expect(await stageOf(home)).toBe('installed')
    const installations = await county.program.database.read(1, (db) => installationsOf(db, 1, [home]))
    expect(installations.get(home)).toMatchObject({
      installedBy: county.actors.contractor.id,
      contractor: county.organisations.contractor,
      selfCheckedOn: null,
    })
    expect(await county.refused(county.actors.contractor, 'home.install', input, road.photos)).toContain(
      'home.installed-already',
    )
  })

  it('takes a serial once in the county, however it is typed, and does not say who has it', async () => {
    const [first = '', second = ''] = await road.assigned(2)
    await county.done(
      county.actors.contractor,
      'home.install',
      anInstallation({ home: first, devices: [{ serial: aSerial(900_001), model: road.model }] }),
      road.photos,
    )
    const outcome = await county.do(
      county.actors.contractor,
      'home.install',
      anInstallation({
        home: second,
        devices: [{ serial: ` ${aSerial(900_001).toLowerCase()} `, model: road.model }],
      }),
      road.photos,
    )
    expect(outcome).toEqual({
      status: 'refused',
      refusals: [
        { code: 'device.serial-used', clauses: ['§4.2', '§5.2'], facts: { serial: aSerial(900_001) } },
      ],
    })
    expect(JSON.stringify(outcome)).not.toContain(first)
    expect(await stageOf(second)).toBe('assigned')
  })

  it('of one machine by two homes in the same moment is done once, and the other is refused', async () => {
    for (let round = 0; round < 5; round++) {
      const homes = await road.assigned(4)
      const serial = aSerial(910_000 + round)
      const outcomes = await Promise.all(
        homes.map((home, i) =>
          county.do(
            i % 2 === 0 ? county.actors.contractor : county.colleague(county.actors.contractor),
            'home.install',
            anInstallation({ home, devices: [road.device(), { serial, model: road.model }] }),
            road.photos,
          ),
        ),
      )
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['done', 'refused', 'refused', 'refused'])
      for (const outcome of outcomes)
        if (outcome.status === 'refused')
          expect(outcome.refusals.map(({ code }) => code)).toEqual(['device.serial-used'])
    }
  })

  it('of crossing serials in the same moment neither hangs nor doubles', async () => {
    const homes = await road.assigned(2)
    const [a, b] = [road.device(), road.device()]
    const outcomes = await Promise.all(
      homes.map((home, i) =>
        county.do(
          county.actors.contractor,
          'home.install',
          anInstallation({ home, devices: i === 0 ? [a, b] : [b, a] }),
          road.photos,
        ),
      ),
    )
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['done', 'refused'])
  })

  it('in one batch decides each home for itself; a serial named twice goes to the first', async () => {
    const homes = await road.assigned(3)
    const shared = road.device()
    const outcomes = await county.program.door.performBatch(
      county.actors.contractor,
      homes.map((home, i) => ({
        id: newId(),
        kind: 'home.install',
        input: anInstallation({ home, devices: [i === 2 ? road.device() : shared] }),
        evidence: road.photos,
      })),
    )
    expect(outcomes.map(({ status }) => status)).toEqual(['done', 'refused', 'done'])
  })

  it('takes no more machines than the confirmed register has, and no model that is not admitted', async () => {
    const [home = ''] = await road.assigned(1, 1)
    const devices = [road.device(), { ...road.device(), model: newId() }]
    expect(
      await county.refused(
        county.actors.contractor,
        'home.install',
        anInstallation({ home, devices }),
        road.photos,
      ),
    ).toEqual(['model.not-admitted', 'home.too-many-units'])
  })

  it('does five hundred homes in one batch with a handful of statements', async () => {
    const homes = await road.assigned(500)
    const began = performance.now()
    const outcomes = await county.program.door.performBatch(
      county.actors.contractor,
      homes.map((home) => ({
        id: newId(),
        kind: 'home.install',
        input: anInstallation({ home, devices: [road.device()] }),
        evidence: road.photos,
      })),
    )
    expect(outcomes.every(({ status }) => status === 'done')).toBe(true)
    // Far above what it takes, far below what five hundred round trips would.
    expect(performance.now() - began).toBeLessThan(10_000)
  })
})

describe('correcting machines before acceptance', () => {
  it('keeps what was taken off as history, frees its serial and asks for a new self-check', async () => {
    const [home = '', other = ''] = await road.assigned(2)
    const [wrong, right] = [road.device(), road.device()]
    await county.done(
      county.actors.contractor,
      'home.install',
      anInstallation({ home, devices: [wrong] }),
      road.photos,
    )
    await road.selfCheck(home)
    const correct = { home, devices: [right], reason: 'misread' }
    expect(
      await county.refused(county.actors.otherContractor, 'home.correct-devices', correct, road.photos),
    ).toEqual(['subject.not-found'])
    await county.done(county.actors.contractor, 'home.correct-devices', correct, road.photos)
    expect(await serialsOf(home)).toEqual([right.serial])
    expect(await stageOf(home)).toBe('installed')
    const page = await county.ask<{
      removed: { serial: string }[]
      installation: { selfCheckedOn: string | null }
    }>(county.actors.contractor, 'installation.page', { home })
    expect(page).toMatchObject({ removed: [{ serial: wrong.serial }], installation: { selfCheckedOn: null } })
    // The serial that was misread here may stand on another home's plate.
    await county.done(
      county.actors.contractor,
      'home.install',
      anInstallation({ home: other, devices: [wrong] }),
      road.photos,
    )
    expect(await serialsOf(other)).toEqual([wrong.serial])
    expect(
      await county.refused(
        county.actors.contractor,
        'home.correct-devices',
        { ...correct, devices: [wrong] },
        road.photos,
      ),
    ).toEqual(['device.serial-used'])
  })
})

describe('the contractor’s self-check', () => {
  it('is refused with each blocking item that failed, each photograph and result that is missing', async () => {
    const [home = ''] = await road.assigned(1)
    await road.install(home)
    const check = (items: unknown, evidence = road.photos) =>
      county.refused(
        county.actors.contractor,
        'home.self-check',
        { home, checkedOn: '2023-08-03', items },
        evidence,
      )
    expect(await check(road.filled('self-check', ['indoor-unit', 'trial-run', 'user-trained']))).toEqual([
      'checklist.item-failed',
      'checklist.item-failed',
    ])
    expect(await check(road.filled('self-check').slice(1))).toEqual(['checklist.unanswered'])
    expect(await check(road.filled('self-check'), [])).toEqual([
      'checklist.no-photo',
      'checklist.no-photo',
      'checklist.no-photo',
      'checklist.too-few-photos',
    ])
    expect(await stageOf(home)).toBe('installed')
    await road.selfCheck(home)
    expect(await stageOf(home)).toBe('self-checked')
  })
})

describe('the contractor’s work list', () => {
  it('shows what waits for the firm, by step, and nothing of another firm’s', async () => {
    const [home = ''] = await road.assigned(1)
    interface List {
      total: number
      counts: { step: string; homes: number }[]
      rows: { home: string; step: string }[]
    }
    const list = (input = {}, actor = county.actors.contractor) =>
      county.ask<List>(actor, 'work.installations', input)
    const all = await list()
    expect(all.counts.reduce((sum, { homes }) => sum + homes, 0)).toBe(all.total)
    const toInstall = await list({ step: 'to-install' })
    expect(toInstall.rows.some((row) => row.home === home)).toBe(true)
    expect(toInstall.rows.every(({ step }) => step === 'to-install')).toBe(true)
    expect(await list({}, county.actors.otherContractor)).toMatchObject({ total: 0, rows: [] })
  })

  it('opens a home to those it concerns only', async () => {
    const [home = ''] = await road.assigned(1)
    for (const actor of [
      county.actors.townOfficer,
      county.actors.cadre,
      county.actors.supervisor,
      county.actors.auditor,
    ])
      expect(await county.ask(actor, 'installation.page', { home })).toMatchObject({
        id: home,
        stage: 'assigned',
      })
    for (const actor of [
      county.actors.otherTownOfficer,
      county.actors.otherContractor,
      county.actors.otherCadre,
    ])
      expect(await county.program.ask(actor, 'installation.page', { home })).toEqual({ status: 'not-found' })
  })
})
