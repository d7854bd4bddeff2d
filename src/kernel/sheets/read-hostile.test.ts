import * as XLSX from '@e965/xlsx'
import fc from 'fast-check'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it, vi } from 'vitest'
import { aWorkbookOf, someRows, withDeclaredSize, zipped } from './package-samples.ts'
import type { ReadLimits } from './read-limits.ts'
import { isSheetProblem, readWorkbook } from './read-workbook.ts'

vi.setConfig({ testTimeout: 60_000 })

const MEBIBYTE = 1024 * 1024
const good = () =>
  zipped(
    aWorkbookOf(
      someRows([
        ['户主', '电话'],
        ['张三', '13812345678'],
      ]),
    ),
  )

async function codeOf(bytes: Uint8Array, limits?: Partial<ReadLimits>): Promise<string> {
  const result = await readWorkbook(bytes, limits ? { limits } : {})
  if (!isSheetProblem(result)) return 'read'
  for (const words of [result.words.zh, result.words.en]) expect(words).toMatch(/(?:。|\.)$/)
  return result.code
}

/** Each hostile file is followed by a good one: the server must still be there and able to read. */
async function codeThenGood(bytes: Uint8Array, limits?: Partial<ReadLimits>): Promise<string> {
  const code = await codeOf(bytes, limits)
  expect(await codeOf(await good())).toBe('read')
  return code
}

describe('files that are something else', () => {
  const book = () => XLSX.utils.book_new(XLSX.utils.aoa_to_sheet([['户主'], ['张三']]), '表')
  const written = (bookType: XLSX.BookType) =>
    new Uint8Array(XLSX.write(book(), { type: 'array', bookType }) as ArrayBuffer)

  it.each<[string, () => Uint8Array | Promise<Uint8Array>, string, string?]>([
    ['nothing', () => new Uint8Array(), 'sheet.empty-file'],
    ['.xlsb', () => written('xlsb'), 'sheet.not-workbook', 'xlsb'],
    ['.ods', () => written('ods'), 'sheet.not-workbook', 'ODS'],
    ['two letters of a zip', () => Buffer.from('PK'), 'sheet.damaged'],
    ['a web archive', () => Buffer.from('MIME-Version: 1.0\r\nX: y\r\n'), 'sheet.not-workbook', 'MHT'],
    ['PDF', () => Buffer.from('%PDF-1.7\n%âãÏÓ'), 'sheet.not-workbook', 'PDF'],
    [
      'a photograph',
      () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70]),
      'sheet.not-workbook',
      '图片',
    ],
    ['RAR', () => Buffer.from('Rar!\x1a\x07\x01\x00'), 'sheet.not-workbook', '压缩包'],
    [
      'a Word document',
      () => zipped({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }),
      'sheet.not-workbook',
      'Word',
    ],
    ['a zip of workbooks', async () => zipped({ '沙河镇.xlsx': await good() }), 'sheet.not-workbook', '解压'],
    [
      'the lock file beside an open workbook',
      () => Buffer.from('\x04user'.padEnd(165, ' ')),
      'sheet.not-workbook',
      '~$',
    ],
    ['50 MB of zeros', () => new Uint8Array(50 * MEBIBYTE), 'sheet.not-workbook'],
    ['more than 50 MB', () => new Uint8Array(50 * MEBIBYTE + 1), 'sheet.file-too-big', '51'],
    [
      'noise',
      () => Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7919) % 251)),
      'sheet.not-workbook',
    ],
  ])('%s', async (_, make, code, says) => {
    const result = await readWorkbook(await make())
    expect(isSheetProblem(result) && result.code).toBe(code)
    if (says && isSheetProblem(result)) expect(result.words.zh).toContain(says)
  })

  it('a workbook locked with a password', async () => {
    const locked = await writeXlsx({
      sheets: [{ name: '表', rows: [['户主']] }],
      encryption: { password: 'x', spinCount: 1000 },
    })
    expect(await codeThenGood(locked)).toBe('sheet.encrypted')
  })
  it('a zip with a password', async () => {
    const bytes = await good()
    for (let at = 0; at < bytes.length - 4; at++)
      if (bytes.readUInt32LE(at) === 0x02014b50) bytes.writeUInt16LE(1, at + 8)
    expect(await codeOf(bytes)).toBe('sheet.encrypted')
  })
})

