import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aCounty, area, type TestCounty } from '../../../tests/support/county.ts'
import { confirmedHomes } from '../../../tests/support/confirmed-homes.ts'
import type { Actor } from '../../kernel/identity/authority.ts'
import { newId } from '../../kernel/identity/id.ts'
import { contributionFacts } from './standing.ts'
import { bytesOf } from '../../kernel/sheets/write-sheets.ts'
import { openedWorkbook } from '../../kernel/sheets/package-samples.ts'
import { writeTable } from '../../kernel/sheets/write-table.ts'

let county: TestCounty
let account: string
let numbers = 0
const today = '2023-08-15'
const perHome = 150_000

beforeAll(async () => {
  county = await aCounty()
  account = newId()
  await county.done(county.actors.financeOfficer, 'contribution.open-account', {
    id: account,
    town: area.town,
    bank: '农商银行',
    accountNumber: '9060000001',
  })
})
afterAll(() => county.close())

type Stage = Parameters<typeof confirmedHomes>[1]['stage']
const homesAt = (stage: Stage = 'confirmed', count = 1, village = area.village) =>
  confirmedHomes(county, { village, count, stage })
const aHome = async (stage?: Stage): Promise<string> => {
  const [home] = await homesAt(stage)
  if (!home) throw new Error('no home')
  return home
}
const write = (text: ReturnType<typeof sql>) => text.execute(county.program.database.owner)

const payment = (home: string, amountFen = perHome, more: object = {}) => ({
  id: newId(),
  home,
  number: ++numbers,
  amountFen,
  paidOn: today,
  way: 'cash',
  ...more,
})
async function collected(home: string, amountFen = perHome, by = county.actors.townOfficer): Promise<string> {
  const input = payment(home, amountFen)
  await county.done(by, 'contribution.collect', input)
  return input.id
}
const document = async () => [await county.evidence('document')]
const slip = (receipts: readonly string[], amountFen: number, more: object = {}) => ({
  id: newId(),
  account,
  number: `HX-${newId().slice(-8)}`,
  amountFen,
  bankedOn: today,
  receipts,
  ...more,
})
async function entered(receipts: readonly string[], amountFen: number): Promise<string> {
  const input = slip(receipts, amountFen)
  await county.done(county.actors.townOfficer, 'contribution.bank', input, await document())
  return input.id
}
async function banked(home: string, amountFen = perHome): Promise<void> {
  const id = await entered([await collected(home, amountFen)], amountFen)
  await county.done(county.actors.townReviewer, 'contribution.confirm-slip', { slip: id })
}
const passing = (homes: readonly string[], amountFen: number, more: object = {}) => ({
  id: newId(),
  account,
  contractor: county.organisations.contractor,
  homes,
  amountFen,
  passedOn: today,
  bankReference: `ZF-${newId().slice(-8)}`,
  ...more,
})
const accept = (homes: readonly string[]) =>
  write(sql`update home set accepted_on = ${today}, contractor = ${county.organisations.contractor}
             where id = any(${[...homes]}::uuid[])`)
const leave = (home: string) => write(sql`update home set ended = 'withdrawn' where id = ${home}`)
const refunding = (home: string, amountFen = perHome) => ({
  id: newId(),
  home,
  amountFen,
  refundedOn: today,
  bankReference: `TK-${newId().slice(-8)}`,
})
interface OfHome {
  standing: {
    standing: string
    dueFen: number
    receivedFen: number
    bankedFen: number
    openFen: number
    passedOnFen: number
    refundedFen: number
  }
  receipts: { number: number; state: string }[]
}
const ofHome = (home: string, who: Actor = county.actors.townOfficer) =>
  county.ask<OfHome>(who, 'contribution.of-home', { home })
const standing = async (): Promise<Record<string, number>> =>
  Object.fromEntries(
    (
      await county.ask<{ account: string; balanceFen: number }[]>(
        county.actors.auditor,
        'ledger.trial-balance',
        { fund: account },
      )
    ).map(({ account: name, balanceFen }) => [name, balanceFen]),
  )

