import type { Actor } from '../../src/kernel/identity/authority.ts'
import { dayNumber, dayOfNumber } from '../../src/modules/grid/rules/read-in.ts'
import type { TestCounty } from './county.ts'
import type { SeasonRoad } from './season-road.ts'

const celsiusOn = (at: number) => 3 - 9 * Math.sin((Math.PI * at) / 137) + 3 * Math.sin(at / 3)
/** Heats by electricity with the cold, day after day; what each day took, in hundredths of a kWh. */
export const heated = (at: number) => Math.round(400 + 120 * Math.max(0, 14 - celsiusOn(at)))

interface Meter {
  home: string
  /** Days without a reading. */
  without?: readonly number[]
  /** A new register on this day, the old one's last figure not read. */
  replacedOn?: number
  used?: (at: number) => number
}

/** A season whose meters are read every day, on the road of its homes. */
export async function aReadSeason(county: TestCounty, road: SeasonRoad) {
  const people = county.actors
  const { season, endsOn } = await road.season()
  const from = dayNumber(`${Number(endsOn.slice(0, 4)) - 1}-11-15`)
  const days = dayNumber(endsOn) - from
  const file = async (kind: string, by: Actor, header: string, lines: readonly string[]) => {
    const content = await county.evidence('workbook', Buffer.from([header, ...lines].join('\n')))
    const outcome = await county.do(by, kind, { season, file: content.digest, fileName: 'x.csv' }, [content])
    if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
  }
  return {
    season,
    endsOn,
    days,
    total: (used: (at: number) => number = heated) =>
      Array.from({ length: days }, (_, at) => used(at)).reduce((sum, one) => sum + one, 0),
    temperatures: () =>
      file(
        'temperature.import',
        people.bureauOfficer,
        '日期,平均气温',
        Array.from({ length: days + 1 }, (_, at) => `${dayOfNumber(from + at)},${celsiusOn(at).toFixed(1)}`),
      ),
    readings: async (meters: readonly Meter[]) => {
      const lines: string[] = []
      for (const { home, without = [], replacedOn, used = heated } of meters) {
        const account = await road.accountOf(home)
        let register = 1_000_00
        for (let at = 0; at <= days; at++) {
          if (at === replacedOn) register = 0
          const kind = at === replacedOn ? '起度' : '实抄'
          if (!without.includes(at))
            lines.push(`${account},${dayOfNumber(from + at)},${(register / 100).toFixed(2)},${kind}`)
          register += used(at)
        }
      }
      await file('readings.import', people.gridOfficer, '户号,抄表时间,示数,类型', lines)
    },
    correct: async (home: string, at: number, register: number) =>
      file('readings.import', people.gridOfficer, '户号,抄表时间,示数', [
        `${await road.accountOf(home)},${dayOfNumber(from + at)},${(register / 100).toFixed(2)}`,
      ]),
    analyse: (by = people.bureauOfficer) => county.do(by, 'season.analyse', { season }),
    take: (by = people.bureauOfficer) => county.do(by, 'usage.take', { season }),
  }
}
