import * as XLSX from '@e965/xlsx'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it, vi } from 'vitest'
import { aForm } from './form-samples.ts'
import { markWorkbook } from './mark-workbook.ts'
import { readForm } from './match-columns.ts'
import { aWorkbookOf, openedWorkbook, someRows, someStyles, textsOf, zipped } from './package-samples.ts'
import type { SheetProblem } from './sheet-problem.ts'

vi.setConfig({ testTimeout: 60_000 })

describe('the workbook given back', () => {
  const styles = { 'xl/styles.xml': someStyles([0, 14, '0000000000']) }
  const sheetXml = `<cols><col min="1" max="1" width="33"/></cols><sheetData>
    <row r="1"><c r="A1" t="inlineStr"><is><t>登记表</t></is></c></row>
    <row r="3"><c r="A3" t="inlineStr"><is><t>户主</t></is></c><c r="B3" t="inlineStr"><is><t>身份证号</t></is></c><c r="C3" t="inlineStr"><is><t>用电户号</t></is></c><c r="D3" t="inlineStr"><is><t>取暖方式</t></is></c><c r="E3" t="inlineStr"><is><t>签字日期</t></is></c></row>
    <row r="4"><c r="A4" t="inlineStr"><is><t>=cmd|'/c calc'!A0</t></is></c><c r="B4" t="inlineStr"><is><t>11010519491231002X</t></is></c><c r="C4" s="2"><v>123456789</v></c><c r="E4" s="1"><v>45153</v></c></row>
    <row r="7"><c r="A7" t="str"><f>HYPERLINK("http://203.0.113.1","张三")</f><v>张三</v></c><c r="B7"><v>3.70683198507051E+17</v></c><c r="C7" t="e"><v>#N/A</v></c><c r="D7" t="b"><v>0</v></c><c r="E7"><f>TODAY()</f></c></row>
    </sheetData><mergeCells><mergeCell ref="A1:E1"/></mergeCells>`
  const problems: SheetProblem[] = [
    {
      code: 'id',
      severity: 'error',
      sheet: '表一',
      row: 7,
      column: 2,
      words: { zh: '末尾几位已丢失。', en: 'Digits lost.' },
    },
    {
      code: 'route',
      severity: 'warning',
      sheet: '表一',
      row: 7,
      column: 4,
      words: { zh: '不在列表中。', en: 'Not in the list.' },
    },
    {
      code: 'gap',
      severity: 'error',
      sheet: '表一',
      row: 5,
      column: 1,
      words: { zh: '这一行是空的。', en: 'Blank row.' },
    },
    { code: 'file', severity: 'error', words: { zh: '=全表的问题。', en: 'All of it.' } },
  ]
  const marked = async () => {
    const workbook = await openedWorkbook(await zipped(aWorkbookOf(sheetXml, styles)))
    return markWorkbook(workbook, problems, { form: aForm })
  }

  it('has the same data in the same rows, what was a formula as its result, and the problems last', async () => {
    const bytes = await marked()
    const { sheets } = await openedWorkbook(bytes)
    expect(sheets.map(({ name }) => name)).toEqual(['问题汇总', '表一', '选项'])
    const [, sheet] = sheets
    const rows = textsOf(sheet).map((texts, row) => [sheet?.rowNumber(row), ...texts])
    expect(rows).toEqual([
      [1, '登记表', '', '', '', '', ''],
      [3, '户主', '身份证号', '用电户号', '取暖方式', '签字日期', '问题'],
      [4, `=cmd|'/c calc'!A0`, '11010519491231002X', '0123456789', '', '2023-08-15', ''],
      [5, '', '', '', '', '', '【错误】A列 这一行是空的。'],
      [
        7,
        '张三',
        '370683198507051000',
        '#N/A',
        'FALSE',
        '=TODAY()',
        '【错误】B列 末尾几位已丢失。 【提醒】D列 不在列表中。',
      ],
    ])
    expect([0, 1, 2, 3, 4].map((column) => sheet?.kind(4, column))).toEqual([
      'text',
      'number',
      'error',
      'boolean',
      'text',
    ])
    expect(sheet?.merges).toEqual([{ fromRow: 1, fromColumn: 1, toRow: 1, toColumn: 5 }])
    expect(sheet?.width(0)).toBe(33)
    const summary = textsOf(sheets[0])
    expect(summary[1]?.[0]).toContain('共 3 处错误，1 处提醒')
    expect(summary.slice(3).map((texts) => texts.slice(0, 4))).toEqual([
      ['表一', '7', 'B', '错误'],
      ['表一', '5', 'A', '错误'],
      ['', '', '', '错误'],
      ['表一', '7', 'D', '提醒'],
    ])
    const reread = XLSX.read(bytes, { cellFormula: true })
    const formulas = Object.values(reread.Sheets).flatMap((each) =>
      Object.values(each).filter((cell) => (cell as XLSX.CellObject).f !== undefined),
    )
    expect(formulas).toEqual([])
  })

  it('colours the wrong cells and no others', async () => {
    const { sheets } = await readXlsx(await marked(), { readStyles: true })
    const coloured = [...(sheets[1]?.cells ?? [])].flatMap(([place, { style }]) => {
      const fill = style?.fill
      const rgb = fill?.type === 'pattern' ? fill.fgColor?.rgb : undefined
      return rgb ? [[place, rgb.slice(-6)]] : []
    })
    expect(coloured).toEqual([
      ...[0, 1, 2, 3, 4, 5].map((column) => [`2,${column}`, 'F1E9DC']),
      ['4,0', 'FBD5D0'],
      ['6,1', 'FBD5D0'],
      ['6,3', 'FFF2CC'],
    ])
    expect(sheets[1]?.dataValidations).toMatchObject([{ type: 'list', range: 'D4:D1048576' }])
  })

  it('can be corrected and uploaded again: what was added is passed over and not added twice', async () => {
    const again = await openedWorkbook(await marked())
    const { sheets, problems: found } = await readForm(again, aForm)
    expect(found).toEqual([])
    expect(sheets.map((each) => [each.sheet.name, each.rows.length])).toEqual([['表一', 2]])
    const second = await openedWorkbook(await markWorkbook(again, problems, { form: aForm }))
    expect(second.sheets.map(({ name }) => name)).toEqual(['问题汇总', '表一', '选项'])
    expect(textsOf(second.sheets[1])).toEqual(textsOf(again.sheets[1]))
    const clean = await openedWorkbook(await markWorkbook(again, [], { form: aForm }))
    expect(clean.sheets[1]?.columnCount).toBe(5)
  })

  it('without a form marks all sheets alike', async () => {
    const workbook = await openedWorkbook(
      await zipped(
        aWorkbookOf(
          someRows([
            ['甲', '乙'],
            ['1', '2'],
          ]),
        ),
      ),
    )
    const bytes = await markWorkbook(
      workbook,
      [{ code: 'x', severity: 'warning', sheet: '表一', row: 2, words: { zh: '留意。', en: 'Mind.' } }],
      { language: 'en' },
    )
    const { sheets } = await openedWorkbook(bytes)
    expect(sheets.map(({ name }) => name)).toEqual(['Problem summary', '表一'])
    expect(textsOf(sheets[1])).toEqual([
      ['甲', '乙', 'Problems'],
      ['1', '2', '[Warning] Mind.'],
    ])
  })
})
