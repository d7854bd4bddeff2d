import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { area, aCounty, type TestCounty } from '../../../tests/support/county.ts'
import { aSeasonRoad, type SeasonRoad, usualFen } from '../../../tests/support/season-road.ts'
import { addDays, monthsAfter } from '../../kernel/dates/day.ts'
import { newId } from '../../kernel/identity/id.ts'
import { findHomes } from '../households/public.ts'

let county: TestCounty
let road: SeasonRoad
let people: TestCounty['actors']
beforeAll(async () => {
  county = await aCounty()
  road = await aSeasonRoad(county)
  people = county.actors
})
afterAll(() => county.close())
afterEach(async () => {
  for (const { spentFen, entriesFen } of await road.books()) expect(spentFen).toBe(entriesFen)
  // What is owed is what the items say, and what came back is what the repayments say.
  const uneven = await road.read((db) =>
    db
      .selectFrom('recovery as r')
      .select((eb) => [
        'r.owed_fen as owed',
        'r.repaid_fen as repaid',
        eb
          .selectFrom('recovery_item as i')
          .select((of) => of.fn.coalesce(of.fn.sum<number>('i.amount_fen'), of.lit(0)).as('n'))
          .whereRef('i.recovery', '=', 'r.id')
          .as('items'),
        eb
          .selectFrom('recovery_item as i')
          .select((of) => of.fn.coalesce(of.fn.sum<number>('i.repaid_fen'), of.lit(0)).as('n'))
          .whereRef('i.recovery', '=', 'r.id')
          .as('itemsRepaid'),
        eb
          .selectFrom('repayment as p')
          .select((of) => of.fn.coalesce(of.fn.sum<number>('p.amount_fen'), of.lit(0)).as('n'))
          .whereRef('p.recovery', '=', 'r.id')
          .as('repayments'),
      ])
      .where('r.county', '=', 1)
      .execute(),
  )
  for (const row of uneven) {
    expect(row.owed).toBe(row.items)
    expect(row.repaid).toBe(row.itemsRepaid)
    expect(row.repaid).toBe(row.repayments)
  }
})

const equipmentFen = 280_800
const codes = (outcome: Awaited<ReturnType<TestCounty['do']>>) =>
  outcome.status === 'refused' ? outcome.refusals.map(({ code }) => code) : [outcome.status]
const recoveryOf = (home: string) =>
  road.read((db) =>
    db
      .selectFrom('recovery')
      .select(['id', 'state', 'owed_fen as owedFen', 'repaid_fen as repaidFen'])
      .where('county', '=', 1)
      .where('home', '=', home)
      .execute(),
  )
let references = 0
const repay = (recovery: string, amountFen: number, more: object = {}) =>
  county.do(
    people.financeOfficer,
    'recovery.repay',
    {
      id: newId(),
      recovery,
      amountFen,
      paidOn: county.program.clock.today(),
      bankReference: `BANK-BACK-${++references}`,
      ...more,
    },
    road.paper,
  )
const homeState = async (home: string) => (await road.read((db) => findHomes(db, 1, [home]))).get(home)

/** A home that has received both subsidies. */
async function paidHome() {
  const [home = ''] = await road.accepted(1)
  const equipmentFund = await road.fund('equipment', equipmentFen)
  await road.paid([home], equipmentFund)
  const { season, fund } = await road.season()
  await road.reviewed(season, [home])
  await road.settled(season)
  return { home, equipmentFund, operatingFund: fund, season }
}

