import { describe, expect, it, vi } from 'vitest'
import { findDoubt } from './doubtful-cell.ts'
import { headersToKeep } from '../columns/mapping.ts'
import { listColumns } from './list-columns.ts'
import { readForm } from './match-columns.ts'
import { aWorkbookOf, someRows, someStyles, zipped } from './package-samples.ts'
import { isSheetProblem, readWorkbook } from './read-workbook.ts'
import type { SheetForm } from './sheet-form.ts'
import type { Workbook } from './workbook.ts'

vi.setConfig({ testTimeout: 60_000 })

const households: SheetForm<'number' | 'head' | 'idNumber' | 'holder' | 'account' | 'area' | 'town'> = {
  name: { zh: '住户表', en: 'Household list' },
  columns: [
    { field: 'number', label: '序号', required: false, kind: 'number' },
    { field: 'town', label: '镇街', aliases: ['乡镇', '镇(街道)'], required: false, kind: 'text' },
    { field: 'head', label: '户主', aliases: ['户主姓名', '姓名'], required: true, kind: 'text' },
    {
      field: 'idNumber',
      label: '身份证号',
      aliases: ['身份证号码', '公民身份号码'],
      required: true,
      kind: 'text',
    },
    { field: 'holder', label: '用电户名', aliases: ['用电户姓名'], required: false, kind: 'text' },
    { field: 'account', label: '用电户号', aliases: ['户号'], required: true, kind: 'text' },
    { field: 'area', label: '建筑面积', required: false, kind: 'number' },
  ],
}
async function workbookOf(
  sheetXml: string,
  name = '表一',
  more: Record<string, string> = {},
): Promise<Workbook> {
  const parts = aWorkbookOf(sheetXml, more)
  const renamed = String(parts['xl/workbook.xml']).replace('name="表一"', `name="${name}"`)
  const result = await readWorkbook(await zipped({ ...parts, 'xl/workbook.xml': renamed }))
  if (isSheetProblem(result)) throw new Error(result.words.en)
  return result
}

const read = async (rows: string[][]) => readForm(await workbookOf(someRows(rows)), households)

describe('what is not read is named', () => {
  const header = ['序号', '户主', '身份证号', '用电户号']
  const one = ['1', '张三', '11010519491231002X', '3706831234567']
  it('rows below the header, by what they are', async () => {
    const { ok, sheets, problems } = await read([
      header,
      one,
      header,
      ['2', '李四', '11010519491231002X', '3706831234568'],
      ['3', '', '', ''],
      ['合计', '2', '', ''],
      ['注：1、户号为13位', '', '', ''],
      ['2、按电费单填写', '', '', ''],
      ['填表人：赵六', '', '', '审核：钱七'],
      ['2023年8月15日', '', '', ''],
    ])
    expect([ok, sheets[0]?.rows]).toEqual([true, [1, 3]])
    expect(problems.map(({ code, severity, row, words }) => [code, severity, row, words.zh])).toEqual([
      ['sheet.rows-passed-over', 'warning', 3, '「表一」第 3 行是重复的表头，没有当作数据读取。'],
      ['sheet.rows-passed-over', 'warning', 5, '「表一」第 5 行只有序号，没有当作数据读取。'],
      ['sheet.rows-passed-over', 'warning', 6, '「表一」第 6 行是合计，没有当作数据读取。'],
      ['sheet.rows-passed-over', 'warning', 7, '「表一」第 7、8、9、10 行是落款或说明，没有当作数据读取。'],
    ])
  })
})

