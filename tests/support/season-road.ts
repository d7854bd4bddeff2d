import type { EvidenceRef } from '../../src/kernel/act/define.ts'
import { newId } from '../../src/kernel/identity/id.ts'
import { bytesOf } from '../../src/kernel/sheets/write-sheets.ts'
import { writeTable } from '../../src/kernel/sheets/write-table.ts'
import { area, county as countyId, type TestCounty } from './county.ts'
import { aMoneyRoad } from './money-road.ts'

/** A line of the grid company's workbook, as typed. */
export interface UsageLine {
  account: string
  start?: string
  end?: string
  used?: string
  holder?: string
  valley?: string
}

/** A line of a receipt, as typed. */
export interface ReceiptLine {
  reference: string
  amount: string
  result: string
  failure?: string
  account?: string
  payee?: string
}

export const usageBook = (rows: readonly UsageLine[]): Promise<Uint8Array> =>
  bytesOf(
    writeTable({
      name: '取暖季用电量',
      columns: [
        { label: '户号', kind: 'text', value: (row: UsageLine) => row.account },
        { label: '起始示数', kind: 'text', value: (row) => row.start ?? '1000.00' },
        { label: '截止示数', kind: 'text', value: (row) => row.end ?? '3000.50' },
        { label: '用电量', kind: 'text', value: (row) => row.used ?? '' },
        { label: '户名', kind: 'text', value: (row) => row.holder ?? '' },
        ...(rows.some(({ valley }) => valley !== undefined)
          ? [{ label: '谷段电量', kind: 'text' as const, value: (row: UsageLine) => row.valley ?? '' }]
          : []),
      ],
      rows,
    }),
  )

export const receiptBook = (rows: readonly ReceiptLine[]): Promise<Uint8Array> =>
  bytesOf(
    writeTable({
      name: '发放回执',
      columns: [
        { label: '支付编号', kind: 'text', value: (row: ReceiptLine) => row.reference },
        { label: '金额(元)', kind: 'text', value: (row) => row.amount },
        { label: '结果', kind: 'text', value: (row) => row.result },
        { label: '失败原因', kind: 'text', value: (row) => row.failure ?? '' },
        { label: '户号', kind: 'text', value: (row) => row.account ?? '' },
        { label: '户名', kind: 'text', value: (row) => row.payee ?? '' },
      ],
      rows,
    }),
  )

/** 2000.50 kWh at 0.20 yuan: what every home uses unless told otherwise. */
export const usualFen = 40_010

let winters = 0

