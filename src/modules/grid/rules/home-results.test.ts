import { describe, expect, it } from 'vitest'
import { inventSeason, someWorld } from '../../../../tests/season/invent-season.ts'
import { analyseSeason } from './analyse-season.ts'
import { resultOf } from './home-results.ts'

describe.each([1, 2, 3])('what is kept of invented season %i', (seed) => {
  const season = inventSeason(someWorld(seed, 300))
  const days = { from: season.first, to: season.last }
  const analysis = analyseSeason(season.readings, season.weather, days, { villages: season.villages })
  const results = season.readings.meters.map((_, home) => resultOf(analysis, home, days))

  it('lies within its bounds, in whole hundredths', () => {
    for (const { centiKwh, lowerCentiKwh, upperCentiKwh } of results) {
      expect(lowerCentiKwh).toBeLessThanOrEqual(centiKwh)
      expect(upperCentiKwh).toBeGreaterThanOrEqual(centiKwh)
      for (const one of [centiKwh, lowerCentiKwh, upperCentiKwh]) expect(Number.isSafeInteger(one)).toBe(true)
    }
    expect(results.some(({ lowerCentiKwh, upperCentiKwh }) => upperCentiKwh > lowerCentiKwh + 100)).toBe(true)
  })

  it('has a score that is the sum of its parts, and a probability within its interval', () => {
    for (const { parts, score, low, probability, high } of results) {
      expect(parts.reduce((sum, { logOdds }) => sum + logOdds, 0)).toBeCloseTo(score, 4)
      expect(low).toBeLessThanOrEqual(probability)
      expect(high).toBeGreaterThanOrEqual(probability)
    }
    expect(new Set(results.map(({ score }) => score)).size).toBeGreaterThan(100)
  })

  it('has every day, null where nothing was read', () => {
    for (const { days: own } of results) expect(own.length).toBe(days.to - days.from)
    expect(results.some(({ days: own }) => own.every((one) => one !== null))).toBe(true)
    expect(results.every(({ days: own }) => own.every((one) => one === null || Number.isInteger(one)))).toBe(
      true,
    )
  })
})
