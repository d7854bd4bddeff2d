import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inventSeason, worlds } from '../../../../tests/season/invent-season.ts'
import { bitOf, flagsOf } from './flags.ts'
import { ACTUAL, ESTIMATED, FINAL, INITIAL, type Readings } from './readings.ts'
import { seasonUse } from './season.ts'
import { weatherOf } from './weather.ts'

const from = 19_000
const days = 40
const season = { from, to: from + days }
const weather = weatherOf(
  Array.from({ length: days + 30 }, (_, at) => from - 10 + at),
  Array.from({ length: days + 30 }, (_, at) => 2 + 6 * Math.sin(at / 4)),
)

type Row = readonly [day: number, kwh: number, kind?: number]

function readingsOf(...meters: readonly (readonly Row[])[]): Readings {
  const rows = meters.flatMap((own, meter) => own.map((row) => [meter, ...row] as const))
  return {
    meters: meters.map((_, meter) => `m${meter}`),
    meter: Uint32Array.from(rows, ([meter]) => meter),
    at: Float64Array.from(rows, ([, day]) => from + day),
    kwh: Float64Array.from(rows, ([, , kwh]) => kwh),
    kind: Uint8Array.from(rows, ([, , , kind]) => kind ?? ACTUAL),
  }
}

/** A season read every day: 10 kWh a day from `start` on. */
const plain = (start = 1000): Row[] => Array.from({ length: days + 1 }, (_, day) => [day, start + 10 * day])

function useOf(rows: readonly Row[]) {
  const use = seasonUse(readingsOf(rows), weather, season)
  const [kwh = NaN, lower = NaN, upper = NaN, allocated = NaN] = [
    use.kwh[0],
    use.lower[0],
    use.upper[0],
    use.allocated[0],
  ]
  return { kwh, lower, upper, allocated, flags: flagsOf(use.flags[0] ?? 0) }
}