/** The way of homes from a season's electricity to the household's card, on the way of their money. */
export async function aSeasonRoad(county: TestCounty) {
  const money = await aMoneyRoad(county)
  const { actors } = county
  const secondOfficer = county.colleague(actors.bureauOfficer)
  const workbook = (content: Uint8Array): Promise<EvidenceRef> => county.evidence('workbook', content)

  const road = {
    ...money,
    secondOfficer,
    on: (day: string) => county.clock.set(new Date(`${day}T04:00:00Z`)),
    /** Homes accepted in the summer of 2023, whatever day it is. */
    async accepted(...given: Parameters<typeof money.accepted>): Promise<string[]> {
      const now = county.clock.now()
      road.on('2023-08-15')
      const homes = await money.accepted(...given)
      county.clock.set(now)
      return homes
    },
    /** A season of its own, over for three days, with a fund that carries `budgetFen`. */
    async season(budgetFen = 1_000_000_000): Promise<{ season: string; fund: string; endsOn: string }> {
      const year = 2023 + winters++
      const [season, fund] = [newId(), await money.fund('operating', budgetFen)]
      const endsOn = `${year + 1}-03-31`
      await county.done(actors.bureauOfficer, 'season.open', {
        id: season,
        name: `${year} 取暖季`,
        startsOn: `${year}-11-15`,
        endsOn,
        fund,
      })
      road.on(`${year + 1}-04-03`)
      return { season, fund, endsOn }
    },
    async linesOf(homes: readonly string[], line: Partial<UsageLine> = {}): Promise<UsageLine[]> {
      return Promise.all(homes.map(async (home) => ({ account: await money.accountOf(home), ...line })))
    },
    async importLines(season: string, rows: readonly UsageLine[]) {
      const file = await workbook(await usageBook(rows))
      return county.do(
        actors.gridOfficer,
        'usage.import',
        { season, file: file.digest, fileName: '用电量.xlsx' },
        [file],
      )
    },
    /** Readings in and statements drawn up. */
    async drawnUp(season: string, homes: readonly string[], line: Partial<UsageLine> = {}): Promise<void> {
      const outcome = await road.importLines(season, await road.linesOf(homes, line))
      if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
      await road.drawUp(season)
    },
    drawUp: (season: string) => county.done(actors.bureauOfficer, 'statement.draw-up', { season }),
    reviewTown: (season: string) =>
      county.done(actors.townReviewer, 'statement.review-town', { season, town: area.town }),
    reviewBureau: (season: string) =>
      county.done(secondOfficer, 'statement.review-bureau', { season, town: area.town }),
    /** Drawn up and through both reviews. */
    async reviewed(season: string, homes: readonly string[], line: Partial<UsageLine> = {}): Promise<void> {
      await road.drawnUp(season, homes, line)
      await road.reviewTown(season)
      await road.reviewBureau(season)
    },
    async freeze(season: string): Promise<string> {
      const id = newId()
      await county.done(actors.financeOfficer, 'batch.freeze', { id, season })
      return id
    },
    statements: (season: string) =>
      money.read((db) =>
        db
          .selectFrom('statement')
          .selectAll()
          .where('county', '=', countyId)
          .where('season', '=', season)
          .orderBy('id')
          .execute(),
      ),
    /** The state of each home's statement. */
    async statesOf(season: string, homes: readonly string[]): Promise<(string | undefined)[]> {
      const rows = await road.statements(season)
      return homes.map((home) => rows.find((row) => row.home === home)?.state)
    },
    payments: (where: { batch?: string; home?: string }) =>
      money.read((db) => {
        let of = db.selectFrom('payment').selectAll().where('county', '=', countyId)
        if (where.batch) of = of.where('batch', '=', where.batch)
        if (where.home) of = of.where('home', '=', where.home)
        return of.orderBy('reference').execute()
      }),
    /** A receipt of a batch: everything paid but the homes that failed. */
    async receiptOf(batch: string, failed: readonly string[] = []): Promise<ReceiptLine[]> {
      return (await road.payments({ batch })).map((payment) => ({
        reference: payment.reference,
        amount: (payment.amount_fen / 100).toFixed(2),
        ...(failed.includes(payment.home) ? { result: '失败', failure: '户号已销户' } : { result: '成功' }),
      }))
    },
    async importReceipt(batch: string, lines: readonly ReceiptLine[]) {
      const file = await workbook(await receiptBook(lines))
      return county.do(
        actors.financeOfficer,
        'receipt.import',
        { batch, file: file.digest, fileName: '回执.xlsx' },
        [file],
      )
    },
    /** A batch frozen and its receipt in: all paid but the homes that failed. */
    async settled(season: string, failed: readonly string[] = []): Promise<string> {
      const batch = await road.freeze(season)
      const outcome = await road.importReceipt(batch, await road.receiptOf(batch, failed))
      if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
      return batch
    },
    async retry(home: string, season: string, accountNumber?: string) {
      const statement = (await road.statements(season)).find((row) => row.home === home)?.id ?? ''
      return county.do(
        actors.financeOfficer,
        'payment.retry',
        { statement, reason: '与供电公司核实', ...(accountNumber && { accountNumber }) },
        money.paper,
      )
    },
    /** What a home has really received: fen of payments known as paid. */
    async paidTo(home: string): Promise<number> {
      return (await road.payments({ home }))
        .filter((payment) => payment.state === 'paid')
        .reduce((sum, payment) => sum + payment.amount_fen, 0)
    },
  }
  return road
}

export type SeasonRoad = Awaited<ReturnType<typeof aSeasonRoad>>
