import type { Chance } from './chance-samples.ts'
import { gbk } from './gbk-samples.ts'
import { cut, flipped, type Maker, type Rows } from './malformed-package-samples.ts'
import { lockedOldWorkbook, someOldWorkbook, withFormula, withStream } from './old-workbook-samples.ts'
import { zipped } from './package-samples.ts'

const csv = (rows: Rows, delimiter = ',', end = '\r\n') =>
  rows.map((row) => row.join(delimiter)).join(end) + end
const encode = (chance: Chance, text: string): Buffer =>
  chance.of([
    () => Buffer.from(text),
    () => Buffer.from(`\ufeff${text}`),
    () => gbk(text),
    () => Buffer.from(`\ufeff${text}`, 'utf16le'),
    () => Buffer.from(text, 'utf16le').swap16(),
  ])()

/** Puts a piece somewhere into a text. */
const spoilt = (chance: Chance, text: string, pieces: readonly string[]): string => {
  let out = text
  for (let times = 1 + chance.below(4); times > 0; times--) {
    const at = chance.below(out.length)
    out = out.slice(0, at) + chance.of(pieces) + out.slice(at)
  }
  return out
}

const html = (rows: Rows) =>
  `<html><head><meta charset="utf-8"></head><body><table>${rows
    .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    .join('')}</table></body></html>`
const xmlTable = (rows: Rows) =>
  `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="表一"><Table>${rows
    .map(
      (row) =>
        `<Row>${row.map((cell) => `<Cell><Data ss:Type="String">${cell}</Data></Cell>`).join('')}</Row>`,
    )
    .join('')}</Table></Worksheet></Workbook>`