describe('seasonal use', () => {
  it('is the difference of the first and the last day’s readings', () => {
    expect(useOf(plain())).toMatchObject({ kwh: 400, allocated: 0, flags: [] })
    // What lies outside the season does not count, whatever the days between are missing.
    const few = plain().filter(([day]) => day === 0 || day === 17 || day === days)
    expect(useOf([[-5, 900], ...few, [days + 3, 1500]])).toMatchObject({ kwh: 400, allocated: 0 })
  })

  it('goes past the last figure of a register of five or six digits', () => {
    for (const size of [100_000, 1_000_000]) {
      const rows = plain().map(([day, kwh]): Row => [day, (kwh - 1000 + size - 123) % size])
      expect(useOf(rows)).toMatchObject({ kwh: 400, flags: ['rollover'] })
    }
  })

  it('adds both registers of a meter that was replaced', () => {
    const rows: Row[] = [...plain().slice(0, 15), [15, 1150, FINAL], [15, 3, INITIAL]]
    for (let day = 16; day <= days; day++) rows.push([day, 3 + 10 * (day - 15)])
    expect(useOf(rows)).toMatchObject({ kwh: 400, allocated: 0, flags: ['replacement'] })
  })

  it('says where a replaced meter was never read to its end, and bounds what it used', () => {
    const rows: Row[] = [...plain().slice(0, 15), [17, 0, INITIAL]]
    for (let day = 18; day <= days; day++) rows.push([day, 10 * (day - 17)])
    const { kwh, lower, upper, flags, allocated } = useOf(rows)
    expect(flags).toContain('replacement-without-final')
    expect(kwh).toBeGreaterThan(395)
    expect(kwh).toBeLessThan(405)
    expect(allocated).toBeCloseTo(30 / 400, 1)
    expect(lower).toBeLessThanOrEqual(370)
    expect(upper).toBeGreaterThan(400)
  })

  it('does not take what a new register shows at first for all that was used since the old one was read', () => {
    // Read to day 10, replaced on day 25, 150 kWh later: the new one shows 1 kWh.
    const rows: Row[] = plain().slice(0, 11)
    for (let day = 25; day <= days; day++) rows.push([day, 1 + 10 * (day - 25)])
    const { kwh, upper, flags } = useOf(rows)
    expect(flags).toContain('replacement-without-final')
    expect(kwh).toBeGreaterThan(380)
    expect(kwh).toBeLessThan(420)
    expect(upper).toBeGreaterThan(400)
  })

  it('takes a register that begins anew without a word for a replacement', () => {
    const rows = plain().map(([day, kwh]): Row => [day, day < 20 ? kwh + 7000 : 10 * (day - 20)])
    expect(useOf(rows).flags).toContain('replacement-without-final')
  })

  it('passes over figures that were misread, in either direction', () => {
    for (const wrong of [-300, -4, 25, 6000]) {
      const rows = plain().map(([day, kwh]): Row => [day, day === 22 ? kwh + wrong : kwh])
      const { kwh, flags } = useOf(rows)
      expect(kwh).toBe(400)
      if (Math.abs(wrong) > 10)
        expect(flags.some((flag) => flag === 'backwards' || flag === 'implausible-spike')).toBe(true)
    }
  })

  it('does not take a figure that was sent again and again for a home without use', () => {
    const rows = plain().map(([day, kwh]): Row => [day, day > 10 && day < 16 ? 1100 : kwh])
    const use = seasonUse(readingsOf(rows), weather, season)
    expect(flagsOf(use.flags[0] ?? 0)).toContain('frozen')
    expect(Math.min(...use.daily.rate)).toBeCloseTo(10, 5)
  })

  it('allocates by degree days where the season’s first day was not read', () => {
    const cold = (day: number) => Math.max(0, 16 - (weather.celsius[day + 10] ?? 0))
    const kwh = [1000]
    for (let day = 0; day < days; day++) kwh.push((kwh[day] ?? 0) + 2 + cold(day))
    const whole = (kwh[days] ?? 0) - 1000
    const before = 12
    const rows: Row[] = kwh.map((one, day): Row => [day, one])
    const {
      kwh: got,
      flags,
      lower,
      upper,
      allocated,
    } = useOf([[-3, 1000 - 3 * before], ...rows.filter(([day]) => day > 2)])
    expect(flags).toContain('no-boundary-reading')
    expect(Math.abs(got / whole - 1)).toBeLessThan(0.03)
    expect(allocated).toBeGreaterThan(0)
    expect(lower).toBeLessThan(whole)
    expect(upper).toBeGreaterThan(whole)
  })

  it('does not let an estimate decide, and says so where nothing else does', () => {
    const wild = plain().map(([day, kwh]): Row => (day === 9 ? [day, kwh + 500, ESTIMATED] : [day, kwh]))
    expect(useOf(wild)).toMatchObject({ kwh: 400, allocated: 0, flags: ['missing', 'estimated'] })
    const atEnd = plain().map(([day, kwh]): Row => (day === days ? [day, kwh + 4, ESTIMATED] : [day, kwh]))
    const { kwh, flags, allocated } = useOf(atEnd)
    expect(kwh).toBe(404)
    expect(allocated).toBeCloseTo(14 / 404, 5)
    expect(flags).toEqual(expect.arrayContaining(['estimated', 'no-boundary-reading']))
  })

  it('tells rows that stand there twice from rows that contradict each other', () => {
    expect(useOf([...plain(), [7, 1070]])).toMatchObject({ kwh: 400, flags: ['duplicate', 'out-of-order'] })
    expect(useOf([...plain(), [7, 1074]]).flags).toContain('conflicting')
  })

  it('finds nothing in a meter with one reading', () => {
    const once = useOf([[3, 50]])
    expect(once).toMatchObject({ kwh: 0, lower: 0, flags: ['no-boundary-reading', 'too-few-readings'] })
    expect(once.upper).toBeGreaterThan(0)
    // Beside others it is bounded by the busiest day anybody had.
    const both = seasonUse(readingsOf([[3, 50]], plain()), weather, season)
    expect(both.upper[0]).toBeCloseTo(20 * days)
  })
})

const dailyUse = fc.array(fc.integer({ min: 0, max: 6000 }), { minLength: days, maxLength: days })
const kept = fc.array(fc.boolean(), { minLength: days + 1, maxLength: days + 1 })

/** Hundredths of a kWh a day, and the days that were read. */
function rowsOf(centi: readonly number[], isRead: readonly boolean[], start = 0): Row[] {
  let register = start
  const rows: Row[] = []
  for (let day = 0; day <= days; day++) {
    if (day > 0) register += centi[day - 1] ?? 0
    if (isRead[day]) rows.push([day, register / 100])
  }
  return rows
}

