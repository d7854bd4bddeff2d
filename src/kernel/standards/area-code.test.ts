import { describe, expect, it } from 'vitest'
import { isWithin, levelOf, parentOf, readAreaCode } from './area-code.ts'

const COUNTY = '370683000000'
const TOWN_3 = '370683003000'
const TOWN_30 = '370683030000'
const VILLAGE = '370683030201'

describe('area codes', () => {
  it('reads short and full codes', () => {
    expect(readAreaCode('370683')).toBe(COUNTY)
    expect(readAreaCode(' 370683 003')).toBe(TOWN_3)
    expect(readAreaCode('３７0683030201')).toBe(VILLAGE)
    expect(['', '37068', '3706830', '0370683', 'abc', '3706830302011'].map(readAreaCode)).toEqual(
      Array(6).fill(undefined),
    )
  })
  it('knows the level of each', () => {
    expect([VILLAGE, TOWN_3, COUNTY, '370600000000', '370000000000', '000000000000'].map(levelOf)).toEqual([
      'village',
      'town',
      'county',
      'prefecture',
      'province',
      'nation',
    ])
    expect(() => levelOf('370683')).toThrow(RangeError)
  })
  it('climbs to the nation and stops', () => {
    const path: string[] = []
    for (let at: string | undefined = VILLAGE; at !== undefined; at = parentOf(at)) path.push(at)
    expect(path).toEqual([VILLAGE, TOWN_30, COUNTY, '370600000000', '370000000000', '000000000000'])
  })
  it('passes over levels a place does not have', () => {
    expect(parentOf('441900003000')).toBe('441900000000')
    expect(parentOf('429004000000')).toBe('429000000000')
  })
  it('never lets town 3 contain town 30', () => {
    expect(isWithin(TOWN_30, TOWN_3)).toBe(false)
    expect(isWithin(VILLAGE, TOWN_3)).toBe(false)
    expect(isWithin(TOWN_3, TOWN_30)).toBe(false)
    expect(isWithin('370683003030', TOWN_30)).toBe(false)
  })
  it('contains itself and what lies below, never what lies above', () => {
    expect(isWithin(VILLAGE, VILLAGE)).toBe(true)
    expect(isWithin(VILLAGE, TOWN_30)).toBe(true)
    expect(isWithin(VILLAGE, COUNTY)).toBe(true)
    expect(isWithin(VILLAGE, '000000000000')).toBe(true)
    expect(isWithin(COUNTY, TOWN_3)).toBe(false)
    expect(isWithin('370684001001', COUNTY)).toBe(false)
    expect(() => isWithin(VILLAGE, '370683030')).toThrow(RangeError)
  })
})
