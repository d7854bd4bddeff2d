import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { area, aCounty, type TestCounty } from '../../../tests/support/county.ts'
import { aSeasonRoad, receiptBook, type SeasonRoad, usualFen } from '../../../tests/support/season-road.ts'
import { addDays } from '../../kernel/dates/day.ts'
import { newId } from '../../kernel/identity/id.ts'
import { inCapitals } from '../../kernel/money/in-capitals.ts'
import { isSheetProblem, readWorkbook } from '../../kernel/sheets/read-workbook.ts'
import { readReceiptSheet } from './receipt-sheet.ts'

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
  for (const { spentFen, entriesFen, budgetFen } of await road.books()) {
    expect(spentFen).toBe(entriesFen)
    expect(spentFen).toBeGreaterThanOrEqual(0)
    expect(spentFen).toBeLessThanOrEqual(budgetFen)
  }
  // Whatever happened: at most one payment of a statement waits or is paid.
  const twice = await road.read((db) =>
    db
      .selectFrom('payment')
      .select(['statement', (eb) => eb.fn.countAll<number>().as('live')])
      .where('county', '=', 1)
      .where('state', 'in', ['waiting', 'paid'])
      .groupBy('statement')
      .having((eb) => eb.fn.countAll<number>(), '>', 1)
      .execute(),
  )
  expect(twice).toEqual([])
})

const codes = (outcome: Awaited<ReturnType<TestCounty['do']>>) =>
  outcome.status === 'refused' ? outcome.refusals.map(({ code }) => code) : [outcome.status]
const reviewedHomes = async (count: number, budgetFen?: number) => {
  const opened = await road.season(budgetFen)
  const homes = await road.accepted(count)
  await road.reviewed(opened.season, homes)
  return { ...opened, homes }
}

