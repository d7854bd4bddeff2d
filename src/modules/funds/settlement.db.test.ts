import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCounty, type TestCounty } from '../../../tests/support/county.ts'
import { aMoneyRoad, type MoneyRoad } from '../../../tests/support/money-road.ts'
import { listViolations } from '../../../tests/support/violations.ts'
import { monthsAfter } from '../../kernel/dates/day.ts'
import { newId } from '../../kernel/identity/id.ts'
import type { Account } from './rules/accounts.ts'

let county: TestCounty
let road: MoneyRoad
let people: TestCounty['actors']
beforeAll(async () => {
  county = await aCounty()
  road = await aMoneyRoad(county)
  people = county.actors
})
afterAll(() => county.close())

/** A share of 60 % of 4,680.00 yuan for one machine. */
const oneUnitFen = 280_800
const roomFen = 100 * oneUnitFen

const balances = (fund: string) =>
  road.read(async (db) => {
    const rows = await db
      .selectFrom('ledger_balance')
      .select(['account', 'amount_fen'])
      .where('county', '=', 1)
      .where('fund', '=', fund)
      .execute()
    return (account: Account) => Math.abs(rows.find((row) => row.account === account)?.amount_fen ?? 0)
  })
const accountOf = () =>
  county.ask<{
    terms: { number: string; centiOrdered: number } | null
    accepted: number
    unclaimed: number
    claims: object[]
    closing: { auditedFen: number } | null
  }>(people.bureauOfficer, 'lot.account', { lot: road.lot })
const paper = async () => [await county.evidence('document')]
const sound = async () =>
  expect(await listViolations(county.program.database.pool, 1, { homesWithoutActs: true })).toEqual([])

