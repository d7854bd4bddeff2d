import { analyseSeason } from '../src/modules/grid/rules/analyse-season.ts'
import { fitDaily } from '../src/modules/grid/rules/degree-days.ts'
import { seasonUse } from '../src/modules/grid/rules/season.ts'
import { learn, scoresOf, visitList } from '../src/modules/grid/rules/suspicion.ts'
import { randomFrom } from '../src/demo/random.ts'
import { type InventedSeason, inventSeason, type World, worlds } from '../tests/season/invent-season.ts'
import type { Bench } from './bench.ts'
import type { Line } from './lines.ts'
import type { Sample } from './measure.ts'

const county = 22_000
const analyticsSeconds = 5
/** OpenDSM cannot be installed everywhere; its daily fit takes seconds of processor time, and a hundredth is asked for. */
const fitMsAtMost = 20
const fits = 40

/** A season of a county: seasonal use and evidence on invented counties nobody was asked about, and what they cost. */
export const seasonBench: Bench = {
  name: 'season',
  run({ repetitions, say }) {
    const homes = Number(process.env.QINGNUAN_BENCH_HOMES ?? county)
    const lines: Line[] = []
    for (const [at, world] of worlds.entries()) {
      say(`season: ${world.name}`)
      const season = inventSeason({ ...world, homes })
      if (at === 0) lines.push(costOf(season, repetitions))
      lines.push(...qualityOf(world, season))
    }
    lines.push(fitLine(repetitions))
    return Promise.resolve(lines)
  },
}

const daysOf = ({ first, last }: InventedSeason) => ({ from: first, to: last })

function timed(work: () => void): Sample {
  const [began, cpu] = [performance.now(), process.cpuUsage()]
  work()
  const { user, system } = process.cpuUsage(cpu)
  return { wallMs: performance.now() - began, cpuMs: (user + system) / 1000 }
}

/** The peer does what no analysis can do without: it takes each reading once and adds it up. */
function costOf(season: InventedSeason, repetitions: number): Line {
  const { readings, weather, villages } = season
  const ours: Sample[] = []
  const peer: Sample[] = []
  for (let at = 0; at < repetitions; at++) {
    ours.push(timed(() => analyseSeason(readings, weather, daysOf(season), { villages })))
    peer.push(
      timed(() => {
        const sums = new Float64Array(readings.meters.length)
        for (const [row, meter] of readings.meter.entries())
          sums[meter] = (sums[meter] ?? 0) + (readings.kwh[row] ?? 0)
      }),
    )
  }
  const least = Math.min(...ours.map(({ cpuMs }) => cpuMs))
  return {
    what: `${readings.at.length} readings of ${readings.meters.length} homes analysed`,
    ours,
    peer: { what: 'each added up once', samples: peer, pairs: { ours, peer } },
    aim: { said: `≤ ${analyticsSeconds} s of one core`, isMet: least <= 1000 * analyticsSeconds },
  }
}

function qualityOf(world: World, season: InventedSeason): Line[] {
  const { truth, readings, weather, villages } = season
  const share = truth.kwh.length / county
  const use = seasonUse(readings, weather, daysOf(season))
  let [right, homes] = [0, 0]
  for (const [home, kwh] of truth.kwh.entries()) {
    if (!truth.hasBoundaries[home]) continue
    homes++
    // A register that shows whole kWh cannot be read any closer.
    const digit = world.faults.wholeKwh ? 1 : 0
    if (Math.abs((use.kwh[home] ?? 0) - kwh) <= Math.max(0.01 * kwh, digit)) right++
  }
  const { scores, evidence } = analyseSeason(readings, weather, daysOf(season), { villages })
  const isCoal = (home: number) => truth.isCoal[home] === 1
  const first = ranked(scores.score).slice(0, Math.round(500 * share))
  const top = first.slice(0, Math.round(200 * share))
  const visits = visitList(
    scores,
    Math.round(400 * share),
    new Set(),
    Math.round(200 * share),
    randomFrom(world.seed).next,
  )
  const findings = visits.map(({ home }) => ({ home, isCoal: isCoal(home) }))
  const visited = new Set(visits.map(({ home }) => home))
  const unvisited = ranked(scoresOf(evidence, learn(evidence, findings)).score)
    .filter((home) => !visited.has(home))
    .slice(0, Math.round(200 * share))
  const of = (list: readonly number[], is: (home: number) => boolean) =>
    list.filter(is).length / (list.length || 1)
  const area = areaUnder(scores.score, truth.isCoal)
  const before = of(top, isCoal)
  const after = of(unvisited, isCoal)
  const frugal = of(first, (home) => truth.kind[home] === 'frugal')
  const told = (what: string, value: number, aim: number, isMost = false): Line => ({
    what: `  ${what}`,
    ours: [],
    note: value.toFixed(4),
    aim: { said: `${isMost ? '≤' : '≥'} ${aim}`, isMet: isMost ? value <= aim : value >= aim },
  })
  return [
    { ...told('', right / homes, 0.998), what: `${world.name}: within 1 %` },
    told('area under the curve', area, 0.975),
    told('right of the top 200', before, 0.93),
    told('right of the next 200 after 400 visits', after, 0.98),
    told('frugal among the top 500', frugal, 0.01, true),
  ]
}

const ranked = (score: Float64Array) =>
  [...score.keys()].sort((a, b) => (score[b] ?? 0) - (score[a] ?? 0) || a - b)

function areaUnder(score: Float64Array, is: Uint8Array): number {
  let [ranks, count] = [0, 0]
  for (const [rank, home] of ranked(score).reverse().entries()) {
    if (!is[home]) continue
    ranks += rank
    count++
  }
  return (ranks - (count * (count - 1)) / 2) / (count * (score.length - count) || 1)
}

/** Homes fitted one by one as a daily model with balance points, lag, seasons and weekends. */
function fitLine(repetitions: number): Line {
  const [world] = worlds
  if (!world) throw new Error('There is no world.')
  const season = inventSeason({ ...world, homes: fits, days: 366 })
  const days = Array.from({ length: 365 }, (_, day) => season.first + day)
  const ours = Array.from({ length: repetitions }, () =>
    timed(() => {
      for (let home = 0; home < fits; home++)
        fitDaily(season.weather, days, season.truth.daily.subarray(home * 365, (home + 1) * 365))
    }),
  )
  const each = Math.min(...ours.map(({ cpuMs }) => cpuMs)) / fits
  return {
    what: `${fits} daily models of 365 days`,
    ours,
    aim: { said: `≤ ${fitMsAtMost} ms each`, isMet: each <= fitMsAtMost },
    note: `${each.toFixed(2)} ms each`,
  }
}
