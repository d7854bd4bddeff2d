import { evidenceOf, type Evidence } from './evidence.ts'
import { feltCold, type FeltCold } from './felt-cold.ts'
import { type FactTable, factsOf } from './home-facts.ts'
import { type Readings, rowsByMeter } from './readings.ts'
import { type SeasonDays, type SeasonUse, seasonUse } from './season.ts'
import { type Finding, firstWeights, learn, type Scores, scoresOf, type Weights } from './suspicion.ts'
import type { Weather } from './weather.ts'

export interface SeasonAnalysis {
  use: SeasonUse
  cold: FeltCold
  facts: FactTable
  evidence: Evidence
  scores: Scores
  weights: Weights
}

const year = 365.25
/** A season before counts where so many of its readings, against this one's, are there. */
const pastAtLeast = 0.1

export function analyseSeason(
  readings: Readings,
  weather: Weather,
  season: SeasonDays,
  known: { villages?: readonly (string | undefined)[]; findings?: readonly Finding[] } = {},
): SeasonAnalysis {
  const grouped = rowsByMeter(readings)
  const use = seasonUse(readings, weather, season, grouped)
  const cold = feltCold(use.daily, weather)
  const before = seasonBefore(season)
  const hasPast =
    weather.first <= before.from &&
    countIn(readings, before) >= pastAtLeast * Math.max(1, countIn(readings, season))
  let past: Float64Array | undefined
  if (hasPast) {
    const { daily } = seasonUse(readings, weather, before, grouped)
    const table = factsOf(daily, feltCold(daily, weather))
    past = table.columns.slope.map((slope, home) =>
      table.columns.readable[home] === 1 &&
      (table.columns.daysThere[home] ?? 0) >= 30 &&
      (table.columns.follows[home] ?? 0) > 0.3
        ? slope
        : NaN,
    )
  }
  const facts = factsOf(use.daily, cold, known.villages, past)
  const evidence = evidenceOf(facts)
  const findings = known.findings ?? []
  const weights = findings.length > 0 ? learn(evidence, findings) : firstWeights()
  return { use, cold, facts, evidence, scores: scoresOf(evidence, weights, findings), weights }
}

const seasonBefore = ({ from, to }: SeasonDays): SeasonDays => ({
  from: Math.round(from - year),
  to: Math.round(to - year),
})

function countIn({ at }: Readings, { from, to }: SeasonDays): number {
  let count = 0
  for (const one of at) if (one >= from && one < to + 1) count++
  return count
}

/**
 * The season of a file that names none: 15 November to 15 March of its latest winter. A file that holds one winter and
 * nothing else begins and ends where its season does, so its own first and last days are taken where they can be a season's.
 */
export function seasonOf({ at, meter, meters }: Readings): SeasonDays {
  const first = new Float64Array(meters.length).fill(Infinity)
  const last = new Float64Array(meters.length).fill(-Infinity)
  for (const [row, moment] of at.entries()) {
    const one = meter[row] ?? 0
    const day = Math.floor(moment)
    if (day < (first[one] ?? 0)) first[one] = day
    if (day > (last[one] ?? 0)) last[one] = day
  }
  // A meter or two that were read long before say nothing about the season.
  const few = Math.floor(meters.length * 0.005)
  const begins = first.sort()[few] ?? 0
  const ends = last.sort()[meters.length - 1 - few] ?? 0
  const winter = yearOf(ends - 45)
  const [from, to] = [dayNumber(winter, 11, 15), dayNumber(winter + 1, 3, 15)]
  const otherStart = dayNumber(winter, 11, 1)
  const isOwnStart = begins >= from - 1 || begins === otherStart
  const otherEnds = [dayNumber(winter + 1, 3, 31), dayNumber(winter + 1, 4, 1)]
  const isOwnEnd = ends <= to + 1 || otherEnds.includes(ends)
  const season = {
    from: isOwnStart ? Math.max(begins, otherStart) : from,
    to: isOwnEnd && isOwnStart ? ends : Math.min(ends, to),
  }
  return season.to > season.from ? season : { from, to }
}

/** The year in which the winter around a day begins: winters turn over in July. */
function yearOf(day: number): number {
  const date = new Date(day * 86_400_000)
  return date.getUTCMonth() >= 6 ? date.getUTCFullYear() : date.getUTCFullYear() - 1
}

const dayNumber = (y: number, month: number, day: number) => Date.UTC(y, month - 1, day) / 86_400_000
