import { sql } from 'kysely'
import type { Receipt } from '../../src/kernel/act/perform.ts'
import type { Actor } from '../../src/kernel/identity/authority.ts'
import { newId } from '../../src/kernel/identity/id.ts'
import { aBuildRoad } from './build-road.ts'
import { county as countyId, type TestCounty } from './county.ts'

let accounts = 0

/** The way of accepted homes to their money: everything before it walked through the door. */
export async function aMoneyRoad(county: TestCounty) {
  const { actors } = county
  const build = await aBuildRoad(county)
  const paper = [await county.evidence('document')]
  const write = <T>(work: Parameters<typeof county.program.database.write<T>>[1]) =>
    county.program.database.write(countyId, work)
  const read = <T>(work: Parameters<typeof county.program.database.read<T>>[1]) =>
    county.program.database.read(countyId, work)

  const road = {
    ...build,
    paper,
    director: actors.bureauDirector,
    /** Homes handed over to the contractor, each with an electricity account of its own. */
    async assigned(count: number): Promise<string[]> {
      const homes = await build.assigned(count)
      const numbers = homes.map(() => `0606${String(++accounts).padStart(9, '0')}`)
      await write((tx) =>
        sql`update home set account_number = a.number, account_holder = home.householder
              from unnest(${homes}::uuid[], ${numbers}::text[]) as a (id, number)
             where home.county = ${countyId} and home.id = a.id`.execute(tx),
      )
      return homes
    },
    async commit(home: string): Promise<void> {
      await county.done(
        actors.townOfficer,
        'paper.record',
        { home, paper: 'commitment', signedOn: '2023-08-10', witness: '见证人' },
        [await county.evidence('photo')],
      )
    },
    /** Homes all the way to acceptance, with their commitment signed unless told otherwise. */
    async accepted(count: number, given: { committed?: boolean; units?: number } = {}): Promise<string[]> {
      const homes = await road.assigned(count)
      for (const home of homes) {
        await build.accept(home, given.units)
        if (given.committed !== false) await road.commit(home)
      }
      return homes
    },
    async fund(purpose: 'equipment' | 'building' | 'operating', budgetFen: number): Promise<string> {
      const id = newId()
      await county.done(actors.financeOfficer, 'fund.open', {
        id,
        name: `${purpose} ${id.slice(-4)}`,
        source: 'county',
        purpose,
        budgetFen,
      })
      await road.receive(id, budgetFen)
      return id
    },
    receive: (fund: string, amountFen: number): Promise<Receipt> =>
      county.done(
        actors.financeOfficer,
        'fund.receive',
        {
          id: newId(),
          fund,
          amountFen,
          creditedOn: county.program.clock.today(),
          bankReference: `IN-${newId().slice(-12)}`,
        },
        paper,
      ),
    async submit(homes?: readonly string[]): Promise<string> {
      const id = newId()
      await county.done(actors.contractor, 'claim.submit', { id, lot: build.lot, homes })
      return id
    },
    review: (claim: string): Promise<Receipt> => county.done(actors.bureauOfficer, 'claim.review', { claim }),
    approve: (claim: string, fund: string): Promise<Receipt> =>
      county.done(actors.bureauDirector, 'claim.approve', { claim, fund }),
    pay: (claim: string): Promise<Receipt> =>
      county.done(
        actors.financeOfficer,
        'claim.pay',
        { claim, bankReference: `BANK-${newId().slice(-12)}` },
        paper,
      ),
    /** The lot's contract, or its next version: what it orders, and the share it keeps until the warranty is over. */
    contract: (units: number, retentionPercent: number, warrantyMonths = 24): Promise<Receipt> =>
      county.done(
        actors.bureauOfficer,
        'contract.record',
        {
          ...{ id: newId(), lot: build.lot, number: 'HT-1', signedOn: county.program.clock.today() },
          ...{ advanceBasis: '合同第 6 条（模拟）', retentionPercent, warrantyMonths, reason: '据实调整' },
          items: [{ name: '热风机', unit: '台', centiQuantity: units * 100, unitPriceFen: 400_000 }],
        },
        paper,
      ),
    deduct: (claim: string, amountFen: number, actor: Actor = actors.bureauOfficer) =>
      county.do(
        actor,
        'claim.deduct',
        { id: newId(), claim, kind: 'penalty', amountFen, reason: '逾期三天（模拟）' },
        paper,
      ),
    /** A claim of these homes, all the way to payment. */
    async paid(homes: readonly string[], fund: string): Promise<string> {
      const claim = await road.submit(homes)
      await road.review(claim)
      await road.approve(claim, fund)
      await road.pay(claim)
      return claim
    },
    reportCoal: async (
      home: string,
      foundOn = county.program.clock.today(),
      actor: Actor = actors.townOfficer,
    ) =>
      county.do(actor, 'coal.report', { id: newId(), home, foundOn, description: '巡查见在用煤炉（模拟）' }, [
        await county.evidence('photo'),
      ]),
    /** A finding of coal to which the household has said what it has to say. */
    coalHeard: async (home: string, actor: Actor = actors.townOfficer): Promise<string> => {
      const id = newId()
      const finding = {
        id,
        home,
        foundOn: county.program.clock.today(),
        description: '巡查见在用煤炉（模拟）',
      }
      await county.done(actor, 'coal.report', finding, [await county.evidence('photo')])
      const said = { id: newId(), finding: id, heardOn: finding.foundOn, statement: '夜里太冷（模拟）' }
      await county.done(actors.townOfficer, 'coal.hear', said, paper)
      return id
    },
    revoke: (finding: string, actor: Actor = actors.bureauDirector) =>
      county.do(actor, 'coal.revoke', { finding, reason: '查实用煤' }),
    coalRevoked: async (home: string, actor?: Actor) => road.revoke(await road.coalHeard(home, actor)),
    accountOf: async (home: string): Promise<string> =>
      (
        await read((db) =>
          db
            .selectFrom('home')
            .select('account_number')
            .where('county', '=', countyId)
            .where('id', '=', home)
            .executeTakeFirstOrThrow(),
        )
      ).account_number ?? '',
    /** Every fund with what its balances say and what its transfers sum to: always the same, never beyond the budget. */
    books: async (): Promise<{ fund: string; spentFen: number; entriesFen: number; budgetFen: number }[]> =>
      (
        await read((db) =>
          sql<{ fund: string; spentFen: number; entriesFen: number; budgetFen: number }>`
            select f.id as fund,
                   (select coalesce(sum(b.amount_fen), 0)::bigint from ledger_balance b
                     where b.county = ${countyId} and b.fund = f.id and b.account in ('reserved', 'used')) as "spentFen",
                   (select coalesce(-sum(b.amount_fen), 0)::bigint from ledger_balance b
                     where b.county = ${countyId} and b.fund = f.id and b.account = 'appropriation') as "budgetFen",
                   (select coalesce(sum(case when t.debit in ('reserved', 'used') then t.amount_fen else 0 end)
                                  - sum(case when t.credit in ('reserved', 'used') then t.amount_fen else 0 end), 0)::bigint
                      from ledger_journal j join ledger_transfer t on t.county = ${countyId} and t.journal = j.id
                     where j.county = ${countyId} and j.fund = f.id) as "entriesFen"
              from fund f where f.county = ${countyId}`.execute(db),
        )
      ).rows,
    spentOf: async (fund: string): Promise<number> =>
      (await road.books()).find((row) => row.fund === fund)?.spentFen ?? Number.NaN,
    write,
    read,
  }
  return road
}

export type MoneyRoad = Awaited<ReturnType<typeof aMoneyRoad>>
