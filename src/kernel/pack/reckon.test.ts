import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Unit } from './units.ts'
import type { Pack } from './pack.ts'
import { mostOf, reckon, type Reckonable, splitSum } from './reckon.ts'
import { aPack, aParameter } from './samples.ts'
import { reckoningLine } from './say-reckoning.ts'
import type { Subsidy } from './schema.ts'

const day = '2023-06-01'
const said = { zh: '补贴', en: 'Subsidy' }

type Figures = Record<string, [value: number | number[], unit: Unit]>

const packWith = (figures: Figures): Pack =>
  aPack({}, [], {
    parameters: Object.fromEntries(
      Object.entries(figures).map(([name, [value, unit]]) => [
        name,
        aParameter([{ from: '2023-01-01', value }], unit),
      ]),
    ),
  })

const aSubsidy = (more: Partial<Subsidy> & Pick<Subsidy, 'pays' | 'of'>): Subsidy => ({
  id: 'a',
  label: said,
  clauses: ['§1.1'],
  ...more,
})

/** One subsidy of operating, with its figures. */
const paid = (figures: Figures, more: Partial<Subsidy> & Pick<Subsidy, 'of'>, of: Reckonable) =>
  reckon(packWith(figures), day, [aSubsidy({ pays: 'operating', ...more })], of)

