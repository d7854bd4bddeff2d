import { beforeAll, describe, expect, it } from 'vitest'
import { randomFrom } from '../../../demo/random.ts'
import { type InventedSeason, inventSeason, worlds } from '../../../../tests/season/invent-season.ts'
import { analyseSeason, type SeasonAnalysis } from './analyse-season.ts'
import { between, features, scoreParts } from './evidence.ts'
import { logisticPosterior } from './logistic.ts'
import { reasonsOf, signsOf } from './reasons.ts'
import { learn, scoresOf, visitList } from './suspicion.ts'

const isCoal = ({ truth }: InventedSeason, home: number) => truth.isCoal[home] === 1

/** The chance that a home that burns coal is ranked above one that does not. */
function areaUnder(score: Float64Array, season: InventedSeason): number {
  const order = [...score.keys()].sort((a, b) => (score[a] ?? 0) - (score[b] ?? 0))
  let [ranks, coal] = [0, 0]
  for (const [rank, home] of order.entries()) {
    if (!isCoal(season, home)) continue
    ranks += rank
    coal++
  }
  return (ranks - (coal * (coal - 1)) / 2) / (coal * (order.length - coal))
}

const ranked = (score: Float64Array) => [...score.keys()].sort((a, b) => (score[b] ?? 0) - (score[a] ?? 0))

