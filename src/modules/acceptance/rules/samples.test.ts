import { describe, expect, it } from 'vitest'
import { type SampleCounts, sizeToDraw, standingOf, wantedOf } from './samples.ts'

const terms = { percent: 30, least: 2, factors: [1, 2] }
const counts = (given: Partial<SampleCounts> = {}): SampleCounts => ({
  accepted: 20,
  undrawn: 20,
  drawn: 0,
  passed: 0,
  failed: 0,
  failures: 0,
  ...given,
})

describe('how many homes are sampled', () => {
  it('is the share rounded up, no less than the least and no more than there are', () => {
    expect(wantedOf(counts(), terms)).toBe(6)
    expect(wantedOf(counts({ accepted: 21 }), terms)).toBe(7)
    expect(wantedOf(counts({ accepted: 3 }), terms)).toBe(2)
    expect(wantedOf(counts({ accepted: 1 }), terms)).toBe(1)
  })

  it('doubles after a serious failure, and is the whole village after the next', () => {
    expect(wantedOf(counts({ failures: 1 }), terms)).toBe(12)
    expect(wantedOf(counts({ failures: 2 }), terms)).toBe(20)
    expect(wantedOf(counts({ failures: 9 }), terms)).toBe(20)
  })

  it('counts what was drawn before; drawing again on demand adds the least at any rate', () => {
    const some = counts({ undrawn: 14, drawn: 6 })
    expect(sizeToDraw(some, terms, 'failure')).toBe(0)
    expect(sizeToDraw({ ...some, failures: 1 }, terms, 'failure')).toBe(6)
    expect(sizeToDraw({ ...some, failures: 2 }, terms, 'failure')).toBe(14)
    expect(sizeToDraw(some, terms, 'again')).toBe(2)
    expect(sizeToDraw(counts({ accepted: 60, undrawn: 54, drawn: 6 }), terms, 'again')).toBe(12)
    expect(sizeToDraw(counts({ undrawn: 1, drawn: 19 }), terms, 'again')).toBe(1)
  })
})

describe('where a sample stands', () => {
  const drawn = (given: Partial<SampleCounts>) => counts({ drawn: 6, undrawn: 14, ...given })
  it('is passed only once every home drawn has passed', () => {
    expect(standingOf(counts(), terms)).toBe('none')
    expect(standingOf(drawn({ passed: 5 }), terms)).toBe('open')
    expect(standingOf(drawn({ passed: 5, failed: 1 }), terms)).toBe('failed')
    expect(standingOf(drawn({ passed: 6 }), terms)).toBe('passed')
  })

  it('is short where more was accepted since, and open where the whole village is to be checked', () => {
    expect(standingOf(drawn({ passed: 6, accepted: 40, undrawn: 34 }), terms)).toBe('short')
    expect(standingOf(drawn({ passed: 6, failures: 2 }), terms)).toBe('open')
    expect(standingOf(counts({ drawn: 20, undrawn: 0, passed: 20, failures: 2 }), terms)).toBe('passed')
  })
})
