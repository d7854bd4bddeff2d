import path from 'node:path'
import { expect, it } from 'vitest'
import { loadPack } from '../../../kernel/pack/load.ts'
import { amount } from '../../../kernel/pack/pack.ts'
import { costOfHome } from './cost.ts'

const pack = await loadPack(path.join(import.meta.dirname, '../../../../packs/laizhou-2023'))
const day = '2023-08-15'
const home = { units: 2, priceFen: 400_000, isClaimed: false, seasons: 0 }

it('leaves out what is settled: the machines of a claim, the seasons put into batches', () => {
  const whole = costOfHome(pack, day, home)
  const perSeason = amount(pack, 'operating.rateFenPerKwh', day) * amount(pack, 'operating.capKwh', day)
  expect(whole?.equipmentFen).toBeGreaterThan(0)
  expect(whole?.operatingFen).toBe(perSeason * amount(pack, 'operating.seasons', day))
  expect(costOfHome(pack, day, { ...home, isClaimed: true })).toEqual({ ...whole, equipmentFen: 0 })
  expect(costOfHome(pack, day, { ...home, isClaimed: true, seasons: 1 })).toEqual({
    equipmentFen: 0,
    operatingFen: (whole?.operatingFen ?? 0) - perSeason,
  })
  // Paid for longer than a draft would: nothing comes back by it.
  expect(costOfHome(pack, day, { ...home, seasons: 99 })?.operatingFen).toBe(0)
})