describe('an account in trust', () => {
  it('is one for each town, and takes nothing that other funds take', async () => {
    const { financeOfficer, townOfficer } = county.actors
    const again = { id: newId(), town: area.town, bank: '农商银行', accountNumber: '9060000002' }
    expect(await county.refused(financeOfficer, 'contribution.open-account', again)).toEqual([
      'contribution.account-exists',
    ])
    expect(await county.refused(townOfficer, 'contribution.open-account', again)).toEqual(['not-permitted'])
    const received = {
      id: newId(),
      fund: account,
      amountFen: 5,
      creditedOn: today,
      bankReference: 'IN-77777',
    }
    expect(await county.refused(financeOfficer, 'fund.receive', received, await document())).toEqual([
      'subject.not-found',
    ])
    expect(
      await county.refused(financeOfficer, 'fund.change-budget', {
        fund: account,
        budgetFen: 5,
        reason: '错用',
      }),
    ).toEqual(['subject.not-found'])
    const listed = await county.ask<{ rows: { id: string }[] }>(financeOfficer, 'fund.list', {})
    expect(listed.rows.map(({ id }) => id)).not.toContain(account)
  })
})

describe('collecting', () => {
  it('is known to the rules of payment once all that is due came in, and of no town without an account', async () => {
    const [home, elsewhere] = [await aHome(), (await homesAt('confirmed', 1, area.farVillage))[0] ?? '']
    const known = () =>
      county.program.database.read(1, async (db) =>
        contributionFacts(
          db,
          {
            county: 1,
            pack: await county.program.packs.inForceIn(db, 1),
            today: county.program.clock.today(),
          },
          [home, elsewhere],
        ),
      )
    await collected(home, perHome - 1)
    expect((await known()).get(home)).toEqual({ 'home.contributionPaid': { known: true, value: false } })
    await collected(home, 1)
    expect((await known()).get(home)).toEqual({ 'home.contributionPaid': { known: true, value: true } })
    expect((await known()).has(elsewhere)).toBe(false)
  })

  it('takes instalments up to what is due and nothing beyond', async () => {
    const home = await aHome()
    const { townOfficer } = county.actors
    await collected(home, 100_000)
    expect(await county.refused(townOfficer, 'contribution.collect', payment(home, 50_001))).toEqual([
      'contribution.beyond-due',
    ])
    await collected(home, 50_000)
    expect((await ofHome(home)).standing).toMatchObject({
      standing: 'to-bank',
      dueFen: perHome,
      receivedFen: perHome,
      openFen: 0,
    })
    expect(await county.refused(townOfficer, 'contribution.collect', payment(home, 1))).toEqual([
      'contribution.beyond-due',
    ])
  })

  it('takes what the agreement states where it states another amount', async () => {
    const home = await aHome()
    await write(sql`update home set contribution_fen = 60000 where id = ${home}`)
    expect(
      await county.refused(county.actors.townOfficer, 'contribution.collect', payment(home, 60_001)),
    ).toEqual(['contribution.beyond-due'])
    await collected(home, 60_000)
    expect((await ofHome(home)).standing).toMatchObject({ dueFen: 60_000, openFen: 0 })
  })

  it('uses a number once, and keeps to the town, the register and the calendar', async () => {
    const { townOfficer, otherTownOfficer, cadre } = county.actors
    const [one = '', two = ''] = await homesAt('confirmed', 2)
    const first = payment(one, 1000)
    await county.done(townOfficer, 'contribution.collect', first)
    const again = payment(two, 1000, { number: first.number })
    expect(await county.refused(townOfficer, 'contribution.collect', again)).toEqual([
      'contribution.number-used',
    ])
    expect(await county.refused(otherTownOfficer, 'contribution.collect', payment(two, 1000))).toEqual([
      'subject.not-found',
    ])
    expect(await county.refused(cadre, 'contribution.collect', payment(two, 1000))).toEqual(['not-permitted'])
    expect(
      await county.refused(townOfficer, 'contribution.collect', payment(two, 1000, { paidOn: '2023-08-16' })),
    ).toEqual(['contribution.in-future'])
    expect(
      await county.refused(townOfficer, 'contribution.collect', payment(await aHome('noticed'), 1000)),
    ).toEqual(['contribution.not-confirmed'])
    const [far = ''] = await homesAt('confirmed', 1, area.farVillage)
    expect(await county.refused(otherTownOfficer, 'contribution.collect', payment(far, 1000))).toEqual([
      'contribution.no-account',
    ])
  })

  it('of two at once never takes more than is due, nor the same number twice', async () => {
    const { townOfficer } = county.actors
    const home = await aHome()
    const both = await Promise.all(
      [1, 2].map(() => county.do(townOfficer, 'contribution.collect', payment(home, 100_000))),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['done', 'refused'])
    const [one = '', two = ''] = await homesAt('confirmed', 2)
    const number = ++numbers
    const same = await Promise.all(
      [one, two].map((each) =>
        county.do(townOfficer, 'contribution.collect', payment(each, 1000, { number })),
      ),
    )
    expect(same.map(({ status }) => status).sort()).toEqual(['done', 'refused'])
  })
})

