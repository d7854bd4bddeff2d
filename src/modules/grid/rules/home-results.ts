import type { SeasonAnalysis } from './analyse-season.ts'
import { type ScorePart, scoreParts } from './evidence.ts'
import { type Reason, reasonsOf, type SeasonSign, signsOf } from './reasons.ts'
import type { SeasonDays } from './season.ts'

/** One part of a home's score, as it is kept; the parts add up to the score to the last digit. */
export interface KeptPart {
  part: ScorePart
  logOdds: number
}

/** What an analysis says of one home. */
export interface HomeResult {
  centiKwh: number
  lowerCentiKwh: number
  upperCentiKwh: number
  /** Share of it that no difference of two readings vouches for. */
  allocated: number
  daysMissing: number
  daysThere: number
  flags: number
  signs: SeasonSign[]
  score: number
  probability: number
  low: number
  high: number
  parts: KeptPart[]
  /** What has words, the weightiest first. */
  reasons: Reason[]
  /** Hundredths of a kWh of each day from the season's first on; null where nothing was read. */
  days: (number | null)[]
}

const digits = (value: number, places: number) => Number(value.toFixed(places))

export function resultOf(analysis: SeasonAnalysis, home: number, days: SeasonDays): HomeResult {
  const { use, facts, scores } = analysis
  const at = (column: ArrayLike<number>) => column[home] ?? 0
  const parts = scoreParts.map((part) => ({ part, logOdds: digits(at(scores.parts[part]), 4) }))
  const kwh = at(use.kwh)
  const { rate, days: count } = use.daily
  // Rounded outwards: what was used lies within its bounds to the last digit.
  const lowerCentiKwh = Math.floor(at(use.lower) * 100 + 1e-6)
  const upperCentiKwh = Math.ceil(at(use.upper) * 100 - 1e-6)
  return {
    centiKwh: Math.min(upperCentiKwh, Math.max(lowerCentiKwh, Math.round(kwh * 100))),
    lowerCentiKwh,
    upperCentiKwh,
    allocated: digits(at(use.allocated), 4),
    daysMissing: at(use.missing),
    daysThere: Math.round(at(facts.columns.daysThere)),
    flags: at(use.flags),
    signs: signsOf(facts, home, kwh / (days.to - days.from)),
    score: digits(
      parts.reduce((sum, { logOdds }) => sum + logOdds, 0),
      4,
    ),
    probability: digits(at(scores.probability), 4),
    low: digits(at(scores.low), 4),
    high: digits(at(scores.high), 4),
    parts,
    reasons: reasonsOf(facts, scores, home, days.from),
    days: Array.from({ length: count }, (_, day) => {
      const one = rate[home * count + day]
      return one === undefined || Number.isNaN(one) ? null : Math.round(one * 100)
    }),
  }
}
