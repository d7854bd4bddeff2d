import { randomBytes } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import type { Readable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import yazl from 'yazl'
import { contentOf, findMediaType } from './media-type.ts'

const typeOf = (bytes: Uint8Array | string) => findMediaType(contentOf(Buffer.from(bytes)))
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function aZip(names: string[], filler = 0): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  for (const name of names) zip.addBuffer(filler ? randomBytes(filler) : Buffer.from('<x/>'), name)
  zip.end()
  return buffer(zip.outputStream as Readable)
}

describe('findMediaType', () => {
  it('knows pictures and documents by their first bytes', async () => {
    expect(await typeOf(Buffer.from('ffd8ffe000104a464946', 'hex'))).toBe('image/jpeg')
    expect(await typeOf(Buffer.from('89504e470d0a1a0a0000000d', 'hex'))).toBe('image/png')
    expect(await typeOf('RIFF\u0010\u0000\u0000\u0000WEBPVP8 ')).toBe('image/webp')
    expect(await typeOf('RIFF\u0010\u0000\u0000\u0000WAVEfmt ')).toBeUndefined()
    expect(await typeOf('%PDF-1.7\n%\u00e2')).toBe('application/pdf')
  })
  it('knows a workbook by its parts, wherever they stand in the file', async () => {
    const parts = ['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml']
    expect(await typeOf(await aZip(parts))).toBe(xlsx)
    expect(await typeOf(await aZip([...parts].reverse(), 300_000))).toBe(xlsx)
  })
  it('does not take other archives for workbooks', async () => {
    expect(await typeOf(await aZip(['[Content_Types].xml', 'word/document.xml']))).toBeUndefined()
    expect(await typeOf(await aZip(['xl/workbook.xml']))).toBeUndefined()
    expect(
      await typeOf(await aZip(['[Content_Types].xml', 'xl/workbook.xml', 'xl/vbaProject.bin'])),
    ).toBeUndefined()
    const cut = (await aZip(['[Content_Types].xml', 'xl/workbook.xml'])).subarray(0, -30)
    expect(await typeOf(cut)).toBeUndefined()
  })
  it('knows an old workbook by the streams of its container, and tables of markup that are called so', async () => {
    const container = (stream: string) =>
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(600),
        Buffer.from(stream, 'utf16le'),
      ])
    const xls = 'application/vnd.ms-excel'
    expect(await typeOf(container('Workbook\0'))).toBe(xls)
    expect(await typeOf(container('Book\0'))).toBe(xls)
    expect(await typeOf(container('WordDocument\0'))).toBeUndefined()
    expect(await typeOf(container('Workbook\0_VBA_PROJECT_CUR\0'))).toBeUndefined()
    expect(await typeOf(container('Workbook\0EncryptedPackage\0'))).toBeUndefined()
    expect(await typeOf('<html><body><table><tr><td>户主</td></tr></table></body></html>')).toBe(xls)
    expect(
      await typeOf('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
    ).toBe(xls)
  })
  it('knows separated text in UTF-8 and GB 18030', async () => {
    expect(await typeOf('序号,户主\n1,张三(模拟)\n')).toBe('text/csv')
    expect(await typeOf(`\ufeff序号,户主\n${'1,张三\n'.repeat(20_000)}`)).toBe('text/csv')
    expect(await typeOf(Buffer.from('d0f2bac52cbba7d6f70d0a312cd5c5c8fd0d0a', 'hex'))).toBe('text/csv')
    expect(await typeOf(Buffer.from('\ufeff序号\t户主\n', 'utf16le'))).toBe('text/csv')
    expect(await typeOf('序号，户主\n1，张三\n')).toBe('text/csv')
    expect(await typeOf('no separator at all')).toBeUndefined()
    expect(await typeOf(' \n<html>,</html>')).toBeUndefined()
    expect(await typeOf('#!/bin/sh\necho a,b')).toBeUndefined()
    expect(await typeOf('a,b\u0000c')).toBeUndefined()
  })
  it('answers for any bytes without throwing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), async (bytes, zipped) => {
        const magic = zipped ? Buffer.from('504b0304', 'hex') : Buffer.alloc(0)
        const end = zipped ? Buffer.from('504b0506', 'hex') : Buffer.alloc(0)
        await findMediaType(contentOf(Buffer.concat([magic, bytes, end, bytes])))
      }),
      { numRuns: 500 },
    )
  })
})