export const tables: Record<string, Maker> = {
  'xls cut off': (chance, rows) => cut(someOldWorkbook(rows), chance),
  'xls with bits flipped': (chance, rows) => flipped(someOldWorkbook(rows), chance),
  'xls with wrong records': (chance, rows) =>
    withStream(someOldWorkbook(rows), (stream) => flipped(stream, chance)),
  'xls with wrong lengths': (chance, rows) =>
    withStream(someOldWorkbook(rows), (stream) => {
      let at = 0
      for (let steps = chance.below(60); steps > 0 && at + 8 < stream.length; steps--)
        at += 4 + stream.readUInt16LE(at + 2)
      if (at + 4 < stream.length) stream.writeUInt16LE(chance.below(65_536), at + 2)
      return stream
    }),
  'xls whose sectors run in a circle': (chance, rows) => {
    const bytes = someOldWorkbook(rows)
    const sectors = 512 * (1 + chance.below(Math.max(1, Math.floor(bytes.length / 512) - 1)))
    for (let at = sectors; at + 4 <= Math.min(bytes.length, sectors + 512); at += 4)
      bytes.writeUInt32LE(chance.below(4), at)
    return bytes
  },
  'xls under a password': (_, rows) => lockedOldWorkbook(someOldWorkbook(rows)),
  'xls with a formula': (chance, rows) =>
    withFormula(someOldWorkbook(rows), chance.below(65_535), chance.below(256)),
  'xls too wide': (chance, rows) =>
    someOldWorkbook(
      rows.map((row) => [...row, ...Array.from({ length: 202 + chance.below(50) - row.length }, () => '多')]),
    ),
  'csv cut off': (chance, rows) => cut(encode(chance, csv(rows)), chance),
  'csv with bits flipped': (chance, rows) => flipped(encode(chance, csv(rows)), chance),
  'csv in two encodings': (chance, rows) => {
    const half = chance.below(rows.length)
    return Buffer.concat([gbk(csv(rows.slice(0, half))), Buffer.from(csv(rows.slice(half)))])
  },
  'csv in another encoding': (chance, rows) =>
    chance.of([
      () => Buffer.from(csv(rows), 'utf16le').subarray(1),
      () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(csv(rows))]),
      () => Buffer.from(csv(rows), 'latin1'),
      () => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), gbk(csv(rows))]),
    ])(),
  'csv with quotes that do not close': (chance, rows) =>
    encode(chance, spoilt(chance, csv(rows), ['"', ',"', '""', '"\n', ',"""'])),
  'csv with NUL bytes': (chance, rows) =>
    encode(chance, spoilt(chance, csv(rows), ['\0', '\0\0\0', '\x1a', '\x07'])),
  'csv of mixed ends and delimiters': (chance, rows) =>
    encode(
      chance,
      rows
        .map(
          (row) => row.join(chance.of([',', '\t', ';', '，', '|'])) + chance.of(['\r', '\n', '\r\n', '\n\r']),
        )
        .join(''),
    ),
  'csv of formulas': (chance, rows) =>
    encode(
      chance,
      csv(
        rows.map((row, at) =>
          at === 0 ? row : row.map((cell) => chance.of(['=', '@', '+', '-', "='"]) + cell),
        ),
      ),
    ),
  'csv of blank rows': (chance, rows, isLarge) =>
    encode(chance, csv(rows) + ',,,,\r\n'.repeat(isLarge ? 1_000_000 : chance.below(3000))),
  'csv of one huge cell': (chance, rows, isLarge) =>
    encode(chance, `${csv(rows)}"${'长\n'.repeat(isLarge ? 2_000_000 : 10_000 + chance.below(50_000))}"`),
  'csv with mangled numbers': (chance, rows) =>
    encode(
      chance,
      csv(
        rows.map((row, at) =>
          at === 0
            ? row
            : row.map(() => chance.of(['3.7E+12', '3.70683E+17', '45153', '-0', '00012', '１２３', 'NaN'])),
        ),
      ),
    ),
  'a web page gone wrong': (chance, rows) =>
    Buffer.from(
      spoilt(chance, html(rows), [
        '<td colspan=99999>',
        '<table>',
        '</table>',
        '<td rowspan="65000">',
        '<script>',
        '<!--',
        '<td "',
        '&#x110000;',
        '&#0;',
        '</tr>',
      ]),
    ),
  'web page tables nested deep': (chance, rows) =>
    Buffer.from(html(rows) + '<table><tr><td>'.repeat(2 + chance.below(200))),
  'an XML table gone wrong': (chance, rows) =>
    Buffer.from(
      spoilt(chance, xmlTable(rows), [
        '<Row ss:Index="-3">',
        '<Cell ss:Index="99999">',
        '<Row ss:Span="99999999"/>',
        '&lol;',
        '<',
        '<Data>',
        '</Row>',
      ]),
    ),
  'an XML table with entities': (chance, rows) =>
    Buffer.from(
      xmlTable(rows).replace(
        '?>',
        `?><!DOCTYPE x [<!ENTITY e SYSTEM "${chance.of(['file:///etc/passwd', 'x'])}">]>`,
      ),
    ),
  'nothing at all': (chance) =>
    Buffer.alloc(chance.below(3) === 0 ? 0 : chance.below(40), chance.of([0, 32, 10, 0xff])),
  noise: (chance) => Buffer.from(Array.from({ length: 1 + chance.below(5000) }, () => chance.below(256))),
  'another kind of file': async (chance, rows) =>
    chance.of([
      () => Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj'),
      () => Buffer.from('ffd8ffe000104a4649460001', 'hex'),
      () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      () => Buffer.from('Rar!\x1a\x07\x01\x00'),
      () => Buffer.from('MZ\x90\0\x03\0\0\0'.repeat(40), 'latin1'),
      () => Buffer.from(JSON.stringify(rows)),
      () => Buffer.from('{\\rtf1\\ansi 户主}'),
      () => Buffer.from('MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n'),
      () => zipped({ 'word/document.xml': '<w/>', '[Content_Types].xml': '<Types/>' }),
      () => zipped({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }),
      () => Buffer.from('\x04user'.padEnd(165, ' ')),
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
    ])(),
}
