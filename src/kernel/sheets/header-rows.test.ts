import { describe, expect, it, vi } from 'vitest'
import { readForm } from './match-columns.ts'
import { aWorkbookOf, someRows, zipped } from './package-samples.ts'
import { isSheetProblem, readWorkbook } from './read-workbook.ts'
import type { SheetForm } from './sheet-form.ts'

vi.setConfig({ testTimeout: 60_000 })

const persons: SheetForm<'family' | 'name' | 'idNumber' | 'address' | 'village'> = {
  name: { zh: '户籍名单', en: 'Household list' },
  columns: [
    { field: 'family', label: '户籍户号', aliases: ['户号'], required: true, kind: 'text' },
    { field: 'name', label: '姓名', aliases: ['户主姓名'], required: true, kind: 'text' },
    { field: 'idNumber', label: '身份证号', aliases: ['公民身份号码'], required: true, kind: 'text' },
    { field: 'address', label: '户籍地址', aliases: ['住址', '详址'], required: false, kind: 'text' },
    { field: 'village', label: '村居', aliases: ['村'], required: false, kind: 'text' },
  ],
}

/** The form as read from rows of texts with the areas given merged: columns, names of the rows of data, and what was said. */
async function readRows(rows: string[][], merged: string[] = [], form: SheetForm = persons) {
  const merges = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')
  const xml = someRows(rows) + (merges && `<mergeCells>${merges}</mergeCells>`)
  const workbook = await readWorkbook(await zipped(aWorkbookOf(xml)))
  if (isSheetProblem(workbook)) throw new Error(workbook.words.en)
  const { ok, sheets, problems } = await readForm(workbook, form)
  const [sheet] = sheets
  return {
    ok,
    columns: sheet && Object.fromEntries(sheet.columns),
    names: sheet?.rows.map((row) => sheet.text(row, 'name')),
    said: problems.map(({ code, row, column }) => [code, row, column].join(' ').trim()),
    words: problems.map(({ words }) => words.zh).join(''),
  }
}

const title = ['莱州市公安局户籍人员名单', '', '', '', '', '', '']
const upper = ['序号', '户号', '姓名', '公民身份号码', '住址', '', '备注']
const lower = ['', '', '', '', '省市县', '详址', '']
const first = ['1', 'H001', '张三', '11010519491231002X', '山东省莱州市', '沙河镇大东庄村12号', '']
const second = ['2', 'H002', '李四', '11010519491231002X', '山东省莱州市', '沙河镇大东庄村13号', '']
const whole = { family: 1, name: 2, idNumber: 3, address: 5 }

describe('a header of two rows', () => {
  it('names the columns by its lower row, the upper cells merged in every direction', async () => {
    const merged = ['A1:G1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:F2', 'G2:G3']
    const { ok, columns, names, said } = await readRows([title, upper, lower, first, second], merged)
    expect({ ok, columns, names }).toEqual({ ok: true, columns: whole, names: ['张三', '李四'] })
    expect(said).toEqual(['sheet.column-unknown 3 5', 'sheet.column-unknown 3 7'])
  })

  it.each([
    ['merged over the group alone', ['E1:F1']],
    ['not merged, as in separated text', []],
    ['merged downwards alone', ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'G1:G2']],
  ])('is read with no title, %s', async (_, merged) => {
    const { ok, columns, names, words } = await readRows([upper, lower, first, second], merged)
    expect({ ok, columns, names }).toEqual({ ok: true, columns: whole, names: ['张三', '李四'] })
    expect(words).toContain('住址·省市县')
  })

  it('stands below titles and a note, and may be repeated on each page', async () => {
    const note = ['说明：由户政科提供', '', '', '', '', '', '2023年8月']
    const rows = [title, note, upper, lower, first, upper, lower, second]
    const { ok, names, said, words } = await readRows(rows)
    expect([ok, names]).toEqual([true, ['张三', '李四']])
    expect(said).toContain('sheet.rows-passed-over 6')
    expect(words).toContain('第 6、7 行是重复的表头')
  })

  it('tells like names apart by the heading above, merged or written once', async () => {
    const rows = [
      ['序号', '户号', '户主', '', '配偶', ''],
      ['', '', '姓名', '身份证号', '姓名', '身份证号'],
      ['1', 'H001', '张三', '11010519491231002X', '李四', '11010519491231002X'],
    ]
    const form = {
      ...persons,
      columns: persons.columns.map((column) =>
        column.field === 'idNumber' ? { ...column, aliases: ['户主身份证号'] } : column,
      ),
    }
    for (const merged of [[], ['C1:D1', 'E1:F1', 'A1:A2', 'B1:B2']]) {
      const { ok, columns, names, words } = await readRows(rows, merged, form)
      expect({ ok, columns, names }).toEqual({
        ok: true,
        columns: { family: 1, name: 2, idNumber: 3 },
        names: ['张三'],
      })
      expect(words).toContain('配偶·姓名')
    }
  })

  it('is not made of a first row of data, however much of it is blank', async () => {
    const wide = ['序号', '户号', '姓名', '身份证号', '住址', '', '备注']
    const { ok, columns, names, said } = await readRows(
      [wide, ['', 'H001', '张三', '11010519491231002X', '沙河镇', '大东庄村', ''], second],
      ['E1:F1'],
    )
    expect([ok, columns, names]).toEqual([true, { ...whole, address: 4 }, ['张三', '李四']])
    // The second half of the address is told, not lost in silence.
    expect(said).toContain('sheet.column-unknown 1 6')
  })

  it('a heading merged over two columns is one column where nothing stands below the second', async () => {
    const { ok, columns, said } = await readRows(
      [
        ['户号', '姓名', '身份证号', '住址', '', '村'],
        ['H001', '张三', '11010519491231002X', '沙河镇', '', '大东庄'],
      ],
      ['D1:E1', 'D2:E2'],
    )
    expect([ok, columns, said]).toEqual([
      true,
      { family: 0, name: 1, idNumber: 2, address: 3, village: 5 },
      [],
    ])
  })

  it('two columns of one name are still told', async () => {
    const { ok, said } = await readRows(
      [
        ['户号', '姓名', '身份证号', '村', '村'],
        ['', '', '', '', ''],
        ['H001', '张三', '11010519491231002X', '大东庄', '小东庄'],
      ],
      ['D1:D2', 'E1:E2'],
    )
    expect([ok, said]).toEqual([false, ['sheet.column-twice 1 5']])
  })
})

it('a row with content in other columns alone is not said to hold a running number', async () => {
  const { words } = await readRows([
    ['序号', '户号', '姓名', '身份证号', '备注'],
    ['1', 'H001', '张三', '11010519491231002X', ''],
    ['2', '', '', '', '缺材料'],
    ['3', '', '', '', ''],
  ])
  expect(words).toContain('第 3 行在要读的各列里都没有内容')
  expect(words).toContain('第 4 行只有序号')
})
