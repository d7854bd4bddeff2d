import { describe, expect, it, vi } from 'vitest'
import { gbk } from './gbk-samples.ts'
import { openedWorkbook, textsOf } from './package-samples.ts'
import { isSheetProblem, readWorkbook } from './read-workbook.ts'

vi.setConfig({ testTimeout: 60_000 })

const table = '序号,户主,身份证号\r\n1,张三,11010519491231002X\r\n2,李四,370683199001010011\r\n'
const rows = [
  ['序号', '户主', '身份证号'],
  ['1', '张三', '11010519491231002X'],
  ['2', '李四', '370683199001010011'],
]
const wideBe = (text: string) => Buffer.from(text, 'utf16le').swap16()

async function read(bytes: Uint8Array) {
  const workbook = await openedWorkbook(bytes)
  return {
    rows: textsOf(workbook.sheets[0]),
    codes: workbook.remarks.map(({ code }) => code),
    remarks: workbook.remarks,
  }
}

async function codeOf(bytes: Uint8Array) {
  const result = await readWorkbook(bytes)
  return isSheetProblem(result) ? result.code : 'read'
}

describe('the encoding of a text', () => {
  it.each<[string, Buffer, string[]]>([
    ['UTF-8', Buffer.from(table), []],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${table}`), []],
    ['GBK', gbk(table), []],
    ['UTF-16', Buffer.from(`\ufeff${table}`, 'utf16le'), []],
    ['UTF-16, big-endian', wideBe(`\ufeff${table}`), []],
    ['UTF-16 without a mark', Buffer.from(table, 'utf16le'), ['sheet.encoding-unmarked']],
    ['UTF-16, big-endian, without a mark', wideBe(table), ['sheet.encoding-unmarked']],
  ])('%s is told by its bytes', async (_, bytes, codes) => {
    expect(await read(bytes)).toMatchObject({ rows, codes })
  })

  it('that both fit is said, and which was taken', async () => {
    const { rows: taken, remarks } = await read(gbk('小\n'))
    expect(taken).toEqual([['小']])
    const both = await read(Buffer.from([0xc4, 0xa3, 0x2c, 0xc4, 0xa3]))
    expect(both.rows).toEqual([['模', '模']])
    expect([...remarks, ...both.remarks].every(({ severity }) => severity === 'warning')).toBe(true)
  })

  it('names the row, column and byte that fit nothing', async () => {
    const broken = Buffer.from(`${table}${'3,王五,110105194912310011\r\n'.repeat(50)}`)
    const at = broken.indexOf(Buffer.from('王')) + 1
    broken[at] = 0xff
    const { remarks } = await read(broken)
    expect(remarks).toMatchObject([{ code: 'sheet.bytes-unreadable', severity: 'error', row: 4, column: 2 }])
    expect(remarks[0]?.words.zh).toContain(`第 ${at} 字节`)
    expect(remarks[0]?.words.zh).toContain('第 4 行 B 列')
  })

  it('that its own mark denies is refused', async () => {
    expect(await codeOf(Buffer.concat([Buffer.from('efbbbf', 'hex'), gbk(table)]))).toBe(
      'sheet.unknown-encoding',
    )
  })

  it('of nothing known is refused at its first byte', async () => {
    const cyrillic = Buffer.from('CFF0E8E2E5F22C20ECE8F0FF2C20FFFFFF2CFFFE2C80FF2CFF2CFF2CFF2CFF0A', 'hex')
    expect(await codeOf(cyrillic)).toBe('sheet.unknown-encoding')
  })
})

describe('the delimiter of a text', () => {
  it.each([['\t'], [';'], ['，'], ['|'], [',']])('%j', async (delimiter) => {
    const { rows: found, codes } = await read(Buffer.from(table.replaceAll(',', delimiter)))
    expect(found).toEqual(rows)
    expect(codes).toEqual([])
  })
  it('is that of most lines, below a title and beside addresses with commas', async () => {
    const text = '确户表\n户主\t住址\n张三\t沙河镇,东村\n李四\t西村'
    expect((await read(Buffer.from(text))).rows[2]).toEqual(['张三', '沙河镇,东村'])
  })
  it('is said where two would do', async () => {
    const { codes } = await read(Buffer.from('户主;甲,乙\n张三;丙,丁\n李四;戊,己\n'))
    expect(codes).toEqual(['sheet.delimiter-either'])
  })
  it('is what the first line says', async () => {
    expect((await read(Buffer.from('sep=;\r\n户主;户号\r\n'))).rows).toEqual([['户主', '户号']])
  })
})

describe('fields', () => {
  it('in quotes hold delimiters, quotes and line ends', async () => {
    const { rows: found } = await read(Buffer.from('"户,主","说""好"""\r\n"一\n二", "三"\r四,五'))
    expect(found).toEqual([
      ['户,主', '说"好"'],
      ['一\n二', ' "三"'],
      ['四', '五'],
    ])
  })
  it('of a quote that is never closed keep to their rows, and it is said where', async () => {
    const { rows: found, remarks } = await read(
      Buffer.from('户主,住址\n"张三,东村\n李四,"西村"\n王五,北村\n'),
    )
    expect(found).toEqual([
      ['户主', '住址'],
      ['"张三', '东村'],
      ['李四', '西村'],
      ['王五', '北村'],
    ])
    expect(remarks).toMatchObject([{ code: 'sheet.quote-open', row: 2, column: 1, severity: 'error' }])
  })
  it('marked so that a spreadsheet leaves them alone come without the marks', async () => {
    const { rows: found } = await read(
      Buffer.from('="0600000000001",\'0600000000001,\'=1+1\n户主,户号,备注\n'),
    )
    expect(found[0]).toEqual(['0600000000001', '0600000000001', '=1+1'])
  })
  it('with NUL bytes lose them, which is said', async () => {
    const { rows: found, remarks } = await read(
      Buffer.from(`户主,户号\n张\0三,12\n${'李四,13\n'.repeat(20)}`),
    )
    expect(found[1]).toEqual(['张三', '12'])
    expect(remarks).toMatchObject([{ code: 'sheet.nul-bytes', row: 2, column: 1 }])
  })
  it('of a shortened number are known as such', async () => {
    const { sheets } = await openedWorkbook(Buffer.from('户号,户主\n3.7E+12,张三\n'))
    expect(sheets[0]?.isMangled(1, 0)).toBe(true)
  })
  it('too long are named by their place', async () => {
    const result = await readWorkbook(Buffer.from(`户主,住址\n张三,${'长'.repeat(40_000)}\n`))
    expect(result).toMatchObject({ code: 'sheet.cell-too-long', row: 2, column: 2 })
  })
  it('of a million blank rows cost nothing', async () => {
    const blank = ',,,\r\n'.repeat(1_200_000)
    expect((await read(Buffer.from(`户主,户号\r\n${blank}`))).rows).toEqual([['户主', '户号']])
  })
})

describe('tables of other kinds called .xls', () => {
  const html = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><style>td{}</style></head>
    <body><table border=1><tr><td colspan=2>确户表</td></tr><tr><th rowspan="2">户主<th>证件</tr><tr><td>号码</td></tr>
    <tr><td>张三&nbsp;<td style='mso-number-format:"\\@"' x:num="370683199001010011">3.70683E+17</tr>
    <tr><td>李&amp;四</td><td>11010519491231002X<table><tr><td>里面</td></tr></table></td></tr></table></body></html>`

  it('a web page, in GBK', async () => {
    const { sheets, remarks } = await openedWorkbook(gbk(html))
    expect(textsOf(sheets[0])).toEqual([
      ['确户表', ''],
      ['户主', '证件'],
      ['', '号码'],
      ['张三', '370683199001010000'],
      ['李&四', '11010519491231002X'],
    ])
    expect(sheets[0]?.isMangled(3, 1)).toBe(true)
    expect(sheets[0]?.mergedText(2, 0)).toBe('户主')
    expect(textsOf(sheets[1])).toEqual([['里面']])
    expect(remarks.map(({ code }) => code)).toEqual(['sheet.is-html'])
  })

  it('an XML table', async () => {
    const xml = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
      <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
      <Worksheet ss:Name="表甲"><Table><Row><Cell ss:MergeAcross="1"><Data ss:Type="String">标题</Data></Cell><Cell><Data ss:Type="String">尾</Data></Cell></Row>
      <Row ss:Index="4"><Cell ss:Index="2"><Data ss:Type="Number">370683199001010011</Data></Cell><Cell ss:Formula="=1+1"><Data ss:Type="Number">2</Data></Cell>
      <Cell><Data ss:Type="DateTime">2023-08-15T00:00:00.000</Data></Cell></Row></Table></Worksheet>
      <Worksheet ss:Name="藏"><Table><Row><Cell><Data ss:Type="String">一</Data></Cell></Row></Table><WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>`
    const { sheets, remarks } = await openedWorkbook(Buffer.from(xml))
    expect(textsOf(sheets[0])).toEqual([
      ['标题', '', '尾', ''],
      ['', '370683199001010000', '2', '2023-08-15'],
    ])
    expect(sheets[0]?.rowNumber(1)).toBe(4)
    expect(sheets[0]?.formula(1, 2)).toBe('1+1')
    expect(sheets[0]?.isMangled(1, 1)).toBe(true)
    expect(sheets[1]?.hidden).toBe(true)
    expect(remarks.map(({ code }) => code)).toEqual(['sheet.is-xml'])
  })
})