describe('the user’s mapping', () => {
  const strange = [
    ['某镇名册'],
    ['', '权利人', '证件', '电表', '姓名'],
    ['', '张三', '11010519491231002X', '3706831234567', '甲'],
    ['', '李四', '11010519491231002X', '3706831234568', '乙'],
  ]
  it('is helped by what is recognised, with samples', async () => {
    const [sheet] = await listColumns(await workbookOf(someRows(strange)), households)
    expect(sheet).toEqual({
      sheet: '表一',
      hidden: false,
      isForm: false,
      headerRow: 2,
      dataRows: 2,
      columns: [
        { column: 'B', label: '权利人', field: null, samples: ['张三', '李四'] },
        { column: 'C', label: '证件', field: null, samples: ['1101************2X'] },
        { column: 'D', label: '电表', field: null, samples: ['3706*******67', '3706*******68'] },
        { column: 'E', label: '姓名', field: 'head', samples: ['甲', '乙'] },
      ],
      missing: ['idNumber', 'account'],
      alike: ['表一'],
    })
  })
  it('never takes a line with somebody’s number for the header, whatever is spelt like one', async () => {
    const workbook = await workbookOf(
      someRows([
        ['某派出所户籍人口'],
        ['户编码', '户内称谓', '公民姓名', '公民号码'],
        ['H1', '户主', '赵东', '３７９９１１１９４９１２３１００２Ｘ'],
        ['H1', '妻', '曾瑞', '379911194912310038'],
      ]),
    )
    const [said] = await listColumns(workbook, households, { columns: { C: 'head', D: 'idNumber' } })
    expect(said).toMatchObject({ headerRow: 2, dataRows: 2 })
    const [sheet] = await listColumns(workbook, households)
    expect(sheet?.headerRow).toBe(2)
    expect(sheet?.columns.map(({ label }) => label)).toEqual(['户编码', '户内称谓', '公民姓名', '公民号码'])
    expect(
      headersToKeep(['head']).safeParse({ '３７９９１１１９４９１２３１００２Ｘ': 'head' }).success,
    ).toBe(false)
    expect(headersToKeep(['head']).safeParse({ '户号（10或13位）': 'head' }).success).toBe(true)
  })
  it('shows no line as a sample that it does not read', async () => {
    const closing = [['合计', '2'], ['审核人：李四']]
    const rows = (header: string[]) => [
      header,
      ['张三', '甲村改造', '11010519491231002X', '3706831234567'],
      ...closing,
    ]
    for (const header of [
      ['户主', '项目', '身份证号', '用电户号'],
      ['甲', '乙', '丙', '丁'],
    ]) {
      const [sheet] = await listColumns(await workbookOf(someRows(rows(header))), households)
      expect(sheet?.columns.map(({ samples }) => samples)).toEqual([
        ['张三'],
        ['甲村改造'],
        ['1101************2X'],
        ['3706*******67'],
      ])
    }
  })
  it('takes columns by letter, moves a field, and leaves one out', async () => {
    const mapping = { columns: { B: 'head', C: 'idNumber', D: 'account', E: null } } as const
    const workbook = await workbookOf(someRows(strange))
    const { ok, sheets, problems } = await readForm(workbook, households, { mapping })
    expect([ok, problems]).toEqual([true, []])
    expect(sheets[0]?.rows.map((row) => sheets[0]?.text(row, 'head'))).toEqual(['张三', '李四'])
    const [listed] = await listColumns(workbook, households, mapping)
    expect(listed).toMatchObject({ isForm: true, missing: [], dataRows: 2 })
  })
  it('names two columns given one field, and a column it displaced', async () => {
    const columns = { B: 'head', C: 'idNumber', D: 'idNumber' } as const
    const { problems } = await readForm(await workbookOf(someRows(strange)), households, {
      mapping: { columns },
    })
    expect(problems.map(({ code, column }) => [code, column])).toEqual([
      ['sheet.column-missing', undefined],
      ['sheet.column-twice', 4],
      ['sheet.column-unknown', 5],
    ])
  })
  it('says which row the header ends in', async () => {
    const rows = [
      ['甲', '乙', '丙', '丁', '戊'],
      ['户主', '身份证号', '用电户号'],
      ['张三', '1', '2'],
    ]
    const mapping = { headerRow: 2, columns: {} }
    const { sheets } = await readForm(await workbookOf(someRows(rows)), households, { mapping })
    expect(sheets[0]?.text(2, 'account')).toBe('2')
  })
  it('chooses the sheet; the others are named', async () => {
    const mapping = { sheets: ['别的'], columns: {} }
    const { sheets, problems } = await readForm(await workbookOf(someRows(strange)), households, { mapping })
    expect([sheets, problems.map(({ code, sheet }) => [code, sheet])]).toEqual([
      [],
      [['sheet.not-chosen', '表一']],
    ])
  })
})

