import path from 'node:path'
import { expect, test } from 'vitest'
import { loadPack } from './load.ts'
import { mostOf, type Reckonable, reckon } from './reckon.ts'
import { reckoningLine } from './say-reckoning.ts'
import { subsidiesOf } from './subsidies.ts'

const load = (name: string) => loadPack(path.resolve(import.meta.dirname, '../../../packs', name))
const miyun = await load('miyun-2021')
const changzhi = await load('changzhi-2018')

const paid = (pack: typeof miyun, pays: 'equipment' | 'operating', day: string, of: Reckonable) =>
  reckon(pack, day, subsidiesOf(pack, pays, day), of)

test('Miyun: heat pumps by the m² heated, up to 24000 yuan, city and district half each', () => {
  const of = (centiM2: number | null) =>
    paid(miyun, 'equipment', '2021-09-01', { route: 'heat-pump-air-heater', centiM2 })
  expect(of(8_075)).toMatchObject({
    amountFen: 1_615_000,
    split: [
      { level: 'city', amountFen: 807_500 },
      { level: 'county', amountFen: 807_500 },
    ],
  })
  expect(of(12_001).amountFen).toBe(2_400_000)
  expect(of(null).lacking).toEqual(['area'])
})

test('Miyun: of other devices each level a third of the price, up to 12000 yuan', () => {
  const of = (priceFen: number) =>
    paid(miyun, 'equipment', '2021-09-01', {
      route: 'electric-heating',
      units: 1,
      contract: { centi: 100, priceFen },
    })
  expect(of(1_000_000)).toMatchObject({
    amountFen: 666_666,
    split: [
      { level: 'city', amountFen: 333_333 },
      { level: 'county', amountFen: 333_333 },
    ],
  })
  expect(of(9_000_000).amountFen).toBe(2_400_000)
})

test('Miyun: of a season’s electricity valley hours alone, 10000 kWh at most', () => {
  const of = (valleyCentiKwh: number | null) =>
    paid(miyun, 'operating', '2022-03-31', { centiKwh: 2_000_000, valleyCentiKwh })
  expect(of(123_455).amountFen).toBe(24_691)
  expect(of(1_500_000).amountFen).toBe(200_000)
  expect(of(null)).toMatchObject({ amountFen: 0, lacking: ['valley-kWh'] })
  expect(mostOf(miyun, '2022-03-31', subsidiesOf(miyun, 'operating', '2022-03-31'), {})?.amountFen).toBe(
    200_000,
  )
})

test('Changzhi: so much a home, less from year to year', () => {
  const on = (day: string) => paid(changzhi, 'equipment', day, { units: 2 }).amountFen
  expect(['2018-12-31', '2019-01-01', '2020-01-01'].map(on)).toEqual([500_000, 400_000, 300_000])
})

test('Changzhi: so much a season, until the same winter whenever a home joined, city and county one to one', () => {
  const of = (day: string, season: number) => paid(changzhi, 'operating', day, { centiKwh: 1, season })
  expect(of('2019-03-15', 1)).toMatchObject({
    amountFen: 240_000,
    split: [
      { level: 'city', amountFen: 120_000 },
      { level: 'county', amountFen: 120_000 },
    ],
  })
  // Joined in the last year: one season, then no more; joined in the first: a fourth is never paid.
  expect(of('2021-03-15', 1).amountFen).toBe(240_000)
  expect(of('2022-03-15', 2).amountFen).toBe(0)
  expect(of('2021-03-15', 4).amountFen).toBe(0)
  expect(reckoningLine(of('2021-03-15', 4)).en).toBe('¥2,400.00 (season 4; 3 are subsidised)')
})

test('nothing in them claims to have been read in a document', () => {
  for (const pack of [miyun, changzhi])
    expect(Object.values(pack.parameters).filter(({ status }) => status !== 'assumed')).toEqual([])
})
