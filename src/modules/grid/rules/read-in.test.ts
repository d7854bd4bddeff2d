import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysOfFile, howRead, inOrder, minutesADay } from './read-in.ts'
import { ACTUAL, ESTIMATED, FINAL, INITIAL } from './readings.ts'

const row = fc.record({
  minute: fc.integer({ min: 0, max: 3 }),
  kind: fc.integer({ min: 0, max: 3 }),
  centiKwh: fc.integer({ min: 0, max: 2 }),
})

describe('an account’s readings', () => {
  it('are the same whatever the order of the file and however often a row stands in it', () => {
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const once = inOrder(rows)
        expect(inOrder([...rows].reverse())).toEqual(once)
        expect(inOrder([...rows, ...rows])).toEqual(once)
        expect(new Set(once.map((one) => JSON.stringify(one))).size).toBe(once.length)
        expect(rows.every((one) => once.some((kept) => JSON.stringify(kept) === JSON.stringify(one)))).toBe(
          true,
        )
      }),
    )
  })

  it('keep two figures for one moment apart, for the rules to judge', () => {
    const rows = [
      { minute: 5, kind: ACTUAL, centiKwh: 200 },
      { minute: 5, kind: ACTUAL, centiKwh: 100 },
      { minute: 5, kind: INITIAL, centiKwh: 0 },
      { minute: 5, kind: FINAL, centiKwh: 300 },
    ]
    expect(inOrder(rows)).toEqual([rows[1], rows[0], rows[3], rows[2]])
  })

  it('say whether a day was read, to its last minute, and that an estimate is none', () => {
    const at = (minute: number, kind: number) => [{ minute, kind, centiKwh: 0 }]
    expect(howRead(at(10 * minutesADay, ACTUAL), 10)).toBe(2)
    expect(howRead(at(11 * minutesADay - 1, ACTUAL), 10)).toBe(2)
    expect(howRead(at(11 * minutesADay, ACTUAL), 10)).toBe(0)
    expect(howRead(at(10 * minutesADay, ESTIMATED), 10)).toBe(1)
    expect(howRead([...at(10 * minutesADay, ESTIMATED), ...at(10 * minutesADay + 5, FINAL)], 10)).toBe(2)
  })
})

it('a season’s files hold no day to come and none of another winter', () => {
  const season = { startsOn: '2023-11-15', endsOn: '2024-03-31' }
  expect(daysOfFile(season, '2023-12-01')).toEqual({ from: '2023-09-16', to: '2023-12-01' })
  expect(daysOfFile(season, '2024-09-01')).toEqual({ from: '2023-09-16', to: '2024-05-30' })
})
