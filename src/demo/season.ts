import { newId } from '../kernel/identity/id.ts'
import { bytesOf } from '../kernel/sheets/write-sheets.ts'
import { writeTable } from '../kernel/sheets/write-table.ts'
import type { Program } from '../server/program.ts'
import { towns } from './places.ts'
import { readMeters, readTown, visitHomes } from './meters.ts'
import type { Random } from './random.ts'
import type { Staff } from './staff.ts'
import type { Stagehand } from './stagehand.ts'

export interface Meter {
  town: string
  account: string
  holder: string
  start: number
  end: number
}

/** After the winter: usage in, statements, both reviews, two batches, receipts with failures, one coal finding. */
export async function playSeason(
  program: Program,
  hand: Stagehand,
  staff: Staff,
  random: Random,
  onProgress: (done: number, label: string) => void,
): Promise<void> {
  const { county } = hand.administrator
  const bureau = staff.by('bureau')
  const season = newId()
  const fund = await program.database.read(county, (db) =>
    db
      .selectFrom('fund')
      .select('id')
      .where('county', '=', county)
      .where('purpose', '=', 'operating')
      .executeTakeFirstOrThrow(),
  )
  hand.setDay('2023-11-10')
  await hand.do(bureau, 'season.open', {
    id: season,
    name: '2023—2024 取暖季',
    startsOn: '2023-11-15',
    endsOn: '2024-03-31',
    fund: fund.id,
  })
  onProgress(0.05, '用电量 electricity')
  hand.setDay('2024-04-03')
  const meters = await metersOf(program, county, random)
  // One town's meters are read every day; a part of them comes without a sum, and is counted from the readings.
  const daily = meters.filter(({ town }) => town === readTown)
  const unsummed = new Set(daily.filter((_, at) => at % 10 === 7))
  const file = await hand.upload(
    'workbook',
    await usageWorkbook(meters.filter((meter) => !unsummed.has(meter))),
  )
  await hand.do(
    staff.by('grid'),
    'usage.import',
    { season, file: file.digest, fileName: '取暖季用电量(模拟).xlsx' },
    [file],
  )
  onProgress(0.15, '逐日示数 daily readings')
  await readMeters(hand, staff, season, daily)
  onProgress(0.35, '补贴明细 statements')
  await hand.do(bureau, 'statement.draw-up', { season })
  onProgress(0.5, '审核 reviews')
  // Two towns are still at it on the demo's day, so that both reviews have something to show.
  const late = new Set(['370683111000', '370683103000'])
  hand.setDay('2024-04-05')
  for (const town of towns.filter((one) => !late.has(one.code)))
    await hand.tryAll('statement.review-town', [
      { actor: staff.townReviewer(town.code), input: { season, town: town.code } },
    ])
  hand.setDay('2024-04-07')
  for (const town of towns.filter((one) => !late.has(one.code)))
    await hand.tryAll('statement.review-bureau', [
      { actor: staff.by('bureau2'), input: { season, town: town.code } },
    ])
  const batch = newId()
  hand.setDay('2024-04-08')
  await hand.do(staff.by('finance'), 'batch.freeze', { id: batch, season })
  onProgress(0.75, '发放回执 receipts')
  hand.setDay('2024-04-09')
  await importReceipt(program, hand, staff, county, batch)
  await retryFailed(program, hand, staff, county, season)
  hand.setDay('2024-04-10')
  await visitHomes(program, hand, staff, county)
  onProgress(0.95, '追缴 recovery')
  await findCoal(program, hand, staff, county)
  onProgress(1, '')
}

async function metersOf(program: Program, county: number, random: Random): Promise<Meter[]> {
  const homes = await program.database.read(county, (db) =>
    db
      .selectFrom('home')
      .select(['town', 'account_number', 'account_holder', 'heating_area_m2'])
      .where('county', '=', county)
      .where('accepted_on', 'is not', null)
      .where('ended', 'is', null)
      .where('account_number', 'is not', null)
      .orderBy('village')
      .orderBy('sequence')
      .execute(),
  )
  return homes.map((home) => {
    const start = random.int(80_000, 4_000_000)
    // Around 30 kWh a square metre and season, a few homes hardly used, a few far more (invented, [U]).
    const share = random.chance(0.05) ? 0.05 : random.chance(0.03) ? 3.2 : 0.5 + random.next()
    const used = Math.round((home.heating_area_m2 ?? 50) * 30 * share * 100) + random.int(0, 99)
    return {
      town: home.town,
      account: home.account_number ?? '',
      holder: home.account_holder ?? '',
      start,
      end: start + used,
    }
  })
}

