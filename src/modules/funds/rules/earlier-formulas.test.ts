import { expect, test } from 'vitest'
import { reckoningLine } from '../../../kernel/pack/say-reckoning.ts'
import { readFormula } from './earlier-formulas.ts'

const parameters = [
  { name: 'equipment.subsidyPercent', value: 60, from: '2023-04-05', status: 'assumed' as const },
]
const said = (kept: Parameters<typeof readFormula>[0], fen: number) => reckoningLine(readFormula(kept, fen))

/** As claims kept them before decision 0027. */
const machines = {
  units: 1,
  subsidisedUnits: 1,
  unitPriceFen: 333_333,
  percent: 60,
  capFen: 500_000,
  capped: false,
  parameters,
}
const works = {
  areaM2: 70.9,
  rateFenPerM2: 6_000,
  priceFenPerM2: 12_000,
  capFen: 800_000,
  capped: false,
  parameters,
}

test('a claim of machines from before is told as it was reckoned', () => {
  expect(readFormula(machines, 199_999)).toMatchObject({
    amountFen: 199_999,
    lacking: [],
    split: [],
    parameters,
  })
  expect(said(machines, 199_999)).toEqual({
    zh: '¥3,333.33 × 1 台 × 60% （不足一分的舍去）',
    en: '¥3,333.33 × 1 × 60% (rounded down to the fen)',
  })
  expect(
    said({ ...machines, unitPriceFen: 480_000, units: 3, subsidisedUnits: 2, capped: true }, 500_000).zh,
  ).toBe('¥4,800.00 × 2 台 × 60% （装 3 台，补 2 台） 封顶 ¥5,000.00')
})

test('one of measured works too, with the contract’s price where that was lower', () => {
  expect(said(works, 425_400).zh).toBe('70.9 平方米 × ¥60.00')
  expect(said({ ...works, priceFenPerM2: 5_000 }, 354_500).en).toBe(
    '70.9 m² × ¥60.00 (more than the contract price; ¥50.00 counts)',
  )
  expect(said({ ...works, areaM2: 500, capped: true }, 800_000).en).toBe(
    '500 m² × ¥60.00 capped at ¥8,000.00',
  )
})