describe('a batch', () => {
  it('freezes what both reviews passed, reserves it, and can be handed over as a file', async () => {
    const { season, fund, homes } = await reviewedHomes(2)
    const [unreviewed = ''] = await road.accepted(1)
    await road.drawnUp(season, [unreviewed])
    const batch = await road.freeze(season)
    expect(await road.statesOf(season, [...homes, unreviewed])).toEqual(['batched', 'batched', 'drawn-up'])
    expect(await road.spentOf(fund)).toBe(2 * usualFen)
    const page = await county.ask<{ number: number; linesDigest: string; totalFen: number }>(
      people.financeOfficer,
      'batch.page',
      { batch },
    )
    const payments = await road.payments({ batch })
    const content = payments.map((p) => `${p.reference}\t${p.account_number}\t${p.amount_fen}\n`).join('')
    expect(page).toMatchObject({
      totalFen: 2 * usualFen,
      linesDigest: createHash('sha256').update(content).digest('hex'),
      states: [{ state: 'waiting', payments: 2, amountFen: 2 * usualFen }],
    })
    const { id: act, result } = await county.done(people.financeOfficer, 'batch.export', { batch })
    const made = await county.program.file(people.financeOfficer, 'batch.file', { act })
    if (made.status !== 'ok') throw new Error(made.status)
    // The log names the very file that left.
    expect(result).toMatchObject({
      linesDigest: page.linesDigest,
      fileDigest: createHash('sha256').update(made.value.body).digest('hex'),
    })
    const book = await readWorkbook(made.value.body)
    if (isSheetProblem(book)) throw new Error(book.words.en)
    expect(book.sheets[0]?.text(1, 0)).toBe(payments[0]?.reference)
    expect(book.sheets[0]?.text(1, 1)).toBe(payments[0]?.account_number)
    for (const actor of [people.bureauOfficer, people.gridOfficer, people.townReviewer, people.auditor])
      expect(await county.program.file(actor, 'batch.file', { act })).toEqual({ status: 'not-permitted' })
    // What is signed before it leaves: the sum by village, written out, tied to the list by its digest.
    const sheet = await county.program.file(people.financeOfficer, 'batch.sheet', { batch })
    if (sheet.status !== 'ok') throw new Error(sheet.status)
    const signed = await readWorkbook(sheet.value.body)
    if (isSheetProblem(signed)) throw new Error(signed.words.en)
    const lines = [4, 5, 6, 7].map((row) => [0, 2, 3].map((column) => signed.sheets[0]?.text(row, column)))
    expect(lines[0]?.slice(1)).toEqual(['2', String((2 * usualFen) / 100)])
    expect(lines[1]).toEqual(['合计', '2', String((2 * usualFen) / 100)])
    expect(lines[2]?.[0]).toBe(`合计（大写）：${inCapitals(2 * usualFen)}`)
    expect(lines[3]?.[0]).toContain(page.linesDigest)
    // Another's act does not open it, and no act for long.
    expect(
      (await county.program.file({ ...people.financeOfficer, id: newId() }, 'batch.file', { act })).status,
    ).toBe('not-found')
    county.clock.set(new Date(county.program.clock.now().getTime() + 11 * 60_000))
    expect((await county.program.file(people.financeOfficer, 'batch.file', { act })).status).toBe('not-found')
  })

  it('asks the payment rules once more, and blocks with the reason who no longer meets them', async () => {
    const { season, homes } = await reviewedHomes(2)
    const [lost = '', kept = ''] = homes
    await road.write((tx) =>
      tx
        .updateTable('device')
        .set({ accepted: false })
        .where('county', '=', 1)
        .where('home', '=', lost)
        .execute(),
    )
    const batch = await road.freeze(season)
    expect(await road.statesOf(season, [lost, kept])).toEqual(['blocked', 'batched'])
    expect((await road.payments({ batch })).map((payment) => payment.home)).toEqual([kept])
    expect(await county.ask(people.auditor, 'statement.list', { season, state: 'blocked' })).toMatchObject({
      rows: [{ home: lost, failedRules: [{ rule: 'terminal-equipment-present' }] }],
    })
  })

  it('is frozen once, by two people at once too, and only within the budget', async () => {
    const { season, fund, homes } = await reviewedHomes(2)
    const outcomes = await Promise.all(
      [people.financeOfficer, county.colleague(people.financeOfficer)].map((actor) =>
        county.do(actor, 'batch.freeze', { id: newId(), season }),
      ),
    )
    expect(outcomes.flatMap(codes).sort()).toEqual(['batch.nothing-reviewed', 'done'])
    for (const home of homes) expect(await road.payments({ home })).toHaveLength(1)
    expect(await road.spentOf(fund)).toBe(2 * usualFen)

    const poor = await reviewedHomes(1, usualFen - 1)
    expect(
      await county.refused(people.financeOfficer, 'batch.freeze', { id: newId(), season: poor.season }),
    ).toEqual(['fund.budget-exceeded', 'fund.not-received'])
    await county.done(people.financeOfficer, 'fund.change-budget', {
      fund: poor.fund,
      budgetFen: usualFen,
      reason: '追加预算',
    })
    // A budget is no money yet.
    expect(
      await county.refused(people.financeOfficer, 'batch.freeze', { id: newId(), season: poor.season }),
    ).toEqual(['fund.not-received'])
    await road.receive(poor.fund, 1)
    await road.freeze(poor.season)
  })

  it('freezes no payment to a home once coal is reported in it, in the same moment either', async () => {
    for (let round = 0; round < 4; round++) {
      const { season, homes } = await reviewedHomes(1)
      const [home = ''] = homes
      const [frozen, found] = await Promise.all([
        county.do(people.financeOfficer, 'batch.freeze', { id: newId(), season }),
        road.reportCoal(home),
      ])
      expect(found.status).toBe('done')
      // Reported first there is nothing to freeze.
      const expected = frozen.status === 'done' ? 'batched' : 'bureau-reviewed'
      expect(await road.statesOf(season, [home])).toEqual([expected])
      expect(await road.payments({ home })).toHaveLength(frozen.status === 'done' ? 1 : 0)
    }
  })
})

