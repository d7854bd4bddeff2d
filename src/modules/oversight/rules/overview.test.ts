import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Pack } from '../../../kernel/pack/pack.ts'
import { aPack } from '../../../kernel/pack/samples.ts'
import { stages } from '../../households/stages.ts'
import { cumulative, type DailyCount, dailyOf, inLastSevenDays } from './daily.ts'
import {
  areaKinds,
  funnelOf,
  type HomeCount,
  lines,
  placeAreas,
  placeCounts,
  reachedInLine,
} from './funnel.ts'
import { figureAddress } from './links.ts'
import { standingOf } from './milestones.ts'

const said = (text: string) => ({ zh: text, en: text })
const target = (line: string, areaType: 'urban' | 'rural', count: number): Pack['targets'][number] => ({
  id: `${line}-${areaType}`,
  line,
  areaType,
  label: said(areaType),
  count,
  clauses: ['§1.1'],
  status: 'plan',
})
const pack = aPack({}, [], {
  lines: [
    { id: 'heating', label: said('heating'), unit: 'home', unitLabel: said('homes'), total: 30 },
    { id: 'building-urban', label: said('urban'), unit: 'm2', unitLabel: said('m²'), total: 500 },
  ],
  targets: [
    target('heating', 'urban', 10),
    target('heating', 'rural', 20),
    target('building-urban', 'urban', 500),
  ],
})

const aCount = (more: Partial<HomeCount> = {}): HomeCount => ({
  place: 'a',
  line: 'heating',
  areaKind: 'rural',
  stage: 'applied',
  answer: 'unknown',
  ended: null,
  homes: 1,
  squareMetres: 0,
  unmeasured: 0,
  ...more,
})

const someCounts = fc.array(
  fc.record({
    place: fc.constantFrom('a', 'b'),
    line: fc.constantFrom(...lines),
    areaKind: fc.constantFrom(...areaKinds),
    stage: fc.constantFrom(...stages),
    answer: fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const),
    ended: fc.constantFrom(null, 'withdrawn' as const, 'refused' as const, 'revoked' as const),
    homes: fc.integer({ min: 1, max: 500 }),
    squareMetres: fc.integer({ min: 0, max: 9000 }),
    unmeasured: fc.constant(0),
  }),
)
const homesIn = (counts: readonly HomeCount[]) => counts.reduce((sum, { homes }) => sum + homes, 0)

describe('the road against the targets', () => {
  it('counts a home at every stage it has passed, and here only where it stands', () => {
    const groups = funnelOf(pack, [aCount({ stage: 'confirmed', homes: 3 }), aCount({ homes: 2 })])
    const group = groups.find(({ areaKind }) => areaKind === 'rural')
    const at = (stage: string) => group?.steps.find((step) => step.stage === stage)
    expect(group?.line).toBe('heating')
    expect([at('applied')?.homes, at('confirmed')?.homes, at('assigned')?.homes]).toEqual([5, 3, 0])
    expect([at('applied')?.here, at('noticed')?.here, at('confirmed')?.here]).toEqual([2, 0, 3])
  })

  it('counts a line in the unit of its target', () => {
    const groups = funnelOf(pack, [
      aCount({ line: 'building', areaKind: 'urban', stage: 'installed', homes: 2, squareMetres: 180.5 }),
    ])
    expect(groups.at(-1)).toMatchObject({ line: 'building', unit: 'm2', target: { count: 500 } })
    expect(reachedInLine(groups, 'building-urban', 'installed')).toBe(180.5)
    expect(reachedInLine(groups, 'heating', 'installed')).toBe(0)
  })

  it('tells apart what has no area where area is counted', () => {
    const urban = { line: 'building', areaKind: 'urban', stage: 'confirmed' } as const
    const counts = [
      aCount({ ...urban, homes: 3, squareMetres: 180.5, unmeasured: 1 }),
      aCount({ line: 'building', homes: 4, squareMetres: 300, unmeasured: 2 }),
    ]
    const groups = funnelOf(pack, counts)
    const confirmed = groups.map(({ steps }) => steps.find(({ stage }) => stage === 'confirmed'))
    expect(confirmed.map((step) => step?.unmeasured)).toEqual([0, 0, 1, 0])
    expect(placeAreas(pack, counts, 'a', 'building')).toMatchObject({
      applied: 180.5,
      confirmed: 180.5,
      accepted: 0,
    })
    expect(placeAreas(pack, counts, 'a', 'heating')).toEqual({})
    expect(placeAreas(pack, counts, 'b', 'building')).toEqual({})
  })

  it('shows what is asked for though nobody has applied, and what nobody asked for once somebody has', () => {
    expect(funnelOf(pack, []).map(({ line, areaKind }) => `${line} ${areaKind}`)).toEqual([
      'heating urban',
      'heating rural',
      'building urban',
    ])
    const unasked = funnelOf(pack, [aCount({ line: 'building', areaKind: 'rural' })])
    expect(unasked.at(-1)).toMatchObject({ areaKind: 'rural', target: null, unit: 'home' })
  })

  it('never grows along the road, and loses or doubles no home', () => {
    fc.assert(
      fc.property(someCounts, (counts) => {
        const groups = funnelOf(pack, counts)
        for (const { steps } of groups)
          steps.forEach((step, i) => expect(step.homes).toBeLessThanOrEqual(steps[i - 1]?.homes ?? Infinity))
        const live = counts.filter(({ ended }) => ended === null)
        const all = groups.flatMap(({ steps }) => steps)
        expect(all.reduce((sum, { here }) => sum + here, 0)).toBe(homesIn(live))
        const answered = groups.flatMap(({ answers }) => Object.values(answers))
        expect(answered.reduce((sum, homes) => sum + homes, 0)).toBe(homesIn(live))
        const ended = groups.flatMap((group) => Object.values(group.ended))
        expect(ended.reduce((sum, homes) => sum + homes, 0)).toBe(homesIn(counts) - homesIn(live))
      }),
    )
  })

  it('splits into places without remainder', () => {
    fc.assert(
      fc.property(someCounts, (counts) => {
        const heating = funnelOf(pack, counts).filter(({ line }) => line === 'heating')
        const reached = heating.reduce(
          (sum, { steps }) => sum + (steps.find(({ stage }) => stage === 'accepted')?.homes ?? 0),
          0,
        )
        const apart = ['a', 'b'].map((place) => placeCounts(counts, place, 'heating').accepted)
        expect(apart.reduce((sum, homes) => sum + homes, 0)).toBe(reached)
      }),
    )
  })
})

