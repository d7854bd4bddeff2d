import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkVisit, isCoalFound, listOfVisits, mayDrawVisits, mayRecordVisit } from './visits.ts'

const homesOf = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ home: `home-${String(at).padStart(4, '0')}`, score: at % 97 }))

describe('a list of visits', () => {
  it('is half by lot and half by score, each home once', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 80 }),
        fc.string(),
        (n, count, seed) => {
          const list = listOfVisits(homesOf(n), count, 50, seed)
          const size = Math.min(n, count)
          expect(list.length).toBe(size)
          expect(new Set(list.map(({ home }) => home)).size).toBe(size)
          expect(list.filter(({ way }) => way === 'random').length).toBe(Math.ceil(size / 2))
        },
      ),
    )
  })

  it('takes the highest scores of those no lot fell on, and says by its order nothing of the way', () => {
    const homes = homesOf(500)
    const list = listOfVisits(homes, 40, 50, 'seed')
    const lots = new Set(list.filter(({ way }) => way === 'random').map(({ home }) => home))
    const scores = new Map(homes.map(({ home, score }) => [home, score]))
    const least = Math.min(
      ...list.filter(({ way }) => way === 'score').map(({ home }) => scores.get(home) ?? NaN),
    )
    const listed = new Set(list.map(({ home }) => home))
    for (const { home, score } of homes) if (!listed.has(home)) expect(score).toBeLessThanOrEqual(least)
    expect(lots.size).toBe(20)
    expect(list.map(({ home }) => home)).toEqual([...listed].sort())
  })

  it('is the same again for the same seed, and draws everybody as often', () => {
    const homes = homesOf(50)
    const reversed = [...homes].reverse()
    expect(listOfVisits(reversed, 20, 50, 'a')).toEqual(listOfVisits(homes, 20, 50, 'a'))
    const times = new Map<string, number>()
    for (let at = 0; at < 2000; at++) {
      const seed = createHash('sha256').update(String(at)).digest('hex')
      for (const { home, way } of listOfVisits(homes, 20, 50, seed))
        if (way === 'random') times.set(home, (times.get(home) ?? 0) + 1)
    }
    // 400 each on average, with a standard deviation of 18.
    expect(Math.min(...homes.map(({ home }) => times.get(home) ?? 0))).toBeGreaterThan(320)
    expect(Math.max(...times.values())).toBeLessThan(480)
  })

  it('needs an analysis and homes that are on none yet', () => {
    expect(mayDrawVisits({ analysed: false, open: 0 }).map(({ code }) => code)).toEqual([
      'visits.not-analysed',
    ])
    expect(mayDrawVisits({ analysed: true, open: 0 }).map(({ code }) => code)).toEqual(['visits.nobody-left'])
    expect(mayDrawVisits({ analysed: true, open: 1 })).toEqual([])
  })
})

describe('a visit', () => {
  it('is recorded once, and again where nobody was met', () => {
    expect(mayRecordVisit({ found: null })).toEqual([])
    expect(mayRecordVisit({ found: 'not-met' })).toEqual([])
    expect(mayRecordVisit({ found: 'heated' }).map(({ code }) => code)).toEqual(['visits.recorded-already'])
  })

  it('was after the draw and not tomorrow', () => {
    const codes = (visitedOn: string) =>
      checkVisit({ drawnOn: '2024-01-10' }, { visitedOn }, '2024-01-20').map(({ code }) => code)
    expect(codes('2024-01-10')).toEqual([])
    expect(codes('2024-01-20')).toEqual([])
    expect(codes('2024-01-09')).toEqual(['visits.before-draw'])
    expect(codes('2024-01-21')).toEqual(['visits.in-future'])
  })

  it('teaches what was seen, and nothing where nobody was met', () => {
    expect(
      ['heated', 'otherwise', 'empty', 'coal', 'not-met'].map((one) => isCoalFound(one as 'coal')),
    ).toEqual([false, false, false, true, undefined])
  })
})