describe('who may be burning coal', () => {
  let season: InventedSeason
  let found: SeasonAnalysis
  const days = () => ({ from: season.first, to: season.last })
  beforeAll(() => {
    const [, clean] = worlds
    if (!clean) throw new Error('There is no such world.')
    season = inventSeason({ ...clean, homes: 3000, seed: 77 })
    found = analyseSeason(season.readings, season.weather, days(), { villages: season.villages })
  }, 60_000)

  it('is ranked far above all others, the frugal not among them', () => {
    expect(areaUnder(found.scores.score, season)).toBeGreaterThan(0.97)
    const top = ranked(found.scores.score)
    const first = top.slice(0, 100)
    expect(first.filter((home) => isCoal(season, home)).length).toBeGreaterThanOrEqual(97)
    expect(
      top.slice(0, 150).filter((home) => season.truth.kind[home] === 'frugal').length,
    ).toBeLessThanOrEqual(1)
  })

  it('is not whoever was never there', () => {
    const homes = [...season.truth.kind.entries()]
      .filter(([, kind]) => kind === 'never-lived-in')
      .map(([home]) => home)
    expect(homes.length).toBeGreaterThan(50)
    for (const home of homes) {
      expect(found.scores.probability[home]).toBeLessThan(0.1)
      const mean = (found.use.kwh[home] ?? 0) / (season.last - season.first)
      expect(signsOf(found.facts, home, mean)).toContain('never-lived-in')
    }
  })

  it('is not whoever was read too seldom to say: of them no more is thought than of anybody', () => {
    const { meters, meter, at, kwh, kind } = season.readings
    const honest = [...season.truth.kind.keys()].filter(
      (home) => !isCoal(season, home) && season.truth.kind[home] === 'ordinary',
    )
    const [twice, thrice] = [new Set(honest.slice(0, 30)), new Set(honest.slice(30, 60))]
    const middle = Math.floor((season.first + season.last) / 2)
    const isKept = (row: number) => {
      const [home, day] = [meter[row] ?? 0, Math.floor(at[row] ?? 0)]
      const isEnd = day === season.first || day === season.last
      return !(twice.has(home) || thrice.has(home)) || isEnd || (thrice.has(home) && day === middle)
    }
    const rows = Uint32Array.from(at.keys()).filter(isKept)
    const readings = {
      meters,
      meter: rows.map((row) => meter[row] ?? 0),
      at: Float64Array.from(rows, (row) => at[row] ?? 0),
      kwh: Float64Array.from(rows, (row) => kwh[row] ?? 0),
      kind: Uint8Array.from(rows, (row) => kind[row] ?? 0),
    }
    const { scores } = analyseSeason(readings, season.weather, days(), { villages: season.villages })
    for (const home of [...twice, ...thrice]) expect(scores.probability[home]).toBeLessThan(0.05)
    expect(
      ranked(scores.score)
        .slice(0, 100)
        .filter((home) => twice.has(home) || thrice.has(home)),
    ).toEqual([])
  })

  it('is not who was there for a few days of the winter, read every day', () => {
    const { meter, at, kwh } = season.readings
    const gone = new Set(
      [...season.truth.kind.keys()].filter((home) => season.truth.kind[home] === 'ordinary').slice(0, 20),
    )
    const last = new Map<number, number>()
    for (const [row, home] of meter.entries())
      if ((at[row] ?? 0) <= season.first + 5) last.set(home, Math.max(last.get(home) ?? 0, kwh[row] ?? 0))
    const readings = {
      ...season.readings,
      kwh: kwh.map((value, row) =>
        gone.has(meter[row] ?? -1) ? Math.min(value, last.get(meter[row] ?? -1) ?? value) : value,
      ),
    }
    const { facts, scores } = analyseSeason(readings, season.weather, days(), { villages: season.villages })
    for (const home of gone) {
      expect(facts.columns.away[home]).toBeGreaterThan(0.9)
      expect(facts.columns.away[home]).toBeLessThan(1)
      expect(scores.parts.away[home]).toBeLessThan(0)
    }
  })

  it('adds up, part by part, and says which figures stand behind', () => {
    const [home = 0] = ranked(found.scores.score)
    for (const one of [home, 0, 1, 2]) {
      const sum = scoreParts.reduce((all, part) => all + (found.scores.parts[part][one] ?? 0), 0)
      expect(sum).toBeCloseTo(found.scores.score[one] ?? NaN, 9)
    }
    const reasons = reasonsOf(found.facts, found.scores, home, season.first)
    expect(reasons.length).toBeGreaterThan(1)
    expect(Math.abs(reasons[0]?.logOdds ?? 0)).toBeGreaterThan(1)
  })

  it('is learnt from visits: surer, better calibrated, and what was found counts', () => {
    const random = randomFrom(9)
    const visits = visitList(found.scores, 200, new Set(), 100, random.next)
    expect(new Set(visits.map(({ home }) => home)).size).toBe(200)
    expect(visits.filter(({ way }) => way === 'random')).toHaveLength(100)
    const findings = visits.map(({ home }) => ({ home, isCoal: isCoal(season, home) }))
    const weights = learn(found.evidence, findings)
    const after = scoresOf(found.evidence, weights, findings)
    const unseen = ranked(scoresOf(found.evidence, weights).score).filter(
      (home) => !findings.some((finding) => finding.home === home),
    )
    expect(unseen.slice(0, 60).filter((home) => isCoal(season, home)).length).toBeGreaterThanOrEqual(59)
    const width = (scores: typeof after) =>
      scores.high.reduce((sum, high, home) => sum + high - (scores.low[home] ?? 0), 0) / scores.high.length
    expect(width(after)).toBeLessThan(width(found.scores))
    for (const { home, isCoal: was } of findings)
      expect((after.probability[home] ?? 0) > 0.5 || !was).toBe(true)
    // As many are expected as there are.
    const expected = after.probability.reduce((sum, one) => sum + one, 0)
    const real = season.truth.isCoal.reduce((sum, one) => sum + one, 0)
    expect(expected / real).toBeGreaterThan(0.75)
    expect(expected / real).toBeLessThan(1.33)
  })

  it('gives the same answer whatever the order of the meters', () => {
    const { readings } = season
    const order = Uint32Array.from(readings.at, (_, row) => readings.at.length - 1 - row)
    const turned = {
      ...readings,
      meter: readings.meter.map((_, at) => readings.meter[order[at] ?? 0] ?? 0),
      at: readings.at.map((_, at) => readings.at[order[at] ?? 0] ?? 0),
      kwh: readings.kwh.map((_, at) => readings.kwh[order[at] ?? 0] ?? 0),
      kind: readings.kind.map((_, at) => readings.kind[order[at] ?? 0] ?? 0),
    }
    const other = analyseSeason(turned, season.weather, days(), { villages: season.villages })
    expect(other.scores.score).toEqual(found.scores.score)
  })
})