describe('a milestone', () => {
  const pace = (done: number, of: number | null, lastSevenDays: number | null = null) => ({
    done,
    of,
    lastSevenDays,
  })

  it('is reached when everything is done, early or late', () => {
    expect(standingOf('2023-08-31', '2023-08-15', pace(10, 10)).state).toBe('reached')
    expect(standingOf('2023-08-31', '2023-09-15', pace(12, 10)).state).toBe('reached')
  })

  it('is late once its day has passed with something missing, not on the day itself', () => {
    expect(standingOf('2023-08-31', '2023-08-31', pace(9, 10))).toMatchObject({
      daysLeft: 0,
      state: 'open',
      neededPerDay: 1,
    })
    expect(standingOf('2023-08-31', '2023-09-01', pace(9, 10))).toMatchObject({
      daysLeft: -1,
      state: 'late',
      neededPerDay: null,
    })
  })

  it('tells the pace the rest needs, today included, and whether the last week keeps it', () => {
    const standing = standingOf('2023-08-31', '2023-08-15', pace(1000, 2700, 350))
    expect(standing).toEqual({ daysLeft: 16, state: 'slow', neededPerDay: 100, recentPerDay: 50 })
    expect(standingOf('2023-08-31', '2023-08-15', pace(1000, 2700, 700)).state).toBe('on-the-way')
  })

  it('says nothing of how it goes where nothing counts towards it', () => {
    expect(standingOf('2023-08-31', '2023-08-15', null)).toMatchObject({ daysLeft: 16, state: 'unmeasured' })
    expect(standingOf('2023-08-31', '2023-08-15', pace(3, null)).state).toBe('unmeasured')
    expect(standingOf('2023-08-31', '2023-08-15', pace(0, 0)).state).toBe('unmeasured')
  })
})

describe('what came in by day', () => {
  const aDay = (day: string, homes: number, more: Partial<DailyCount> = {}): DailyCount => ({
    ...{ line: 'heating', areaKind: 'rural', stage: 'accepted', day, homes },
    ...more,
  })
  const counts = [
    aDay('2023-08-09', 5),
    aDay('2023-08-08', 7),
    aDay('2023-08-09', 2, { areaKind: 'urban' }),
    aDay('2023-08-09', 90, { stage: 'confirmed' }),
    aDay('2023-08-09', 90, { line: 'building', areaKind: 'urban' }),
    aDay('2023-08-16', 1),
  ]
  const daily = dailyOf(pack, counts, 'heating', 'accepted')

  it('adds up over a line of work in the order of the days', () => {
    expect(cumulative(daily)).toEqual([
      { day: '2023-08-08', homes: 7 },
      { day: '2023-08-09', homes: 14 },
      { day: '2023-08-16', homes: 15 },
    ])
  })

  it('of the last week takes seven days with today, nothing of the future', () => {
    expect(inLastSevenDays(daily, '2023-08-15')).toBe(7)
    expect(inLastSevenDays(daily, '2023-08-14')).toBe(14)
  })
})

it('a figure opens the register by its own filter and by nothing empty', () => {
  expect(figureAddress({ line: 'heating', from: 'confirmed', town: undefined, village: '' })).toBe(
    '/register?line=heating&from=confirmed',
  )
  expect(figureAddress({})).toBe('/register')
})