describe('coal found', () => {
  it('revokes the home and opens a recovery of every fen it received', async () => {
    const { home, season } = await paidHome()
    const [unpaid = ''] = await road.accepted(1)
    await road.drawnUp(season, [unpaid])
    expect(codes(await road.coalRevoked(home))).toEqual(['done'])
    expect(codes(await road.coalRevoked(unpaid, people.cadre))).toEqual(['done'])
    expect(await homeState(home)).toMatchObject({ ended: 'revoked' })
    expect(await recoveryOf(home)).toMatchObject([
      { state: 'open', owedFen: equipmentFen + usualFen, repaidFen: 0 },
    ])
    expect(await recoveryOf(unpaid)).toMatchObject([{ state: 'closed', owedFen: 0 }])
    expect(await county.ask(county.household(home), 'home.money')).toMatchObject({
      recoveries: [{ state: 'open', clauses: ['§3.3.2b'], settledOn: null }],
    })
    expect(await road.statesOf(season, [home, unpaid])).toEqual(['paid', 'revoked'])
    expect(codes(await road.reportCoal(home))).toEqual(['coal.revoked-already'])
    const [recovery] = await recoveryOf(home)
    expect(await county.ask(people.townReviewer, 'recovery.page', { recovery: recovery?.id })).toMatchObject({
      home,
      foundOn: county.program.clock.today(),
      items: [
        { kind: 'equipment', amountFen: equipmentFen, repaidFen: 0 },
        { kind: 'operating', amountFen: usualFen, repaidFen: 0 },
      ],
      repayments: [],
    })
    expect(
      await county.program.ask(people.otherTownReviewer, 'recovery.page', { recovery: recovery?.id }),
    ).toEqual({ status: 'not-found' })
    await road.drawUp(season).catch(() => undefined)
    expect(await road.statesOf(season, [unpaid])).toEqual(['revoked'])
  })

  it('needs a photograph, a day since the acceptance, and a home that was converted', async () => {
    const [home = ''] = await road.accepted(1)
    const [assigned = ''] = await road.assigned(1)
    const finding = { id: newId(), home, foundOn: '2023-09-01', description: '院内存有散煤' }
    expect(await county.refused(people.townOfficer, 'coal.report', finding, [])).toEqual([
      'evidence.required',
    ])
    const future = `${Number(county.program.clock.today().slice(0, 4)) + 1}-01-01`
    expect(codes(await road.reportCoal(home, future))).toEqual(['coal.in-future'])
    expect(codes(await road.reportCoal(home, '2023-08-14'))).toEqual(['coal.before-acceptance'])
    expect(codes(await road.reportCoal(assigned))).toEqual(['coal.not-converted'])
    for (const [actor, code] of [
      [people.otherTownOfficer, 'subject.not-found'],
      [people.otherCadre, 'subject.not-found'],
      [people.contractor, 'not-permitted'],
      [people.financeOfficer, 'not-permitted'],
    ] as const)
      expect(codes(await road.reportCoal(home, undefined, actor))).toEqual([code])
    expect(await recoveryOf(home)).toEqual([])
    expect(await homeState(home)).toMatchObject({ ended: null })
    expect(
      await county.refused(people.townOfficer, 'recovery.open', { id: newId(), home, finding: finding.id }),
    ).toEqual(['act.unknown'])
  })

  it('cancels nothing before the household was heard, and holds every payment back meanwhile', async () => {
    const { season } = await road.season()
    const [home = '', other = ''] = await road.accepted(2)
    await road.reviewed(season, [home, other])
    const id = newId()
    const today = county.program.clock.today()
    const report = { id, home, foundOn: today, description: '院内存有散煤' }
    await county.done(people.townOfficer, 'coal.report', report, [await county.evidence('photo')])
    expect(codes(await road.reportCoal(home))).toEqual(['coal.finding-open'])
    expect(await homeState(home)).toMatchObject({ ended: null, coalFinding: id })
    expect(await recoveryOf(home)).toEqual([])
    const batch = await road.freeze(season)
    expect((await road.receiptOf(batch)).length).toBe(1)
    expect(await road.statesOf(season, [home, other])).toEqual(['blocked', 'batched'])
    expect(codes(await road.revoke(id))).toEqual(['coal.not-heard'])
    const say = (heardOn: string) =>
      county.do(
        people.townOfficer,
        'coal.hear',
        { id: newId(), finding: id, heardOn, statement: '煤是邻居寄放的' },
        road.paper,
      )
    const later = `${Number(today.slice(0, 4)) + 1}-01-01`
    expect(codes(await say(later))).toEqual(['coal.heard-in-future'])
    expect(codes(await say('1900-01-01'))).toEqual(['coal.heard-before-found'])
    expect(codes(await say(today))).toEqual(['done'])
    const decision = { finding: id, reason: '查无实据' }
    for (const person of [people.townOfficer, people.contractor, people.financeOfficer])
      expect(await county.refused(person, 'coal.dismiss', decision)).toEqual(['not-permitted'])
    expect(codes(await county.do(people.bureauDirector, 'coal.dismiss', decision))).toEqual(['done'])
    expect(codes(await road.revoke(id))).toEqual(['coal.decided-already'])
    expect(await homeState(home)).toMatchObject({ ended: null, coalFinding: null })
    expect(await county.ask(people.auditor, 'coal.finding', { finding: id })).toMatchObject({
      state: 'dismissed',
      decision: '查无实据',
      hearings: [{ statement: '煤是邻居寄放的', papers: [{ doneBy: 'coal.hear' }] }],
      papers: [{ doneBy: 'coal.report', kind: 'photo' }],
    })
    // Held back, not lost: it waits for its reviews again without anybody's doing.
    expect(await road.statesOf(season, [home])).toEqual(['drawn-up'])
    await road.reviewTown(season)
    await road.reviewBureau(season)
    await road.freeze(season)
    expect(await road.statesOf(season, [home])).toEqual(['batched'])
  })

  it('and a withdrawal approved in the same moment end the home once', async () => {
    for (let round = 0; round < 4; round++) {
      const [home = ''] = await road.accepted(1)
      const finding = await road.coalHeard(home)
      const [left, revoked] = await Promise.all([
        change(home, 'withdraw', 'letter').then(
          () => true,
          () => false,
        ),
        new Promise((go) => setTimeout(go, 15 * round)).then(() => road.revoke(finding)),
      ])
      const isRevoked = codes(revoked)[0] === 'done'
      expect(isRevoked).not.toBe(left)
      expect(await homeState(home)).toMatchObject({ ended: isRevoked ? 'revoked' : 'withdrawn' })
      expect(await recoveryOf(home)).toHaveLength(isRevoked ? 1 : 0)
    }
  })

  it('is decided by somebody who neither found nor heard, and without a hearing once the days have passed', async () => {
    const [home = ''] = await road.accepted(1)
    const id = newId()
    const report = { id, home, foundOn: county.program.clock.today(), description: '院内存有散煤' }
    await county.done(people.townOfficer, 'coal.report', report, [await county.evidence('photo')])
    const { owner } = county.program.database
    await sql`update coal_finding set hear_until = found_on - 1 where id = ${id}`.execute(owner)
    await sql`update coal_finding set found_by = ${people.bureauDirector.id} where id = ${id}`.execute(owner)
    expect(codes(await road.revoke(id))).toEqual(['coal.own-finding'])
    await sql`update coal_finding set found_by = ${people.townOfficer.id} where id = ${id}`.execute(owner)
    expect(codes(await road.revoke(id))).toEqual(['done'])
    expect(await recoveryOf(home)).toMatchObject([{ state: 'closed', owedFen: 0 }])
  })

  it('while the payment is under way is owed back once the receipt says it was made', async () => {
    const { season } = await road.season()
    const [paid = '', failed = ''] = await road.accepted(2)
    await road.reviewed(season, [paid, failed])
    const batch = await road.freeze(season)
    for (const home of [paid, failed]) await road.coalRevoked(home)
    expect(await recoveryOf(paid)).toMatchObject([{ state: 'closed', owedFen: 0 }])
    expect(codes(await road.importReceipt(batch, await road.receiptOf(batch, [failed])))).toEqual(['done'])
    expect(await recoveryOf(paid)).toMatchObject([{ state: 'open', owedFen: usualFen }])
    expect(await recoveryOf(failed)).toMatchObject([{ state: 'closed', owedFen: 0 }])
    // What came back of a revoked home is not to be paid again.
    expect(await road.statesOf(season, [failed])).toEqual(['revoked'])
    expect(codes(await road.retry(failed, season))).toEqual(['statement.not-failed', 'statement.home-ended'])
  })

  it('in the moment of the receipt is never forgotten', async () => {
    for (let round = 0; round < 4; round++) {
      const { season } = await road.season()
      const [home = ''] = await road.accepted(1)
      await road.reviewed(season, [home])
      const batch = await road.freeze(season)
      const lines = await road.receiptOf(batch)
      const finding = await road.coalHeard(home)
      const outcomes = await Promise.all([road.importReceipt(batch, lines), road.revoke(finding)])
      expect(outcomes.flatMap(codes)).toEqual(['done', 'done'])
      expect(await recoveryOf(home)).toMatchObject([{ state: 'open', owedFen: usualFen }])
    }
  })
})

