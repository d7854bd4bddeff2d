import { expect, it } from 'vitest'
import { printedList, signingLine } from './printed-list.ts'
import { isSheetProblem, readWorkbook } from './read-workbook.ts'
import { bytesOf, writeSheets } from './write-sheets.ts'

const rows = [
  { name: '甲', kwh: 0.1, fen: 123_456_789 },
  { name: '乙', kwh: 0.2, fen: 1 },
  { name: '丙', kwh: 1234.56, fen: 10 },
]

async function printed(of: typeof rows) {
  const book = await readWorkbook(
    await bytesOf(
      writeSheets([
        printedList({
          name: '表',
          title: '明细表',
          told: ['共若干户'],
          columns: [
            { label: '户', kind: 'text', value: (row) => row.name },
            { label: '电量', kind: 'number', sums: true, value: (row) => row.kwh },
            { label: '金额', kind: 'fen', sums: true, value: (row) => row.fen },
          ],
          rows: of,
          notes: ['附注'],
          signatures: [`制表：${signingLine}`, `审核：${signingLine}`, '负责人：甲'],
        }),
      ]),
    ),
  )
  if (isSheetProblem(book)) throw new Error(book.code)
  const [sheet] = book.sheets
  if (!sheet) throw new Error('no sheet')
  return Array.from({ length: sheet.rowCount }, (_, row) =>
    [0, 1, 2].map((column) => sheet.text(row, column)),
  )
}

it('stands under its title with its sums, to the fen, and the lines to sign on', async () => {
  const lines = await printed(rows)
  expect(lines[0]?.[0]).toBe('明细表')
  expect(lines[2]).toEqual(['户', '电量', '金额'])
  expect(lines[6]).toEqual(['合计', '1234.86', '1234568'])
  expect(lines[7]?.[0]).toBe('附注')
  expect(lines[8]?.[0]).toBe(`制表：${signingLine}　　审核：${signingLine}`)
  expect(lines[9]?.[0]).toBe('负责人：甲')
})

it('has no sum of nothing', async () => {
  expect((await printed([])).some(([first]) => first === '合计')).toBe(false)
})
