import path from 'node:path'
import { expect, it } from 'vitest'
import { loadPack } from '../../../kernel/pack/load.ts'
import { areaTolerance } from './parts.ts'

it('a pack older than measured parts allows a sample no difference, and stops no check of machines', async () => {
  const pack = await loadPack(path.resolve('packs/laizhou-2023'))
  expect(areaTolerance(pack, '2023-08-01')).toBe(3)
  const parameters = { ...pack.parameters }
  delete parameters['acceptance.areaTolerancePercent']
  expect(areaTolerance({ ...pack, parameters }, '2023-08-01')).toBe(0)
})
