import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { aCounty, type TestCounty } from '../../../tests/support/county.ts'
import { aMoneyRoad, type MoneyRoad } from '../../../tests/support/money-road.ts'
import type { Actor } from '../../kernel/identity/authority.ts'
import { newId } from '../../kernel/identity/id.ts'
import { findVisibleEvidence } from '../../server/visible-evidence.ts'
import { findHomes } from '../households/public.ts'
import { equipmentReceived } from './public.ts'

let county: TestCounty
let road: MoneyRoad
let people: TestCounty['actors']
beforeAll(async () => {
  county = await aCounty()
  road = await aMoneyRoad(county)
  people = county.actors
})
afterAll(() => county.close())
afterEach(async () => {
  for (const { spentFen, entriesFen, budgetFen } of await road.books()) {
    expect(spentFen).toBe(entriesFen)
    expect(spentFen).toBeGreaterThanOrEqual(0)
    expect(spentFen).toBeLessThanOrEqual(budgetFen)
  }
})

/** A share of 60 % of 4,680.00 yuan for one machine. */
const oneUnitFen = 280_800

interface Preview {
  homes: number
  totalFen: number
  leftOut: number
  reasons: { rule: string; homes: number }[]
  rows: {
    home: string
    subsidyFen: number
    failedRules: { rule: string }[]
    formula: { parameters: { status: string }[] }
  }[]
}
const preview = (which: string, actor: Actor = people.contractor) =>
  county.ask<Preview>(actor, 'claim.preview', { lot: road.lot, which })
const page = (claim: string, actor: Actor = people.bureauOfficer) =>
  county.ask<{
    state: string
    totalFen: number
    homes: number
    unpayable: number
    steps: Record<string, unknown>
    papers: object[]
  }>(actor, 'claim.page', { claim })
const stageOf = async (home: string) => (await road.read((db) => findHomes(db, 1, [home]))).get(home)?.stage

/** Takes the claims of a test out of the way of the next. */
const clear = async (...claims: string[]) => {
  for (const claim of claims)
    await county.done(people.bureauOfficer, 'claim.return', { claim, reason: '测试结束' })
}