describe('a repayment', () => {
  it('goes back to the funds it came from, until nothing is owed', async () => {
    const { home, equipmentFund, operatingFund } = await paidHome()
    await road.coalRevoked(home)
    const [recovery] = await recoveryOf(home)
    const id = recovery?.id ?? ''
    expect(codes(await repay(id, equipmentFen - 100))).toEqual(['done'])
    expect([await road.spentOf(equipmentFund), await road.spentOf(operatingFund)]).toEqual([100, usualFen])
    expect(codes(await repay(id, usualFen + 101))).toEqual(['recovery.more-than-owed'])
    const later = `${Number(county.program.clock.today().slice(0, 4)) + 1}-01-01`
    expect(codes(await repay(id, 1, { paidOn: later }))).toEqual(['recovery.in-future'])
    expect(codes(await repay(id, 1, { paidOn: '1900-01-01' }))).toEqual(['recovery.before-finding'])
    expect(codes(await repay(id, 1, { bankReference: ' bank-back-1' }))).toEqual(['recovery.reference-used'])
    expect(codes(await repay(id, 300))).toEqual(['done'])
    expect([await road.spentOf(equipmentFund), await road.spentOf(operatingFund)]).toEqual([
      0,
      usualFen - 200,
    ])
    expect(await recoveryOf(home)).toMatchObject([{ state: 'open', repaidFen: equipmentFen + 200 }])
    expect(await repay(id, usualFen - 200)).toMatchObject({ receipt: { result: { leftFen: 0 } } })
    expect(await recoveryOf(home)).toMatchObject([{ state: 'closed' }])
    expect([await road.spentOf(equipmentFund), await road.spentOf(operatingFund)]).toEqual([0, 0])
    expect(codes(await repay(id, 1))).toEqual(['recovery.closed', 'recovery.more-than-owed'])
    const page = await county.ask<{ papers: object[]; repayments: { papers: object[] }[] }>(
      people.auditor,
      'recovery.page',
      { recovery: id },
    )
    const paper = { doneBy: 'recovery.repay', kind: 'document', digest: road.paper[0]?.digest }
    expect(page.repayments.map(({ papers }) => papers)).toMatchObject([[paper], [paper], [paper]])
    expect(page.papers).toMatchObject([{ doneBy: 'coal.report', kind: 'photo' }])
    expect(await county.ask(people.auditor, 'recovery.list', { state: 'closed' })).toMatchObject({
      rows: expect.arrayContaining([
        expect.objectContaining({ id, owedFen: equipmentFen + usualFen }),
      ]) as unknown,
    })
  })

  it('is never more than what is owed, by two at once', async () => {
    const { home } = await paidHome()
    await road.coalRevoked(home)
    const id = (await recoveryOf(home))[0]?.id ?? ''
    const outcomes = await Promise.all([repay(id, 200_000), repay(id, 200_000), repay(id, 200_000)])
    expect(outcomes.flatMap(codes).sort()).toEqual([
      'done',
      'recovery.more-than-owed',
      'recovery.more-than-owed',
    ])
    expect(await recoveryOf(home)).toMatchObject([{ repaidFen: 200_000, state: 'open' }])
  })

  it('is recorded by finance, with a paper', async () => {
    const { home } = await paidHome()
    await road.coalRevoked(home)
    const recovery = (await recoveryOf(home))[0]?.id ?? ''
    const input = {
      id: newId(),
      recovery,
      amountFen: 1,
      paidOn: county.program.clock.today(),
      bankReference: 'BANK-BACK-2',
    }
    for (const actor of [people.townOfficer, people.bureauOfficer, people.auditor, county.household(home)])
      expect(await county.refused(actor, 'recovery.repay', input, road.paper)).toEqual(['not-permitted'])
    const townly = { ...people.financeOfficer, grants: [{ role: 'finance-officer', area: area.town }] }
    expect(await county.refused(townly, 'recovery.repay', input, road.paper)).toEqual(['subject.not-found'])
    expect(await county.refused(people.financeOfficer, 'recovery.repay', input, [])).toEqual([
      'evidence.required',
    ])
  })
})