describe('a receipt', () => {
  it('settles row by row: paid, failed with the reason, the rest still waiting', async () => {
    const { season, fund, homes } = await reviewedHomes(3)
    const [paid = '', failed = '', waiting = ''] = homes
    const batch = await road.freeze(season)
    const lines = await road.receiptOf(batch, [failed])
    const homeOf = new Map((await road.payments({ batch })).map((p) => [p.reference, p.home]))
    const first = lines.filter(({ reference }) => homeOf.get(reference) !== waiting)
    expect(await road.importReceipt(batch, first)).toMatchObject({
      receipt: { result: { paid: 1, failed: 1, repeated: 0, waiting: 1, paidFen: usualFen } },
    })
    expect(await road.statesOf(season, homes)).toEqual(['paid', 'failed', 'batched'])
    expect(await road.spentOf(fund)).toBe(2 * usualFen)
    expect(await county.ask(people.auditor, 'batch.page', { batch })).toMatchObject({ state: 'frozen' })
    expect(await county.ask(people.auditor, 'batch.payments', { batch, state: 'failed' })).toMatchObject({
      total: 1,
      rows: [{ home: failed, failure: '户号已销户' }],
    })
    expect(await road.importReceipt(batch, lines)).toMatchObject({
      receipt: { result: { paid: 1, failed: 0, repeated: 2, waiting: 0 } },
    })
    expect(await county.ask(people.auditor, 'batch.page', { batch })).toMatchObject({ state: 'closed' })
    expect(await road.paidTo(paid)).toBe(usualFen)
    expect(await county.ask(people.auditor, 'batch.list', {})).toMatchObject({
      rows: expect.arrayContaining([expect.objectContaining({ id: batch, state: 'closed' })]) as unknown,
    })
  })

  it('pays once when it comes twice, also at the same moment', async () => {
    const { season, fund, homes } = await reviewedHomes(2)
    const batch = await road.freeze(season)
    const payments = await road.payments({ batch })
    const lines = (await road.receiptOf(batch)).map((line) => {
      const payment = payments.find(({ reference }) => reference === line.reference)
      const [account = '', payee = ''] = [payment?.account_number, payment?.payee]
      return { ...line, account: `${account.slice(0, 3)}****${account.slice(-4)}`, payee: ` ${payee}` }
    })
    const both = await Promise.all([road.importReceipt(batch, lines), road.importReceipt(batch, lines)])
    expect(both.flatMap(codes).sort()).toEqual(['done', 'receipt.all-known'])
    expect(codes(await road.importReceipt(batch, lines))).toEqual(['receipt.all-known'])
    for (const home of homes) expect(await road.paidTo(home)).toBe(usualFen)
    expect(await road.spentOf(fund)).toBe(2 * usualFen)
  })

  it('may be the payment list itself, filled in', async () => {
    const { season } = await reviewedHomes(1)
    const batch = await road.freeze(season)
    const { id: act } = await county.done(people.financeOfficer, 'batch.export', { batch })
    const made = await county.program.file(people.financeOfficer, 'batch.file', { act })
    if (made.status !== 'ok') throw new Error(made.status)
    const { problems } = await readReceiptSheet(made.value.body)
    // All that is missing is what the payer fills in.
    expect(problems.map(({ code }) => code)).toEqual(['receipt.result'])
  })

  it('says which cell shows that the money went elsewhere', async () => {
    const { season, homes } = await reviewedHomes(2)
    const [unnamed = ''] = homes
    const batch = await road.freeze(season)
    const [first, second] = await road.receiptOf(batch)
    if (!first || !second) throw new Error('Two payments were frozen.')
    const uploader = { ...people.financeOfficer, id: county.self.id }
    const problemsOf = async (lines: Parameters<typeof receiptBook>[0]) => {
      const file = await county.evidence('workbook', await receiptBook(lines))
      const dry = await county.ask<{ problems: object[] }>(uploader, 'receipt.dry-run', {
        batch,
        file: file.digest,
      })
      return dry.problems
    }
    expect(
      await problemsOf([
        { ...first, account: '0606000000001' },
        { ...second, payee: '别的人' },
      ]),
    ).toMatchObject([
      { code: 'receipt.elsewhere', severity: 'error', row: 2, column: 5 },
      { code: 'receipt.elsewhere', severity: 'error', row: 3, column: 6 },
    ])
    // One payment twice, the second time to another account: no row of it passes unseen.
    expect(await problemsOf([first, { ...first, account: '0606000000001' }, second])).toMatchObject([
      { code: 'receipt.contradiction', row: 3 },
    ])
    // Word for word the same it counts once, and that is said.
    expect(await problemsOf([first, first, second])).toMatchObject([
      { code: 'receipt.row-twice', severity: 'warning', row: 3 },
    ])
    // A payment without a name on record has none to differ from.
    await road.write((tx) =>
      tx
        .updateTable('payment')
        .set({ payee: '' })
        .where('county', '=', 1)
        .where('home', '=', unnamed)
        .execute(),
    )
    const names = new Map((await road.payments({ batch })).map((p) => [p.reference, p.payee]))
    const lines = [first, second].map((line) => ({ ...line, payee: names.get(line.reference) || '某人' }))
    expect(await problemsOf(lines)).toEqual([])
  })

  it('is refused whole where one row does not fit', async () => {
    const { season, homes } = await reviewedHomes(2)
    const batch = await road.freeze(season)
    const [first, second] = await road.receiptOf(batch)
    if (!first || !second) throw new Error('Two payments were frozen.')
    const strange = { ...second, reference: 'QN9999000001' }
    const doubts = [
      [{ ...strange }, 'receipt.unknown-reference'],
      [{ ...second, amount: '400.11' }, 'receipt.other-amount'],
      [{ ...second, result: '失败' }, 'workbook.faulty'],
      [{ ...second, result: '处理中' }, 'workbook.faulty'],
      [{ ...second, amount: '四百' }, 'workbook.faulty'],
      [{ ...first, result: '失败', failure: '销户' }, 'workbook.faulty'],
    ] as const
    for (const [line, code] of doubts)
      expect(codes(await road.importReceipt(batch, [first, line]))).toEqual([code])
    for (const elsewhere of [{ account: '0606000000001' }, { payee: '别的人' }, { payee: '别*' }])
      expect(codes(await road.importReceipt(batch, [first, { ...second, ...elsewhere }]))).toEqual([
        'receipt.elsewhere',
      ])
    expect(codes(await road.importReceipt(batch, []))).toEqual(['workbook.faulty'])
    expect(await road.statesOf(season, homes)).toEqual(['batched', 'batched'])

    expect(codes(await road.importReceipt(batch, [first]))).toEqual(['done'])
    const contradiction = { ...first, result: '失败', failure: '退票' }
    expect(codes(await road.importReceipt(batch, [contradiction, second]))).toEqual(['receipt.other-result'])
    expect((await road.payments({ batch })).map(({ state }) => state)).toEqual(['paid', 'waiting'])

    const file = await county.evidence('workbook', await receiptBook([first, contradiction, strange]))
    const uploader = { ...people.financeOfficer, id: county.self.id }
    expect(await county.ask(uploader, 'receipt.dry-run', { batch, file: file.digest })).toMatchObject({
      repeated: 1,
      paid: 0,
      problems: [
        { code: 'receipt.contradiction', row: 3, column: 1 },
        { code: 'receipt.unknown-reference', row: 4, column: 1 },
      ],
    })
    const marked = await county.program.file(uploader, 'receipt.marked', { batch, file: file.digest })
    if (marked.status !== 'ok') throw new Error(marked.status)
    const book = await readWorkbook(marked.value.body)
    if (isSheetProblem(book)) throw new Error(book.words.en)
    expect(book.sheets.find(({ name }) => name === '发放回执')?.text(3, 6)).toContain('不在这个批次里')
  })

  it('of another batch settles nothing in this one', async () => {
    const one = await reviewedHomes(1)
    const two = await reviewedHomes(1)
    const [first, second] = [await road.freeze(one.season), await road.freeze(two.season)]
    expect(codes(await road.importReceipt(first, await road.receiptOf(second)))).toEqual([
      'receipt.unknown-reference',
    ])
    expect(await road.statesOf(one.season, one.homes)).toEqual(['batched'])
  })

  it('is for finance alone', async () => {
    const { season } = await reviewedHomes(1)
    const batch = await road.freeze(season)
    const file = await county.evidence('workbook', await receiptBook(await road.receiptOf(batch)))
    const input = { batch, file: file.digest, fileName: '回执.xlsx' }
    for (const actor of [people.bureauOfficer, people.gridOfficer, people.contractor, people.auditor])
      expect(await county.refused(actor, 'receipt.import', input, [file])).toEqual(['not-permitted'])
    const townly = { ...people.financeOfficer, grants: [{ role: 'finance-officer', area: area.town }] }
    expect(await county.refused(townly, 'receipt.import', input, [file])).toEqual(['subject.not-found'])
    expect(await county.refused(people.financeOfficer, 'receipt.import', input, [])).toContain(
      'evidence.required',
    )
  })
})