const usageWorkbook = (meters: readonly Meter[]): Promise<Uint8Array> =>
  bytesOf(
    writeTable({
      name: '取暖季用电量',
      columns: [
        { label: '户号', kind: 'text', value: (row: Meter) => row.account },
        { label: '户名', kind: 'text', value: (row) => row.holder },
        { label: '起始示数', kind: 'text', value: (row) => (row.start / 100).toFixed(2) },
        { label: '截止示数', kind: 'text', value: (row) => (row.end / 100).toFixed(2) },
        { label: '用电量', kind: 'text', value: (row) => ((row.end - row.start) / 100).toFixed(2) },
      ],
      rows: meters,
    }),
  )

async function importReceipt(
  program: Program,
  hand: Stagehand,
  staff: Staff,
  county: number,
  batch: string,
): Promise<void> {
  const payments = await program.database.read(county, (db) =>
    db
      .selectFrom('payment')
      .select(['reference', 'amount_fen'])
      .where('county', '=', county)
      .where('batch', '=', batch)
      .orderBy('reference')
      .execute(),
  )
  const reasons = ['户号已销户', '户名与户号不符']
  const failed = (at: number) => at % 173 === 5
  const content = await bytesOf(
    writeTable({
      name: '发放回执',
      columns: [
        {
          label: '支付编号',
          kind: 'text',
          value: (row: { reference: string; amount_fen: number; at: number }) => row.reference,
        },
        { label: '金额(元)', kind: 'text', value: (row) => (row.amount_fen / 100).toFixed(2) },
        { label: '结果', kind: 'text', value: (row) => (failed(row.at) ? '失败' : '成功') },
        { label: '失败原因', kind: 'text', value: (row) => (failed(row.at) ? reasons[row.at % 2] : '') },
      ],
      rows: payments.map((payment, at) => ({ ...payment, at })),
    }),
  )
  const file = await hand.upload('workbook', content)
  await hand.do(
    staff.by('finance'),
    'receipt.import',
    { batch, file: file.digest, fileName: '发放回执(模拟).xlsx' },
    [file],
  )
}

/** Half of what came back is put right and waits for the next batch; the other half is still to be settled. */
async function retryFailed(
  program: Program,
  hand: Stagehand,
  staff: Staff,
  county: number,
  season: string,
): Promise<void> {
  const failed = await program.database.read(county, (db) =>
    db
      .selectFrom('statement')
      .select('id')
      .where('county', '=', county)
      .where('season', '=', season)
      .where('state', '=', 'failed')
      .orderBy('id')
      .execute(),
  )
  for (const { id } of failed.slice(0, Math.floor(failed.length / 2)))
    await hand.do(
      staff.by('finance'),
      'payment.retry',
      { statement: id, reason: '已与供电公司核实户号(模拟)' },
      [hand.document(1)],
    )
}

async function findCoal(program: Program, hand: Stagehand, staff: Staff, county: number): Promise<void> {
  const home = await program.database.read(county, (db) =>
    db
      .selectFrom('payment')
      .innerJoin('home', (join) =>
        join.onRef('home.county', '=', 'payment.county').onRef('home.id', '=', 'payment.home'),
      )
      .select(['home.id', 'home.town'])
      .where('payment.county', '=', county)
      .where('payment.state', '=', 'paid')
      .where('home.town', '=', '370683101000')
      .orderBy('payment.reference')
      .limit(1)
      .executeTakeFirst(),
  )
  if (!home) throw new Error('The demo county has paid nobody.')
  const finding = newId()
  await hand.do(
    staff.townOfficer(home.town),
    'coal.report',
    {
      id: finding,
      home: home.id,
      foundOn: '2024-03-12',
      description: '入户巡查见散煤约两百公斤及在用煤炉(模拟)',
    },
    [hand.photo(7)],
  )
  await hand.do(
    staff.townOfficer(home.town),
    'coal.hear',
    { id: newId(), finding, heardOn: '2024-03-14', statement: '称电费贵，夜间烧煤取暖，愿意退还补贴(模拟)' },
    [hand.document(5)],
  )
  await hand.do(staff.by('director'), 'coal.revoke', { finding, reason: '现场查实，农户承认(模拟)' })
  const recovery = await program.database.read(county, (db) =>
    db
      .selectFrom('recovery')
      .select('id')
      .where('county', '=', county)
      .where('home', '=', home.id)
      .executeTakeFirstOrThrow(),
  )
  await hand.do(
    staff.by('finance'),
    'recovery.repay',
    {
      id: newId(),
      recovery: recovery.id,
      amountFen: 50_000,
      paidOn: '2024-04-10',
      bankReference: 'DEMO-RECOVERY-1',
    },
    [hand.document(2)],
  )
}