describe('voiding a receipt', () => {
  it('is somebody else’s, before it stands on a slip; its number stays used', async () => {
    const { townOfficer, townReviewer, otherTownReviewer } = county.actors
    const home = await aHome()
    const input = payment(home, 1000)
    await county.done(townOfficer, 'contribution.collect', input)
    const cancel = { receipt: input.id, reason: '写错户' }
    expect(await county.refused(townOfficer, 'contribution.cancel-receipt', cancel)).toEqual([
      'contribution.same-person',
    ])
    expect(await county.refused(otherTownReviewer, 'contribution.cancel-receipt', cancel)).toEqual([
      'subject.not-found',
    ])
    const before = await standing()
    await county.done(townReviewer, 'contribution.cancel-receipt', cancel)
    expect((await standing())['on-hand']).toBe((before['on-hand'] ?? 0) - 1000)
    expect(await county.refused(townReviewer, 'contribution.cancel-receipt', cancel)).toEqual([
      'contribution.voided',
    ])
    expect(
      await county.refused(
        townOfficer,
        'contribution.collect',
        payment(home, 1000, { number: input.number }),
      ),
    ).toEqual(['contribution.number-used'])
    const second = await collected(home, 1000)
    await entered([second], 1000)
    expect(
      await county.refused(townReviewer, 'contribution.cancel-receipt', {
        receipt: second,
        reason: '写错户',
      }),
    ).toEqual(['contribution.on-slip'])
    expect((await ofHome(home)).receipts.map(({ state }) => state)).toEqual(['void', 'waiting'])
  })
})