describe('a failed payment', () => {
  it('goes into the next batch as it was, and pays once', async () => {
    const { season, fund, homes } = await reviewedHomes(2)
    const [home = '', other = ''] = homes
    const first = await road.settled(season, [home])
    expect(await road.spentOf(fund)).toBe(usualFen)
    expect(codes(await road.retry(other, season))).toEqual(['statement.not-failed'])
    const both = await Promise.all([road.retry(home, season), road.retry(home, season)])
    expect(both.flatMap(codes).sort()).toEqual(['done', 'statement.not-failed'])
    expect(await road.statesOf(season, [home])).toEqual(['bureau-reviewed'])
    const second = await road.settled(season)
    expect((await road.payments({ batch: second })).map((payment) => payment.home)).toEqual([home])
    expect(codes(await road.importReceipt(first, await road.receiptOf(first)))).toEqual([
      'receipt.other-result',
    ])
    expect(await road.paidTo(home)).toBe(usualFen)
    expect(await road.spentOf(fund)).toBe(2 * usualFen)
    expect(await county.refused(people.financeOfficer, 'batch.freeze', { id: newId(), season })).toEqual([
      'batch.nothing-reviewed',
    ])
  })

  it('with another account is looked over by the bureau first, by somebody else', async () => {
    const { season, homes } = await reviewedHomes(2)
    const [home = '', other = ''] = homes
    await road.settled(season, [home])
    expect(codes(await road.retry(home, season, await road.accountOf(other)))).toEqual([
      'payment.account-of-another',
    ])
    expect(codes(await road.retry(home, season, '12'))).toEqual(['invalid'])
    expect(codes(await road.retry(home, season, '0606 888 888 888'))).toEqual(['done'])
    expect(await road.statesOf(season, [home])).toEqual(['town-reviewed'])
    expect(await county.refused(people.financeOfficer, 'batch.freeze', { id: newId(), season })).toEqual([
      'batch.nothing-reviewed',
    ])
    const corrected = { ...road.secondOfficer, id: people.financeOfficer.id }
    expect(await county.refused(corrected, 'statement.review-bureau', { season, town: area.town })).toEqual([
      'statement.same-person',
    ])
    await road.reviewBureau(season)
    const batch = await road.freeze(season)
    expect(await road.payments({ batch })).toMatchObject([{ home, account_number: '0606888888888' }])
    const text = await road.read((db) =>
      db
        .selectFrom('act')
        .select('text')
        .where('county', '=', 1)
        .where('kind', '=', 'payment.retry')
        .execute(),
    )
    expect(text.length).toBeGreaterThan(0)
    expect(text.some((act) => act.text.includes('888888888'))).toBe(false)
  })
})

