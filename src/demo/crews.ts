import { sql } from 'kysely'
import { addDays } from '../kernel/dates/day.ts'
import { newId } from '../kernel/identity/id.ts'
import { trades } from '../modules/workers/rules/workers.ts'
import { inventIdNumber, inventName, inventTelephone } from './people.ts'
import type { Program } from '../server/program.ts'
import type { Random } from './random.ts'
import type { DemoLot } from './settlement.ts'
import { demoDays } from './settings.ts'
import type { Staff } from './staff.ts'
import type { Stagehand } from './stagehand.ts'

/** The registered people of each lot's contractor, by lot. */
export type Crews = ReadonlyMap<string, readonly string[]>

const peopleOfLot = 24
/** Beyond those of the applications, so that nobody is somebody else. */
const serialOf = (lot: number, at: number): number => 40_000 + lot * 100 + at

/** Real-name registers and wage accounts of the contractors, before anybody goes on site (§3.2.3). */
export async function employPeople(
  hand: Stagehand,
  staff: Staff,
  lots: readonly DemoLot[],
  random: Random,
): Promise<Crews> {
  hand.setDay('2023-05-01')
  const crews = new Map<string, string[]>()
  for (const [nth, lot] of lots.entries()) {
    const actor = staff.by(lot.contractor)
    const firm = actor.organisation ?? ''
    await hand.do(
      actor,
      'wage-account.declare',
      {
        firm,
        bank: '农村商业银行(模拟)',
        number: `622202${String(nth + 1).padStart(13, '0')}`,
        openedOn: '2023-04-28',
      },
      [hand.document(nth)],
    )
    const people = Array.from({ length: peopleOfLot }, (_, at) => ({
      firm,
      id: newId(),
      name: `${inventName(random)}(模拟)`,
      idNumber: inventIdNumber(random, serialOf(nth, at), true),
      telephone: inventTelephone(serialOf(nth, at)),
      trade: trades[at % 8 === 7 ? 6 : at % 4] ?? 'installer',
      ...(at % 9 !== 8 && { contractSignedOn: '2023-04-29' }),
      lot: lot.id,
      fromDay: '2023-05-02',
    }))
    await hand.many(actor, 'worker.register', people)
    crews.set(
      lot.id,
      people.map(({ id }) => id),
    )
  }
  return crews
}

/** Crews of each lot, and plans of villages about to be built: most agreed by their towns, some still waiting (§3.2.2). */
export async function planVillages(
  hand: Stagehand,
  staff: Staff,
  lots: readonly DemoLot[],
  villages: readonly { id: string; lot: string; contractor: string; town: { code: string }; reach: string }[],
): Promise<void> {
  for (const { id, contractor } of lots)
    await hand.do(staff.by(contractor), 'lot.declare-crews', {
      lot: id,
      id: newId(),
      crews: 12,
      homesPerDay: 4,
    })
  // Of every lot but the last, whose contractor has not named its points yet.
  await hand.tryAll(
    'after-sales.name',
    lots.slice(0, -1).flatMap(({ id, contractor }, nth) =>
      villages
        .filter((village) => village.lot === id)
        .map((village) => ({
          actor: staff.by(contractor),
          input: {
            ...{ lot: id, villages: [village.id], name: '清洁取暖售后服务点(模拟)' },
            ...{ address: '镇驻地便民服务中心一楼(模拟)', person: `维修员${nth + 1}(模拟)` },
            telephone: inventTelephone(serialOf(nth, peopleOfLot + 1)),
          },
        })),
    ),
  )
  const building = villages.filter(({ reach }) => reach === 'assigned' || reach === 'installed')
  await watchOver(hand, staff, lots, building)
  const plans = building.filter((_, at) => at % 5 !== 4).map((village) => ({ village, id: newId() }))
  const proposed = await hand.tryAll(
    'plan.propose',
    plans.map(({ village, id }, at) => ({
      actor: staff.by(village.contractor),
      input: {
        village: village.id,
        id,
        startsOn: addDays(demoDays.works, at % 4),
        crews: 1 + (at % 3),
        homesPerDay: 4,
        remark: '先进材料，逐户安装，当日清场(模拟)',
      },
    })),
  )
  const done = new Set(proposed.map(({ subject }) => subject))
  await hand.tryAll(
    'plan.agree',
    plans
      .filter(({ village }, at) => at % 6 !== 5 && done.has(village.id))
      .map(({ village, id }) => ({ actor: staff.townOfficer(village.town.code), input: { plan: id } })),
  )
}