describe('what a spreadsheet did to a cell is doubted', () => {
  const form: SheetForm<'id' | 'place' | 'day'> = {
    name: { zh: '名册', en: 'List' },
    columns: [
      { field: 'id', label: '证件号码', required: true, kind: 'text' },
      { field: 'place', label: '门牌', required: true, kind: 'text' },
      { field: 'day', label: '日期', required: true, kind: 'day' },
    ],
  }
  it.each([
    ['<v>3.70683198507051E+17</v>', 'id', 'sheet.digits-lost'],
    ['<v>11010519491231</v>', 'id', undefined],
    ['<is><t>370683198507051000</t></is>', 'id', 'sheet.ends-in-zeros'],
    ['<is><t>３７０６８３１９８５０７０５１０００</t></is>', 'id', 'sheet.ends-in-zeros'],
    ['<v>#REF!</v>', 'place', 'sheet.cell-broken'],
    ['<f>B9</f>', 'place', 'sheet.cell-broken'],
    ['<f>NOW()</f><v>45153</v>', 'day', 'sheet.day-as-number'],
    ['<v>45293</v>', 'place', undefined],
    ['DATE<v>45293</v>', 'place', 'sheet.turned-into-day'],
    ['<v>45153</v>', 'day', 'sheet.day-as-number'],
    ['<is><t>45153</t></is>', 'day', 'sheet.day-as-number'],
    ['DATE<v>45153</v>', 'day', undefined],
    ['<is><t>2023年8月15日</t></is>', 'day', undefined],
  ] as const)('%s as %s', async (content, field, code) => {
    const cell = (name: string, inner: string) => {
      const type = inner.includes('<is>') ? 't="inlineStr"' : inner.includes('#REF') ? 't="e"' : ''
      const style = inner.startsWith('DATE') ? 's="1"' : ''
      return `<c r="${name}" ${type} ${style}>${inner.replace('DATE', '')}</c>`
    }
    const label = (text: string) => `<is><t>${text}</t></is>`
    const letter = { id: 'A', place: 'B', day: 'C' }[field]
    const xml = `<sheetData><row r="1">${cell('A1', label('证件号码'))}${cell('B1', label('门牌'))}${cell('C1', label('日期'))}</row>
      <row r="2">${['A', 'B', 'C'].map((each) => cell(`${each}2`, each === letter ? content : label('甲'))).join('')}</row></sheetData>`
    const workbook = await workbookOf(xml, '表一', { 'xl/styles.xml': someStyles([0, 14]) })
    const [sheet] = (await readForm(workbook, form)).sheets
    const spec = form.columns.find((column) => column.field === field)
    if (!sheet || !spec) throw new Error('Not found')
    expect(findDoubt(sheet, 1, spec)?.code).toBe(code)
  })
})

it('formulas are named once a column, with how many and the first of them', async () => {
  const text = (name: string, inner: string) => `<c r="${name}" t="inlineStr"><is><t>${inner}</t></is></c>`
  const header = ['序号', '户主', '身份证号', '用电户号', '建筑面积']
    .map((label, at) => text(`${'ABCDE'[at] ?? ''}1`, label))
    .join('')
  const rows = [2, 3, 4, 5, 6].map(
    (row) => `<row r="${row}"><c r="A${row}"><f>ROW()-1</f><v>${row - 1}</v></c>
      <c r="B${row}" t="str"><f>VLOOKUP(C${row},名册!A:B,2,0)</f><v>张三</v></c>
      ${text(`C${row}`, '11010519491231002X')}${text(`D${row}`, '3706831234567')}
      ${row === 4 ? '<c r="E4"><f>10*12</f><v>120</v></c>' : row === 5 ? '<c r="E5"><f>F5</f></c>' : ''}</row>`,
  )
  const { ok, problems } = await readForm(
    await workbookOf(`<sheetData><row r="1">${header}</row>${rows.join('')}</sheetData>`),
    households,
  )
  expect([
    ok,
    problems.map(({ code, severity, row, column, words }) => [code, severity, row, column, words.zh]),
  ]).toEqual([
    true,
    [
      [
        'sheet.from-formula',
        'warning',
        2,
        2,
        '「户主」列有 5 格是公式（B2、B3、B4等），按表格里存的结果读取，如“张三”。请核对；不对的，改成文字再上传。',
      ],
      [
        'sheet.from-formula',
        'warning',
        4,
        5,
        '「建筑面积」列有 1 格是公式（E4），按表格里存的结果读取，如“120”。请核对；不对的，改成文字再上传。',
      ],
    ],
  ])
})