const comeBack = async (home: string, season: string, more: object = {}) => {
  const statement = (await road.statements(season)).find((row) => row.home === home)?.id ?? ''
  const input = {
    statement,
    home,
    cameBackOn: county.program.clock.today(),
    reason: '户号已销户，银行退汇',
    ...more,
  }
  return county.do(people.financeOfficer, 'payment.came-back', input, road.paper)
}

describe('a payment that came back after its receipt said it was paid', () => {
  it('is the fund’s money again, and is paid again once', async () => {
    const { season, fund, homes } = await reviewedHomes(2)
    const [home = '', other = ''] = homes
    const batch = await road.settled(season, [other])
    expect(await road.spentOf(fund)).toBe(usualFen)
    const [tomorrow, longAgo] = [1, -400].map((days) => addDays(county.program.clock.today(), days))
    expect(codes(await comeBack(home, season, { cameBackOn: tomorrow }))).toEqual(['day.in-future'])
    expect(codes(await comeBack(home, season, { cameBackOn: longAgo }))).toEqual(['payment.back-before-paid'])
    expect(codes(await comeBack(other, season))).toEqual(['payment.not-paid'])
    expect(codes(await comeBack(home, season, { home: other }))).toEqual(['subject.not-found'])
    const twice = await Promise.all([comeBack(home, season), comeBack(home, season)])
    expect(twice.flatMap(codes).sort()).toEqual(['done', 'payment.not-paid'])
    expect(await road.statesOf(season, homes)).toEqual(['failed', 'failed'])
    expect(await road.spentOf(fund)).toBe(0)
    expect(await road.paidTo(home)).toBe(0)
    expect(await road.payments({ batch, home })).toMatchObject([
      { state: 'failed', failure: '户号已销户，银行退汇', came_back_on: county.program.clock.today() },
    ])
    // The auditor's books agree, and would not if only the payment said that it came back.
    const differing = async () =>
      (
        await county.ask<{ books: { book: string; differing: number }[] }>(people.auditor, 'audit.checks', {})
      ).books.flatMap((one) => (one.differing > 0 ? [one.book] : []))
    expect(await differing()).toEqual([])
    const write = (state: string, day: string | null) =>
      road.write((tx) =>
        sql`update payment set state = ${state}, came_back_on = ${day}
             where county = 1 and batch = ${batch} and home = ${home}`.execute(tx),
      )
    await write('paid', null)
    expect(await differing()).toEqual(['batch-booked'])
    await write('failed', county.program.clock.today())
    // What the payer said of it then was so: read again it books nothing.
    expect(codes(await road.importReceipt(batch, await road.receiptOf(batch, [other])))).toEqual([
      'receipt.all-known',
    ])
    expect(codes(await road.importReceipt(batch, await road.receiptOf(batch, homes)))).toEqual([
      'receipt.other-result',
    ])
    expect(codes(await road.retry(home, season))).toEqual(['done'])
    await road.settled(season)
    expect(await road.paidTo(home)).toBe(usualFen)
    expect(await road.spentOf(fund)).toBe(usualFen)
  })

  it('is asked back as a recovery where one was opened before', async () => {
    const { season, homes } = await reviewedHomes(1)
    const [home = ''] = homes
    await road.settled(season)
    expect(codes(await road.coalRevoked(home))).toEqual(['done'])
    expect(codes(await comeBack(home, season))).toEqual(['payment.in-recovery'])
  })
})

