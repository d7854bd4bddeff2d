import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCounty, county as countyId, type TestCounty } from '../../../tests/support/county.ts'
import { aMoneyRoad, type MoneyRoad } from '../../../tests/support/money-road.ts'
import { newId } from '../../kernel/identity/id.ts'
import { bytesOf } from '../../kernel/sheets/write-sheets.ts'
import { openedWorkbook } from '../../kernel/sheets/package-samples.ts'

let county: TestCounty
let road: MoneyRoad
beforeAll(async () => {
  county = await aCounty()
  road = await aMoneyRoad(county)
})
afterAll(() => county.close())

interface Line {
  account: string
  side: string
  balanceFen: number
}
const standing = async (fund: string): Promise<Record<string, number>> => {
  const lines = (await county.ask(county.actors.auditor, 'ledger.trial-balance', { fund })) as Line[]
  return Object.fromEntries(lines.map(({ account, balanceFen }) => [account, balanceFen]))
}
const openFund = async (budgetFen: number): Promise<string> => {
  const id = newId()
  await county.done(county.actors.financeOfficer, 'fund.open', {
    id,
    name: `账 ${id.slice(-6)}`,
    source: 'city',
    purpose: 'equipment',
    budgetFen,
  })
  return id
}
const receipt = (fund: string, amountFen: number, bankReference = `IN-${newId().slice(-10)}`) => ({
  id: newId(),
  fund,
  amountFen,
  creditedOn: county.program.clock.today(),
  bankReference,
})

describe('money received', () => {
  it('needs the bank’s slip, and one transfer counts once', async () => {
    const { financeOfficer } = county.actors
    const fund = await openFund(1_000_000)
    const first = receipt(fund, 400_000)
    expect(await county.refused(financeOfficer, 'fund.receive', first)).toEqual(['evidence.required'])
    await county.done(financeOfficer, 'fund.receive', first, road.paper)
    expect(
      await county.refused(financeOfficer, 'fund.receive', receipt(fund, 5, first.bankReference), road.paper),
    ).toEqual(['fund.reference-used'])
    expect(
      await county.refused(
        financeOfficer,
        'fund.receive',
        { ...receipt(fund, 5), creditedOn: '2099-01-01' },
        road.paper,
      ),
    ).toEqual(['fund.received-in-future'])
    expect(await standing(fund)).toMatchObject({ bank: 400_000, source: 400_000, available: 1_000_000 })
  })

  it('entered wrongly is countered by a journal of its own, and may then be entered rightly', async () => {
    const { financeOfficer, auditor, bureauOfficer } = county.actors
    const fund = await openFund(1_000_000)
    const wrong = receipt(fund, 400_000)
    await county.done(financeOfficer, 'fund.receive', wrong, road.paper)
    const reverse = { receipt: wrong.id, reason: '金额录错' }
    expect(await county.refused(bureauOfficer, 'fund.reverse-receipt', reverse)).toEqual(['not-permitted'])
    await county.done(financeOfficer, 'fund.reverse-receipt', reverse)
    expect(await county.refused(financeOfficer, 'fund.reverse-receipt', reverse)).toEqual([
      'fund.receipt-reversed',
    ])
    await county.done(financeOfficer, 'fund.receive', receipt(fund, 40_000, wrong.bankReference), road.paper)
    expect(await standing(fund)).toMatchObject({ bank: 40_000, source: 40_000 })
    const { rows } = (await county.ask(auditor, 'ledger.journals', { fund })) as {
      rows: { id: string; kind: string }[]
    }
    const reversal = rows.find(({ kind }) => kind === 'receipt-reversed')
    const taken = (await county.ask(auditor, 'ledger.journal', { journal: reversal?.id })) as {
      reverses: string
    }
    expect(await county.ask(auditor, 'ledger.journal', { journal: taken.reverses })).toMatchObject({
      kind: 'money-received',
      reversedBy: reversal?.id,
      bankReference: wrong.bankReference,
      papers: [{ kind: 'document' }],
    })
  })

  it('is not taken back once it is paid out', async () => {
    const fund = await openFund(10_000_000)
    const only = receipt(fund, 10_000_000)
    await county.done(county.actors.financeOfficer, 'fund.receive', only, road.paper)
    await road.paid(await road.accepted(1), fund)
    expect(
      await county.refused(county.actors.financeOfficer, 'fund.reverse-receipt', {
        receipt: only.id,
        reason: '录错',
      }),
    ).toEqual(['fund.receipt-spent'])
  })
})

describe('paying', () => {
  it('waits until the money has come in', async () => {
    const fund = await openFund(10_000_000)
    const claim = await road.submit(await road.accepted(1))
    await road.review(claim)
    await road.approve(claim, fund)
    const pay = { claim, bankReference: 'B-9001' }
    expect(await county.refused(county.actors.financeOfficer, 'claim.pay', pay, road.paper)).toEqual([
      'fund.not-received',
    ])
    await road.receive(fund, 10_000_000)
    await county.done(county.actors.financeOfficer, 'claim.pay', pay, road.paper)
    const { used = 0, bank = 0, subsidy = 0, payable = 1 } = await standing(fund)
    expect(used).toBeGreaterThan(0)
    expect([bank, subsidy, payable]).toEqual([10_000_000 - used, used, 0])
  })
})

describe('the books', () => {
  it('cannot be changed by the program, only added to', async () => {
    const change = (table: string) =>
      county.program.database.write(countyId, (tx) =>
        sql`delete from ${sql.table(table)} where county = ${countyId}`.execute(tx),
      )
    for (const table of ['ledger_journal', 'ledger_transfer'])
      await expect(change(table)).rejects.toThrow('permission denied')
  })

  it('export as a workbook whose totals agree', async () => {
    const given = await county.program.file(county.actors.auditor, 'ledger.export', {
      from: '2023-01-01',
      to: county.program.clock.today(),
    })
    if (given.status !== 'ok') throw new Error(given.status)
    const { body } = given.value as { body: Uint8Array | Parameters<typeof bytesOf>[0] }
    const { sheets } = await openedWorkbook(body instanceof Uint8Array ? body : await bytesOf(body))
    expect(sheets.map(({ name }) => name)).toEqual(['科目余额', '收支报表', '记账凭证'])
  })
})
