import { sql } from 'kysely'
import { newId } from '../kernel/identity/id.ts'
import { addDays } from '../kernel/dates/day.ts'
import type { Program } from '../server/program.ts'
import type { VillageOnTheRoad } from './road.ts'
import type { Stagehand } from './stagehand.ts'
import type { Staff } from './staff.ts'

/** A meeting of the village's representatives that decides on heat pumps. */
export const meetingOf = (village: string, heldOn: string, at: number) => ({
  id: newId(),
  village,
  heldOn,
  representatives: 30 + (at % 12),
  present: 28 + (at % 8),
  votes: [
    { route: 'heat-pump-air-heater', for: 24 + (at % 5), against: 2, abstained: 1 },
    { route: 'central-heating', for: 2, against: 20, abstained: 4 },
  ],
})

/** Villages are told before their first notice: most in full, some not quite. */
export async function tellVillages(
  hand: Stagehand,
  staff: Staff,
  villages: readonly VillageOnTheRoad[],
  day: string,
): Promise<void> {
  await hand.tryAll(
    'publicity.record',
    villages.map((village, at) => ({
      actor: staff.cadre(village.town.code),
      input: {
        id: newId(),
        village: village.id,
        activity: ['leaflet', 'loudspeaker', 'noticeboard'][at % 3] ?? 'leaflet',
        heldOn: addDays(day, -3),
        carriedOutBy: '村委会(模拟)',
        families: 180 + at,
        reached: at % 7 === 0 ? 120 : 180 + at,
      },
      evidence: [hand.photo(at)],
    })),
  )
}

/** Some households of each village are asked at their door; not all of them want it. */
export async function askWishes(
  program: Program,
  hand: Stagehand,
  staff: Staff,
  villages: readonly VillageOnTheRoad[],
): Promise<void> {
  const { county } = hand.administrator
  const { rows } = await program.database.read(county, (db) =>
    sql<{ id: string; village: string; at: number }>`
      select id, village, row_number() over (order by village, sequence)::int as at from home
       where county = ${county} and village = any(${villages.map(({ code }) => code)}::text[]) and ended is null
         and sequence % 4 = 0`.execute(db),
  )
  const towns = new Map(villages.map(({ code, town }) => [code, town.code]))
  await hand.tryAll(
    'wish.record',
    rows.map(({ id, village, at }) => ({
      actor: staff.cadre(towns.get(village) ?? ''),
      input:
        at % 23 === 0
          ? { home: id, wish: 'does-not-want', reason: 'rarely-home' }
          : at % 17 === 0
            ? { home: id, wish: 'undecided', reason: 'cost' }
            : { home: id, wish: 'wants', route: 'heat-pump-air-heater' },
    })),
  )
}
