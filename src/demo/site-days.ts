import { addDays } from '../kernel/dates/day.ts'
import { newId } from '../kernel/identity/id.ts'
import type { Pack } from '../kernel/pack/pack.ts'
import type { Program } from '../server/program.ts'
import { convertPremises } from './premises.ts'
import { assignedHomes, filled, type VillageOnTheRoad } from './road.ts'
import type { Staff } from './staff.ts'
import type { Asked, Stagehand } from './stagehand.ts'

interface Days {
  today: string
  pack: Pack
  models: readonly string[]
}

/** The last days on site: who watches, what was reported and arranged, what broke, and the samples of town and county. */
export async function passDaysOnSite(
  program: Program,
  hand: Stagehand,
  staff: Staff,
  villages: readonly VillageOnTheRoad[],
  { today, pack, models }: Days,
): Promise<void> {
  const building = villages.filter(({ reach }) => reach === 'assigned' || reach === 'installed')
  hand.setDay(today)
  await superviseAndReport(hand, staff, building, today)
  await makeAppointments(program, hand, staff, building, today)
  await settleMatters(hand, staff, building, today)
  await sampleMachines(hand, staff, models, today)
  await convertPremises(hand, staff, building, pack)
  await barMaker(hand, staff, today)
  await checkSamples(
    program,
    hand,
    staff,
    villages.filter(({ reach }) => reach === 'accepted').filter((_, at) => at % 12 === 3),
    pack,
  )
}

const done = [
  '完成入户安装，当日清理现场(模拟)',
  '完成外机支架和管线安装，正在接线(模拟)',
  '材料已到村，完成三户放线定位(模拟)',
  '完成安装并教会农户使用(模拟)',
]
const problems = ['一户家中无人，已改约(模拟)', '村东线路容量不够，已报供电所(模拟)']
const seen = [
  '抽看在装农户，支架牢固，穿墙孔已封堵(模拟)',
  '核对设备铭牌与到货单一致(模拟)',
  '巡看村内施工点,现场已围挡(模拟)',
]

async function superviseAndReport(
  hand: Stagehand,
  staff: Staff,
  building: readonly VillageOnTheRoad[],
  today: string,
): Promise<void> {
  const watched = building.filter((_, at) => at % 10 !== 9)
  await hand.tryAll(
    'supervision.name',
    watched.map(({ id, supervisor }) => {
      const actor = staff.by(supervisor)
      return { actor, input: { village: id, person: actor.id } }
    }),
  )
  const days = [-2, -1, 0].map((days) => addDays(today, days))
  await hand.tryAll(
    'report.file',
    building.flatMap(({ id, contractor }, at) =>
      days
        .filter((_, nth) => (at + nth) % 4 !== 3)
        .map((day, nth) => ({
          actor: staff.by(contractor),
          input: {
            village: id,
            id: newId(),
            day,
            weather: at % 9 === 4 ? 'rain' : 'fine',
            done: done[(at + nth) % done.length],
            ...((at + nth) % 7 === 0 && { problems: problems[at % problems.length] }),
          },
        })),
    ),
  )
  await hand.tryAll(
    'supervision.file-log',
    watched
      .filter((_, at) => at % 3 === 0)
      .map(({ id, supervisor }, at) => ({
        actor: staff.by(supervisor),
        input: {
          village: id,
          id: newId(),
          day: addDays(today, -1),
          weather: 'fine',
          seen: seen[at % seen.length],
        },
        evidence: [hand.photo(at)],
      })),
  )
}

async function makeAppointments(
  program: Program,
  hand: Stagehand,
  staff: Staff,
  building: readonly VillageOnTheRoad[],
  today: string,
): Promise<void> {
  const homes = await assignedHomes(program, hand, building)
  await hand.tryAll(
    'appointment.make',
    homes
      .filter((_, at) => at % 6 === 2)
      .map((home, at) => ({
        actor: staff.by(home.village.contractor),
        input: {
          home: home.id,
          id: newId(),
          day: addDays(today, 1 + (at % 6)),
          half: at % 2 === 0 ? 'morning' : 'afternoon',
        },
      })),
  )
}

const damages = [
  '穿墙打孔碰裂室内瓷砖两块(模拟)',
  '搬运外机压坏院内水泥地面(模拟)',
  '布线时碰落窗台灰皮(模拟)',
]

async function settleMatters(
  hand: Stagehand,
  staff: Staff,
  building: readonly VillageOnTheRoad[],
  today: string,
): Promise<void> {
  const broken = building.filter((_, at) => at % 8 === 1).map((village) => ({ village, id: newId() }))
  await hand.tryAll(
    'damage.report',
    broken.map(({ village, id }, at) => ({
      actor: staff.townOfficer(village.town.code),
      input: { village: village.id, id, what: damages[at % damages.length] },
      evidence: [hand.photo(at)],
    })),
  )
  await hand.tryAll(
    'damage.repair',
    broken
      .filter((_, at) => at % 2 === 0)
      .map(({ village, id }, at) => ({
        actor: staff.by(village.contractor),
        input: { damage: id, repairedOn: today, note: '已更换修复，农户认可(模拟)' },
        evidence: [hand.photo(at + 20)],
      })),
  )
  await hand.tryAll(
    'permit.apply',
    building
      .filter((_, at) => at % 20 === 7)
      .map(({ id, contractor }, at) => ({
        actor: staff.by(contractor),
        input: {
          village: id,
          id: newId(),
          authority: at % 2 === 0 ? 'highway' : 'water',
          place: at % 2 === 0 ? '村口县道路面开挖(模拟)' : '村北河道穿越(模拟)',
          appliedOn: addDays(today, -3 - at),
        },
        evidence: [hand.document(at)],
      })),
  )
}

