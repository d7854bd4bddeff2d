import * as XLSX from '@e965/xlsx'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellName, columnLetters, readCellName } from './cell-name.ts'
import { dayCell } from './day-serial.ts'
import { builtInFormat, dayNumberText, numberText, readFormatCode } from './number-format.ts'

describe('format codes', () => {
  it.each([
    'yyyy/m/d',
    'yyyy"年"m"月"d"日"',
    '[$-804]yyyy"年"m"月";@',
    '[DBNum1][$-804]yyyy"年"m"月"d"日"',
    'm/d/yy h:mm',
    'hh:mm:ss AM/PM',
    '上午/下午h"时"mm"分"',
  ])('%s is a date', (code) => expect(readFormatCode(code)).toEqual({ kind: 'date' }))
  it.each([
    'General',
    'G/通用格式',
    '0.00',
    '#,##0;[Red]-#,##0',
    '0.00"m2/d"',
    '0.00E+00',
    '[h]:mm',
    '@',
    '¥#,##0.00_);[红色](¥#,##0.00)',
    '0\\d',
    '_-* #,##0_-',
  ])('%s is a number', (code) => expect(readFormatCode(code)).toEqual({ kind: 'number' }))
  it('of zeros alone pads', () => expect(readFormatCode('0000000000')).toEqual({ kind: 'padded', width: 10 }))
  it('built in ones agree with the standard', () => {
    const dates = Array.from({ length: 60 }, (_, id) => id).filter((id) => builtInFormat(id).kind === 'date')
    expect(dates).toEqual([
      14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 47, 50, 51, 52, 53, 54,
      55, 56, 57, 58,
    ])
  })
})

describe('numbers', () => {
  it.each([
    [0.1 + 0.2, '0.3'],
    [1e-7, '0.0000001'],
    [1.5e-10, '0.00000000015'],
    [1e21, '1000000000000000000000'],
    [-12.5, '-12.5'],
    [3.70683198507051e17, '370683198507051000'],
  ])('%d', (value, text) => expect(numberText(value)).toBe(text))
})

describe('days', () => {
  it('go to serials and back, as SheetJS counts them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_958_465 }), (serial) => {
        const text = dayNumberText(serial, false) ?? ''
        const parsed = XLSX.SSF.parse_date_code(serial) as { y: number; m: number; d: number }
        expect(text).toBe(
          [parsed.y, parsed.m, parsed.d].map((part) => String(part).padStart(2, '0')).join('-'),
        )
        expect(dayCell(text)).toEqual({ value: serial, format: 'day' })
      }),
    )
  })
  it('keep their time to the second', () => {
    expect(dayNumberText(45153.999999, false)).toBe('2023-08-16')
    expect(dayCell('2023-08-15 12:00:00')).toEqual({ value: 45153.5, format: 'instant' })
    expect(dayCell('18:00:00')).toEqual({ value: 0.75, format: 'time' })
    for (const text of ['2023-02-30', '1900-02-29', '', '明天', '2023-8-1'])
      expect(dayCell(text)).toEqual({ value: text, format: 'text' })
  })
})

describe('cell names', () => {
  it('go both ways', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_048_576 }),
        fc.integer({ min: 1, max: 16_384 }),
        (row, column) => {
          expect(readCellName(cellName(row, column))).toEqual({ row, column })
          expect(cellName(row, column)).toBe(XLSX.utils.encode_cell({ r: row - 1, c: column - 1 }))
        },
      ),
    )
    expect(columnLetters(16_384)).toBe('XFD')
    expect(['', 'A', '1', 'A0', 'XFE1', 'A1048577', 'A1x', '甲1'].map(readCellName)).toEqual(
      Array(8).fill(undefined),
    )
    expect(readCellName('$b$12')).toEqual({ row: 12, column: 2 })
  })
})