describe('a household', () => {
  it('sees its own money and nobody else’s', async () => {
    const { home } = await paidHome()
    const seen = {
      equipment: [{ state: 'paid', subsidyFen: equipmentFen }],
      statements: [{ state: 'paid', amountFen: usualFen }],
      payments: [{ state: 'paid', amountFen: usualFen }],
      recoveries: [],
    }
    expect(await county.ask(county.household(home), 'home.money')).toMatchObject(seen)
    expect(await county.ask(people.townOfficer, 'money.of-home', { home })).toMatchObject(seen)
    for (const actor of [people.otherTownOfficer, people.otherContractor])
      expect(await county.program.ask(actor, 'money.of-home', { home })).toEqual({ status: 'not-found' })
    expect(await county.program.ask(county.household(home), 'money.of-home', { home })).toEqual({
      status: 'not-permitted',
    })
  })
})

/** Asked by the town with the paper its kind wants, approved by the bureau. */
async function change(home: string, kind: string, paper: string, more: object = {}) {
  const document = await county.evidence('document')
  const id = newId()
  await county.done(
    people.townOfficer,
    'change.ask',
    {
      id,
      home,
      kind,
      happenedOn: county.program.clock.today(),
      reason: '农户申请',
      papers: [{ paper, digest: document.digest }],
      ...more,
    },
    [document],
  )
  await county.done(people.bureauOfficer, 'change.approve', { change: id })
  return id
}
const moneyAfter = (home: string, kind: string) =>
  county.ask<object>(people.townOfficer, 'home.departure-money', { home, kind })
async function comeBack(home: string) {
  const [finding, letter] = [await county.evidence('document'), await county.evidence('document')]
  const id = newId()
  await county.done(
    people.townOfficer,
    'change.ask',
    {
      id,
      home,
      kind: 'return',
      happenedOn: county.program.clock.today(),
      reason: '误批，农户仍在住',
      papers: [
        { paper: 'finding', digest: finding.digest },
        { paper: 'letter', digest: letter.digest },
      ],
    },
    [finding, letter],
  )
  await county.done(people.bureauOfficer, 'change.approve', { change: id })
  return id
}
const machinesOf = (home: string) =>
  road.read((db) =>
    db
      .selectFrom('device')
      .select(['removed_on as removedOn', 'accepted'])
      .where('county', '=', 1)
      .where('home', '=', home)
      .execute(),
  )
const returnsOf = (home: string) =>
  road.read((db) =>
    db
      .selectFrom('device_return')
      .select(['returned_on as returnedOn'])
      .where('county', '=', 1)
      .where('home', '=', home)
      .execute(),
  )

