import { describe, expect, it, vi } from 'vitest'
import { readForm } from './match-columns.ts'
import { aWorkbookOf, someRows, zipped } from './package-samples.ts'
import { isSheetProblem, readWorkbook } from './read-workbook.ts'
import type { ColumnMapping, SheetForm } from './sheet-form.ts'
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
const usage: SheetForm = {
  name: { zh: '电量表', en: 'Usage list' },
  columns: [
    { field: 'account', label: '用电户号', aliases: ['户号'], required: true, kind: 'text' },
    { field: 'start', label: '起度', required: true, kind: 'number' },
    { field: 'end', label: '止度', required: true, kind: 'number' },
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

const read = async (rows: string[][], others: SheetForm[] = [usage]) =>
  readForm(await workbookOf(someRows(rows)), households, { others })

describe('the header', () => {
  it('is found below titles, by aliases, with remarks, marks and spaces in it', async () => {
    const { ok, sheets, problems } = await read([
      ['某镇冬季清洁取暖登记表'],
      ['填报单位：某某村', '', '2023年8月'],
      ['*姓 名', ' 公民身份号码：', '户号（10或13位）', '建筑面积\n(㎡)', '镇街★(必填)'],
      ['张三', '11010519491231002X', '3706831234567', '120', '沙河镇'],
    ])
    expect([ok, problems]).toEqual([true, []])
    const [sheet] = sheets
    expect(sheet && Object.fromEntries(sheet.columns)).toEqual({
      head: 0,
      idNumber: 1,
      account: 2,
      area: 3,
      town: 4,
    })
    expect(sheet?.rows).toEqual([3])
    expect(sheet?.text(3, 'head')).toBe('张三')
    expect(sheet?.text(3, 'town')).toBe('沙河镇')
    expect(sheet?.text(3, 'holder')).toBe('')
  })

  it('may have two rows with merged groups; the group tells like names apart', async () => {
    const xml = `<sheetData>
      <row r="1"><c r="A1" t="inlineStr"><is><t>登记表</t></is></c></row>
      <row r="2"><c r="A2" t="inlineStr"><is><t>户主</t></is></c><c r="C2" t="inlineStr"><is><t>用电户</t></is></c><c r="E2" t="inlineStr"><is><t>建筑面积</t></is></c></row>
      <row r="3"><c r="A3" t="inlineStr"><is><t>姓名</t></is></c><c r="B3" t="inlineStr"><is><t>身份证号</t></is></c><c r="C3" t="inlineStr"><is><t>姓名</t></is></c><c r="D3" t="inlineStr"><is><t>户号</t></is></c></row>
      <row r="4"><c r="A4" t="inlineStr"><is><t>张三</t></is></c><c r="B4" t="inlineStr"><is><t>1</t></is></c><c r="C4" t="inlineStr"><is><t>李四</t></is></c><c r="D4" t="inlineStr"><is><t>2</t></is></c><c r="E4"><v>90</v></c></row>
      </sheetData><mergeCells><mergeCell ref="A1:E1"/><mergeCell ref="A2:B2"/><mergeCell ref="C2:D2"/><mergeCell ref="E2:E3"/></mergeCells>`
    const { sheets, problems } = await readForm(await workbookOf(xml), households)
    expect(problems).toEqual([])
    expect(sheets[0] && Object.fromEntries(sheets[0].columns)).toEqual({
      head: 0,
      idNumber: 1,
      holder: 2,
      account: 3,
      area: 4,
    })
    expect(sheets[0]?.rows.map((row) => sheets[0]?.text(row, 'holder'))).toEqual(['李四'])
  })

  it('reports missing, repeated and unknown columns with their places', async () => {
    const { ok, sheets, problems } = await read([
      ['户主', '身份证号', '户主姓名', '邮箱', '身份证'],
      ['张三', '1', '张三', 'a', '1'],
    ])
    expect([ok, sheets.length, sheets[0]?.rows]).toEqual([false, 1, []])
    expect(problems.map(({ code, severity, row, column }) => [code, severity, row, column])).toEqual([
      ['sheet.column-missing', 'error', 1, undefined],
      ['sheet.column-twice', 'error', 1, 3],
      ['sheet.column-unknown', 'warning', 1, 4],
      ['sheet.column-unknown', 'warning', 1, 5],
    ])
    expect(problems[0]?.words.zh).toContain('「用电户号」')
    expect(problems[0]?.words.zh).toContain('邮箱、身份证')
    expect(problems[1]?.words.zh).toContain('A 列和 C 列')
  })

  it('is not made up: another county’s form is answered with what it has', async () => {
    const { sheets, problems } = await read([
      ['权利人', '宗地号', '证件'],
      ['张三', '1', '2'],
    ])
    expect(sheets).toEqual([])
    expect(problems.map(({ code }) => code)).toEqual(['sheet.header-not-found'])
    expect(problems[0]?.words.zh).toContain('权利人、宗地号、证件')
    expect(problems[0]?.words.zh).toContain('户主、身份证号、用电户号')
  })

  it('is asked for without a person’s number in the question', async () => {
    const { problems } = await read([['周某', '379911197001011011', '2020年']])
    expect(problems[0]?.words.zh).toContain('3799************11')
    expect(JSON.stringify(problems)).not.toContain('379911197001011011')
  })

  it('is recognised as that of another form', async () => {
    const { sheets, problems } = await read([
      ['户号', '户主', '起度', '止度'],
      ['3706831234567', '张三', '1', '2'],
    ])
    expect(sheets).toEqual([])
    expect(problems.map(({ code }) => code)).toEqual(['sheet.other-form'])
    expect(problems[0]?.words.zh).toContain('看起来是「电量表」，不是「住户表」')
  })
})

describe('sheets', () => {
  const row = (cells: string[]) =>
    cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')
  const sheet = (...rows: string[][]) =>
    `<worksheet><sheetData>${rows.map((cells) => `<row>${row(cells)}</row>`).join('')}</sheetData></worksheet>`
  const header = ['户主', '身份证号', '用电户号']

  async function several(
    sheets: [string, string, string?][],
    mapping?: ColumnMapping<'head' | 'idNumber' | 'account'>,
  ) {
    const parts = aWorkbookOf('')
    const listed = sheets.map(
      ([name, , state], at) => `<sheet name="${name}" ${state ? `state="${state}"` : ''} r:id="s${at}"/>`,
    )
    const links = sheets.map(
      (_, at) => `<Relationship Id="s${at}" Type="x/worksheet" Target="worksheets/s${at}.xml"/>`,
    )
    const own = Object.fromEntries(sheets.map(([, xml], at) => [`xl/worksheets/s${at}.xml`, xml]))
    const result = await readWorkbook(
      await zipped({
        ...parts,
        'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${listed.join('')}</sheets></workbook>`,
        'xl/_rels/workbook.xml.rels': `<Relationships>${links.join('')}</Relationships>`,
        ...own,
      }),
    )
    if (isSheetProblem(result)) throw new Error(result.words.en)
    return readForm(result, households, { others: [usage], mapping })
  }

  it('of several towns are all read; others are passed over with a remark', async () => {
    const { sheets, problems } = await several([
      ['填写说明', sheet(['请先看说明', '二', '三'])],
      ['沙河镇', sheet(header, ['张三', '1', '2'])],
      ['朱桥镇', sheet(['标题'], header, ['李四', '3', '4'], ['王五', '5', '6'])],
      ['备忘', sheet(['记得周五前上报'])],
      ['旧数据', sheet(header, ['赵六', '7', '8']), 'hidden'],
    ])
    expect(sheets.map((each) => [each.sheet.name, each.rows.length])).toEqual([
      ['沙河镇', 1],
      ['朱桥镇', 2],
    ])
    expect(problems.map(({ code, severity, sheet }) => [code, severity, sheet])).toEqual([
      ['sheet.other-sheet', 'warning', '备忘'],
      ['sheet.hidden-sheet', 'warning', '旧数据'],
    ])
  })

  it('a list of this form is a question, where another sheet was chosen and it was not', async () => {
    const parts: Parameters<typeof several>[0] = [
      ['甲村', sheet(header, ['张三', '1', '2'], ['李四', '3', '4'])],
      ['乙村', sheet(header, ['王五', '5', '6'])],
      ['备忘', sheet(['某事'], ['某事'])],
    ]
    const chosen = await several(parts, { sheets: ['甲村'], columns: {} })
    expect([chosen.ok, chosen.problems.map(({ code, severity, sheet }) => [code, severity, sheet])]).toEqual([
      false,
      [
        ['sheet.list-unread', 'error', '乙村'],
        ['sheet.not-chosen', 'warning', '备忘'],
      ],
    ])
    const without = await several(parts, { sheets: ['甲村'], leftOut: ['乙村'], columns: {} })
    expect([without.ok, without.problems.map(({ code }) => code)]).toEqual([
      true,
      ['sheet.not-chosen', 'sheet.not-chosen'],
    ])
  })

  it('larger than what is read is a question, until its user names its columns or leaves it out', async () => {
    const parts: Parameters<typeof several>[0] = [
      ['补录', sheet(header, ['张三', '1', '2'])],
      ['全镇', sheet(['甲', '乙', '丙'], ['李四', '3', '4'], ['王五', '5', '6'])],
      ['村名', sheet(['某村'], ['某村'], ['某村'])],
    ]
    const { ok, sheets, problems } = await several(parts)
    expect([ok, sheets.map(({ rows }) => rows)]).toEqual([false, [[]]])
    expect(problems.map(({ code, severity, sheet }) => [code, severity, sheet])).toEqual([
      ['sheet.larger-unread', 'error', '全镇'],
      ['sheet.other-sheet', 'warning', '村名'],
    ])
    expect(problems[0]?.words.zh).toContain('「全镇」约有 2 行数据，比读取的「补录」（1 行）多，却没有读取。')
    const without = await several(parts, { leftOut: ['全镇'], columns: {} })
    expect([without.ok, without.sheets.map(({ sheet }) => sheet.name)]).toEqual([true, ['补录']])
    expect(without.problems.map(({ code }) => code)).toEqual(['sheet.other-sheet', 'sheet.other-sheet'])
    const named = await several(parts, {
      sheets: ['全镇'],
      leftOut: ['补录'],
      columns: { A: 'head', B: 'idNumber', C: 'account' },
    })
    expect([named.ok, named.sheets.map(({ rows }) => rows.length)]).toEqual([true, [2]])
    // What was kept of the small one's layout is no word about the large one.
    const kept = await several(parts, { sheets: ['补录'], columns: {} })
    expect(kept.problems.map(({ code, sheet }) => [code, sheet])).toContainEqual([
      'sheet.larger-unread',
      '全镇',
    ])
  })
})

it('the sheets of a workbook of hundreds leave others their turn', async () => {
  const sheets = Array.from({ length: 300 }, (_, at) => `<sheet name="表${at}" r:id="rId1"/>`).join('')
  const parts = aWorkbookOf(
    someRows(Array.from({ length: 40 }, () => Array.from({ length: 60 }, () => '户主'))),
  )
  const workbook = await readWorkbook(
    await zipped({
      ...parts,
      'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${sheets}</sheets></workbook>`,
    }),
  )
  if (isSheetProblem(workbook)) throw new Error(workbook.code)
  let turns = 0
  const turn = () => {
    turns++
    waiting = setImmediate(turn)
  }
  let waiting = setImmediate(turn)
  await readForm(workbook, households)
  clearImmediate(waiting)
  expect(turns).toBeGreaterThan(1)
})

describe('rows', () => {
  it.each([
    [['填表人：赵六', '', '', '审核人：钱七', '']],
    [['', '填表人', '赵六', '审核人', '钱七']],
    [['填表人：', '赵六', '', '审核人：', '钱七']],
    [['', '制表人 赵六', '', '审核人 钱七', '']],
    [['', '以上共 3 户', '', '', '']],
  ])('that close the list are no homes: %j', async (closing) => {
    const { sheets } = await read([
      ['序号', '户主', '身份证号', '用电户号', '备注'],
      ['1', '张三', '11010519491231002X', '3706831234567', ''],
      ['2', '王五', '', '', '审核 中'],
      ['3', '负责', '11010519491231002X', '3706831234568', ''],
      closing,
    ])
    expect(sheets[0]?.rows.map((row) => sheets[0]?.text(row, 'head'))).toEqual(['张三', '王五', '负责'])
  })
  it('that hold no data are passed over and reported', async () => {
    const { sheets } = await read([
      ['序号', '户主', '身份证号', '用电户号', '备注'],
      ['示例', '李某', '11010519491231002X', '3706831234567', ''],
      ['1', '2', '3', '4', '5'],
      ['1', '张三', '11010519491231002X', '3706831234567', ''],
      ['2', '合计', '11010519491231002X', '3706831234568', ''],
      ['序号', '户主', '身份证号', '用电户号', '备注'],
      ['3', '王五', '', '', '缺证件'],
      ['4', '', '', '', ''],
      ['', '合计', '3户', '', ''],
      ['填表人：赵六', '', '', '审核人：钱七', ''],
    ])
    const [sheet] = sheets
    expect(sheet?.rows.map((row) => sheet.text(row, 'head'))).toEqual(['张三', '合计', '王五'])
    expect(sheet?.skipped).toEqual([
      { row: 1, why: 'example' },
      { row: 2, why: 'column-numbers' },
      { row: 5, why: 'header-again' },
      { row: 7, why: 'unfilled' },
      { row: 8, why: 'total' },
      { row: 9, why: 'footer' },
    ])
  })

  it('a header with nothing below is said to be empty', async () => {
    const { ok, problems, sheets } = await read([['户主', '身份证号', '用电户号']])
    expect([ok, problems.map(({ code }) => code), sheets[0]?.rows]).toEqual([false, ['sheet.no-rows'], []])
  })

  it('take merged cells from above and know broken and mangled ones', async () => {
    const xml = `<sheetData>
      <row r="1"><c r="A1" t="inlineStr"><is><t>镇街</t></is></c><c r="B1" t="inlineStr"><is><t>户主</t></is></c><c r="C1" t="inlineStr"><is><t>身份证号</t></is></c><c r="D1" t="inlineStr"><is><t>用电户号</t></is></c></row>
      <row r="2"><c r="A2" t="inlineStr"><is><t>沙河镇</t></is></c><c r="B2" t="e"><v>#N/A</v></c><c r="C2"><v>3.70683198507051E+17</v></c><c r="D2"><f>E2</f></c></row>
      <row r="3"><c r="B3" t="inlineStr"><is><t>李四</t></is></c></row></sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells>`
    const [sheet] = (await readForm(await workbookOf(xml), households)).sheets
    if (!sheet) throw new Error('Not found')
    expect(sheet.text(2, 'town')).toBe('沙河镇')
    expect([
      sheet.isBroken(1, 'head'),
      sheet.isBroken(1, 'account'),
      sheet.isBroken(2, 'head'),
      sheet.isBroken(1, 'area'),
    ]).toEqual([true, true, false, false])
    expect([sheet.isMangled(1, 'idNumber'), sheet.isMangled(2, 'head')]).toEqual([true, false])
    const words = { zh: '错。', en: 'Wrong.' }
    expect(sheet.problem(1, 'idNumber', { code: 'id', words })).toEqual({
      code: 'id',
      severity: 'error',
      sheet: '表一',
      row: 2,
      column: 3,
      words,
    })
  })
})
