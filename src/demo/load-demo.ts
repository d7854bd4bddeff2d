import { sql } from 'kysely'
import { passOver } from '../kernel/evidence/looks.ts'
import { addDays } from '../kernel/dates/day.ts'
import type { handClock } from '../kernel/dates/clock.ts'
import type { Actor } from '../kernel/identity/authority.ts'
import { newId } from '../kernel/identity/id.ts'
import type { Pack } from '../kernel/pack/pack.ts'
import { programmeId } from '../modules/policy/public.ts'
import { foundCounty, openAdministrator } from '../server/found-county.ts'
import type { Program } from '../server/program.ts'
import { type ApplicationRow, inventApplications } from './applications.ts'
import { employPeople, payWages, planVillages } from './crews.ts'
import { type DemoAccount, demoAccountsOf } from './demo-accounts.ts'
import { type DemoVillage, inventVillages, towns } from './places.ts'
import { type Random, randomFrom } from './random.ts'
import { type Reach, type VillageOnTheRoad, walkTheRoad } from './road.ts'
import { playSeason } from './season.ts'
import { passDaysOnSite } from './site-days.ts'
import { demoDays, type DemoSetting } from './settings.ts'
import { type DemoLot, settleClaims } from './settlement.ts'
import { demoPassword, openStaff, type Staff } from './staff.ts'
import { deliverSources } from './sources.ts'
import { openStagehand, type Stagehand } from './stagehand.ts'
import { registerWorkbook } from './workbook-of.ts'

const countyId = 1
const county = { id: countyId, code: '370683', name: '莱州市(演示)', year: 2023, pack: 'laizhou-2023' }
const countyArea = '370683000000'
const seed = 20230815

/**
 * Makes the demo county in an empty database: real towns, everything else invented from a seed, through the same
 * acts that people perform. Answers the accounts to sign in with.
 */
export async function loadDemo(
  program: Program,
  clock: ReturnType<typeof handClock>,
  setting: DemoSetting,
  onProgress: (done: number, label: string) => void,
): Promise<DemoAccount[]> {
  const random = randomFrom(seed)
  const today = demoDays[setting]
  clock.set(new Date('2023-04-10T01:00:00Z'))
  onProgress(0, '账号 accounts')
  const administrator = await found(program)
  const hand = await openStagehand(program, clock, administrator, today)
  const villages = inventVillages(random)
  hand.setDay('2023-04-10')
  await hand.do(administrator, 'village.register', {
    programme: programmeId(countyId),
    areas: towns.map(({ code, name, kind, latitude, longitude }) => ({
      code,
      name,
      kind,
      latitude,
      longitude,
    })),
  })
  await hand.do(administrator, 'village.register', {
    programme: programmeId(countyId),
    synthetic: true,
    areas: villages.map(({ code, name, kind, latitude, longitude }) => ({
      code,
      name,
      kind,
      latitude,
      longitude,
    })),
  })
  const staff = await openStaff(hand, countyArea, villages)
  const policy = await program.packs.inForce(countyId)
  await admitFirms(hand, staff, policy)
  const lots = await openLots(hand, staff)
  const models = await admitModels(hand, staff, policy)
  const crews = await employPeople(hand, staff, lots, randomFrom(seed + 2))
  await openFunds(hand, staff)

  const applications = await importRegisters(hand, staff, villages, random, (done, label) =>
    onProgress(0.03 + done * 0.27, label),
  )
  const onRoad = await layOut(program, villages, lots, random, setting)
  hand.setDay('2023-05-03')
  onProgress(0.3, '比对名单 comparison lists')
  await deliverSources(hand, staff, applications, randomFrom(seed + 1), {
    county: countyId,
    area: countyArea,
    waiting: onRoad
      .filter(({ reach }) => reach === 'applied')
      .map(({ name, town }) => ({ name, town: town.name })),
  })
  await walkTheRoad(program, hand, staff, onRoad, {
    today,
    random,
    models,
    crews,
    onProgress: (done, label) => onProgress(0.3 + done * (setting === 'season' ? 0.45 : 0.62), label),
  })
  // A few pictures stand in for all photographs: compared with each other they would all be doubted.
  await passOver(program.database, countyId)
  hand.setDay(setting === 'season' ? '2023-11-20' : today)
  onProgress(setting === 'season' ? 0.76 : 0.93, '结算 settlement')
  if (setting === 'works') {
    hand.setDay(today)
    await planVillages(hand, staff, lots, onRoad)
    await passDaysOnSite(program, hand, staff, onRoad, { today, pack: policy, models })
  }
  await payWages(hand, staff, lots, program, setting === 'season' ? '2023-11-20' : today)
  await settleClaims(program, hand, staff, lots, setting)
  if (setting === 'season')
    await playSeason(program, hand, staff, random, (done, label) => onProgress(0.78 + done * 0.18, label))
  await passOver(program.database, countyId)
  onProgress(0.97, '封存日志 sealing the log')
  await program.seal()
  // Everything came within minutes: until the database has counted its tables, it plans as if they were empty.
  await sql`analyze`.execute(program.database.owner)
  onProgress(1, '')
  return demoAccountsOf(program, countyId, demoPassword)
}