describe('taking money to the bank', () => {
  it('names receipts that come to the slip, each on one slip', async () => {
    const { townOfficer, otherTownOfficer } = county.actors
    const receipts = [await collected(await aHome(), 70_000), await collected(await aHome(), 30_000)]
    const bank = async (input: object, by = townOfficer) =>
      county.refused(by, 'contribution.bank', input, await document())
    expect(await county.refused(townOfficer, 'contribution.bank', slip(receipts, 100_000))).toEqual([
      'evidence.required',
    ])
    expect(await bank(slip(receipts, 99_999))).toEqual(['contribution.slip-differs'])
    expect(await bank(slip([...receipts, newId()], 100_000))).toEqual(['contribution.receipts-not-free'])
    expect(await bank(slip(receipts, 100_000, { bankedOn: '2023-08-14' }))).toEqual([
      'contribution.banked-before-paid',
    ])
    expect(await bank(slip(receipts, 100_000), otherTownOfficer)).toEqual(['subject.not-found'])
    const right = slip(receipts, 100_000)
    await county.done(townOfficer, 'contribution.bank', right, await document())
    expect(await bank(slip(receipts, 100_000))).toEqual(['contribution.receipts-not-free'])
    const more = await collected(await aHome(), 500)
    expect(await bank(slip([more], 500, { number: right.number }))).toEqual(['contribution.slip-used'])
  })

  it('counts when somebody else has confirmed it, or is returned with its receipts free again', async () => {
    const { townOfficer, townReviewer, financeOfficer, otherTownReviewer } = county.actors
    const home = await aHome()
    const receipt = await collected(home)
    const first = await entered([receipt], perHome)
    // Another reviewer who collected one of them herself.
    const asReviewer: Actor = { ...townOfficer, grants: [...townOfficer.grants, ...townReviewer.grants] }
    expect(await county.refused(asReviewer, 'contribution.confirm-slip', { slip: first })).toEqual([
      'contribution.same-person',
    ])
    expect(await county.refused(otherTownReviewer, 'contribution.confirm-slip', { slip: first })).toEqual([
      'subject.not-found',
    ])
    await county.done(townReviewer, 'contribution.return-slip', { slip: first, reason: '银行没有这笔' })
    expect((await ofHome(home)).standing).toMatchObject({ standing: 'to-bank', bankedFen: 0 })
    const second = await entered([receipt], perHome)
    const before = await standing()
    await county.done(financeOfficer, 'contribution.confirm-slip', { slip: second })
    const after = await standing()
    expect([after.bank, after['on-hand']]).toEqual([
      (before.bank ?? 0) + perHome,
      (before['on-hand'] ?? 0) - perHome,
    ])
    expect(await county.refused(townReviewer, 'contribution.confirm-slip', { slip: second })).toEqual([
      'contribution.slip-settled',
    ])
    expect((await ofHome(home)).standing).toMatchObject({ standing: 'paid', bankedFen: perHome })
  })

  it('of two slips at once with the same receipt takes one', async () => {
    const receipt = await collected(await aHome(), 900)
    const paper = await document()
    const both = await Promise.all(
      [1, 2].map(() =>
        county.do(county.actors.townOfficer, 'contribution.bank', slip([receipt], 900), paper),
      ),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['done', 'refused'])
  })
})

describe('passing on', () => {
  it('is for accepted homes of the contractor, whole and once', async () => {
    const { townReviewer, townOfficer } = county.actors
    const [one = '', two = '', three = ''] = await homesAt('assigned', 3)
    for (const home of [one, two]) await banked(home)
    await collected(three)
    const pass = async (input: object, by = townReviewer) =>
      county.refused(by, 'contribution.pass-on', input, await document())
    expect(await pass(passing([one], perHome))).toEqual([
      'contribution.not-of-contractor',
      'contribution.not-accepted',
    ])
    await accept([one, two, three])
    expect(await pass(passing([one, three], perHome))).toEqual(['contribution.not-all-banked'])
    expect(await pass(passing([one, two], perHome))).toEqual(['contribution.sum-differs'])
    expect(await pass(passing([one], perHome, { contractor: county.organisations.otherContractor }))).toEqual(
      ['contribution.not-of-contractor'],
    )
    expect(await pass(passing([one], perHome), townOfficer)).toEqual(['not-permitted'])
    const both: Actor = { ...townOfficer, grants: [...townOfficer.grants, ...townReviewer.grants] }
    expect(await pass(passing([one], perHome), both)).toEqual(['contribution.same-person'])
    const paper = await document()
    const twice = await Promise.all(
      [1, 2].map(() =>
        county.do(townReviewer, 'contribution.pass-on', passing([one, two], 2 * perHome), paper),
      ),
    )
    expect(twice.map(({ status }) => status).sort()).toEqual(['done', 'refused'])
    expect((await ofHome(one)).standing).toMatchObject({ standing: 'passed-on', passedOnFen: perHome })
    expect(await pass(passing([two], perHome))).toContain('contribution.passed-on-before')
    await leave(two)
    expect((await ofHome(two)).standing).toMatchObject({ standing: 'contractor-owes' })
    expect(
      await county.refused(townReviewer, 'contribution.refund', refunding(two), await document()),
    ).toContain('contribution.contractor-has-it')
  })
})