describe('each kind of subsidy', () => {
  test('so much a home', () => {
    expect(paid({ 'a.rate': [240_000, 'fen/season'] }, { of: 'home', rateOf: 'a.rate' }, {}).amountFen).toBe(
      240_000,
    )
  })
  test('so much a unit, up to a number of them', () => {
    const figures: Figures = { 'a.rate': [120_000, 'fen/unit'], 'a.most': [2, 'unit'] }
    expect(paid(figures, { of: 'unit', rateOf: 'a.rate', mostOf: 'a.most' }, { units: 3 }).amountFen).toBe(
      240_000,
    )
  })
  test('so much a m², up to a cap', () => {
    const figures: Figures = { 'a.rate': [20_000, 'fen/m2'], 'a.cap': [2_400_000, 'fen/home'] }
    const of = (centiM2: number) => paid(figures, { of: 'm2', rateOf: 'a.rate', capOf: 'a.cap' }, { centiM2 })
    expect(of(8_075).amountFen).toBe(1_615_000)
    expect(of(12_000)).toMatchObject({ amountFen: 2_400_000, parts: [{ isCapped: false }] })
    expect(of(12_001)).toMatchObject({ amountFen: 2_400_000, parts: [{ isCapped: true }] })
  })
  test('a share of the price, up to a cap', () => {
    const figures: Figures = { 'a.share': [66.67, 'percent'], 'a.cap': [2_400_000, 'fen'] }
    const of = (priceFen: number) =>
      paid(
        figures,
        { of: 'price', rateOf: 'a.share', capOf: 'a.cap' },
        { units: 1, contract: { centi: 100, priceFen } },
      )
    // 12345.67 × 66.67 % is 8230.858…: rounded down once.
    expect(of(1_234_567)).toMatchObject({ amountFen: 823_085, parts: [{ isRounded: true }] })
    expect(of(9_000_000).amountFen).toBe(2_400_000)
  })
  test('a third of the price, which is no percentage', () => {
    const figures: Figures = { 'a.share': [100, 'percent'] }
    const third = paid(
      figures,
      { of: 'price', rateOf: 'a.share', over: 3 },
      { units: 1, contract: { centi: 100, priceFen: 1_000_000 } },
    )
    expect(third.amountFen).toBe(333_333)
    expect(reckoningLine(third).zh).toBe('¥10,000.00 × 1 台 × 100% ÷ 3 （不足一分的舍去）')
  })
  test('never more than the contract asks', () => {
    const figures: Figures = { 'a.rate': [300_000, 'fen/unit'] }
    const of = (priceFen: number) =>
      paid(
        figures,
        { of: 'unit', rateOf: 'a.rate', upToPrice: true },
        { units: 2, contract: { centi: 200, priceFen } },
      )
    expect(of(250_000)).toMatchObject({ amountFen: 500_000, parts: [{ isUpToPrice: true }] })
    expect(of(350_000)).toMatchObject({ amountFen: 600_000, parts: [{ isUpToPrice: false }] })
    expect(paid(figures, { of: 'unit', rateOf: 'a.rate', upToPrice: true }, { units: 2 }).amountFen).toBe(0)
  })
  test('so much a kWh, above a baseline and up to a bound', () => {
    const figures: Figures = { 'a.rate': [20, 'fen/kWh'], 'a.above': [500, 'kWh'], 'a.most': [1_000, 'kWh'] }
    const of = (centiKwh: number) =>
      paid(figures, { of: 'kWh', rateOf: 'a.rate', aboveOf: 'a.above', mostOf: 'a.most' }, { centiKwh })
        .amountFen
    expect([40_000, 50_000, 50_004, 50_005, 100_000, 150_000, 900_000].map(of)).toEqual([
      0, 0, 0, 1, 10_000, 20_000, 20_000,
    ])
  })
  test('valley hours only, and nothing while nobody said how many kWh those were', () => {
    const figures: Figures = { 'a.rate': [20, 'fen/kWh'] }
    const of = (valleyCentiKwh: number | null) =>
      paid(figures, { of: 'valley-kWh', rateOf: 'a.rate' }, { centiKwh: 200_000, valleyCentiKwh })
    expect(of(120_000)).toMatchObject({ amountFen: 24_000, lacking: [] })
    expect(of(null)).toMatchObject({ amountFen: 0, lacking: ['valley-kWh'] })
  })
  test('by tiers, each part of the quantity at its own rate', () => {
    const figures: Figures = {
      'a.low': [30, 'fen/kWh'],
      'a.high': [10, 'fen/kWh'],
      'a.to': [1_000, 'kWh'],
      'a.end': [2_000, 'kWh'],
    }
    const tiers = [
      { toOf: 'a.to', rateOf: 'a.low' },
      { toOf: 'a.end', rateOf: 'a.high' },
    ]
    const of = (centiKwh: number) => paid(figures, { of: 'kWh', tiers }, { centiKwh }).amountFen
    expect([50_000, 100_000, 150_000, 200_000, 500_000].map(of)).toEqual([
      15_000, 30_000, 35_000, 40_000, 40_000,
    ])
    const open = paid(
      figures,
      { of: 'kWh', tiers: [tiers[0] ?? { rateOf: 'a.low' }, { rateOf: 'a.high' }] },
      { centiKwh: 500_000 },
    )
    expect(open.amountFen).toBe(70_000)
  })
  test('a sum for having reached a quantity', () => {
    const figures: Figures = {
      'a.from': [300, 'kWh'],
      'a.more': [1_500, 'kWh'],
      'a.small': [60_000, 'fen'],
      'a.large': [100_000, 'fen'],
    }
    const steps = [
      { fromOf: 'a.from', amountOf: 'a.small' },
      { fromOf: 'a.more', amountOf: 'a.large' },
    ]
    const of = (centiKwh: number) => paid(figures, { of: 'kWh', steps }, { centiKwh }).amountFen
    expect([29_999, 30_000, 149_999, 150_000].map(of)).toEqual([0, 60_000, 60_000, 100_000])
  })
  test('stepping down from season to season, and for so many seasons', () => {
    const figures: Figures = {
      'a.rate': [100_000, 'fen/season'],
      'a.by': [[100, 75, 50], 'percent'],
      'a.seasons': [2, 'season'],
    }
    const of = (more: Partial<Subsidy>) =>
      [1, 2, 3, 4].map(
        (season) => paid(figures, { of: 'home', rateOf: 'a.rate', ...more }, { season }).amountFen,
      )
    expect(of({ bySeasonOf: 'a.by' })).toEqual([100_000, 75_000, 50_000, 0])
    expect(of({ seasonsOf: 'a.seasons' })).toEqual([100_000, 100_000, 0, 0])
    expect(of({ bySeasonOf: 'a.by', seasonsOf: 'a.seasons' })).toEqual([100_000, 75_000, 0, 0])
  })
  test('stepping down by the calendar: dated values', () => {
    const pack = aPack({}, [], {
      parameters: {
        'a.rate': aParameter(
          [
            { from: '2018-01-01', value: 500_000 },
            { from: '2019-01-01', value: 400_000 },
          ],
          'fen/home',
        ),
      },
    })
    const each = aSubsidy({ pays: 'equipment', of: 'home', rateOf: 'a.rate' })
    expect(reckon(pack, '2018-12-31', [each], {}).amountFen).toBe(500_000)
    expect(reckon(pack, '2019-01-01', [each], {}).amountFen).toBe(400_000)
  })
  test('extra for hardship: added where it is known, waited for where nobody said', () => {
    const pack = packWith({ 'a.rate': [100_000, 'fen/season'], 'b.rate': [30_000, 'fen/season'] })
    const both = [
      aSubsidy({ pays: 'operating', of: 'home', rateOf: 'a.rate' }),
      aSubsidy({
        id: 'b',
        pays: 'operating',
        of: 'home',
        rateOf: 'b.rate',
        hardship: ['low-income', 'destitute'],
      }),
    ]
    const of = (hardship: string | null) => reckon(pack, day, both, { hardship })
    expect(of('none').amountFen).toBe(100_000)
    expect(of('destitute').amountFen).toBe(130_000)
    expect(of(null)).toMatchObject({ amountFen: 0, lacking: ['hardship'] })
  })
  test('by technical route', () => {
    const pack = packWith({ 'a.rate': [100_000, 'fen/home'] })
    const each = aSubsidy({ pays: 'equipment', of: 'home', rateOf: 'a.rate', routes: ['gas'] })
    expect(reckon(pack, day, [each], { route: 'gas' }).amountFen).toBe(100_000)
    expect(reckon(pack, day, [each], { route: 'electric-heating' })).toMatchObject({
      amountFen: 0,
      lacking: [],
    })
    expect(reckon(pack, day, [each], { route: null })).toMatchObject({ amountFen: 0, lacking: ['route'] })
  })
  test('rounded as the pack says', () => {
    const figures: Figures = { 'a.rate': [33, 'fen/kWh'], 'a.cap': [1_999, 'fen'] }
    const of = (rounding: Subsidy['rounding'], centiKwh: number) =>
      paid(figures, { of: 'kWh', rateOf: 'a.rate', ...(rounding && { rounding }) }, { centiKwh }).amountFen
    // 5050 kWh-hundredths × 0.33 yuan are 1666.5 fen.
    expect(of(undefined, 5_050)).toBe(1_666)
    expect(of({ to: 'fen', how: 'nearest' }, 5_050)).toBe(1_667)
    expect(of({ to: 'jiao', how: 'down' }, 5_050)).toBe(1_660)
    expect(of({ to: 'jiao', how: 'nearest' }, 5_050)).toBe(1_670)
    expect(of({ to: 'yuan', how: 'down' }, 5_050)).toBe(1_600)
    expect(of({ to: 'yuan', how: 'nearest' }, 5_050)).toBe(1_700)
    const capped = paid(
      figures,
      { of: 'kWh', rateOf: 'a.rate', capOf: 'a.cap', rounding: { to: 'yuan', how: 'nearest' } },
      { centiKwh: 900_000 },
    )
    expect(capped.amountFen).toBe(1_999)
  })
})