async function sampleMachines(
  hand: Stagehand,
  staff: Staff,
  models: readonly string[],
  today: string,
): Promise<void> {
  for (const [at, model] of models.entries())
    await hand.do(
      staff.by('market'),
      'sampling.record',
      {
        model,
        id: newId(),
        batch: `2023-0${6 + at}(模拟)`,
        serialPrefix: `QN23${at + 6}`,
        sampledOn: addDays(today, -20 + at),
        units: 3,
        result: 'passed',
      },
      [hand.document(at)],
    )
}

async function barMaker(hand: Stagehand, staff: Staff, today: string): Promise<void> {
  const firm = newId()
  await hand.do(hand.administrator, 'organisation.register', {
    id: firm,
    kind: 'maker',
    name: '鑫暖设备厂(模拟)',
    synthetic: true,
  })
  await hand.do(
    staff.by('bureau'),
    'firm.bar',
    {
      firm,
      id: newId(),
      reason: 'quality',
      remark: '上年度供货抽检两批不合格(模拟)',
      fromDay: addDays(today, -40),
      toDay: addDays(today, 690),
    },
    [hand.document(1)],
  )
}

/** Town and county draw and check what was drawn; one home fails, so its village's sample grows. */
async function checkSamples(
  program: Program,
  hand: Stagehand,
  staff: Staff,
  villages: readonly VillageOnTheRoad[],
  pack: Pack,
): Promise<void> {
  for (const level of ['town', 'county'] as const) {
    const by = (village: VillageOnTheRoad) =>
      level === 'town' ? staff.townOfficer(village.town.code) : staff.by('bureau')
    const chosen = level === 'town' ? villages : villages.filter((_, at) => at % 2 === 0)
    await hand.tryAll(
      `sample.draw-${level}`,
      chosen.map((village) => ({ actor: by(village), input: { village: village.id } })),
    )
    const drawn = await drawnHomes(program, hand, level)
    const failing = level === 'town' ? drawn.find(({ claimed }) => !claimed)?.id : undefined
    const visits = chosen
      .filter(
        ({ code }, at) => at % 3 !== 2 || drawn.some((home) => home.id === failing && home.village === code),
      )
      .flatMap((village) =>
        drawn
          .filter((home) => home.village === village.code)
          .map((home, at): Asked => {
            const evidence = Array.from({ length: 5 }, (_, n) => hand.photo(at * 3 + n))
            const items = filled(pack, 'sample-check', evidence, home.serials.length)
            const fails = home.id === failing
            return {
              actor: by(village),
              input: {
                home: home.id,
                items: fails
                  ? items.map((item) => (item.item === 'heating' ? { ...item, passed: false } : item))
                  : items,
                serials: home.serials,
                ...(fails && { remark: '抽查发现问题，已通知施工单位整改(模拟)' }),
              },
              evidence,
            }
          }),
      )
    await hand.tryAll(`home.check-${level}`, visits)
  }
}

interface DrawnHome {
  id: string
  village: string
  claimed: boolean
  serials: string[]
}

async function drawnHomes(program: Program, hand: Stagehand, level: 'town' | 'county') {
  const { county } = hand.administrator
  const homes = await program.database.read(county, (db) =>
    db
      .selectFrom('sample_home')
      .innerJoin('home', (join) =>
        join.onRef('home.county', '=', 'sample_home.county').onRef('home.id', '=', 'sample_home.home'),
      )
      .innerJoin('device', (join) =>
        join.onRef('device.county', '=', 'sample_home.county').onRef('device.home', '=', 'sample_home.home'),
      )
      .select((of) => [
        'home.id',
        'home.village',
        'device.serial',
        of
          .exists(
            of
              .selectFrom('claim_line')
              .select('claim_line.home')
              .where('claim_line.county', '=', county)
              .whereRef('claim_line.home', '=', 'home.id'),
          )
          .as('claimed'),
      ])
      .where('sample_home.county', '=', county)
      .where('sample_home.level', '=', level)
      .where('device.removed_on', 'is', null)
      .orderBy('home.id')
      .orderBy('device.serial')
      .execute(),
  )
  const byHome = new Map<string, DrawnHome>()
  for (const { id, village, serial, claimed } of homes) {
    const home = byHome.get(id) ?? { id, village, claimed: Boolean(claimed), serials: [] }
    home.serials.push(serial)
    byHome.set(id, home)
  }
  return [...byHome.values()]
}