describe('refunding', () => {
  it('gives back to a home that left what is kept for it, once', async () => {
    const { townReviewer, financeOfficer, otherTownReviewer } = county.actors
    const home = await aHome()
    await banked(home)
    const refund = async (input: object, by = townReviewer) =>
      county.refused(by, 'contribution.refund', input, await document())
    expect(await refund(refunding(home))).toEqual(['contribution.not-left'])
    await leave(home)
    expect((await ofHome(home)).standing).toMatchObject({ standing: 'to-refund', dueFen: 0 })
    expect(await refund(refunding(home, perHome + 1))).toEqual(['contribution.beyond-held'])
    expect(await refund(refunding(home), otherTownReviewer)).toEqual(['subject.not-found'])
    expect(await county.refused(townReviewer, 'contribution.refund', refunding(home))).toEqual([
      'evidence.required',
    ])
    const paper = await document()
    const twice = await Promise.all(
      [townReviewer, financeOfficer].map((by) =>
        county.do(by, 'contribution.refund', refunding(home), paper),
      ),
    )
    expect(twice.map(({ status }) => status).sort()).toEqual(['done', 'refused'])
    expect((await ofHome(home)).standing).toMatchObject({ standing: 'refunded', refundedFen: perHome })
    expect(await county.refused(county.actors.townOfficer, 'contribution.collect', payment(home, 1))).toEqual(
      ['contribution.not-confirmed'],
    )
  })

  it('waits for the bank', async () => {
    const home = await aHome()
    await collected(home)
    await leave(home)
    expect(
      await county.refused(
        county.actors.townReviewer,
        'contribution.refund',
        refunding(home),
        await document(),
      ),
    ).toContain('contribution.not-banked')
  })
})

describe('a sheet of receipts', () => {
  interface Row {
    name: string
    village: string
    sequence: number
    number: number | string
    amount: number | string
    on: string
  }
  const sheet = async (rows: Row[]) =>
    county.evidence(
      'workbook',
      Buffer.from(
        await bytesOf(
          writeTable({
            name: '自筹款收据',
            columns: [
              { label: '户主', kind: 'text', value: (row: Row) => row.name },
              { label: '村居', kind: 'text', value: (row: Row) => row.village },
              { label: '登记序号', kind: 'number', value: (row: Row) => row.sequence },
              { label: '收据号', kind: 'text', value: (row: Row) => String(row.number) },
              { label: '金额(元)', kind: 'text', value: (row: Row) => String(row.amount) },
              { label: '日期', kind: 'text', value: (row: Row) => row.on },
            ],
            rows,
          }),
        ),
      ),
    )
  const rowOf = async (home: string, more: Partial<Row> = {}): Promise<Row> => {
    const { rows } = await sql<{ name: string; sequence: number }>`
      select householder as name, sequence from home where id = ${home}`.execute(
      county.program.database.owner,
    )
    return {
      name: rows[0]?.name ?? '',
      village: '甲村(模拟)',
      sequence: rows[0]?.sequence ?? 0,
      number: ++numbers,
      amount: 1500,
      on: '2023-08-01',
      ...more,
    }
  }
  const named = async (count: number) => {
    const homes = await homesAt('confirmed', count)
    await write(sql`update home set householder = '户主' || sequence where id = any(${homes}::uuid[])`)
    return homes
  }

  it('is taken whole where every row is right', async () => {
    const [one = '', two = ''] = await named(2)
    const file = await sheet([
      await rowOf(one, { amount: '1000.50' }),
      await rowOf(two),
      await rowOf(one, { amount: '499.50', on: '2023年8月2日' }),
    ])
    const receipt = await county.done(
      county.actors.townOfficer,
      'contribution.import',
      { account, file: file.digest, fileName: '收据.xlsx' },
      [file],
    )
    expect(receipt.result).toEqual({ receipts: 3, homes: 2, amountFen: 2 * perHome })
    expect((await ofHome(one)).standing).toMatchObject({ receivedFen: perHome, openFen: 0 })
    expect(
      await county.refused(
        county.actors.townOfficer,
        'contribution.import',
        { account, file: file.digest, fileName: '收据.xlsx' },
        [file],
      ),
    ).toEqual(['workbook.faulty'])
  })

  it('names every row that is wrong, and then takes none', async () => {
    const [one = '', two = ''] = await named(2)
    const good = await rowOf(one)
    const file = await sheet([
      good,
      await rowOf(one, { amount: '0.01' }),
      await rowOf(two, { name: '不是他' }),
      await rowOf(two, { sequence: 99_999 }),
      await rowOf(two, { number: good.number }),
      await rowOf(two, { on: '2024-01-01' }),
      await rowOf(two, { amount: '很多' }),
    ])
    const { townOfficer } = county.actors
    await county.bring(townOfficer, [file])
    const run = await county.ask<{
      receipts: number
      problems: { code: string; severity: string; row?: number }[]
    }>(townOfficer, 'contribution.dry-run', { account, file: file.digest })
    expect(
      run.problems
        .filter(({ severity }) => severity === 'error')
        .map(({ code, row }) => [row, code.replace('contribution.sheet.', '')])
        .sort(([a = 0], [b = 0]) => Number(a) - Number(b)),
    ).toEqual([
      [3, 'beyond-due'],
      [4, 'other-name'],
      [5, 'unknown-home'],
      [6, 'twice'],
      [7, 'day'],
      [8, 'amount'],
    ])
    expect(
      await county.refused(
        townOfficer,
        'contribution.import',
        { account, file: file.digest, fileName: '收据.xlsx' },
        [file],
      ),
    ).toEqual(['workbook.faulty'])
    expect((await ofHome(one)).standing).toMatchObject({ receivedFen: 0 })
  })
})

