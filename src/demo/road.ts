import { newId } from '../kernel/identity/id.ts'
import { getChecklist } from '../kernel/pack/checklist.ts'
import type { Measurement } from '../kernel/pack/measurements.ts'
import type { Pack } from '../kernel/pack/pack.ts'
import { addDays } from '../kernel/dates/day.ts'
import type { Program } from '../server/program.ts'
import { askWishes, meetingOf, tellVillages } from './outreach.ts'
import { type Crews, crewFor } from './crews.ts'
import type { DemoVillage } from './places.ts'
import type { Random } from './random.ts'
import type { Asked, Stagehand } from './stagehand.ts'
import type { Staff } from './staff.ts'

/** How far a village has come by the programme's date. */
const reaches = [
  'applied',
  'on-notice',
  'notice-over',
  'confirmed',
  'assigned',
  'installed',
  'self-checked',
  'inspected',
  'accepted',
] as const
export type Reach = (typeof reaches)[number]
const isBeyond = (reach: Reach, wanted: Reach) => reaches.indexOf(reach) >= reaches.indexOf(wanted)

export interface VillageOnTheRoad extends DemoVillage {
  id: string
  reach: Reach
  /** Days of its steps. */
  noticeOn: string
  notice: string
  lot: string
  contractor: string
  supervisor: string
}

export interface HomeOnTheRoad {
  id: string
  village: VillageOnTheRoad
  units: number
  at: number
}

/** Takes villages along the road, wave by wave in the order of days, each step by the people whose it is. */
export async function walkTheRoad(
  program: Program,
  hand: Stagehand,
  staff: Staff,
  villages: readonly VillageOnTheRoad[],
  options: {
    today: string
    random: Random
    models: readonly string[]
    crews: Crews
    onProgress(done: number, label: string): void
  },
): Promise<void> {
  const { today, random, models, crews, onProgress } = options
  const pack = await program.packs.inForce(hand.administrator.county)
  const waves = [...new Set(villages.map((village) => village.noticeOn))].sort()
  let walked = 0
  for (const [at, day] of waves.entries()) {
    const wave = villages.filter((village) => village.noticeOn === day)
    hand.setDay(day < today ? day : today)
    await tellVillages(hand, staff, wave, day)
    await askWishes(program, hand, staff, wave)
    await noticeWave(hand, staff, wave, day, today)
    await confirmWave(hand, staff, wave, addDays(day, 8))
    await buildWave(program, hand, staff, wave, {
      // Crews fall behind the notices, so that building goes on to the demo's day.
      day: addDays(day, 21 + 4 * at),
      today,
      random,
      models,
      crews,
      pack,
    })
    walked += wave.length
    onProgress(walked / villages.length, `${day} · ${wave.length} 村 villages`)
  }
}

async function noticeWave(
  hand: Stagehand,
  staff: Staff,
  wave: readonly VillageOnTheRoad[],
  day: string,
  today: string,
): Promise<void> {
  hand.setDay(day < today ? day : today)
  const noticed = wave.filter((village) => isBeyond(village.reach, 'on-notice'))
  const notices = new Map(noticed.map((village) => [village.id, newId()]))
  const opened = await hand.tryAll(
    'notice.open',
    noticed.map((village) => ({
      actor: staff.townOfficer(village.town.code),
      input: { notice: notices.get(village.id), village: village.id },
    })),
  )
  await hand.tryAll(
    'notice.post',
    noticed.map((village, at) => ({
      actor: staff.cadre(village.town.code),
      input: { notice: notices.get(village.id), postedOn: day },
      evidence: [hand.photo(at)],
    })),
  )
  for (const village of noticed) village.notice = notices.get(village.id) ?? ''
  if (noticed.length > 0 && opened.length === 0)
    throw new Error(`No notice of the wave of ${day} could be opened.`)
}

