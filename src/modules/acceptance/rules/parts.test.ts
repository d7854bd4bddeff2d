import path from 'node:path'
import { expect, it } from 'vitest'
import { loadPack } from '../../../kernel/pack/load.ts'
import { areaTolerance, measuredParts } from './parts.ts'

it('a pack older than measured parts allows a sample no difference, and stops no check of machines', async () => {
  const pack = await loadPack(path.resolve('packs/laizhou-2023'))
  expect(areaTolerance(pack, '2023-08-01')).toBe(3)
  const parameters = { ...pack.parameters }
  delete parameters['acceptance.areaTolerancePercent']
  expect(areaTolerance({ ...pack, parameters }, '2023-08-01')).toBe(0)
})

it('a part left blank, or at what no tape shows, is not measured; nought is: it is not there', () => {
  const measures = { wall: 60.126, roof: 0, window: null, door: -1, cellar: 8 }
  expect(measuredParts(['wall', 'roof', 'window', 'door'], measures)).toEqual([
    { part: 'wall', areaM2: 60.13 },
    { part: 'roof', areaM2: 0 },
  ])
  expect(measuredParts(['wall'], { wall: 10_000.01 })).toEqual([])
  expect(measuredParts(['wall'], {})).toEqual([])
})
