import fc from 'fast-check'
import path from 'node:path'
import { expect, it } from 'vitest'
import { packFromContent } from './content.ts'
import { readPackFolder } from './load.ts'
import { reckon } from './reckon.ts'
import { subsidiesOf } from './subsidies.ts'

const files = await readPackFolder(path.resolve(import.meta.dirname, '../../../packs/laizhou-2023'))
const { 'subsidies.yaml': stated, ...earlier } = files
const now = packFromContent(files)
const before = packFromContent(earlier)

it('a pack from before there was subsidies.yaml means by its parameters what it always did', () => {
  expect(stated).toBeDefined()
  expect(before.subsidies).toEqual([])
  const day = '2024-03-31'
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 9 }),
      fc.integer({ min: 0, max: 2_000_000 }),
      fc.integer({ min: 0, max: 2_000_000 }),
      (units, priceFen, centiKwh) => {
        const of = { units, contract: { centi: units * 100, priceFen }, centiKwh }
        const paid = (pack: typeof now, pays: 'equipment' | 'operating') =>
          reckon(pack, day, subsidiesOf(pack, pays, day), of).amountFen
        // 60 % of the price of two units at most, up to 5000 yuan; 0.20 yuan for 6000 kWh at most (§4.2, §4.3).
        const equipmentFen = Math.min(Math.floor((Math.min(units, 2) * priceFen * 60) / 100), 500_000)
        const operatingFen = Math.floor((Math.min(centiKwh, 600_000) * 20) / 100)
        for (const pack of [before, now])
          expect([paid(pack, 'equipment'), paid(pack, 'operating')]).toEqual([equipmentFen, operatingFen])
      },
    ),
  )
})