describe('a claim', () => {
  it('holds accepted homes with commitment and accepted machines, and says why it leaves out the rest', async () => {
    const [ready = ''] = await road.accepted(1)
    const [uncommitted = ''] = await road.accepted(1, { committed: false })
    const [unaccepted = ''] = await road.assigned(1)
    await road.install(unaccepted, 2)
    await road.commit(unaccepted)
    const [bare = ''] = await road.accepted(1)
    await road.write((tx) =>
      tx
        .updateTable('device')
        .set({ accepted: false })
        .where('county', '=', 1)
        .where('home', '=', bare)
        .execute(),
    )

    expect((await preview('ready')).rows).toMatchObject([{ home: ready, subsidyFen: oneUnitFen }])
    const left = await preview('left-out')
    const why = new Map(left.rows.map((row) => [row.home, row.failedRules.map(({ rule }) => rule)]))
    expect(why.get(uncommitted)).toEqual(['commitment-signed'])
    expect(why.get(unaccepted)).toEqual(['terminal-equipment-present', 'accepted-in-home'])
    expect(why.get(bare)).toEqual(['terminal-equipment-present'])
    expect(left.reasons).toContainEqual(
      expect.objectContaining({
        rule: 'commitment-signed',
        clauses: ['§3.3.2a'],
        label: { zh: '已签无煤承诺书', en: 'No-coal commitment signed' },
        homes: 1,
      }),
    )

    for (const home of [uncommitted, unaccepted, bare])
      expect(
        await county.refused(people.contractor, 'claim.submit', {
          id: newId(),
          lot: road.lot,
          homes: [ready, home],
        }),
      ).toEqual(['claim.home-not-payable'])
    expect(
      await county.refused(people.contractor, 'claim.submit', {
        id: newId(),
        lot: road.lot,
        homes: [ready, newId()],
      }),
    ).toEqual(['claim.home-not-of-lot'])

    const claim = await road.submit()
    expect(await page(claim)).toMatchObject({ state: 'submitted', homes: 1, totalFen: oneUnitFen })
    const lines = await county.ask<{ rows: Preview['rows'] }>(people.contractor, 'claim.lines', { claim })
    expect(lines.rows).toMatchObject([
      {
        home: ready,
        formula: { parts: [{ centi: 100, products: [{ rate: 60 }], priceFen: 468_000, isCapped: false }] },
      },
    ])
    expect(lines.rows[0]?.formula.parameters.map(({ status }) => status)).toEqual([
      'assumed',
      'assumed',
      'assumed',
    ])
    expect(await county.refused(people.contractor, 'claim.submit', { id: newId(), lot: road.lot })).toEqual([
      'claim.nothing-accepted',
    ])
    await clear(claim)
    expect(await preview('ready')).toMatchObject({ homes: 1 })
    await road.submit([ready]).then((again) => road.review(again))
  })

  it('holds a home once, whoever claims it at the same moment', async () => {
    const homes = await road.accepted(2)
    const outcomes = await Promise.all(
      [people.contractor, county.colleague(people.contractor)].map((actor) =>
        county.do(actor, 'claim.submit', { id: newId(), lot: road.lot, homes }),
      ),
    )
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['done', 'refused'])
    expect(outcomes.flatMap((o) => (o.status === 'refused' ? o.refusals.map((r) => r.code) : []))).toEqual(
      expect.arrayContaining(['claim.home-claimed']),
    )
  })

  it('is reviewed, approved and paid by as many people, in that order', async () => {
    const [home = ''] = await road.accepted(1)
    const fund = await road.fund('equipment', oneUnitFen)
    const claim = await road.submit([home])
    const all: Actor = {
      ...people.contractor,
      grants: ['contractor', 'bureau-officer', 'bureau-director', 'finance-officer'].map((role) => ({
        role,
        area: '370683000000',
      })),
    }
    const someone = (actor: Actor): Actor => ({ ...all, id: actor.id })
    const step = (actor: Actor, kind: string) =>
      county.refused(
        actor,
        kind,
        { claim, ...(kind === 'claim.approve' && { fund }), bankReference: 'BANK-1' },
        road.paper,
      )

    expect(await step(someone(people.bureauDirector), 'claim.approve')).toEqual(['claim.wrong-state'])
    expect(await step(all, 'claim.review')).toEqual(['claim.same-person'])
    await road.review(claim)
    for (const actor of [all, someone(people.bureauOfficer)])
      expect(await step(actor, 'claim.approve')).toEqual(['claim.same-person'])
    expect(await road.spentOf(fund)).toBe(0)
    await road.approve(claim, fund)
    expect(await road.spentOf(fund)).toBe(oneUnitFen)
    for (const actor of [all, someone(people.bureauOfficer), someone(people.bureauDirector)])
      expect(await step(actor, 'claim.pay')).toEqual(['claim.same-person'])
    expect(
      await county.refused(people.financeOfficer, 'claim.pay', { claim, bankReference: 'BANK-1' }, []),
    ).toEqual(['evidence.required'])
    expect((await page(claim)).papers).toEqual([])
    await road.pay(claim)
    const paper = { doneBy: 'claim.pay', kind: 'document', digest: road.paper[0]?.digest }
    for (const actor of [people.bureauOfficer, people.financeOfficer, people.contractor]) {
      expect((await page(claim, actor)).papers).toMatchObject([paper])
      expect(await findVisibleEvidence(county.program, actor, paper.digest ?? '')).toBeDefined()
    }
    expect(await stageOf(home)).toBe('settled')
    expect(await road.spentOf(fund)).toBe(oneUnitFen)
    expect(await step(someone(county.colleague(all)), 'claim.pay')).toEqual(['claim.wrong-state'])
    expect(await county.refused(people.bureauOfficer, 'claim.return', { claim, reason: '太晚' })).toEqual([
      'claim.wrong-state',
    ])
    expect(await road.read((db) => equipmentReceived(db, 1, [home]))).toEqual([
      { home, claim, fund, amountFen: oneUnitFen },
    ])
  })

  it('is paid by a transfer of its own: one bank reference pays one claim, also at the same moment', async () => {
    const [one = '', two = ''] = await road.accepted(2)
    const fund = await road.fund('equipment', 2 * oneUnitFen)
    const claims = [await road.submit([one]), await road.submit([two])]
    for (const claim of claims) {
      await road.review(claim)
      await road.approve(claim, fund)
    }
    const bankReference = `BANK-${newId().slice(-12)}`
    const pay = (claim: string) =>
      county.do(people.financeOfficer, 'claim.pay', { claim, bankReference }, road.paper)
    const outcomes = await Promise.all(claims.map(pay))
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['done', 'refused'])
    const left = claims[outcomes.findIndex(({ status }) => status === 'refused')] ?? ''
    expect(
      await county.refused(people.financeOfficer, 'claim.pay', { claim: left, bankReference }, road.paper),
    ).toEqual(['claim.reference-used'])
    await road.pay(left)
  })

  it('that is returned frees its homes and what was reserved for it', async () => {
    const homes = await road.accepted(2, { units: 2 })
    const fund = await road.fund('equipment', 10 * oneUnitFen)
    const claim = await road.submit(homes)
    await road.review(claim)
    await road.approve(claim, fund)
    // Two machines at 60 % are 5,616 yuan, capped at 5,000.
    expect(await road.spentOf(fund)).toBe(2 * 500_000)
    await county.done(people.bureauDirector, 'claim.return', { claim, reason: '数量有误' })
    expect(await road.spentOf(fund)).toBe(0)
    expect(await page(claim)).toMatchObject({ state: 'returned' })
    expect(await county.refused(people.bureauOfficer, 'claim.return', { claim, reason: '再退' })).toEqual([
      'claim.wrong-state',
    ])
    expect(await road.read((db) => equipmentReceived(db, 1, homes))).toEqual([])
    const again = await road.paid(homes, fund)
    expect(await page(again)).toMatchObject({ state: 'paid', totalFen: 1_000_000 })
    expect(await road.spentOf(fund)).toBe(1_000_000)
  })

  it('goes no further once coal was found in one of its homes', async () => {
    const [home = '', other = ''] = await road.accepted(2)
    const fund = await road.fund('equipment', 10 * oneUnitFen)
    const claim = await road.submit([home, other])
    await road.review(claim)
    await road.approve(claim, fund)
    expect((await road.reportCoal(home)).status).toBe('done')
    expect(
      await county.refused(
        people.financeOfficer,
        'claim.pay',
        { claim, bankReference: 'BANK-2' },
        road.paper,
      ),
    ).toEqual(['claim.homes-no-longer-payable'])
    expect(await page(claim)).toMatchObject({ unpayable: 1 })
    expect(await county.ask(people.bureauOfficer, 'claim.lines', { claim, only: 'unpayable' })).toMatchObject(
      { total: 1, rows: [{ home, failedRules: [{ rule: 'no-coal-found' }] }] },
    )
    await clear(claim)
    const rest = await road.submit([other])
    expect(await page(rest)).toMatchObject({ homes: 1 })
    expect((await preview('left-out')).rows).toContainEqual(
      expect.objectContaining({ home, failedRules: [expect.objectContaining({ rule: 'no-coal-found' })] }),
    )
  })

  it('paid in the same moment as coal is found is owed back, or not paid', async () => {
    for (let round = 0; round < 4; round++) {
      const [home = ''] = await road.accepted(1)
      const fund = await road.fund('equipment', oneUnitFen)
      const claim = await road.submit([home])
      await road.review(claim)
      await road.approve(claim, fund)
      const finding = await road.coalHeard(home)
      const [paid, found] = await Promise.all([
        county.do(people.financeOfficer, 'claim.pay', { claim, bankReference: 'BANK-3' }, road.paper),
        road.revoke(finding),
      ])
      expect(found.status).toBe('done')
      const owed = await road.read((db) =>
        db
          .selectFrom('recovery')
          .select('owed_fen')
          .where('county', '=', 1)
          .where('home', '=', home)
          .execute(),
      )
      expect(owed).toEqual([{ owed_fen: paid.status === 'done' ? oneUnitFen : 0 }])
    }
  })
})