describe('damaged files', () => {
  it('cut off anywhere are never read as if whole', async () => {
    const bytes = await good()
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: bytes.length - 1 }), async (length) => {
        expect(['sheet.damaged', 'sheet.not-workbook']).toContain(await codeOf(bytes.subarray(0, length)))
      }),
      { numRuns: 40 },
    )
  })

  it('with bytes changed are read unchanged or refused, never a crash', async () => {
    const rows = [
      ['户主', '电话'],
      ...Array.from({ length: 50 }, (_, at) => [`村民${at}`, String(13800000000 + at)]),
    ]
    const bytes = await zipped(aWorkbookOf(someRows(rows)))
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const changed = Buffer.from(bytes)
        changed[at] = (changed[at] ?? 0) ^ change
        const result = await readWorkbook(changed)
        if (isSheetProblem(result)) expect(result.code).not.toBe('sheet.reader-stopped')
        else expect(result.sheets[0]?.text(50, 1)).toBe('13800000049')
      }),
      { numRuns: 80 },
    )
  })

  it.each([
    ['a tag never closed', '<sheetData><row r="1"><c r="A1"><v>1</v></c>', {}],
    [
      'a document type',
      '',
      {
        'xl/worksheets/sheet1.xml':
          '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>',
      },
    ],
    ['rows that go back', '<sheetData><row r="5"/><row r="5"><c r="A5"><v>1</v></c></row></sheetData>', {}],
    ['a cell of another row', '<sheetData><row r="1"><c r="A2"><v>1</v></c></row></sheetData>', {}],
    ['an impossible cell', '<sheetData><row r="1"><c r="AAAAAAAA1"><v>1</v></c></row></sheetData>', {}],
    ['a missing sheet part', '', { 'xl/_rels/workbook.xml.rels': '<Relationships/>' }],
    ['five megabytes in one tag', `<sheetData><row r="1" x="${'y'.repeat(5 * MEBIBYTE)}"/></sheetData>`, {}],
    ['a part that is not XML', '', { 'xl/worksheets/sheet1.xml': 'hello' }],
    ['two parts of one name', someRows([['一']]), { 'XL/worksheets/SHEET1.xml': '<worksheet/>' }],
  ])('%s', async (_, sheetXml, changes) => {
    expect(await codeThenGood(await zipped(aWorkbookOf(sheetXml, changes)))).toBe('sheet.damaged')
  })

  it('five megabytes in one cell', async () => {
    const bytes = await zipped(aWorkbookOf(someRows([['z'.repeat(5 * MEBIBYTE)]])))
    expect(await codeThenGood(bytes)).toBe('sheet.cell-too-long')
  })

  it('shared strings that are not there leave cells that are known to be broken', async () => {
    const cells =
      '<sheetData><row r="1"><c r="A1" t="s"><v>7</v></c><c r="B1" t="s"><v>-1</v></c><c r="C1"><v>1</v></c></row></sheetData>'
    const result = await readWorkbook(
      await zipped(aWorkbookOf(cells, { 'xl/sharedStrings.xml': '<sst><si><t>一</t></si></sst>' })),
    )
    expect(!isSheetProblem(result) && [0, 1, 2].map((column) => result.sheets[0]?.text(0, column))).toEqual([
      '#REF!',
      '#REF!',
      '1',
    ])
  })
})

describe('bombs', () => {
  const zeros = (size: number) =>
    aWorkbookOf(someRows([['一']]), { 'xl/worksheets/sheet1.xml': Buffer.alloc(size, 0x20) })

  it('of more than 400 MB are refused by their directory', async () => {
    const bytes = await zipped({ ...zeros(201 * MEBIBYTE), 'xl/media/a.bin': Buffer.alloc(200 * MEBIBYTE) })
    expect(bytes.length).toBeLessThan(MEBIBYTE)
    expect(await codeOf(bytes)).toBe('sheet.unpacks-too-big')
  })

  it('that lie about their size are stopped while unpacking', async () => {
    const limits = { unpackedBytes: 8 * MEBIBYTE }
    const bomb = await zipped(zeros(64 * MEBIBYTE))
    const name = 'xl/worksheets/sheet1.xml'
    expect(await codeThenGood(withDeclaredSize(bomb, name, 1000), limits)).toBe('sheet.damaged')
    expect(await codeThenGood(withDeclaredSize(bomb, name, 0), limits)).toBe('sheet.damaged')
    expect(await codeThenGood(withDeclaredSize(bomb, name, 7 * MEBIBYTE), limits)).toBe('sheet.damaged')
    expect(await codeThenGood(bomb, limits)).toBe('sheet.unpacks-too-big')
  })

  it('whose sheets all point at one part are counted each time', async () => {
    const parts = aWorkbookOf('', {
      'xl/worksheets/sheet1.xml': `<worksheet>${someRows([['一']])}${' '.repeat(MEBIBYTE)}</worksheet>`,
    })
    const sheets = Array.from({ length: 20 }, (_, at) => `<sheet name="${at}" r:id="rId1"/>`).join('')
    const workbook = `<workbook xmlns:r="r"><sheets>${sheets}</sheets></workbook>`
    expect(
      await codeOf(await zipped({ ...parts, 'xl/workbook.xml': workbook }), { unpackedBytes: 8 * MEBIBYTE }),
    ).toBe('sheet.unpacks-too-big')
  })

  it('of zips within zips are not opened', async () => {
    let deep = await good()
    for (let level = 0; level < 6; level++) deep = await zipped({ a: deep, b: deep })
    expect(await codeThenGood(deep)).toBe('sheet.not-workbook')
  })

  it('of a hundred thousand parts are refused', async () => {
    const bytes = await zipped(aWorkbookOf(someRows([['一']])))
    expect(await codeOf(bytes, { parts: 4 })).toBe('sheet.damaged')
  })
})

