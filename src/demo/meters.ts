import { addDays } from '../kernel/dates/day.ts'
import type { Program } from '../server/program.ts'
import { randomFrom } from './random.ts'
import type { Meter } from './season.ts'
import type { Staff } from './staff.ts'
import type { Stagehand } from './stagehand.ts'

/** The parts of the demo's stage that the meters need. */
type Hand = Pick<Stagehand, 'do' | 'upload'>

const [firstDay, days] = ['2023-11-15', 137]
const seed = 20231115
/** The whole county's days would make the demo slow to load. */
export const readTown = '370683101000'

/** How a meter's season went; all of it is invented. */
type Way = 'usual' | 'coal' | 'away' | 'without-last' | 'replaced'

/**
 * Temperatures and daily readings of the season (invented, 模拟), through the same acts as a real season's: read in, analysed,
 * taken where no sum came, a list of visits drawn up, and the first of them made.
 */
export async function readMeters(
  hand: Hand,
  staff: Pick<Staff, 'by'>,
  season: string,
  meters: readonly Meter[],
): Promise<void> {
  const random = randomFrom(seed)
  const celsius = Array.from(
    { length: days + 1 },
    (_, at) => 4 - 9 * Math.sin((Math.PI * at) / days) + 3 * Math.sin(at / 4) + 2 * (random.next() - 0.5),
  )
  const bureau = staff.by('bureau')
  const text = (header: string, lines: readonly string[]) =>
    new TextEncoder().encode(`\uFEFF${header}\n${lines.join('\n')}\n`)
  const temperatures = await hand.upload(
    'workbook',
    text(
      '日期,平均气温',
      celsius.map((one, at) => `${addDays(firstDay, at)},${one.toFixed(1)}`),
    ),
  )
  await hand.do(
    bureau,
    'temperature.import',
    { season, file: temperatures.digest, fileName: '日平均气温(模拟).csv' },
    [temperatures],
  )
  const lines: string[] = []
  for (const [at, meter] of meters.entries()) {
    const way: Way =
      at % 41 === 3
        ? 'coal'
        : at % 53 === 5
          ? 'away'
          : at % 67 === 9
            ? 'without-last'
            : at % 97 === 11
              ? 'replaced'
              : 'usual'
    lines.push(...readingsOf(meter, way, celsius, () => random.next()))
  }
  const readings = await hand.upload('workbook', text('户号,抄表时间,示数,类型', lines))
  await hand.do(
    staff.by('grid'),
    'readings.import',
    { season, file: readings.digest, fileName: '电表逐日示数(模拟).csv' },
    [readings],
  )
  await hand.do(bureau, 'season.analyse', { season })
  await hand.do(bureau, 'usage.take', { season })
  await hand.do(bureau, 'visits.draw', { season, count: 40 })
}

/** One town has been to some of its homes; the others are still to go. */
export async function visitHomes(
  program: Program,
  hand: Hand,
  staff: Pick<Staff, 'townOfficer'>,
  county: number,
): Promise<void> {
  const visits = await program.database.read(county, (db) =>
    db
      .selectFrom('season_visit')
      .innerJoin('home', (join) =>
        join.onRef('home.county', '=', 'season_visit.county').onRef('home.id', '=', 'season_visit.home'),
      )
      .select('season_visit.id')
      .where('season_visit.county', '=', county)
      .where('home.town', '=', readTown)
      .orderBy('home.village')
      .orderBy('home.sequence')
      .execute(),
  )
  const found = ['heated', 'otherwise', 'heated', 'not-met', 'empty']
  for (const [at, { id }] of visits.slice(0, found.length).entries())
    await hand.do(staff.townOfficer(readTown), 'visits.record', {
      visit: id,
      found: found[at],
      visitedOn: '2024-04-10',
      note: '模拟记录',
    })
}

/** A season's use spread over its days: a part that is always there, the rest with the cold, as far as it heats at all. */
function readingsOf(
  { account, start, end }: Meter,
  way: Way,
  celsius: readonly number[],
  draw: () => number,
): string[] {
  const weights = Array.from({ length: days }, (_, at) => {
    const cold = Math.max(0, 15 - (celsius[at] ?? 0))
    const noise = 0.8 + 0.4 * draw()
    if (way === 'away' && at > 40 && at < 100) return 0.05 * noise
    if (way === 'coal' && at > 45) return (3 + 0.1 * cold) * noise
    return (3 + cold) * noise
  })
  const sum = weights.reduce((all, one) => all + one, 0)
  const lines: string[] = []
  let used = 0
  let before = 0
  for (let at = 0; at <= days; at++) {
    const figure = at === days ? end - start : Math.round(((end - start) * used) / sum)
    used += weights[at] ?? 0
    if (way === 'without-last' && at > days - 4) continue
    const isNew = way === 'replaced' && at >= 70
    if (way === 'replaced' && at === 70) before = figure
    const shown = isNew ? figure - before : start + figure
    const kind = way === 'replaced' && at === 70 ? '起度' : '实抄'
    lines.push(`${account},${addDays(firstDay, at)},${(shown / 100).toFixed(2)},${kind}`)
  }
  return lines
}
