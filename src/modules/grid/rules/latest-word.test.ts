import { describe, expect, it } from 'vitest'
import { latestWord } from './latest-word.ts'
import { ACTUAL, ESTIMATED, FINAL, INITIAL } from './readings.ts'

const row = (minute: number, centiKwh: number, kind = ACTUAL) => ({ minute, centiKwh, kind })

describe('a home’s readings out of several files', () => {
  it('are those of the later file where two speak of one moment', () => {
    const first = [row(1, 100), row(2, 200, ESTIMATED), row(3, 300)]
    expect(latestWord([first, [row(2, 210)]])).toEqual([row(1, 100), row(2, 210), row(3, 300)])
    // Whether the first was read and the second estimated does not matter: the grid company said so last.
    expect(latestWord([[row(2, 210)], first])).toEqual(first)
    expect(latestWord([first, [row(2, 1)], [row(2, 2)]])[1]).toEqual(row(2, 2))
  })

  it('keep two figures of one file for one moment, and both registers at a replacement', () => {
    expect(latestWord([[row(1, 100), row(1, 101)], [row(2, 5)]])).toEqual([
      row(1, 100),
      row(1, 101),
      row(2, 5),
    ])
    const replaced = [row(5, 900, FINAL)]
    expect(latestWord([replaced, [row(5, 3, INITIAL)]])).toEqual([row(5, 900, FINAL), row(5, 3, INITIAL)])
    expect(latestWord([replaced, [row(5, 901, FINAL)]])).toEqual([row(5, 901, FINAL)])
  })

  it('are unchanged by a file that repeats them, and none without a file', () => {
    const rows = [row(1, 100), row(2, 200)]
    expect(latestWord([rows, rows, rows])).toEqual(rows)
    expect(latestWord([])).toEqual([])
  })
})