async function found(program: Program): Promise<Actor> {
  await foundCounty(program, county)
  const who = { signIn: 'admin', name: '系统管理员(模拟)', password: demoPassword }
  const outcome = await openAdministrator(program, county, who)
  if (outcome.status !== 'done')
    throw new Error(`The administrator's account was not opened: ${JSON.stringify(outcome)}`)
  return {
    id: outcome.receipt.subject,
    county: countyId,
    name: who.name,
    grants: [{ role: 'administrator', area: countyArea }],
  }
}

/** Every paper the standard asks for, answered with one file; those that run out are good for three years. */
const papersOf = (policy: Pack, of: string, digest: string) =>
  policy.access.papers
    .filter((paper) => paper.of === of)
    .map(({ id, numbered, expires }) => ({
      paper: id,
      digest,
      ...(numbered && { number: `MN-${id.slice(0, 3).toUpperCase()}-2023` }),
      ...(expires && { validTo: '2026-03-31' }),
    }))

async function admitFirms(hand: Stagehand, staff: Staff, policy: Pack): Promise<void> {
  hand.setDay('2023-04-11')
  for (const [nth, [name, firm]] of Object.entries(staff.firms).entries()) {
    const kind = name.slice(0, -1)
    const paper = hand.document(nth)
    await hand.do(
      staff.by('bureau'),
      'firm.admit',
      {
        firm,
        id: newId(),
        validFrom: '2023-04-11',
        validTo: '2025-04-10',
        papers: papersOf(policy, kind, paper.digest),
      },
      [paper],
    )
  }
}

async function openLots(hand: Stagehand, staff: Staff): Promise<DemoLot[]> {
  const bureau = staff.by('bureau')
  const plan = [
    {
      code: '一标段',
      firm: staff.firms.contractorA,
      watch: staff.firms.supervisorA,
      contractor: 'contractor',
      supervisor: 'supervisor',
      priceFen: 468_000,
    },
    {
      code: '二标段',
      firm: staff.firms.contractorB,
      watch: staff.firms.supervisorA,
      contractor: 'contractor2',
      supervisor: 'supervisor',
      priceFen: 472_500,
    },
    {
      code: '三标段',
      firm: staff.firms.contractorC,
      watch: staff.firms.supervisorB,
      contractor: 'contractor3',
      supervisor: 'supervisor2',
      priceFen: 459_900,
    },
  ]
  const lots: DemoLot[] = []
  for (const { code, firm, watch, contractor, supervisor, priceFen } of plan) {
    const id = newId()
    hand.setDay('2023-04-12')
    await hand.do(bureau, 'lot.open', { id, code, name: `2023年清洁取暖${code}` })
    hand.setDay('2023-04-27')
    await hand.do(
      bureau,
      'lot.award',
      { lot: id, contractor: firm, supervisor: watch, unitPriceFen: priceFen, awardedOn: '2023-04-26' },
      [hand.document(lots.length)],
    )
    await hand.do(
      bureau,
      'contract.record',
      {
        ...{ id: newId(), lot: id, number: `LZQN-2023-0${lots.length + 1}`, signedOn: '2023-04-27' },
        advanceBasis: '合同第 6.2 条：建设补贴由中标单位先行垫付，验收合格后据实结算（模拟）',
        ...{ retentionPercent: 3, warrantyMonths: 24 },
        items: [
          {
            name: '低环境温度空气源热泵热风机',
            unit: '台',
            centiQuantity: 1_200_000,
            unitPriceFen: priceFen,
          },
          { name: '室内配电线路改造', unit: '处', centiQuantity: 1_200_000, unitPriceFen: 18_000 },
        ],
      },
      [hand.document(lots.length)],
    )
    lots.push({ id, code, contractor, supervisor })
  }
  return lots
}

async function admitModels(hand: Stagehand, staff: Staff, policy: Pack): Promise<string[]> {
  hand.setDay('2023-04-28')
  const models: string[] = []
  for (const [firm, model, heatingWatts, inputWatts] of [
    [staff.firms.makerA, 'HF-50', 5000, 1900],
    [staff.firms.makerB, 'BJX-45A', 4500, 1750],
  ] as const) {
    const paper = hand.document(models.length + 4)
    const id = newId()
    await hand.do(
      staff.by('bureau'),
      'equipment.admit',
      {
        id,
        firm,
        model,
        heatingWatts,
        inputWatts,
        copAtMinus12: 2.35,
        copAtMinus20: 1.92,
        lowestCelsius: -25,
        serialPrefix: 'QN',
        papers: papersOf(policy, 'model', paper.digest),
      },
      [paper],
    )
    models.push(id)
  }
  return models
}