const dangers = [
  '外机支架下方没有围挡(模拟)',
  '临时用电线缆拖地，没有漏电保护(模拟)',
  '登高作业未系安全带(模拟)',
  '拆下的旧炉具堆在过道(模拟)',
  '梯子放在湿滑地面上(模拟)',
]

/** 双安全员 of each lot and of most villages being built, and patrols with a hazard now and then (§5.3). */
async function watchOver(
  hand: Stagehand,
  staff: Staff,
  lots: readonly DemoLot[],
  villages: readonly { id: string; contractor: string; town: { code: string } }[],
): Promise<void> {
  for (const [nth, { id, contractor }] of lots.entries())
    await hand.do(staff.by(contractor), 'safety.name-firm-officer', {
      lot: id,
      name: `施工安全员${nth + 1}(模拟)`,
      telephone: inventTelephone(serialOf(nth, peopleOfLot)),
    })
  const named = villages.filter((_, at) => at % 8 !== 7)
  await hand.tryAll(
    'safety.name-village-officer',
    named.map(({ id, town }, at) => ({
      actor: staff.townOfficer(town.code),
      input: {
        village: id,
        name: `村安全员${at + 1}(模拟)`,
        telephone: inventTelephone(serialOf(lots.length, at)),
      },
    })),
  )
  await hand.tryAll(
    'patrol.record',
    named
      .filter((_, at) => at % 3 !== 2)
      .map(({ id, contractor, town }, at) => ({
        actor: at % 2 === 0 ? staff.by(contractor) : staff.townOfficer(town.code),
        input: {
          village: id,
          id: newId(),
          route: '从村口到村西，逐户看施工现场和临时用电(模拟)',
          ...(at % 6 === 0 && { found: [dangers[at % dangers.length]] }),
        },
        evidence: [hand.photo(at)],
      })),
  )
}

/** The two people of a lot who go to a village: the same ones whenever they go there. */
export function crewFor(crews: Crews, lot: string, villageNumber: number): string[] {
  const people = crews.get(lot) ?? []
  const first = (villageNumber * 2) % Math.max(people.length, 1)
  return people.slice(first, first + 2)
}

interface Worked {
  worker: string
  month: string
  days: number
}

/** Wages by month for whoever worked; one firm leaves a month unpaid, so that the bureau has something to see. */
export async function payWages(
  hand: Stagehand,
  staff: Staff,
  lots: readonly DemoLot[],
  program: Program,
  today: string,
): Promise<void> {
  const { county } = hand.administrator
  const worked = (firm: string) =>
    program.database.read(county, async (db) => {
      const { rows } = await sql<Worked>`
        select worker, to_char(day, 'YYYY-MM') as month, count(*)::int as days from attendance
         where county = ${county} and firm = ${firm} group by 1, 2 order by 2, 1`.execute(db)
      return rows
    })
  for (const [nth, lot] of lots.entries()) {
    const actor = staff.by(lot.contractor)
    const firm = actor.organisation ?? ''
    const rows = await worked(firm)
    const months = [...new Set(rows.map(({ month }) => month))].sort()
    for (const month of months) {
      const paidOn = addDays(`${month}-01`, 40 + nth)
      if (paidOn > today || (nth === 1 && month === '2023-06')) continue
      hand.setDay(paidOn)
      await hand.do(
        actor,
        'wage.prove',
        {
          firm,
          id: newId(),
          month,
          paidOn,
          lines: rows
            .filter((row) => row.month === month)
            .map(({ worker, days }) => ({ worker, amountFen: 180_000 + days * 26_000 })),
        },
        [hand.document(nth)],
      )
    }
  }
  hand.setDay(today)
}
