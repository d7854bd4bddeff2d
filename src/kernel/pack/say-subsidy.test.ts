import path from 'node:path'
import { expect, test } from 'vitest'
import { loadPack } from './load.ts'
import { termsOf } from './say-subsidy.ts'

const pack = await loadPack(path.resolve(import.meta.dirname, '../../../packs/miyun-2021'))

test('a subsidy is told term by term, in the order it is worked out, with today’s figures', () => {
  const [heatPumps, third] = pack.subsidies.map((each) =>
    termsOf(pack, each, '2021-09-01').map(({ said, figure }) => [said.en, figure?.value ?? null]),
  )
  expect(heatPumps).toEqual([
    ['once', null],
    ['only Air-to-water heat pump, Heat-pump air heater', null],
    ['by the area', null],
    ['rate', 20_000],
    ['at most', 2_400_000],
    ['rounded down to the fen', null],
    ['borne by the city', 50],
    ['the rest from the county', null],
  ])
  expect(third?.slice(2)).toEqual([
    ['by a share of the contract price', null],
    ['rate', 100],
    ['divided by 3', null],
    ['at most', 1_200_000],
    ['rounded down to the fen', null],
    ['borne by the city', null],
  ])
})
