import { describe, expect, it } from 'vitest'
import { readCentiKwh, readFen } from './reading-text.ts'

describe('readings and amounts as people and spreadsheets write them', () => {
  it('are read to the hundredth', () => {
    for (const [text, hundredths] of [
      ['0', 0],
      ['1200', 120_000],
      ['1,200.5', 120_050],
      ['１２００．０５', 120_005],
      [' 2200.50 ', 220_050],
      ['2200.5000000000002', 220_050],
      ['0.29', 29],
    ] as const)
      expect(readCentiKwh(text), text).toBe(hundredths)
  })
  it('are refused where they are not a quantity, or finer than a hundredth', () => {
    for (const text of ['', '-1', '1.234', '1.005', '一千', '1e3', '12.', '.5', '#REF!', '12345678901'])
      expect(readCentiKwh(text), text).toBeUndefined()
  })
  it('may carry the sign of the currency', () => {
    expect(readFen('¥440.10')).toBe(44_010)
    expect(readFen('￥1,440.1元')).toBe(144_010)
    expect(readFen('元')).toBeUndefined()
  })
})