it('a house where coal is lit is not an empty one, however little electricity is left of its winter', () => {
  const days = 121
  const celsius = Array.from({ length: days + 1 }, (_, day) => -2 + 5 * Math.sin(day / 6))
  const use = (isLit: (day: number) => boolean, living: number) =>
    celsius.slice(0, days).map((x, day) => living + (isLit(day) ? 0 : 1.6 * (16 - x)))
  const ordinary = Array.from({ length: 60 }, () => use(() => false, 4))
  const homes = [use((day) => day > 60, 1.7), use((day) => (celsius[day] ?? 0) < -3, 1.7), ...ordinary]
  const readings = {
    meters: homes.map((_, home) => `m${home}`),
    meter: Uint32Array.from(homes.flatMap((_, home) => Array<number>(days + 1).fill(home))),
    at: Float64Array.from(homes.flatMap(() => Array.from({ length: days + 1 }, (_, day) => 19_000 + day))),
    kwh: Float64Array.from(
      homes.flatMap((daily) => {
        let register = 500
        return [register, ...daily.map((kwh) => (register += kwh))]
      }),
    ),
    kind: new Uint8Array(homes.length * (days + 1)),
  }
  const weather = { first: 19_000, celsius: Float64Array.from(celsius) }
  const { facts, scores } = analyseSeason(readings, weather, { from: 19_000, to: 19_000 + days })
  expect([facts.columns.away[0], facts.columns.away[1]]).toEqual([0, 0])
  for (const home of [0, 1]) expect(scores.score[home]).toBeGreaterThan((scores.score[30] ?? 0) + 4)
})

it('half of a first list is drawn by lot, nobody twice, nobody who was visited', () => {
  const score = Float64Array.from({ length: 50 }, (_, home) => home)
  const empty = Object.fromEntries(
    scoreParts.map((part) => [part, score]),
  ) as SeasonAnalysis['scores']['parts']
  const scores = { score, probability: score, low: score, high: score, parts: empty }
  const list = visitList(scores, 60, new Set([49, 48]), 10, randomFrom(4).next)
  expect(list).toHaveLength(48)
  expect(new Set(list.map(({ home }) => home)).size).toBe(48)
  expect(list.some(({ home }) => home >= 48)).toBe(false)
})

it('evidence goes one way where only one can be meant', () => {
  for (const { knots } of features)
    expect(knots.every((knot, at) => at === 0 || knot > (knots[at - 1] ?? 0))).toBe(true)
  expect(between([0, 1, 3], 2)).toEqual({ place: 1, along: 0.5 })
  expect(between([0, 1, 3], 99)).toEqual({ place: 1, along: 1 })
  expect(between([0, 1, 3], -1)).toEqual({ place: 0, along: 0 })
})

it('a regression stays with what was believed where nothing was seen, and follows what is seen often', () => {
  const belief = { mean: Float64Array.of(0, 1), precision: Float64Array.of(1, 0, 0, 4) }
  const unmoved = logisticPosterior(belief, new Float64Array(), [])
  expect([...unmoved.mean]).toEqual([0, 1])
  expect(unmoved.covariance[3]).toBeCloseTo(0.25, 9)
  const random = randomFrom(1)
  const [rows, answers]: [number[], number[]] = [[], []]
  for (let at = 0; at < 4000; at++) {
    const x = 4 * random.next() - 2
    rows.push(1, x)
    answers.push(random.next() < 1 / (1 + Math.exp(1 - 2 * x)) ? 1 : 0)
  }
  const { mean } = logisticPosterior(belief, Float64Array.from(rows), answers)
  expect(Math.abs((mean[0] ?? 0) + 1)).toBeLessThan(0.2)
  expect(Math.abs((mean[1] ?? 0) - 2)).toBeLessThan(0.2)
})
