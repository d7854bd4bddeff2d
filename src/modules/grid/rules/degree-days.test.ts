import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { randomFrom } from '../../../demo/random.ts'
import { programFolder } from '../../../kernel/database/program-folder.ts'
import { dayKind, expectedUse, fitDaily } from './degree-days.ts'
import { DegreeDays, laggedCelsius, weatherOf } from './weather.ts'

const first = Date.UTC(2022, 0, 1) / 86_400_000
const year = Array.from({ length: 365 }, (_, at) => first + at)

function aYear(seed: number) {
  const random = randomFrom(seed)
  let wave = 0
  const celsius = year.map((_, at) => {
    wave = 0.7 * wave + 2.4 * (random.next() + random.next() - 1) * 2
    return 13 - 14 * Math.cos((2 * Math.PI * (at - 15)) / 365) + wave
  })
  return { weather: weatherOf(year, celsius), noise: () => 2 * (random.next() + random.next() - 1) }
}

describe('a daily model', () => {
  it('finds balance points, slopes and thermal lag again', () => {
    const { weather, noise } = aYear(3)
    const felt = laggedCelsius(weather, 0.45)
    const use = Array.from(
      felt,
      (x) => 6 + 1.5 * Math.max(0, 15 - x) + 0.8 * Math.max(0, x - 23) + 0.6 * noise(),
    )
    const model = fitDaily(weather, year, use)
    const [segment] = model.segments
    expect(model.lag).toBe(0.45)
    expect(model.r2).toBeGreaterThan(0.98)
    expect(segment?.base).toBeCloseTo(6, 0)
    expect(segment?.heating).toBeCloseTo(1.5, 1)
    expect(segment?.cooling).toBeCloseTo(0.8, 0)
    expect(Math.abs((segment?.heatingBalance ?? 0) - 15)).toBeLessThan(1)
    expect(Math.abs((segment?.coolingBalance ?? 0) - 23)).toBeLessThan(1.5)
  })

  it('finds next to nothing where there is nothing', () => {
    const { weather, noise } = aYear(5)
    const model = fitDaily(
      weather,
      year,
      year.map(() => 5 + noise()),
    )
    expect(model.r2).toBeLessThan(0.03)
    for (const day of expectedUse(model, weather, year)) expect(Math.abs(day - 5)).toBeLessThan(1)
  })

  it('takes weekends apart only where they differ', () => {
    const { weather, noise } = aYear(7)
    const useOf = (weekend: number) =>
      year.map((day, at) => {
        const cold = Math.max(0, 14 - (weather.celsius[at] ?? 0))
        return 5 + (dayKind(day) >= 3 ? weekend : 0) + cold + noise()
      })
    const parted = fitDaily(weather, year, useOf(4))
    expect((parted.segments[5]?.base ?? 0) - (parted.segments[2]?.base ?? 0)).toBeCloseTo(4, 0)
    const same = fitDaily(weather, year, useOf(0))
    expect(same.segments[5]).toEqual(same.segments[2])
  })

  it('says the R² of what it expects, and passes over days without use', () => {
    const { weather, noise } = aYear(11)
    const use = year.map((_, at) =>
      at % 5 === 0 ? NaN : 4 + Math.max(0, 12 - (weather.celsius[at] ?? 0)) + noise(),
    )
    const model = fitDaily(weather, year, use)
    expect(model.days).toBe(292)
    const expected = expectedUse(model, weather, year)
    const seen = use.flatMap((one, at) => (Number.isNaN(one) ? [] : [[one, expected[at] ?? NaN] as const]))
    const mean = seen.reduce((sum, [one]) => sum + one, 0) / seen.length
    const left = seen.reduce((sum, [one, due]) => sum + (one - due) ** 2, 0)
    const total = seen.reduce((sum, [one]) => sum + (one - mean) ** 2, 0)
    expect(model.r2).toBeCloseTo(1 - left / total, 6)
  })
})

it('counts degree days between any two moments', () => {
  const degrees = DegreeDays.below(16, 0, Float64Array.of(10, 20, 14))
  expect(degrees.upTo(1)).toBe(6)
  expect(degrees.upTo(2)).toBe(6)
  expect(degrees.upTo(2.5)).toBe(7)
  expect(degrees.upTo(9) - degrees.upTo(-3)).toBe(8)
})

/** Public meters of OpenDSM's, kept beside the repository; R² of a least-squares search without splits or lag. */
const folder = path.join(programFolder(), '..', 'shared', 'data', 'degree-days')
const plainR2: Readonly<Record<string, number>> = {
  'il-electricity-cdd-hdd-daily': 0.775,
  'il-electricity-cdd-only-daily': 0.889,
  'il-gas-hdd-only-daily': 0.911,
  'il-gas-intercept-only-daily': 0,
}

describe.runIf(existsSync(folder))('the public samples', () => {
  const read = (file: string) =>
    gunzipSync(readFileSync(path.join(folder, file)))
      .toString()
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','))
      .filter(([, value]) => value !== undefined && value !== '')
      .map(([at = '', value]) => ({
        day: Date.parse(`${at.slice(0, 10)}T00:00Z`) / 86_400_000,
        value: Number(value),
      }))
  const weather = () => {
    const byDay = new Map<number, number[]>()
    for (const { day, value } of read('il-tempF.csv.gz'))
      byDay.set(day, [...(byDay.get(day) ?? []), (value - 32) / 1.8])
    const means = [...byDay].map(
      ([day, all]) => [day, all.reduce((sum, one) => sum + one, 0) / all.length] as const,
    )
    return weatherOf(
      means.map(([day]) => day),
      means.map(([, mean]) => mean),
    )
  }
  // The year before the works.
  const [begin, end] = [Date.UTC(2015, 11, 26) / 86_400_000, Date.UTC(2016, 11, 26) / 86_400_000]

  it.each(Object.entries(plainR2))('%s is explained as well as by the peer’s kind of model', (name, r2) => {
    const rows = read(`${name}.csv.gz`).filter(({ day }) => day >= begin && day < end)
    const model = fitDaily(
      weather(),
      rows.map(({ day }) => day),
      rows.map(({ value }) => value),
    )
    expect(model.r2).toBeGreaterThan(r2 - 0.005)
    expect(model.r2).toBeLessThan(r2 + 0.02)
  })
})
