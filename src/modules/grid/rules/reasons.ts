import type { ScorePart } from './evidence.ts'
import { scoreParts } from './evidence.ts'
import type { FactTable, HomeFact } from './home-facts.ts'
import type { Scores } from './suspicion.ts'

/** One part of a home's score in figures; words are `season.reason.<part>`. */
export interface Reason {
  part: ScorePart
  logOdds: number
  values: Record<string, number>
}

/** Signs that stand beside the score; words are `season.sign.<sign>`. */
const seasonSigns = ['never-lived-in', 'partly-away', 'steady-use', 'break', 'cold-days-low'] as const
export type SeasonSign = (typeof seasonSigns)[number]

/** Parts that say something, the weightiest first. */
export function reasonsOf(table: FactTable, scores: Scores, home: number, firstDay: number): Reason[] {
  const fact = (name: HomeFact) => table.columns[name][home] ?? 0
  const percent = (share: number) => Math.round(100 * share)
  const tenth = (value: number) => Math.round(10 * value) / 10
  const values: Record<ScorePart, Record<string, number>> = {
    prior: {},
    slope: {
      slope: Math.round(100 * fact('slope')) / 100,
      percent: percent(Math.exp(fact('slopeAgainstVillage'))),
    },
    base: { base: tenth(fact('base')), percent: percent(Math.exp(fact('baseAgainstVillage'))) },
    follows: {
      percent: percent(Math.max(0, fact('heatingShare'))),
      follows: percent(Math.max(0, fact('follows'))),
    },
    break: {
      day: firstDay + fact('breakDay'),
      percent: percent(fact('breakFall')),
      base: percent(fact('breakBase')),
    },
    coldest: { percent: percent(fact('coldest')) },
    'weak-days': { percent: percent(fact('unheated')) },
    steady: { base: tenth(fact('base')), percent: percent(Math.exp(fact('steadyAgainstVillage'))) },
    away: { away: Math.round(fact('days') - fact('daysThere')), days: fact('days') },
    past: { percent: percent(Math.exp(fact('slopeAgainstPast'))) },
    visit: {},
  }
  return scoreParts
    .filter((part) => part !== 'prior')
    .map((part) => ({ part, logOdds: scores.parts[part][home] ?? 0, values: values[part] }))
    .filter(({ logOdds }) => Math.abs(logOdds) >= 0.3)
    .sort((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds))
}

/** kWh a day below which nobody can have lived in a home. */
const emptyLevel = 0.6

/** `mean` is the season's use a day. */
export function signsOf(table: FactTable, home: number, mean: number): SeasonSign[] {
  const fact = (name: HomeFact) => table.columns[name][home] ?? 0
  const isKnown = fact('days') >= 20
  const signs: SeasonSign[] = []
  if (!isKnown) return signs
  const isEmpty = mean < emptyLevel && (fact('away') > 0.9 || fact('heatingShare') < 0.3)
  if (isEmpty) signs.push('never-lived-in')
  else if (fact('days') - fact('daysThere') >= 7) signs.push('partly-away')
  if (fact('steadyAgainstVillage') > 0.35 && fact('heatingShare') < 0.4) signs.push('steady-use')
  if (isEmpty) return signs
  if (fact('breakFall') > 0.5 && fact('breakClarity') > 10 && fact('breakBase') > 0.5) signs.push('break')
  if (fact('coldest') < 0.7 && fact('coldestSurprise') < -5) signs.push('cold-days-low')
  return signs
}