describe('a fund', () => {
  it('is never spent beyond its budget, also by two approvals at once', async () => {
    for (let round = 0; round < 3; round++) {
      const homes = await road.accepted(2)
      const fund = await road.fund('equipment', oneUnitFen + 1)
      const claims = [await road.submit([homes[0] ?? '']), await road.submit([homes[1] ?? ''])]
      for (const claim of claims) await road.review(claim)
      const outcomes = await Promise.all(
        claims.map((claim) => county.do(people.bureauDirector, 'claim.approve', { claim, fund })),
      )
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['done', 'refused'])
      expect(outcomes.find((o) => o.status === 'refused')).toMatchObject({
        refusals: [{ code: 'fund.budget-exceeded', facts: { leftFen: 1, amountFen: oneUnitFen } }],
      })
      expect(await road.spentOf(fund)).toBe(oneUnitFen)
    }
  })

  it('pays for its own purpose only', async () => {
    const [home = ''] = await road.accepted(1)
    const claim = await road.submit([home])
    await road.review(claim)
    const wrong = await road.fund('operating', 10 * oneUnitFen)
    expect(await county.refused(people.bureauDirector, 'claim.approve', { claim, fund: wrong })).toEqual([
      'fund.other-purpose',
    ])
    expect(await county.refused(people.bureauDirector, 'claim.approve', { claim, fund: newId() })).toEqual([
      'fund.not-found',
    ])
  })

  it('keeps its budget at or above what is spent and reserved', async () => {
    const [home = ''] = await road.accepted(1)
    const fund = await road.fund('equipment', 5 * oneUnitFen)
    const claim = await road.submit([home])
    await road.review(claim)
    await road.approve(claim, fund)
    const change = (budgetFen: number) => ({ fund, budgetFen, reason: '年中调整' })
    expect(await county.refused(people.financeOfficer, 'fund.change-budget', change(oneUnitFen - 1))).toEqual(
      ['fund.budget-below-spent'],
    )
    const receipt = await county.done(people.financeOfficer, 'fund.change-budget', change(oneUnitFen))
    expect(receipt.result).toEqual({ budgetBeforeFen: 5 * oneUnitFen })
    expect(await county.ask(people.auditor, 'fund.page', { fund })).toMatchObject({
      budgetFen: oneUnitFen,
      availableFen: 0,
      reservedFen: oneUnitFen,
      usedFen: 0,
      payableFen: oneUnitFen,
      bankFen: 5 * oneUnitFen,
    })
    await road.pay(claim)
    expect(await county.ask(people.auditor, 'fund.page', { fund })).toMatchObject({
      reservedFen: 0,
      usedFen: oneUnitFen,
      payableFen: 0,
      bankFen: 4 * oneUnitFen,
    })
    const journals = (await county.ask(people.auditor, 'ledger.journals', { fund })) as {
      total: number
      rows: { kind: string; reference: string; amountFen: number }[]
    }
    expect(journals.rows.map(({ kind }) => kind).sort()).toEqual([
      'budget-lowered',
      'claim-approved',
      'claim-paid',
      'fund-opened',
      'money-received',
    ])
    expect(journals.rows.find(({ kind }) => kind === 'claim-paid')).toMatchObject({
      reference: claim,
      amountFen: oneUnitFen,
    })
  })
})

