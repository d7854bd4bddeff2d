import { expect, it } from 'vitest'
import { enteredBy, serialIn } from './serial-in.ts'

it('a plate’s code is the serial, names it, or is left to a person', () => {
  expect(serialIn(' qn2023-0001\n')).toBe('QN2023-0001')
  expect(serialIn('型号:HF-50;SN:QN20230002;生产日期:2023.05')).toBe('QN20230002')
  expect(serialIn('序列号：QN20230003')).toBe('QN20230003')
  expect(serialIn('https://example.cn/p?id=7')).toBe('https://example.cn/p?id=7')
})

it('what was changed after scanning is neither scanned nor typed', () => {
  expect(enteredBy('QN20230001', undefined)).toBe('typed')
  expect(enteredBy('QN20230001', 'qn20230001')).toBe('scanned')
  expect(enteredBy('QN20230007', 'QN20230001')).toBe('corrected')
})
