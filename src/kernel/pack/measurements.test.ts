import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadPack } from './load.ts'
import {
  beyondBounds,
  commissioningList,
  gapsInMeasurements,
  isPassed,
  type Measurement,
} from './measurements.ts'

const pack = await loadPack(path.resolve(import.meta.dirname, '../../../packs/laizhou-2023'))
const day = '2023-09-01'
const list = commissioningList(pack, 'heat-pump-hot-water', day)
if (!list) throw new Error('The pack has no list for this route.')
const photo = { kind: 'photo', digest: 'a'.repeat(64) }
const good: Measurement[] = [
  { item: 'outdoor', values: [18] },
  { item: 'return', values: [38] },
  { item: 'supply', values: [45] },
  { item: 'rooms', values: [18, 19.5] },
  { item: 'power', values: [2.1] },
  { item: 'hours', values: [1] },
  { item: 'meter-start', values: [120], photos: [photo.digest] },
  { item: 'meter-end', values: [122.1], photos: [photo.digest] },
]
const instead = (item: string, values: number[]) =>
  good.map((each) => (each.item === item ? { ...each, values } : each))

test('every route of the county has one list, with bounds by date', () => {
  const routes = Object.keys(pack.facts['village.route']?.values ?? {})
  expect(routes.filter((route) => !commissioningList(pack, route, day))).toEqual([])
  expect(commissioningList(pack, null, day)).toBeUndefined()
  expect(list.items.find(({ id }) => id === 'rooms')?.reading).toMatchObject({ least: 14, most: 40 })
})

test('a complete run has no gaps and nothing out of bounds', () => {
  expect(gapsInMeasurements(list, good, [photo])).toEqual([])
  expect(beyondBounds(list, good)).toEqual([])
})

test('what is missing is told at once', () => {
  const lacking = instead('power', [2, 3]).filter(({ item }) => item !== 'supply')
  expect(
    gapsInMeasurements(list, [...lacking, { item: 'chimney', values: [1] }], []).map(({ code, facts }) => [
      code,
      facts.item,
    ]),
  ).toEqual([
    ['measurement.missing', 'supply'],
    ['measurement.too-many', 'power'],
    ['checklist.no-photo', 'meter-start'],
    ['checklist.no-photo', 'meter-end'],
    ['checklist.no-such-item', 'chimney'],
  ])
})

test('a blocking item out of bounds fails the run, another is flagged', () => {
  const cold = beyondBounds(list, instead('rooms', [18, 9]))
  expect(cold).toEqual([{ item: 'rooms', value: 9, bound: 14, side: 'below', blocks: false }])
  expect(isPassed(cold)).toBe(true)
  const backwards = beyondBounds(list, instead('meter-end', [119]))
  expect(backwards).toEqual([{ item: 'meter-end', value: 119, bound: 120, side: 'below', blocks: true }])
  expect(isPassed(backwards)).toBe(false)
})

test('a value is out of bounds exactly where it lies outside them', () => {
  fc.assert(
    fc.property(fc.float({ min: -50, max: 100, noNaN: true }), (value) => {
      const beyond = beyondBounds(list, instead('outdoor', [value]))
      expect(beyond.length > 0).toBe(value < -25 || value > 42)
    }),
  )
})