async function confirmWave(hand: Stagehand, staff: Staff, wave: readonly VillageOnTheRoad[], day: string) {
  const over = wave.filter((village) => isBeyond(village.reach, 'confirmed'))
  if (over.length === 0) return
  hand.setDay(day)
  await hand.tryAll(
    'notice.confirm',
    over.map((village) => ({
      actor: staff.townOfficer(village.town.code),
      input: { notice: village.notice },
    })),
  )
  await hand.tryAll(
    'meeting.record',
    over.map((village, at) => ({
      actor: staff.townOfficer(village.town.code),
      input: meetingOf(village.id, day, at),
      evidence: [{ ...hand.document(at), kind: 'minutes' }, hand.photo(at)],
    })),
  )
}

interface Building {
  day: string
  today: string
  random: Random
  models: readonly string[]
  crews: Crews
  pack: Pack
}

async function buildWave(
  program: Program,
  hand: Stagehand,
  staff: Staff,
  wave: readonly VillageOnTheRoad[],
  { day, today, random, models, crews, pack }: Building,
): Promise<void> {
  const bureau = staff.by('bureau')
  const assigned = wave.filter((village) => isBeyond(village.reach, 'assigned'))
  if (assigned.length === 0) return
  const on = (days: number) => {
    const wanted = addDays(day, days)
    return wanted < today ? wanted : today
  }
  hand.setDay(on(0))
  await hand.tryAll(
    'village.join-lot',
    assigned.map((village) => ({ actor: bureau, input: { village: village.id, lot: village.lot } })),
  )
  await hand.tryAll(
    'village.assign',
    assigned.map((village) => ({ actor: bureau, input: { village: village.id } })),
  )
  const homes = await assignedHomes(program, hand, assigned)
  // In a village under way some homes are a step behind; in one that is done nearly none.
  const at = (reach: Reach) =>
    homes.filter(
      (home) => isBeyond(home.village.reach, reach) && !(home.village.reach === reach && home.at % 7 === 0),
    )
  const act =
    (who: (home: HomeOnTheRoad) => Asked['actor'], what: (home: HomeOnTheRoad) => Omit<Asked, 'actor'>) =>
    (list: readonly HomeOnTheRoad[]): Asked[] =>
      list.map((home) => ({ actor: who(home), ...what(home) }))
  const contractor = (home: HomeOnTheRoad) => staff.by(home.village.contractor)
  const supervisor = (home: HomeOnTheRoad) => staff.by(home.village.supervisor)
  const serials = (home: HomeOnTheRoad) =>
    Array.from(
      { length: home.units },
      (_, unit) => `QN${home.village.code.slice(6)}${String(home.at).padStart(4, '0')}${unit + 1}`,
    )
  const model = models[random.int(0, models.length - 1)] ?? ''
  const photos = (home: HomeOnTheRoad, from: number, count: number) =>
    Array.from({ length: count }, (_, n) => hand.photo(home.at * 5 + from + n))

  hand.setDay(on(6))
  await hand.tryAll(
    'paper.record',
    act(
      (home) => staff.townOfficer(home.village.town.code),
      (home) => ({
        input: { home: home.id, paper: 'commitment', signedOn: on(6), witness: '包村干部(模拟)' },
        evidence: [hand.photo(home.at)],
      }),
    )(at('installed').filter(isCommitted)),
  )
  await hand.tryAll(
    'home.install',
    act(contractor, (home) => ({
      input: {
        home: home.id,
        installedOn: on(6),
        devices: serials(home).map((serial) => ({ serial, model })),
        workers: crewFor(crews, home.village.lot, assigned.indexOf(home.village)),
      },
      evidence: photos(home, 0, 2),
    }))(at('installed')),
  )
  await hand.tryAll(
    'attendance.record',
    assigned
      .filter((village) => isBeyond(village.reach, 'installed'))
      .map((village) => ({
        actor: staff.by(village.contractor),
        input: {
          lot: village.lot,
          village: village.code,
          day: on(6),
          workers: crewFor(crews, village.lot, assigned.indexOf(village)),
        },
      })),
  )
  hand.setDay(on(9))
  await hand.tryAll(
    'home.self-check',
    act(contractor, (home) => {
      const evidence = photos(home, 2, 4)
      return {
        input: { home: home.id, checkedOn: on(9), items: filled(pack, 'self-check', evidence, home.units) },
        evidence,
      }
    })(at('self-checked')),
  )
  await hand.tryAll(
    'home.commission',
    act(contractor, (home) => {
      const evidence = photos(home, 11, 2)
      return {
        input: { home: home.id, runOn: on(9), measured: measured(evidence, home) },
        evidence,
      }
    })(at('self-checked').filter((home) => home.at % 11 !== 5)),
  )
  hand.setDay(on(14))
  await hand.tryAll(
    'home.inspect',
    act(supervisor, (home) => {
      const evidence = photos(home, 6, 5)
      return {
        input: {
          home: home.id,
          visitedOn: on(14),
          items: filled(pack, 'in-home', evidence, home.units),
          serials: serials(home),
        },
        evidence,
      }
    })(at('inspected')),
  )
  hand.setDay(on(18))
  const accepted = at('accepted')
  for (const [kind, who] of [
    ['home.sign-off-village', (home: HomeOnTheRoad) => staff.cadre(home.village.town.code)],
    ['home.sign-off-town', (home: HomeOnTheRoad) => staff.townReviewer(home.village.town.code)],
  ] as const)
    await hand.tryAll(
      kind,
      act(who, (home) => ({
        input: { home: home.id, items: filled(pack, 'sign-off', [], home.units, isCommitted(home)) },
      }))(accepted),
    )
}

