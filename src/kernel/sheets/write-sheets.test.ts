import * as XLSX from '@e965/xlsx'
import fc from 'fast-check'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it, vi } from 'vitest'
import { openedWorkbook, textsOf } from './package-samples.ts'
import { bytesOf, writeSheets } from './write-sheets.ts'
import { type TableColumn, writeCsv, writeTable } from './write-table.ts'

vi.setConfig({ testTimeout: 60_000 })

describe('sheets written', () => {
  it('come back as they were, in our reader, SheetJS and hucre', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.constantFrom('_x000D_', '=1+1', ' 前后 ', '一\n二', '\u0001', '&<>"\''),
    )
    const value = fc.oneof(
      text,
      fc.integer(),
      fc
        .double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 })
        .map((number) => Number(number.toPrecision(12))),
      fc.boolean(),
      fc.constant(null),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(value, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 10 }),
        async (table) => {
          const bytes = await bytesOf(
            writeSheets([{ name: '表', rows: [{ cells: ['头'] }, ...table.map((cells) => ({ cells }))] }]),
          )
          const [sheet] = (await openedWorkbook(bytes)).sheets
          const byNumber = new Map(textsOf(sheet).map((texts, row) => [sheet?.rowNumber(row), texts]))
          const reread = XLSX.read(bytes).Sheets['表'] ?? {}
          table.forEach((cells, row) =>
            cells.forEach((cell, column) => {
              const expected =
                cell === null || (typeof cell === 'string' && cell.trim() === '')
                  ? ''
                  : typeof cell === 'boolean'
                    ? String(cell).toUpperCase()
                    : plain(cell)
              expect(byNumber.get(row + 2)?.[column] ?? '').toBe(expected)
              const other = reread[XLSX.utils.encode_cell({ r: row + 1, c: column })] as
                | XLSX.CellObject
                | undefined
              expect(other?.f).toBeUndefined()
              if (typeof cell === 'number') expect(other?.v).toBe(cell)
              if (cell === '=1+1') expect([other?.t, other?.v]).toEqual(['s', '=1+1'])
            }),
          )
          const hucre = await readXlsx(bytes)
          expect(hucre.sheets.map(({ name }) => name)).toEqual(['表'])
          expect(
            [...(hucre.sheets[0]?.cells?.values() ?? [])].filter(({ formula }) => formula !== undefined),
          ).toEqual([])
        },
      ),
      { numRuns: 40 },
    )
  })

  it('have names a spreadsheet accepts, each once', async () => {
    const names = ['沙河镇/一村', '沙河镇 一村', "'引'", 'x'.repeat(40), 'X'.repeat(31), '']
    const bytes = await bytesOf(writeSheets(names.map((name) => ({ name, rows: [{ cells: ['1'] }] }))))
    expect(XLSX.read(bytes).SheetNames).toEqual([
      '沙河镇 一村',
      '沙河镇 一村 2',
      '引',
      'x'.repeat(31),
      `${'X'.repeat(29)} 2`,
      'Sheet',
    ])
  })

  it('are the same bytes for the same content', async () => {
    const make = () => bytesOf(writeSheets([{ name: '表', rows: [{ cells: ['一', 2, true] }] }]))
    expect(Buffer.compare(Buffer.from(await make()), Buffer.from(await make()))).toBe(0)
  })

  it('fail with their rows, and close the rows when the reader leaves', async () => {
    let closed = false
    const rows = async function* () {
      try {
        for (let at = 0; ; at++) yield at
      } finally {
        closed = true
      }
    }
    const columns: TableColumn<number>[] = [{ label: '数', kind: 'number', value: (row) => row }]
    const stream = writeTable({ name: '表', columns, rows: rows() })
    for await (const piece of stream) if (piece) break
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(closed).toBe(true)

    const broken = async function* () {
      yield 1
      await Promise.resolve()
      throw new Error('The database has gone')
    }
    await expect(bytesOf(writeTable({ name: '表', columns, rows: broken() }))).rejects.toThrow(
      'The database has gone',
    )
  })
})