describe('wrong people', () => {
  it('neither see nor move a claim', async () => {
    const [home = ''] = await road.accepted(1)
    const claim = await road.submit([home])
    expect(await county.program.ask(people.otherContractor, 'claim.page', { claim })).toEqual({
      status: 'not-found',
    })
    expect(await county.program.ask(people.otherContractor, 'claim.lines', { claim })).toEqual({
      status: 'not-found',
    })
    expect(await county.program.ask(people.otherContractor, 'claim.preview', { lot: road.lot })).toEqual({
      status: 'not-found',
    })
    expect(await county.ask(people.otherContractor, 'claim.list')).toMatchObject({ rows: [], total: 0 })
    expect(
      await county.refused(people.otherContractor, 'claim.submit', { id: newId(), lot: road.lot }),
    ).toEqual(['subject.not-found'])
    for (const actor of [people.contractor, people.townOfficer, people.financeOfficer, people.auditor])
      expect(await county.refused(actor, 'claim.review', { claim })).toEqual(['not-permitted'])
    const townly = { ...people.bureauOfficer, grants: [{ role: 'bureau-officer', area: '370683101000' }] }
    expect(await county.refused(townly, 'claim.review', { claim })).toEqual(['subject.not-found'])
    for (const name of ['fund.list', 'ledger.journals'])
      expect(
        await county.program.ask(people.contractor, name, name === 'fund.list' ? {} : { fund: newId() }),
      ).toEqual({ status: 'not-permitted' })
  })
})