describe('the villages’ page', () => {
  interface Village {
    village: string
    receivedFen: number
    bankedFen: number
    waitingFen: number
    differenceFen: number
  }
  it('splits what was received into the bank, a slip and the difference, and exports it', async () => {
    const { townOfficer, auditor } = county.actors
    await collected(await aHome(), 4321)
    const { rows } = await county.ask<{ rows: Village[] }>(townOfficer, 'contribution.villages', {})
    const own = rows.find(({ village }) => village === area.village)
    expect(own?.differenceFen).toBeGreaterThanOrEqual(4321)
    for (const line of rows)
      expect(line.receivedFen).toBe(line.bankedFen + line.waitingFen + line.differenceFen)
    const shown = await county.ask<{ rows: { amountFen: number }[]; total: number }>(
      townOfficer,
      'contribution.receipts',
      { village: area.village, state: 'on-hand' },
    )
    expect(shown.total).toBeLessThan(50)
    expect(shown.rows.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(own?.differenceFen)
    const file = await county.program.file(auditor, 'contribution.villages-export', {})
    if (file.status !== 'ok') throw new Error(file.status)
    const { sheets } = await openedWorkbook((file.value as { body: Uint8Array }).body)
    expect(sheets.map(({ name }) => name)).toEqual(['自筹款收缴差额'])
  })

  it('names the numbers missing in the town’s series', async () => {
    numbers += 3
    await collected(await aHome(), 1)
    const { rows } = await county.ask<{
      rows: { missing: number; last: number; missingRanges: { from: number; to: number }[] }[]
    }>(county.actors.townReviewer, 'contribution.accounts', {})
    expect(rows[0]?.last).toBe(numbers)
    expect(rows[0]?.missingRanges.at(-1)).toEqual({ from: numbers - 3, to: numbers - 1 })
  })
})

describe('the household', () => {
  let home: string
  beforeEach(async () => {
    home = await aHome()
    await collected(home, 100_000)
  })
  it('sees its own receipts and what is open', async () => {
    expect(await county.ask(county.household(home), 'contribution.own')).toMatchObject({
      standing: { dueFen: perHome, receivedFen: 100_000, openFen: 50_000 },
      receipts: [{ number: numbers, amountFen: 100_000, state: 'on-hand' }],
    })
  })
})
