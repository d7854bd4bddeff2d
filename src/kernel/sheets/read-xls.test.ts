import * as XLSX from '@e965/xlsx'
import { describe, expect, it, vi } from 'vitest'
import {
  lockedOldWorkbook,
  oldWorkbook,
  someOldWorkbook,
  withBytes,
  withFormula,
} from './old-workbook-samples.ts'
import { openedWorkbook, textsOf } from './package-samples.ts'
import { isSheetProblem, readWorkbook } from './read-workbook.ts'

vi.setConfig({ testTimeout: 60_000 })

function aBook(): XLSX.WorkBook {
  const sheet = XLSX.utils.aoa_to_sheet([
    ['户主', '身份证号', '户号', '日期'],
    ['张三', '11010519491231002X', 600000000001, 45153],
    ['李四', 370683199001010011, null, 45153],
  ])
  sheet.C2 = { t: 'n', v: 600000000001, z: '0000000000000' }
  sheet.D2 = { t: 'n', v: 45153, z: 'yyyy-mm-dd' }
  sheet['!merges'] = [{ s: { r: 1, c: 0 }, e: { r: 2, c: 0 } }]
  const book = XLSX.utils.book_new(sheet, '沙河镇')
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['隐藏']]), '底稿')
  book.Workbook = { Sheets: [{}, { Hidden: 1 }] }
  return book
}

describe('an old workbook', () => {
  it('gives what a new one gives', async () => {
    const { sheets } = await openedWorkbook(oldWorkbook(aBook()))
    expect(sheets.map(({ name, hidden }) => ({ name, hidden }))).toEqual([
      { name: '沙河镇', hidden: false },
      { name: '底稿', hidden: true },
    ])
    const [sheet] = sheets
    expect(textsOf(sheet)).toEqual([
      ['户主', '身份证号', '户号', '日期'],
      ['张三', '11010519491231002X', '0600000000001', '2023-08-15'],
      ['李四', '370683199001010000', '', '45153'],
    ])
    expect(sheet?.isMangled(2, 1)).toBe(true)
    expect(sheet?.kind(1, 3)).toBe('date')
    expect(sheet?.merges).toEqual([{ fromRow: 2, fromColumn: 1, toRow: 3, toColumn: 1 }])
  })

  it('has dates in Chinese formats that are built in', async () => {
    const sheet = XLSX.utils.aoa_to_sheet([[45153]])
    sheet.A1 = { t: 'n', v: 45153, z: 'yyyy"年"m"月"d"日"' }
    const { sheets } = await openedWorkbook(oldWorkbook(XLSX.utils.book_new(sheet, '表')))
    expect(sheets[0]?.text(0, 0)).toBe('2023-08-15')
  })

  it('keeps a formula as its result and its text', async () => {
    const { sheets } = await openedWorkbook(withFormula(someOldWorkbook([['合计']]), 0, 1))
    expect(sheets[0]?.text(0, 1)).toBe('7')
    expect(sheets[0]?.kind(0, 1)).toBe('formula')
    expect(sheets[0]?.shownKind(0, 1)).toBe('number')
    expect(sheets[0]?.formula(0, 1)).toBe('3+4')
  })

  it('of Excel 95 is GBK', async () => {
    const latin = oldWorkbook(XLSX.utils.book_new(XLSX.utils.aoa_to_sheet([['NAMEHERE']]), 'A'), 'biff5')
    const bytes = withBytes(latin, Buffer.from('NAMEHERE'), Buffer.from('bba7d6f7d0d5c3fb', 'hex'))
    const { sheets } = await openedWorkbook(bytes)
    expect(sheets[0]?.text(0, 0)).toBe('户主姓名')
  })

  it('that is locked is named', async () => {
    const result = await readWorkbook(lockedOldWorkbook(oldWorkbook(aBook())))
    expect(isSheetProblem(result) && result.code).toBe('sheet.encrypted')
  })

  it('cut off in its content is never read as if whole', async () => {
    const bytes = someOldWorkbook(Array.from({ length: 400 }, (_, at) => [`村民${at}`, `${at}`]))
    for (const share of [0.1, 0.3, 0.5, 0.7, 0.8])
      expect(await readWorkbook(bytes.subarray(0, bytes.length * share))).toMatchObject({
        code: 'sheet.damaged',
      })
  })

  it('whose sectors run in a circle is refused', async () => {
    const bytes = someOldWorkbook(Array.from({ length: 400 }, (_, at) => [`村民${at}`]))
    const table = 512 * (1 + bytes.readUInt32LE(76))
    for (let at = table; at < table + 512; at += 4) bytes.writeUInt32LE(at % 8 === 0 ? 5 : 4, at)
    expect(await readWorkbook(bytes)).toMatchObject({ code: 'sheet.damaged' })
  })

  it('of columns beyond the limit is named by its place', async () => {
    const wide = someOldWorkbook([Array.from({ length: 201 }, () => '值')])
    expect(await readWorkbook(wide)).toMatchObject({ code: 'sheet.too-many-columns', row: 1, column: 201 })
  })
})