const split: Subsidy['split'] = [
  { level: 'province', percentOf: 'a.province' },
  { level: 'city', percentOf: 'a.city' },
  { level: 'county' },
]

it('is split among levels to the fen', () => {
  const figures: Figures = {
    'a.rate': [1, 'fen/kWh'],
    'a.province': [33.3, 'percent'],
    'a.city': [33.3, 'percent'],
  }
  expect(paid(figures, { of: 'kWh', rateOf: 'a.rate', split }, { centiKwh: 10_000 }).split).toEqual([
    { level: 'province', amountFen: 33 },
    { level: 'city', amountFen: 33 },
    { level: 'county', amountFen: 34 },
  ])
  expect(
    splitSum([{ split: [{ level: 'city', amountFen: 1 }] }, { split: [{ level: 'city', amountFen: 2 }] }]),
  ).toEqual([{ level: 'city', amountFen: 3 }])
})

it('says the formula with its figures, in Chinese and in English', () => {
  const figures: Figures = {
    'a.rate': [20, 'fen/kWh'],
    'a.above': [500, 'kWh'],
    'a.most': [1_000, 'kWh'],
    'a.by': [[100, 50], 'percent'],
    'a.cap': [9_000, 'fen'],
  }
  const each = { of: 'valley-kWh', rateOf: 'a.rate', aboveOf: 'a.above', mostOf: 'a.most' } as const
  const at = (more: Partial<Subsidy>, of: Reckonable) =>
    reckoningLine(paid(figures, { ...each, ...more }, of))
  expect(at({}, { valleyCentiKwh: 123_456 })).toEqual({
    zh: '谷段 734.56 度 × ¥0.20 （共 1,234.56 度，超过 500.00 度的部分） （不足一分的舍去）',
    en: '734.56 kWh in valley hours × ¥0.20 (of 1,234.56 kWh, what is above 500.00 kWh) (rounded down to the fen)',
  })
  expect(at({ bySeasonOf: 'a.by', capOf: 'a.cap' }, { valleyCentiKwh: 200_000, season: 2 }).zh).toBe(
    '谷段 1,000.00 度 × ¥0.20 （共 2,000.00 度，超过 500.00 度的部分） （用了 2,000.00 度，封顶 1,000 度） × 50%（第 2 季） 封顶 ¥90.00',
  )
  expect(at({}, { valleyCentiKwh: null }).en).toBe(
    'cannot be reckoned yet: the electricity of valley hours was not supplied',
  )
})