describe('too much', () => {
  it('a million formatted blank rows are read past', async () => {
    const blank = Array.from(
      { length: 1_048_574 },
      (_, at) => `<row r="${at + 3}" s="1" customFormat="1"><c r="A${at + 3}" s="1"/></row>`,
    )
    const rows = someRows([['户主'], ['张三']]).replace('</sheetData>', `${blank.join('')}</sheetData>`)
    const result = await readWorkbook(await zipped(aWorkbookOf(rows)))
    expect(isSheetProblem(result) ? result.words.en : result.sheets[0]?.rowCount).toBe(2)
  })

  it('names the sheet and the place', async () => {
    const wide = '<sheetData><row r="3"><c r="GS3"><v>1</v></c></row></sheetData>'
    const result = await readWorkbook(await zipped(aWorkbookOf(wide)))
    expect(result).toMatchObject({ code: 'sheet.too-many-columns', sheet: '表一', row: 3, column: 201 })
    expect(isSheetProblem(result) && result.words.zh).toMatch(/「表一」第 3 行在 GS 列/)
  })

  it.each<[string, Partial<ReadLimits>, string]>([
    ['rows', { rows: 99 }, 'sheet.too-many-rows'],
    ['cells', { cells: 199 }, 'sheet.too-many-cells'],
    ['text', { characters: 300 }, 'sheet.too-much-text'],
    ['nothing', { rows: 100, cells: 200 }, 'read'],
  ])('%s', async (_, limits, code) => {
    const rows = Array.from({ length: 100 }, (_, at) => [`村民${at}`, String(at)])
    expect(await codeOf(await zipped(aWorkbookOf(someRows(rows))), limits)).toBe(code)
  })

  it('takes no longer than it may, nor more memory', async () => {
    const rows = Array.from({ length: 60_000 }, (_, at) => [
      `第${at}号居民的详细住址写在这里`,
      `${at}${'甲乙丙丁'.repeat(10)}`,
    ])
    const bytes = await zipped(aWorkbookOf(someRows(rows)))
    expect(await codeThenGood(bytes, { seconds: 0.02 })).toBe('sheet.too-slow')
    expect(await codeThenGood(bytes, { heapMb: 12 })).toBe('sheet.out-of-memory')
  })

  it('a workbook with nothing in it', async () => {
    expect(await codeOf(await zipped(aWorkbookOf('<sheetData/>')))).toBe('sheet.no-data')
  })

  it('one area merged over all of a large sheet is read', async () => {
    const rows = Array.from(
      { length: 100_000 },
      (_, at) => `<row r="${at + 1}"><c r="GR${at + 1}"><v>1</v></c></row>`,
    )
    rows[0] = '<row r="1"><c r="A1" t="inlineStr"><is><t>一</t></is></c><c r="GR1"><v>1</v></c></row>'
    const xml = `<sheetData>${rows.join('')}</sheetData><mergeCells><mergeCell ref="A1:GR100000"/></mergeCells>`
    const result = await readWorkbook(await zipped(aWorkbookOf(xml)))
    if (isSheetProblem(result)) throw new Error(result.code)
    expect(result.sheets[0]?.mergedText(99_999, 5)).toBe('一')
    expect(result.sheets[0]?.mergedText(3, 5)).toBe('一')
    expect(result.sheets[0]?.mergedText(3, 199)).toBe('1')
  })

  it('areas merged over everything cost nothing', async () => {
    const merges = Array.from({ length: 20_000 }, () => '<mergeCell ref="A1:XFD1048576"/>').join('')
    const rows = Array.from({ length: 2000 }, (_, at) => [at === 0 ? '一' : '', '', '尾'])
    const result = await readWorkbook(
      await zipped(aWorkbookOf(`${someRows(rows)}<mergeCells>${merges}</mergeCells>`)),
    )
    if (isSheetProblem(result)) throw new Error(result.code)
    const started = performance.now()
    expect(result.sheets[0]?.mergedText(1999, 1)).toBe('一')
    expect(performance.now() - started).toBeLessThan(3000)
  })
})

it('many at once wait their turn and all are answered', async () => {
  const bytes = await good()
  const codes = await Promise.all(
    Array.from({ length: 12 }, (_, at) => codeOf(at % 3 === 0 ? bytes.subarray(0, 300) : bytes)),
  )
  expect(codes).toEqual(Array.from({ length: 12 }, (_, at) => (at % 3 === 0 ? 'sheet.damaged' : 'read')))
})