describe('seasonal use, whatever the season', () => {
  it('is the sum of its days, and lies with certainty within its bounds', () => {
    fc.assert(
      fc.property(dailyUse, kept, (centi, isRead) => {
        const ends = isRead.map((one, day) => one || day === 0 || day === days)
        const truth = centi.reduce((sum, one) => sum + one, 0) / 100
        const { kwh, lower, upper, allocated } = useOf(rowsOf(centi, ends))
        expect(kwh).toBeCloseTo(truth, 6)
        expect(allocated).toBe(0)
        expect(lower).toBeLessThanOrEqual(truth + 1e-9)
        expect(upper).toBeGreaterThanOrEqual(truth - 1e-9)
      }),
    )
  })

  it('has bounds that hold where readings on both sides of an unread first or last day are there', () => {
    fc.assert(
      fc.property(
        dailyUse,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (centi, early, late) => {
          // The season begins and ends within an interval.
          const within = { from: from + early, to: from + days - late }
          const rows = rowsOf(
            centi,
            Array.from(
              { length: days + 1 },
              (_, day) => day === 0 || day === days || (day > early + 1 && day < days - late - 1),
            ),
          )
          const use = seasonUse(readingsOf(rows), weather, within)
          const truth = centi.slice(early, days - late).reduce((sum, one) => sum + one, 0) / 100
          expect(use.lower[0]).toBeLessThanOrEqual(truth + 1e-6)
          expect(use.upper[0]).toBeGreaterThanOrEqual(truth - 1e-6)
        },
      ),
    )
  })

  it('adds up where a season is parted at a day that was read', () => {
    fc.assert(
      fc.property(dailyUse, fc.integer({ min: 5, max: days - 5 }), (centi, part) => {
        const readings = readingsOf(rowsOf(centi, Array<boolean>(days + 1).fill(true)))
        const useIn = (first: number, end: number) => seasonUse(readings, weather, { from: first, to: end })
        const [whole, first, second] = [
          useIn(from, season.to),
          useIn(from, from + part),
          useIn(from + part, season.to),
        ]
        // A figure sent again and then made up for at once was read by nobody: its day is no day that was read.
        const unread = bitOf('no-boundary-reading')
        fc.pre((((first.flags[0] ?? 0) | (second.flags[0] ?? 0)) & unread) === 0)
        expect((first.kwh[0] ?? NaN) + (second.kwh[0] ?? NaN)).toBeCloseTo(whole.kwh[0] ?? NaN, 6)
      }),
    )
  })

  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(dailyUse, kept, fc.infiniteStream(fc.nat()), (centi, isRead, order) => {
        const rows: Row[] = [
          ...rowsOf(centi, isRead),
          [12, 7, INITIAL],
          [12, 4000, FINAL],
          [20, 9, ESTIMATED],
        ]
        const keys = rows.map(() => order.next().value as number)
        const shuffled = rows.map((row, at) => ({ row, key: keys[at] ?? 0 })).sort((a, b) => a.key - b.key)
        const [ordered, other] = [useOf(rows), useOf(shuffled.map(({ row }) => row))]
        const told = (flags: string[]) => flags.filter((flag) => flag !== 'out-of-order')
        expect({ ...other, flags: told(other.flags) }).toEqual({ ...ordered, flags: told(ordered.flags) })
      }),
    )
  })
})

describe('invented counties', () => {
  it('have their seasonal use within 1 % for 99.8 % of homes, and every unended register named', () => {
    for (const world of worlds.filter(({ every, faults }) => every === 1 && !faults.wholeKwh).slice(0, 4)) {
      const season = inventSeason({ ...world, homes: 1000 })
      const { truth } = season
      const use = seasonUse(season.readings, season.weather, { from: season.first, to: season.last })
      let [right, within, homes] = [0, 0, 0]
      for (const [home, kwh] of truth.kwh.entries()) {
        if (truth.withoutFinal[home])
          expect(flagsOf(use.flags[home] ?? 0)).toContain('replacement-without-final')
        if (kwh >= (use.lower[home] ?? 0) - 0.02 && kwh <= (use.upper[home] ?? 0) + 0.02) within++
        if (!truth.hasBoundaries[home]) continue
        homes++
        if (Math.abs((use.kwh[home] ?? 0) - kwh) <= 0.01 * Math.max(kwh, 1)) right++
      }
      expect(right / homes).toBeGreaterThanOrEqual(0.998)
      expect(within / truth.kwh.length).toBeGreaterThanOrEqual(0.998)
    }
  }, 60_000)
})