describe('a home', () => {
  it('is paid once a season, whatever is frozen, uploaded and retried at once', async () => {
    const { season, fund, homes } = await reviewedHomes(3)
    const finance = () => county.colleague(people.financeOfficer)
    let failed = homes.slice(0, 2)
    for (let round = 0; round < 3; round++) {
      const batches = [newId(), newId()]
      const frozen = await Promise.all(
        batches.map((id) => county.do(finance(), 'batch.freeze', { id, season })),
      )
      const batch = batches.find((_, at) => frozen[at]?.status === 'done') ?? ''
      const lines = await road.receiptOf(batch, failed)
      await Promise.all([
        road.importReceipt(batch, lines),
        road.importReceipt(batch, lines),
        road.importReceipt(batch, lines.slice(0, 1)),
        ...homes.map((home) => road.retry(home, season)),
        ...homes.map((home) => comeBack(home, season)),
      ])
      await Promise.all([...homes, ...homes].map((home) => road.retry(home, season)))
      failed = failed.slice(1)
    }
    for (const home of homes) await road.retry(home, season)
    if ((await road.statesOf(season, homes)).includes('bureau-reviewed')) await road.settled(season)
    for (const home of homes) expect(await road.paidTo(home)).toBe(usualFen)
    expect(await road.statesOf(season, homes)).toEqual(['paid', 'paid', 'paid'])
    expect(await road.spentOf(fund)).toBe(3 * usualFen)
  })
})