/** Random subsidies of every kind over random figures, with the quantities of a home. */
const anyCase = fc
  .record({
    of: fc.constantFrom('home', 'unit', 'm2', 'price', 'kWh', 'valley-kWh'),
    rate: fc.integer({ min: 0, max: 400 }),
    above: fc.option(fc.integer({ min: 0, max: 3_000 })),
    most: fc.option(fc.integer({ min: 0, max: 12_000 })),
    cap: fc.option(fc.integer({ min: 0, max: 500_000 })),
    percents: fc.option(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 4 })),
    tier: fc.option(fc.integer({ min: 1, max: 3_000 })),
    shares: fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 })),
    quantity: fc.integer({ min: 0, max: 2_000_000 }),
    more: fc.integer({ min: 0, max: 100_000 }),
    season: fc.integer({ min: 1, max: 5 }),
    price: fc.integer({ min: 0, max: 900_000 }),
    rounding: fc.option(
      fc.record({ to: fc.constantFrom('fen', 'jiao', 'yuan'), how: fc.constantFrom('down', 'nearest') }),
    ),
  })
  .map(({ of, rate, above, most, cap, percents, tier, shares, rounding, ...rest }) => {
    const figures: Figures = {
      'a.rate': [of === 'price' ? Math.min(rate / 10, 100) : rate / 10, 'percent'],
      'a.province': [shares[0] / 10, 'percent'],
      'a.city': [shares[1] / 10, 'percent'],
      ...(above !== null && { 'a.above': [above, 'kWh'] }),
      ...(most !== null && { 'a.most': [most, 'kWh'] }),
      ...(cap !== null && { 'a.cap': [cap, 'fen'] }),
      ...(percents !== null && { 'a.by': [percents, 'percent'] }),
      ...(tier !== null && { 'a.to': [tier, 'kWh'] }),
    }
    const each = aSubsidy({
      pays: 'operating',
      of,
      split,
      ...(tier === null
        ? { rateOf: 'a.rate' }
        : { tiers: [{ toOf: 'a.to', rateOf: 'a.rate' }, { rateOf: 'a.rate' }] }),
      ...(above !== null && { aboveOf: 'a.above' }),
      ...(most !== null && { mostOf: 'a.most' }),
      ...(cap !== null && { capOf: 'a.cap' }),
      ...(percents !== null && { bySeasonOf: 'a.by' }),
      ...(rounding !== null && { rounding }),
    })
    const at = (centi: number): Reckonable => ({
      units: Math.floor(centi / 100_000),
      centiM2: centi,
      centiKwh: centi,
      valleyCentiKwh: centi,
      contract: { centi, priceFen: rest.price },
      season: rest.season,
    })
    return {
      pack: packWith(figures),
      each,
      cap,
      rounding,
      at,
      ...rest,
      of,
      above,
      most,
      percents,
      rateTenths: figures['a.rate'],
    }
  })

