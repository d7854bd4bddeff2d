import { type FactTable, type HomeFact, leastIntervals } from './home-facts.ts'
import { evidenceWeights } from './evidence-weights.ts'

/** What the score is made of, each with words of its own (`season.part.…`). `prior` is what is expected of any home. */
export const scoreParts = [
  'prior',
  'slope',
  'base',
  'follows',
  'break',
  'coldest',
  'weak-days',
  'steady',
  'away',
  'past',
  'visit',
] as const
export type ScorePart = (typeof scoreParts)[number]

/** One thing looked at: which part it speaks for, and the bends of the line from its value to log-odds. */
export interface Feature {
  name: string
  part: ScorePart
  knots: readonly number[]
  /** Whether more of it can only speak more for coal (1) or less (-1); 0 where either may be. */
  rises: -1 | 0 | 1
  /** NaN where the home says nothing about it. */
  of(fact: (name: HomeFact) => number): number
}

/** Intervals longer than that say nothing of single days. */
const finest = 3

type Facts = (name: HomeFact) => number
const there = (fact: Facts, value: number) => (fact('readable') === 1 ? value : NaN)
const byDay = (fact: Facts, value: number) => (fact('coarse') < finest ? there(fact, value) : NaN)
/** Of days empty and lived in, as many readings tell as of anything else, whichever of them somebody was there for. */
const isReadOften = (fact: Facts) => fact('coarse') > 0 && fact('days') / fact('coarse') >= leastIntervals
/** A break that chance could make counts for nothing. */
const clearly = (fact: Facts) => Math.min(1, Math.max(0, (fact('breakClarity') - 3) / 12))

export const features: readonly Feature[] = [
  {
    name: 'slope',
    part: 'slope',
    knots: [-3.4, -2.4, -1.7, -1.2, -0.8, -0.4, 0, 0.5, 1],
    rises: -1,
    of: (fact) => there(fact, fact('slopeAgainstVillage')),
  },
  {
    name: 'ratio',
    part: 'slope',
    knots: [-4, -2.5, -1.8, -1.3, -0.9, -0.5, -0.1, 0.4, 1],
    rises: 0,
    of: (fact) => there(fact, fact('slopeAgainstVillage') - fact('baseAgainstVillage')),
  },
  {
    name: 'base',
    part: 'base',
    knots: [-2.5, -1.5, -1, -0.6, -0.3, 0, 0.3, 0.7, 1.2],
    rises: 0,
    of: (fact) => there(fact, fact('baseAgainstVillage')),
  },
  {
    name: 'follows',
    part: 'follows',
    knots: [-0.3, 0, 0.25, 0.5, 0.8, 1.2, 1.7, 2.09],
    rises: -1,
    of: (fact) => there(fact, Math.atanh(Math.min(0.97, Math.max(-0.97, fact('follows'))))),
  },
  {
    name: 'share',
    part: 'follows',
    knots: [-0.1, 0.05, 0.15, 0.3, 0.45, 0.6, 0.8],
    rises: -1,
    of: (fact) => there(fact, fact('heatingShare')),
  },
  {
    name: 'spread',
    part: 'follows',
    knots: [0.03, 0.06, 0.1, 0.15, 0.22, 0.3, 0.45, 0.8],
    rises: 0,
    of: (fact) => there(fact, fact('spread')),
  },
  {
    name: 'breakFall',
    part: 'break',
    knots: [-1, -0.4, 0, 0.2, 0.4, 0.6, 0.8, 1, 1.2],
    rises: 1,
    of: (fact) => there(fact, fact('breakFall') * clearly(fact)),
  },
  {
    name: 'breakBase',
    part: 'break',
    knots: [-1, -0.5, 0, 0.5, 1],
    rises: 0,
    of: (fact) =>
      there(fact, fact('breakFall') > 0 ? (Math.min(2, fact('breakBase')) - 1) * clearly(fact) : 0),
  },
  {
    name: 'coldest',
    part: 'coldest',
    knots: [-0.2, 0.2, 0.5, 0.7, 0.85, 1, 1.15, 1.5],
    rises: -1,
    of: (fact) => there(fact, fact('coldest')),
  },
  {
    name: 'coldestSurprise',
    part: 'coldest',
    knots: [-12, -7, -4, -2, 0, 2, 5, 10],
    rises: 0,
    of: (fact) => there(fact, fact('coldestSurprise')),
  },
  {
    name: 'weakDays',
    part: 'weak-days',
    knots: [-0.3, 0, 0.15, 0.3, 0.45, 0.6, 0.8],
    rises: 0,
    of: (fact) => byDay(fact, fact('weakDays')),
  },
  {
    name: 'unheated',
    part: 'weak-days',
    knots: [0, 0.05, 0.1, 0.2, 0.35, 0.5, 0.7],
    rises: 1,
    of: (fact) => byDay(fact, fact('unheated')),
  },
  {
    name: 'steady',
    part: 'steady',
    knots: [-2, -1, -0.5, 0, 0.4, 0.8, 1.4, 2.2],
    rises: -1,
    of: (fact) => there(fact, fact('steadyAgainstVillage')),
  },
  {
    name: 'away',
    part: 'away',
    knots: [0, 0.05, 0.15, 0.35, 0.6, 0.85, 1],
    rises: -1,
    // Empty all winter is seen from two readings; that somebody is there is not.
    of: (fact) => (isReadOften(fact) || (fact('days') > 0 && fact('away') === 1) ? fact('away') : NaN),
  },
]

/**
 * Against the home's own past there is nothing to estimate weights from yet (no county has two seasons in the register):
 * these are set by hand and small, and findings will move them.
 */
const past: Feature & { weights: readonly number[] } = {
  name: 'past',
  part: 'past',
  knots: [-3, -2, -1.2, -0.6, -0.2, 0.3],
  rises: -1,
  weights: [2.2, 1.8, 1, 0.2, -0.3, -0.4],
  of: (fact) => (fact('slopeAgainstPast') === 0 ? NaN : there(fact, fact('slopeAgainstPast'))),
}

/** Log-odds home by home: one column for each feature, in `featureNames`' order, what they say before any visit. */
export interface Evidence {
  homes: number
  byFeature: readonly Float64Array[]
}

const weighed = [
  ...features.map((feature) => ({ ...feature, weights: evidenceWeights.features[feature.name] ?? [] })),
  past,
]
export const featureParts: readonly ScorePart[] = weighed.map(({ part }) => part)
export const priorLogOdds: number = evidenceWeights.prior

export function evidenceOf(table: FactTable): Evidence {
  let home = 0
  const fact: Facts = (name) => table.columns[name][home] ?? 0
  const byFeature = weighed.map(({ of, knots, weights }) => {
    const column = new Float64Array(table.homes)
    for (home = 0; home < table.homes; home++) {
      const value = of(fact)
      if (Number.isNaN(value)) continue
      const { place, along } = between(knots, value)
      column[home] = (1 - along) * (weights[place] ?? 0) + along * (weights[place + 1] ?? 0)
    }
    return column
  })
  return { homes: table.homes, byFeature }
}

/** Which two bends a value lies between, and how far along; beyond the ends it is the end. */
export function between(knots: readonly number[], value: number): { place: number; along: number } {
  let place = 0
  while (place < knots.length - 2 && value > (knots[place + 1] ?? 0)) place++
  const [from = 0, to = 1] = [knots[place], knots[place + 1]]
  return { place, along: Math.min(1, Math.max(0, (value - from) / (to - from))) }
}