describe('a home that leaves by an approved change (§3.1.3d)', () => {
  it('pays back the equipment it withdraws with, not the electricity it used, and keeps the machines', async () => {
    const { home, season } = await paidHome()
    const id = await change(home, 'withdraw', 'letter')
    expect(await homeState(home)).toMatchObject({ ended: 'withdrawn' })
    const [recovery] = await recoveryOf(home)
    expect(recovery).toMatchObject({ state: 'open', owedFen: equipmentFen })
    expect(await returnsOf(home)).toEqual([])
    expect(await road.statesOf(season, [home])).toEqual(['paid'])
    expect(
      await county.ask(people.financeOfficer, 'recovery.page', { recovery: recovery?.id }),
    ).toMatchObject({
      change: id,
      changeKind: 'withdraw',
      items: [{ kind: 'equipment', amountFen: equipmentFen }],
    })
    expect(codes(await repay(recovery?.id ?? '', equipmentFen))).toEqual(['done'])
    expect(await recoveryOf(home)).toMatchObject([{ state: 'closed', repaidFen: equipmentFen }])
  })

  it('owes nothing where the house is demolished, and keeps machines that are paid for', async () => {
    const { home } = await paidHome()
    const before = await homeState(home)
    await change(home, 'demolish', 'demolition')
    expect(await recoveryOf(home)).toEqual([])
    expect(await returnsOf(home)).toEqual([])
    const [machine] = await machinesOf(home)
    expect(machine).toMatchObject({ removedOn: null })
    expect(await moneyAfter(home, 'demolish')).toMatchObject({
      claims: [{ contractor: '甲暖通公司(模拟)', state: 'paid', amountFen: equipmentFen }],
      seasons: [{ amountFen: usualFen }],
      machines: { dueBack: false, takenBackOn: null },
      owedBackFen: 0,
      staysFen: equipmentFen + usualFen,
      recoveries: [],
    })
    // It was approved by mistake: nobody can undo it, and the home comes back with what it had.
    await comeBack(home)
    expect(await homeState(home)).toMatchObject({ ended: null, stage: before?.stage })
    expect(await machinesOf(home)).toEqual([{ ...machine }])
  })

  it('that comes back owes nothing for having left, and what was stopped is reviewed anew', async () => {
    const { home } = await paidHome()
    const gone = await change(home, 'withdraw', 'letter')
    const [recovery] = await recoveryOf(home)
    expect(await moneyAfter(home, 'withdraw')).toMatchObject({
      owedBackFen: equipmentFen,
      staysFen: usualFen,
      recoveries: [{ id: recovery?.id, change: gone, state: 'open', owedFen: equipmentFen }],
    })
    const [waits = ''] = await road.accepted(1)
    const { season } = await road.season()
    await road.drawnUp(season, [waits])
    await change(waits, 'refuse', 'statement')
    expect(await road.statesOf(season, [waits])).toEqual(['revoked'])
    expect(await returnsOf(waits)).toEqual([{ returnedOn: null }])
    await comeBack(home)
    await comeBack(waits)
    expect(await recoveryOf(home)).toMatchObject([{ state: 'lifted' }])
    expect(await county.ask(county.household(home), 'home.money')).toMatchObject({
      recoveries: [{ state: 'lifted', changeKind: 'withdraw', settledOn: county.program.clock.today() }],
    })
    expect(await road.statesOf(season, [waits])).toEqual(['drawn-up'])
    expect(await returnsOf(waits)).toEqual([])
    expect(await homeState(waits)).toMatchObject({ ended: null, stage: 'accepted' })
  })

  it('that comes back with a season held back has it held back still, and reckoned anew once nothing is in the way', async () => {
    const [held = ''] = await road.accepted(1, { committed: false })
    const { season } = await road.season()
    await road.drawnUp(season, [held])
    expect(await road.statesOf(season, [held])).toEqual(['blocked'])
    await change(held, 'refuse', 'statement')
    expect(await road.statesOf(season, [held])).toEqual(['revoked'])
    await comeBack(held)
    expect(await road.statesOf(season, [held])).toEqual(['blocked'])
    await road.commit(held)
    await road.drawUp(season)
    expect(await road.statesOf(season, [held])).toEqual(['drawn-up'])
  })

  it('that comes back after its machines were taken down has them fitted and accepted again', async () => {
    const [home = ''] = await road.accepted(1)
    await change(home, 'refuse', 'statement')
    const returnedOn = county.program.clock.today()
    await county.done(people.contractor, 'home.return-devices', { home, returnedOn }, [
      await county.evidence('photo'),
    ])
    await comeBack(home)
    expect(await homeState(home)).toMatchObject({ ended: null, stage: 'installed', acceptedOn: null })
  })

  it('that came back after money was repaid: the recovery is not lifted by itself', async () => {
    const { home } = await paidHome()
    await change(home, 'withdraw', 'letter')
    const [recovery] = await recoveryOf(home)
    expect(codes(await repay(recovery?.id ?? '', 100))).toEqual(['done'])
    await comeBack(home)
    expect(await recoveryOf(home)).toMatchObject([{ state: 'open', repaidFen: 100 }])
    expect(await moneyAfter(home, 'return')).toMatchObject({
      recoveries: [{ state: 'open', repaidFen: 100 }],
    })
  })

  it('gives machines that nobody paid for back to the contractor', async () => {
    const [home = ''] = await road.accepted(1)
    await change(home, 'demolish', 'demolition')
    expect(await recoveryOf(home)).toEqual([])
    expect(await moneyAfter(home, 'demolish')).toMatchObject({ claims: [], machines: { dueBack: true } })
    expect(await returnsOf(home)).toEqual([{ returnedOn: null }])
    const today = county.program.clock.today()
    const photo = await county.evidence('photo')
    const list = await county.ask<{ rows: { home: string }[] }>(people.contractor, 'work.installations', {
      step: 'to-take-back',
    })
    // Others that left are there too.
    expect(list.rows.map((row) => row.home)).toContain(home)
    expect(
      await county.refused(people.otherContractor, 'home.return-devices', { home, returnedOn: today }, [
        photo,
      ]),
    ).toEqual(['subject.not-found'])
    await county.done(people.contractor, 'home.return-devices', { home, returnedOn: today }, [photo])
    expect(await returnsOf(home)).toEqual([{ returnedOn: today }])
    for (const machine of await machinesOf(home))
      expect(machine).toEqual({ removedOn: today, accepted: false })
    expect(
      await county.refused(people.contractor, 'home.return-devices', { home, returnedOn: today }, [photo]),
    ).toEqual(['device.nothing-to-return'])
  })

  it('is claimed for no more: a claim that holds it stops, and what was drawn up is not paid', async () => {
    const [home = '', stays = ''] = await road.accepted(2)
    const { season } = await road.season()
    await road.drawnUp(season, [home, stays])
    await change(home, 'refuse', 'statement')
    expect(await homeState(home)).toMatchObject({ ended: 'refused' })
    expect(await road.statesOf(season, [home, stays])).toEqual(['revoked', 'drawn-up'])
    expect(await recoveryOf(home)).toEqual([])
    expect(await returnsOf(home)).toHaveLength(1)
  })

  it('that moves with its machines is accepted again before anything more is paid', async () => {
    const [home = ''] = await road.accepted(1)
    await change(home, 'move', 'title', { changes: { address: '村西新址9号' } })
    const recheck = { moved: true, since: county.program.clock.today(), stage: 'installed' }
    expect(await county.ask(people.townOfficer, 'installation.page', { home })).toMatchObject({ recheck })
    expect(await county.ask(county.household(home), 'home.own-recheck')).toEqual({ recheck })
    expect(await homeState(home)).toMatchObject({ stage: 'installed', acceptedOn: null, ended: null })
    for (const machine of await machinesOf(home))
      expect(machine).toEqual({ removedOn: null, accepted: false })
  })

  it('is named apart in the totals of claims and of the fund that wait, until the claim is returned', async () => {
    const [leaves = '', stays = ''] = await road.accepted(2)
    const fund = await road.fund('equipment', equipmentFen * 3)
    const claim = await road.submit([leaves, stays])
    await road.review(claim)
    await road.approve(claim, fund)
    const told = async () => {
      const [row] = (await county.ask<{ rows: object[] }>(people.financeOfficer, 'claim.list', { fund })).rows
      const page = await county.ask<object>(people.financeOfficer, 'claim.page', { claim })
      const money = await county.ask<object>(people.financeOfficer, 'fund.page', { fund })
      return [row, page, money]
    }
    const holding = { left: await county.ask(people.financeOfficer, 'claim.list', { left: true }) }
    for (const one of await told()) expect(one).toMatchObject({ leftHomes: 0, leftFen: 0 })
    await change(leaves, 'withdraw', 'letter')
    for (const one of await told()) expect(one).toMatchObject({ leftHomes: 1, leftFen: equipmentFen })
    const { total } = await county.ask<{ total: number }>(people.financeOfficer, 'claim.list', { left: true })
    expect(total).toBe((holding.left as { total: number }).total + 1)
    const lines = await county.ask<{ rows: { home: string }[] }>(people.financeOfficer, 'claim.lines', {
      claim,
      only: 'left',
    })
    expect(lines.rows.map(({ home }) => home)).toEqual([leaves])
    await county.done(people.bureauOfficer, 'claim.return', { claim, reason: '一户已退出' })
    for (const one of await told()) if (one) expect(one).toMatchObject({ leftHomes: 0, leftFen: 0 })
  })

  it('is named apart in the batch it is frozen in, until the receipt tells what became of it', async () => {
    const homes = await road.accepted(2)
    const [leaves = '', stays = ''] = homes
    const { season } = await road.season()
    await road.reviewed(season, homes)
    const batch = await road.freeze(season)
    const told = async () => {
      const { rows } = await county.ask<{ rows: { id: string }[] }>(people.auditor, 'batch.list', { season })
      return [rows.find(({ id }) => id === batch), await county.ask(people.auditor, 'batch.page', { batch })]
    }
    for (const one of await told()) expect(one).toMatchObject({ leftHomes: 0, leftFen: 0 })
    await change(leaves, 'withdraw', 'letter')
    for (const one of await told()) expect(one).toMatchObject({ leftHomes: 1, leftFen: usualFen })
    const { rows } = await county.ask<{ rows: { home: string; ended: string | null }[] }>(
      people.auditor,
      'batch.payments',
      { batch },
    )
    expect(Object.fromEntries(rows.map(({ home, ended }) => [home, ended]))).toEqual({
      [leaves]: 'withdrawn',
      [stays]: null,
    })
    await road.importReceipt(batch, await road.receiptOf(batch, [leaves]))
    for (const one of await told()) expect(one).toMatchObject({ leftHomes: 0, leftFen: 0 })
    expect(await road.statesOf(season, homes)).toEqual(['revoked', 'paid'])
  })

  it('is not on the statements that wait, which say that it left and not that coal was found', async () => {
    const [leaves = ''] = await road.accepted(1)
    const { season } = await road.season()
    await road.drawnUp(season, [leaves])
    await change(leaves, 'withdraw', 'letter')
    const { rows, payableFen } = await county.ask<{ rows: object[]; payableFen: number }>(
      people.townReviewer,
      'statement.list',
      { season },
    )
    expect(payableFen).toBe(0)
    expect(rows).toMatchObject([{ state: 'revoked', ended: 'withdrawn' }])
  })

  it('says of a claim on its way that it is not paid, and why', async () => {
    const [home = ''] = await road.accepted(1)
    await road.submit([home])
    const told = () =>
      county.ask<{ equipment: { state: string; failedRules: { rule: string }[] }[] }>(
        people.townOfficer,
        'money.of-home',
        { home },
      )
    expect((await told()).equipment).toMatchObject([{ state: 'submitted', failedRules: [] }])
    await change(home, 'withdraw', 'letter')
    expect((await told()).equipment).toMatchObject([
      { state: 'submitted', failedRules: [{ rule: 'still-in-register' }] },
    ])
    expect(await county.ask(county.household(home), 'home.money')).toMatchObject({
      equipment: [{ failedRules: [{ rule: 'still-in-register' }] }],
    })
  })
})

