import { describe, expect, it } from 'vitest'
import { bitOf } from './flags.ts'
import { mayAnalyse, mayTake, whyLeftOut } from './may-take.ts'

describe('a home’s electricity', () => {
  it('is taken where readings vouch for it, up to the share the pack lets be allocated', () => {
    expect(whyLeftOut({ flags: 0, allocated: 0.03 }, 3)).toEqual([])
    expect(whyLeftOut({ flags: 0, allocated: 0.0301 }, 3)).toEqual(['mostly-allocated'])
    expect(
      whyLeftOut({ flags: bitOf('rollover') | bitOf('replacement') | bitOf('missing'), allocated: 0 }, 3),
    ).toEqual([])
  })

  it('is asked for where an end was not read or an old register never was', () => {
    const flags = bitOf('no-boundary-reading') | bitOf('replacement-without-final')
    expect(whyLeftOut({ flags, allocated: 0.5 }, 3)).toEqual([
      'no-boundary-reading',
      'replacement-without-final',
      'mostly-allocated',
    ])
  })
})

describe('an analysis', () => {
  const ready = { readingFiles: 1, days: 100, withoutTemperature: 10, isSame: false }
  const codes = (given: object) => mayAnalyse({ ...ready, ...given }).map(({ code }) => code)

  it('needs readings, days, their temperatures, and something new', () => {
    expect(codes({})).toEqual([])
    expect(codes({ readingFiles: 0 })).toEqual(['season.no-meter-readings'])
    expect(codes({ withoutTemperature: 11 })).toEqual(['season.no-temperature'])
    expect(codes({ days: 13, withoutTemperature: 13 })).toEqual(['season.too-short'])
    expect(codes({ isSame: true })).toEqual(['season.analysed-already'])
  })

  it('of the whole season is needed to take from', () => {
    expect(mayTake({ analysed: false, homes: 0 }).map(({ code }) => code)).toEqual(['usage.not-analysed'])
    expect(mayTake({ analysed: true, homes: 0 }).map(({ code }) => code)).toEqual(['usage.nothing-to-take'])
    expect(mayTake({ analysed: true, homes: 1 })).toEqual([])
  })
})