/** Some sign late, and are accepted but not paid until they have. */
const isCommitted = (home: HomeOnTheRoad): boolean => home.at % 41 !== 0

/** A checklist with everything in order: readings within reason, photographs where they are asked for. */
export function filled(
  pack: Pack,
  id: string,
  photos: readonly { digest: string }[],
  units: number,
  committed = true,
) {
  let next = 0
  return getChecklist(pack, id).items.map((item) => ({
    item: item.id,
    passed: item.onRecord !== 'commitment' || committed,
    ...(item.reading ? { reading: item.reading.unit === 'unit' ? units : 38 + (next % 5) } : {}),
    ...(item.photo ? { photos: [photos[next++ % Math.max(photos.length, 1)]?.digest ?? ''] } : {}),
  }))
}

export async function assignedHomes(
  program: Program,
  hand: Stagehand,
  villages: readonly VillageOnTheRoad[],
): Promise<HomeOnTheRoad[]> {
  const byCode = new Map(villages.map((village) => [village.code, village]))
  const rows = await program.database.read(hand.administrator.county, (db) =>
    db
      .selectFrom('home')
      .select(['id', 'village', 'sequence', 'wanted_units'])
      .where('county', '=', hand.administrator.county)
      .where('village', 'in', [...byCode.keys()])
      .where('stage', '=', 'assigned')
      .where('ended', 'is', null)
      .orderBy('village')
      .orderBy('sequence')
      .execute(),
  )
  return rows.flatMap((row) => {
    const village = byCode.get(row.village)
    return village ? [{ id: row.id, village, units: row.wanted_units ?? 1, at: row.sequence }] : []
  })
}

/** An air heater's run; in some homes a room stayed cool, as it does. */
const measured = (evidence: readonly { digest: string }[], { at, units }: HomeOnTheRoad): Measurement[] => {
  const [first, last] = evidence.map(({ digest }) => [digest])
  const start = 1_000 + ((at * 37) % 4_000)
  return [
    { item: 'outdoor', values: [24 + (at % 6)] },
    { item: 'outlet', values: Array.from({ length: units }, (_, unit) => 42 + ((at + unit * 3) % 9)) },
    { item: 'rooms', values: [22 + (at % 4), at % 23 === 7 ? 12.5 : 20 + (at % 3)] },
    { item: 'power', values: [1.4 + (at % 5) / 10] },
    { item: 'hours', values: [1] },
    { item: 'meter-start', values: [start], ...(first && { photos: first }) },
    { item: 'meter-end', values: [start + 1.5], ...(last && { photos: last }) },
  ]
}