function plain(cell: string | number): string {
  if (typeof cell === 'string') return cell
  return /e/.test(String(cell)) ? cell.toFixed(20).replace(/0+$/, '').replace(/\.$/, '') : String(cell)
}

describe('tables', () => {
  type Row = { name: string; account: string; fen: number; day: string | null; at: string }
  const columns: TableColumn<Row>[] = [
    { label: '户主', kind: 'text', value: (row) => row.name },
    { label: '户号', kind: 'text', value: (row) => row.account },
    { label: '金额', kind: 'fen', value: (row) => row.fen },
    { label: '日期', kind: 'day', value: (row) => row.day },
    { label: '时间', kind: 'instant', value: (row) => row.at },
  ]
  const rows: Row[] = [
    { name: '张三', account: '0123456789', fen: 123456, day: '2023-08-15', at: '2023-08-15T16:30:00Z' },
    {
      name: '=HYPERLINK("http://203.0.113.1")',
      account: '+86',
      fen: -5,
      day: null,
      at: '2023-11-15T00:00:00Z',
    },
    { name: '@SUM(A1)', account: '-1+1', fen: 0, day: '1899-01-01', at: '' },
    { name: '李,"四"', account: '\tx', fen: 100, day: '2023-02-30', at: '2023-08-15T16:30:00Z' },
  ]

  it('keep text as text, money to the fen, days as days and Shanghai time', async () => {
    const bytes = await bytesOf(writeTable({ name: '清单', columns, rows }))
    const [sheet] = (await openedWorkbook(bytes)).sheets
    expect(textsOf(sheet)).toEqual([
      ['户主', '户号', '金额', '日期', '时间'],
      ['张三', '0123456789', '1234.56', '2023-08-15', '2023-08-16 00:30:00'],
      ['=HYPERLINK("http://203.0.113.1")', '+86', '-0.05', '', '2023-11-15 08:00:00'],
      ['@SUM(A1)', '-1+1', '0', '1899-01-01', ''],
      ['李,"四"', '\tx', '1', '2023-02-30', '2023-08-16 00:30:00'],
    ])
    expect([0, 1, 2, 3].map((column) => sheet?.kind(1, column))).toEqual(['text', 'text', 'number', 'date'])
    const reread = XLSX.read(bytes, { cellNF: true, cellFormula: true }).Sheets['清单'] ?? {}
    expect(Object.values(reread).some((cell) => (cell as XLSX.CellObject | undefined)?.f !== undefined)).toBe(
      false,
    )
    expect((reread['A3'] as XLSX.CellObject).z).toBe('@')
  })

  it('go on in a further sheet when one is full', async () => {
    const numbers = Array.from({ length: 25 }, (_, at) => at)
    const column: TableColumn<number> = { label: '数', kind: 'number', value: (row) => row }
    const { sheets } = await openedWorkbook(
      await bytesOf(writeTable({ name: '表', columns: [column], rows: numbers }, 11)),
    )
    expect(sheets.map(({ name, rowCount }) => [name, rowCount])).toEqual([
      ['表', 11],
      ['表 2', 11],
      ['表 3', 6],
    ])
    expect(sheets.flatMap((sheet) => textsOf(sheet).slice(1).flat().map(Number))).toEqual(numbers)
  })

  it('are CSV that no spreadsheet runs', async () => {
    const text = Buffer.from(await bytesOf(writeCsv({ columns, rows }))).toString('utf8')
    expect(text).toBe(
      '\ufeff户主,户号,金额,日期,时间\r\n' +
        '张三,0123456789,1234.56,2023-08-15,2023-08-16 00:30:00\r\n' +
        '"\'=HYPERLINK(""http://203.0.113.1"")",\'+86,-0.05,,2023-11-15 08:00:00\r\n' +
        "'@SUM(A1),'-1+1,0.00,1899-01-01,\r\n" +
        '"李,""四""",\'\tx,1.00,2023-02-30,2023-08-16 00:30:00\r\n',
    )
  })
})
