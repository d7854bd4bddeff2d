import { describe, expect, it } from 'vitest'
import { sayReason } from './say-reason.ts'

const say = (part: Parameters<typeof sayReason>[0]['part'], values: Record<string, number>) =>
  sayReason({ part, values, logOdds: 1 })

describe('a part of a score in words', () => {
  it('says three times as much and more as times', () => {
    expect(say('base', { base: 4.2, percent: 299 }).zh).toContain('是同村一般户的 299%')
    expect(say('base', { base: 41, percent: 5460 })).toEqual({
      zh: '有人在家时日常用电每天 41 千瓦时，是同村一般户的 54.6 倍',
      en: 'Living takes 41 kWh a day while somebody is there, 54.6 times the village’s middle home',
    })
    expect(say('past', { percent: 40 }).en).toBe(
      'Each degree colder adds 40% of what it added the season before',
    )
  })
  it('says that nothing rises, or nobody was away, in words and not in odd figures', () => {
    expect(say('slope', { slope: -0.36, percent: 3 }).zh).toBe('天冷时用电没有增加')
    expect(say('slope', { slope: 0.36, percent: 30 }).zh).toContain('多用 0.36 千瓦时')
    expect(say('away', { away: 0, days: 137 }).zh).toBe('有读数的 137 天家里都有人')
    expect(say('away', { away: 3, days: 137 }).zh).toContain('3 天家里没有人')
  })
})