describe('whatever the kinds and figures', () => {
  it('is whole fen, never negative, never beyond the cap, split to the fen, and never less for more', () => {
    fc.assert(
      fc.property(anyCase, ({ pack, each, cap, at, quantity, more }) => {
        const { amountFen, split: borne, parts } = reckon(pack, day, [each], at(quantity))
        expect(Number.isSafeInteger(amountFen) && amountFen >= 0).toBe(true)
        if (cap !== null) expect(amountFen).toBeLessThanOrEqual(cap)
        expect(borne.every((share) => share.amountFen >= 0)).toBe(true)
        expect(borne.reduce((sum, share) => sum + share.amountFen, 0)).toBe(amountFen)
        expect(parts.reduce((sum, part) => sum + part.amountFen, 0)).toBe(amountFen)
        expect(reckon(pack, day, [each], at(quantity + more)).amountFen).toBeGreaterThanOrEqual(amountFen)
      }),
      { numRuns: 1_000 },
    )
  })

  it('agrees with the sum worked out by hand in whole numbers', () => {
    fc.assert(
      fc.property(
        anyCase,
        ({
          pack,
          each,
          of,
          above,
          most,
          cap,
          percents,
          quantity,
          season,
          price,
          rounding,
          at,
          rateTenths,
        }) => {
          const have =
            of === 'home'
              ? 100
              : of === 'unit' || of === 'price'
                ? Math.floor(quantity / 100_000) * 100
                : quantity
          const beyond = Math.max(have - (above ?? 0) * 100, 0)
          const counted = BigInt(most === null ? beyond : Math.min(beyond, most * 100))
          const tenths = BigInt(Math.round(Number(rateTenths?.[0]) * 10))
          // In fen × 100 (hundredths) × 10 (tenths of a rate) × 100 (percentage), of the price × 100 once more.
          const scale = 100_000n * (of === 'price' ? 100n : 1n)
          const percent = BigInt(percents === null ? 100 : (percents[season - 1] ?? 0))
          let scaled = counted * tenths * percent * (of === 'price' ? BigInt(price) : 1n)
          if (cap !== null && scaled > BigInt(cap) * scale) scaled = BigInt(cap) * scale
          const step = { fen: 1n, jiao: 10n, yuan: 100n }[rounding?.to ?? 'fen'] * scale
          const steps = rounding?.how === 'nearest' ? (2n * scaled + step) / (2n * step) : scaled / step
          const fen = (steps * step) / scale
          const bounded = cap !== null && fen > BigInt(cap) ? BigInt(cap) : fen
          expect(BigInt(reckon(pack, day, [each], at(quantity)).amountFen)).toBe(bounded)
        },
      ),
      { numRuns: 1_000 },
    )
  })

  it('never pays more than the most it says', () => {
    fc.assert(
      fc.property(anyCase, ({ pack, each, at, quantity, price, season }) => {
        const most = mostOf(pack, day, [each], { contract: { priceFen: price }, season })
        if (most === null) return
        expect(reckon(pack, day, [each], at(quantity)).amountFen).toBeLessThanOrEqual(most.amountFen)
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('the most a home is paid', () => {
  const pack = packWith({
    'a.rate': [20_000, 'fen/m2'],
    'b.share': [60, 'percent'],
    'a.cap': [2_400_000, 'fen'],
  })
  const heatPump = aSubsidy({
    pays: 'equipment',
    of: 'm2',
    rateOf: 'a.rate',
    capOf: 'a.cap',
    routes: ['heat-pump'],
  })
  const others = aSubsidy({ id: 'b', pays: 'equipment', of: 'price', rateOf: 'b.share', routes: ['gas'] })

  it('is the cap where the quantity is not known, and nothing where there is no bound', () => {
    expect(mostOf(pack, day, [heatPump], {})?.amountFen).toBe(2_400_000)
    expect(mostOf(pack, day, [heatPump], { centiM2: 5_000, route: 'heat-pump' })?.amountFen).toBe(1_000_000)
    expect(mostOf(pack, day, [others], {})).toBeNull()
    expect(mostOf(pack, day, [], {})?.amountFen).toBe(0)
  })
  it('is that of the dearest route', () => {
    const of = { units: 1, contract: { centi: 100, priceFen: 5_000_000 } }
    expect(mostOf(pack, day, [heatPump, others], of)?.amountFen).toBe(3_000_000)
    expect(mostOf(pack, day, [heatPump, others], { ...of, route: 'heat-pump' })?.amountFen).toBe(2_400_000)
  })
})