describe('what cannot be repaid at once, or at all', () => {
  const director = () => people.bureauDirector
  const ask = (recovery: string, amountFen: number, relief = 'waiver', id = newId()) =>
    county.do(
      people.financeOfficer,
      'recovery.ask-relief',
      { id, recovery, relief, amountFen, reason: '特困户，确无偿还能力' },
      road.paper,
    )
  const grant = (recovery: string, actor = director()) =>
    county.do(actor, 'recovery.grant-relief', { recovery, answer: '情况属实，同意' })
  const agree = (recovery: string, count: number, firstOn: string) =>
    county.do(
      people.financeOfficer,
      'recovery.agree-instalments',
      { recovery, count, firstOn, reason: '家庭困难，分期退还' },
      road.paper,
    )
  interface Page {
    state: string
    owedFen: number
    repaidFen: number
    waivedFen: number
    overdueFen: number
    plan: { number: number; dueOn: string; amountFen: number; settledFen: number; overdue: boolean }[]
    reliefs: { kind: string; state: string; reason: string; answer: string | null; papers: unknown[] }[]
  }
  const page = (recovery: string) => county.ask<Page>(people.financeOfficer, 'recovery.page', { recovery })
  const balance = (fund: string, account: 'used' | 'receivable') =>
    road.read(
      async (db) =>
        (
          await db
            .selectFrom('ledger_balance')
            .select('amount_fen as fen')
            .where('county', '=', 1)
            .where('fund', '=', fund)
            .where('account', '=', account)
            .executeTakeFirst()
        )?.fen ?? 0,
    )
  const owing = async () => {
    const paid = await paidHome()
    await road.coalRevoked(paid.home)
    const [recovery] = await recoveryOf(paid.home)
    return { ...paid, recovery: recovery?.id ?? '', owedFen: recovery?.owedFen ?? 0 }
  }

  it('is parted into months that add up, overdue where they do not come, and replaced by a later plan', async () => {
    const { recovery, owedFen, home } = await owing()
    const today = county.program.clock.today()
    expect(codes(await agree(recovery, 3, addDays(today, -1)))).toEqual(['recovery.instalment-past'])
    expect(codes(await agree(recovery, 25, today))).toEqual(['recovery.too-many-instalments'])
    expect(codes(await agree(recovery, 3, today))).toEqual(['done'])
    const { plan, overdueFen } = await page(recovery)
    expect(plan.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(owedFen)
    expect(plan.map(({ dueOn }) => dueOn)).toEqual([0, 1, 2].map((months) => monthsAfter(today, months)))
    expect(overdueFen).toBe(0)
    county.clock.set(new Date(`${addDays(today, 1)}T04:00:00Z`))
    const first = plan[0]?.amountFen ?? 0
    expect((await page(recovery)).overdueFen).toBe(first)
    const late = await county.ask<{ rows: { id: string }[] }>(people.financeOfficer, 'recovery.list', {
      waits: 'instalment',
    })
    expect(late.rows.map(({ id }) => id)).toEqual([recovery])
    await repay(recovery, first - 1)
    expect(await page(recovery)).toMatchObject({
      overdueFen: 1,
      plan: [{ settledFen: first - 1, overdue: true }, {}, {}],
    })
    await repay(recovery, 1 + 7)
    const paid = await page(recovery)
    expect(paid).toMatchObject({ overdueFen: 0, plan: [{ overdue: false }, { settledFen: 7 }, {}] })
    // Its family reads the same months.
    const own = await county.ask<{ recoveries: { plan: { settledFen: number }[] }[] }>(
      county.household(home),
      'home.money',
      {},
    )
    expect(own.recoveries[0]?.plan.map(({ settledFen }) => settledFen)).toEqual([first, 7, 0])
    expect(codes(await agree(recovery, 2, addDays(today, 30)))).toEqual(['done'])
    const again = await page(recovery)
    expect(again.plan.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(owedFen - first - 7)
    expect(again.plan.map(({ settledFen }) => settledFen)).toEqual([0, 0])
  })

  it('is waived or written off by another person, in part, and closed with what is repaid', async () => {
    const { recovery, owedFen, equipmentFund } = await owing()
    expect(codes(await grant(recovery))).toEqual(['recovery.no-relief-asked'])
    expect(codes(await ask(recovery, owedFen + 1))).toEqual(['recovery.more-than-owed'])
    expect(codes(await ask(recovery, 1000))).toEqual(['done'])
    expect(codes(await ask(recovery, 500))).toEqual(['recovery.relief-asked-already'])
    expect(codes(await grant(recovery, people.financeOfficer))).toEqual(['not-permitted'])
    expect(
      await county.refused({ ...people.financeOfficer, grants: director().grants }, 'recovery.grant-relief', {
        recovery,
        answer: '情况属实，同意',
      }),
    ).toEqual(['recovery.relief-own'])
    const waiting = await county.ask<{ rows: { id: string }[] }>(director(), 'recovery.list', {
      waits: 'relief',
    })
    expect(waiting.rows.map(({ id }) => id)).toContain(recovery)
    const before = [await balance(equipmentFund, 'used'), await balance(equipmentFund, 'receivable')]
    expect(codes(await grant(recovery))).toEqual(['done'])
    // Nothing comes back to the fund: what was spent stays spent.
    expect([await balance(equipmentFund, 'used'), await balance(equipmentFund, 'receivable')]).toEqual([
      before[0],
      (before[1] ?? 0) - 1000,
    ])
    expect(await page(recovery)).toMatchObject({
      state: 'open',
      waivedFen: 1000,
      reliefs: [{ kind: 'waiver', state: 'granted', answer: '情况属实，同意', papers: [{}] }],
    })
    expect(codes(await repay(recovery, owedFen - 1000 + 1))).toEqual(['recovery.more-than-owed'])
    await repay(recovery, 300)
    // Asked for all that is left; money comes meanwhile, so that it has to be asked for anew.
    await ask(recovery, owedFen - 1300, 'write-off')
    await repay(recovery, 1)
    expect(codes(await grant(recovery))).toEqual(['recovery.relief-more-than-left'])
    expect(
      codes(await county.do(director(), 'recovery.decline-relief', { recovery, answer: '按尚欠金额重报' })),
    ).toEqual(['done'])
    await ask(recovery, owedFen - 1301, 'write-off')
    const twice = await Promise.all([grant(recovery), grant(recovery)])
    expect(twice.map((one) => one.status).sort()).toEqual(['done', 'refused'])
    expect(await page(recovery)).toMatchObject({ state: 'closed', repaidFen: 301, waivedFen: owedFen - 301 })
    expect(codes(await ask(recovery, 1))).toContain('recovery.closed')
    expect(codes(await agree(recovery, 2, county.program.clock.today()))).toContain('recovery.closed')
  })
})

describe('a paid home that fails a later sample', () => {
  const check = async (home: string, failed?: string[]) => {
    const shown = await Promise.all([1, 2, 3, 4].map(() => county.evidence('photo')))
    const serials = road.machines.get(home) ?? []
    const items = road.filled('sample-check', failed, serials.length, shown)
    const visitedOn = county.program.clock.today()
    return county.done(people.bureauOfficer, 'home.check-county', { home, visitedOn, items, serials }, shown)
  }
  const drawn = async () =>
    (
      await county.ask<{ homes: { home: string; level: string }[] }>(people.bureauOfficer, 'sample.page', {
        village: road.village,
      })
    ).homes.flatMap(({ home, level }) => (level === 'county' ? [home] : []))
  const drawAll = async (homes: readonly string[]) => {
    const input = { village: road.village, reason: '付款后复查' }
    while ((await drawn()).filter((home) => homes.includes(home)).length < homes.length)
      await county.done(people.bureauOfficer, 'sample.draw-county', input)
  }
  const putRight = async (home: string) => {
    await road.selfCheck(home)
    await road.visit(home)
    await check(home)
  }

  it('owes back what its machines were paid with, until a check finds it in order or money came back', async () => {
    const [lifted = '', begun = ''] = await road.accepted(2)
    const fund = await road.fund('equipment', 2 * equipmentFen)
    await road.paid([lifted, begun], fund)
    const [unpaid = ''] = await road.accepted(1)
    await drawAll([lifted, begun, unpaid])
    for (const home of [lifted, begun, unpaid]) await check(home, ['electrical-safety'])
    expect(await recoveryOf(unpaid)).toEqual([])
    expect(await recoveryOf(lifted)).toMatchObject([{ state: 'open', owedFen: equipmentFen, repaidFen: 0 }])
    expect(await homeState(lifted)).toMatchObject({ ended: null, stage: 'installed' })
    const [recovery] = await recoveryOf(lifted)
    expect(
      await county.ask(people.financeOfficer, 'recovery.page', { recovery: recovery?.id }),
    ).toMatchObject({ checkLevel: 'county', items: [{ kind: 'equipment', amountFen: equipmentFen }] })

    const [other] = await recoveryOf(begun)
    expect(codes(await repay(other?.id ?? '', 100))).toEqual(['done'])
    const relief = { id: newId(), recovery: recovery?.id, relief: 'waiver', amountFen: 100 }
    await county.done(
      people.financeOfficer,
      'recovery.ask-relief',
      { ...relief, reason: '企业经营困难，申请减免' },
      road.paper,
    )
    await putRight(lifted)
    await putRight(begun)
    expect(await recoveryOf(lifted)).toMatchObject([{ state: 'lifted', owedFen: equipmentFen }])
    expect(await recoveryOf(begun)).toMatchObject([{ state: 'open', repaidFen: 100 }])
    expect(codes(await repay(recovery?.id ?? '', 100))).toEqual(['recovery.closed'])
    // What was asked before it was lifted is of nothing any more, and waits for nobody.
    expect(
      await county.refused(people.bureauDirector, 'recovery.grant-relief', {
        recovery: recovery?.id,
        answer: '情况属实，同意',
      }),
    ).toEqual(['recovery.closed'])
    const waiting = await county.ask<{ rows: { id: string }[] }>(people.bureauDirector, 'recovery.list', {
      waits: 'relief',
    })
    expect(waiting.rows.map(({ id }) => id)).not.toContain(recovery?.id)
  })
})