describe('a lot with a contract', () => {
  it('is claimed for up to what it ordered; a supplement raises that', async () => {
    const homes = await road.accepted(3)
    expect(await county.ask(people.contractor, 'claim.preview', { lot: road.lot })).toMatchObject({
      contractLeft: null,
      isBeyondContract: false,
    })
    await road.contract(2, 0)
    expect(await county.do(people.contractor, 'claim.submit', { id: newId(), lot: road.lot })).toMatchObject({
      status: 'refused',
      refusals: [{ code: 'claim.beyond-contract', facts: { left: 2, asked: 3 } }],
    })
    const preview = () =>
      county.ask<{ contractLeft: number | null; isBeyondContract: boolean }>(
        people.contractor,
        'claim.preview',
        {
          lot: road.lot,
        },
      )
    expect(await preview()).toMatchObject({ contractLeft: 2, isBeyondContract: true })
    const first = await road.submit(homes.slice(0, 2))
    expect(await preview()).toMatchObject({ contractLeft: 0, isBeyondContract: true })
    expect(await county.refused(people.contractor, 'claim.submit', { id: newId(), lot: road.lot })).toEqual([
      'claim.beyond-contract',
    ])
    await road.contract(100, 3)
    const second = await road.submit()
    // What is returned is free again to be claimed.
    for (const claim of [first, second])
      await county.done(people.bureauOfficer, 'claim.return', { claim, reason: '测试' })
    expect(await accountOf()).toMatchObject({
      terms: { number: 'HT-1', centiOrdered: 10_000 },
      accepted: 3,
      unclaimed: 3,
      claims: [],
    })
    const { contracts } = await county.ask<{ contracts: { version: number; reason: string | null }[] }>(
      people.contractor,
      'lot.contracts',
      { lot: road.lot },
    )
    expect(contracts).toMatchObject([
      { version: 2, reason: '据实调整', sumFen: 40_000_000 },
      { version: 1, reason: null, sumFen: 800_000 },
    ])
    expect(await county.ask(people.otherContractor, 'lot.contracts', { lot: road.lot })).toEqual({
      contracts: [],
    })
  })

  it('takes off, keeps and releases, each by its person, and every fen of it stands in the ledger', async () => {
    const fund = await road.fund('equipment', roomFen)
    const claim = await road.submit()
    const totalFen = 3 * oneUnitFen
    expect(
      await county.refused(people.bureauOfficer, 'claim.strike-deduction', {
        ...{ claim, deduction: newId(), reason: '没有扣过' },
      }),
    ).toEqual(['claim.nothing-deducted'])
    const wrong = newId()
    const deduct = async (id: string, amountFen: number) =>
      county.do(
        people.bureauOfficer,
        'claim.deduct',
        { id, claim, kind: 'defect', amountFen, reason: '室外机未固定（模拟）' },
        await paper(),
      )
    expect(await deduct(newId(), totalFen)).toMatchObject({ refusals: [{ code: 'claim.deduct-too-much' }] })
    expect(await deduct(wrong, 5_000)).toMatchObject({ status: 'done' })
    expect(await deduct(wrong, 5_000)).toMatchObject({ refusals: [{ code: 'claim.deducted-already' }] })
    expect((await road.deduct(claim, 12_345)).status).toBe('done')
    await county.done(people.bureauOfficer, 'claim.strike-deduction', {
      ...{ claim, deduction: wrong, reason: '复查已固定（模拟）' },
    })
    await road.review(claim)
    await sound()
    const netFen = totalFen - 12_345
    const keptFen = Math.floor((netFen * 3) / 100)
    await road.approve(claim, fund)
    expect(
      await county.refused(
        people.bureauOfficer,
        'claim.deduct',
        {
          ...{ id: newId(), claim, kind: 'other', amountFen: 1, reason: '批准以后' },
        },
        await paper(),
      ),
    ).toEqual(['claim.deduct-too-late'])
    let of = await balances(fund)
    expect([of('reserved'), of('payable'), of('bank')]).toEqual([netFen, netFen, roomFen])
    await road.pay(claim)
    of = await balances(fund)
    expect([of('reserved'), of('payable'), of('used'), of('bank')]).toEqual([
      keptFen,
      keptFen,
      netFen - keptFen,
      roomFen - netFen + keptFen,
    ])
    await sound()
    const { releaseOn } = await county.ask<{ releaseOn: string }>(people.contractor, 'claim.page', { claim })
    expect(releaseOn).toBe(monthsAfter(county.program.clock.today(), 24))
    const release = async (actor = people.financeOfficer, bankReference = 'ZBJ-0001') =>
      county.do(actor, 'claim.release-retention', { claim, bankReference }, await paper())
    expect(await release()).toMatchObject({
      refusals: [{ code: 'claim.warranty-runs', facts: { day: releaseOn } }],
    })
    const closing = { lot: road.lot, auditedFen: netFen, remark: '审计报告〔2025〕7 号（模拟）' }
    expect(await county.refused(people.bureauDirector, 'lot.close', closing, await paper())).toEqual([
      'closing.retention-kept',
    ])
    county.clock.set(new Date(`${releaseOn}T04:00:00Z`))
    const paid = await county.ask<{ bankReference: string }>(people.contractor, 'claim.page', { claim })
    expect(await release(people.financeOfficer, paid.bankReference)).toMatchObject({
      refusals: [{ code: 'claim.reference-used' }],
    })
    const both = await Promise.all([release(), release(people.financeOfficer, 'ZBJ-0002')])
    expect(both.map(({ status }) => status).sort()).toEqual(['done', 'refused'])
    of = await balances(fund)
    expect([of('reserved'), of('payable'), of('used'), of('bank')]).toEqual([0, 0, netFen, roomFen - netFen])
    await sound()

    // Nothing is open: the account is closed, once, and stays.
    await county.done(people.bureauDirector, 'lot.close', closing, await paper())
    expect(await county.refused(people.bureauDirector, 'lot.close', closing, await paper())).toEqual([
      'closing.closed-already',
    ])
    expect(await county.refused(people.contractor, 'claim.submit', { id: newId(), lot: road.lot })).toContain(
      'claim.lot-closed',
    )
    await expect(road.contract(200, 3)).rejects.toThrow(/contract.lot-closed/)
    expect(await accountOf()).toMatchObject({ closing: { auditedFen: netFen } })
  })
})