async function openFunds(hand: Stagehand, staff: Staff): Promise<void> {
  const finance = staff.by('finance')
  for (const [at, [name, source, purpose, budgetFen, receivedFen]] of (
    [
      ['中央清洁取暖试点资金', 'central', 'equipment', 8_000_000_000, 6_000_000_000],
      ['市级建设补助', 'city', 'equipment', 3_000_000_000, 1_500_000_000],
      ['县级运行补贴', 'county', 'operating', 2_600_000_000, 2_600_000_000],
    ] as const
  ).entries()) {
    const fund = newId()
    await hand.do(finance, 'fund.open', { id: fund, name: `${name}(模拟)`, source, purpose, budgetFen })
    await hand.do(
      finance,
      'fund.receive',
      {
        id: newId(),
        fund,
        amountFen: receivedFen,
        creditedOn: '2023-04-10',
        bankReference: `DEMO-IN-${String(at + 1).padStart(4, '0')}`,
      },
      [hand.document(at)],
    )
  }
}

async function importRegisters(
  hand: Stagehand,
  staff: Staff,
  villages: readonly DemoVillage[],
  random: Random,
  onProgress: (done: number, label: string) => void,
): Promise<ApplicationRow[]> {
  const all: ApplicationRow[] = []
  let serial = 0
  for (const [at, town] of towns.entries()) {
    hand.setDay(addDays('2023-04-15', at))
    const rows = villages
      .filter((village) => village.town.code === town.code)
      .flatMap((village) => inventApplications(random, village, random.int(12, 39), () => serial++))
    const file = await hand.upload('workbook', await registerWorkbook(rows))
    await hand.do(
      staff.townOfficer(town.code),
      'register.import',
      {
        programme: programmeId(countyId),
        import: newId(),
        area: town.code,
        fileName: `${town.name}确户表(模拟).xlsx`,
        synthetic: true,
      },
      [file],
    )
    all.push(...rows)
    onProgress((at + 1) / towns.length, `${town.name} · ${rows.length} 户 homes`)
  }
  return all
}

const shares: Record<DemoSetting, readonly (readonly [reach: Reach, share: number])[]> = {
  works: [
    ['accepted', 0.3],
    ['inspected', 0.06],
    ['self-checked', 0.06],
    ['installed', 0.12],
    ['assigned', 0.14],
    ['confirmed', 0.16],
    ['notice-over', 0.04],
    ['on-notice', 0.07],
    ['applied', 0.05],
  ],
  season: [
    ['accepted', 0.82],
    ['inspected', 0.03],
    ['installed', 0.05],
    ['assigned', 0.05],
    ['confirmed', 0.03],
    ['applied', 0.02],
  ],
}

/** Decides how far each village has come: outward from the urban core (§2.0b), nearer ones further along. */
async function layOut(
  program: Program,
  villages: readonly DemoVillage[],
  lots: readonly DemoLot[],
  random: Random,
  setting: DemoSetting,
): Promise<VillageOnTheRoad[]> {
  const ids = await program.database.read(countyId, (db) =>
    db.selectFrom('village').select(['id', 'code']).where('county', '=', countyId).execute(),
  )
  const idOf = new Map(ids.map((row) => [row.code, row.id]))
  const distance = (village: DemoVillage) =>
    Math.hypot(village.latitude - 37.18, (village.longitude - 119.94) * 0.8) + random.next() * 0.08
  const ordered = villages
    .map((village) => ({ village, far: distance(village) }))
    .sort((a, b) => a.far - b.far)
  const plan = shares[setting]
  return ordered.map(({ village }, at) => {
    let left = (at + 0.5) / ordered.length
    const reach = plan.find(([, share]) => (left -= share) < 0)?.[0] ?? 'applied'
    const lot = lots[towns.findIndex((town) => town.code === village.town.code) % lots.length]
    if (!lot) throw new Error('No lot.')
    return {
      ...village,
      id: idOf.get(village.code) ?? '',
      reach,
      noticeOn: noticeDay(reach, at / ordered.length),
      notice: '',
      lot: lot.id,
      contractor: lot.contractor,
      supervisor: lot.supervisor,
    }
  })
}

/** Waves of a week from 8 May on; what is still open on the demo's day was opened shortly before it. */
function noticeDay(reach: Reach, place: number): string {
  if (reach === 'on-notice') return '2023-08-11'
  if (reach === 'notice-over' || reach === 'applied') return '2023-08-04'
  return addDays('2023-05-08', Math.floor(place * 12) * 7)
}
