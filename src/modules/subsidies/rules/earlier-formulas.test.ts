import { expect, test } from 'vitest'
import { reckoningLine } from '../../../kernel/pack/say-reckoning.ts'
import type { EarlierUsageFormula } from '../model.ts'
import { lackingOf, readUsageFormula } from './earlier-formulas.ts'

/** As statements kept it before decision 0027. */
const kept: EarlierUsageFormula = {
  usedCentiKwh: 200_051,
  countedCentiKwh: 200_051,
  capKwh: 6_000,
  rateFenPerKwh: 20,
  capped: false,
  analysed: { number: 2, lowerCentiKwh: 200_050, upperCentiKwh: 200_052 },
  parameters: [{ name: 'operating.rateFenPerKwh', value: 20, from: '2023-04-05', status: 'assumed' }],
}

test('a statement from before is told as it was reckoned', () => {
  const { analysed, parameters, ...reckoning } = readUsageFormula(kept, 40_010)
  expect({ analysed, parameters }).toEqual({ analysed: kept.analysed, parameters: kept.parameters })
  expect(reckoningLine(reckoning)).toEqual({
    zh: '2,000.51 度 × ¥0.20 （不足一分的舍去）',
    en: '2,000.51 kWh × ¥0.20 (rounded down to the fen)',
  })
  const capped = { ...kept, usedCentiKwh: 700_000, countedCentiKwh: 600_000, capped: true }
  expect(reckoningLine(readUsageFormula(capped, 120_000)).zh).toBe(
    '6,000.00 度 × ¥0.20 （用了 7,000.00 度，封顶 6,000 度）',
  )
  expect(lackingOf(kept)).toEqual([])
})
