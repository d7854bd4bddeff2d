import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fenOf, millionText, wanText, yuanText } from './money.ts'

describe('yuanText and fenOf', () => {
  it('are each other’s inverse for every amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e15 + 1, max: 1e15 - 1 }), (fen) => {
        expect(fenOf(yuanText(fen))).toBe(fen)
      }),
    )
  })

  it('write yuan with two decimals and thousands marks', () => {
    expect(yuanText(0)).toBe('0.00')
    expect(yuanText(5)).toBe('0.05')
    expect(yuanText(-123_450)).toBe('−1,234.50')
    expect(yuanText(1_234_567_89)).toBe('1,234,567.89')
  })

  it('read what people type', () => {
    expect(fenOf('1,234.5')).toBe(123_450)
    expect(fenOf('\uffe5 12')).toBe(1200)
    expect(fenOf('\uff11\uff12\uff0e\uff13元')).toBe(1230)
    expect(fenOf('-0')).toBe(0)
  })

  it('refuse what is no amount in whole fen', () => {
    for (const typed of ['', '.', '1.234', '一百', '1e5', '12元5角', '0x10', '--1'])
      expect(fenOf(typed), typed).toBeUndefined()
  })
})

it('wanText and millionText round to hundredths of their unit', () => {
  expect(wanText(123_456_789)).toBe('123.46')
  expect(wanText(4_999)).toBe('0.00')
  expect(wanText(5_000)).toBe('0.01')
  expect(millionText(123_456_789)).toBe('1.23')
  expect(wanText(-1_000_000_000_000)).toBe('−1,000,000.00')
})
