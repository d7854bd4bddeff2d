import { parentPort, workerData } from 'node:worker_threads'
import { CellCollector } from './cell-collector.ts'
import { tellTableFile } from './file-kind.ts'
import { readHtmlTables } from './html-table.ts'
import { type Reader, type ReadReply, type ReadRequest, replyTo } from './reply.ts'
import { failRead, sheetProblem } from './sheet-problem.ts'
import { SheetScanner } from './sheet-scanner.ts'
import { readTextTable } from './text-table.ts'
import { readFormats, readSharedStrings, readWorkbookParts, scanPart } from './workbook-parts.ts'
import type { SheetCells } from './workbook.ts'
import { readXmlTables } from './xml-table.ts'
import { ZipPackage } from './zip-package.ts'

const readPackage: Reader = async (bytes, limits, texts, count) => {
  const zip = new ZipPackage(bytes, limits)
  const parts = await readWorkbookParts(zip)
  if (parts.sheets.length > limits.sheets) failRead('sheet.too-many-sheets', { limit: limits.sheets })
  const sharedStrings = parts.stringsPath ? await readSharedStrings(zip, parts.stringsPath, texts, limits) : 0
  const formats = parts.stylesPath ? await readFormats(zip, parts.stylesPath, limits.styles) : []
  const sheets: SheetCells[] = []
  for (const part of parts.sheets) {
    const collector = new CellCollector(part.name, limits, count)
    const shared = { texts, sharedStrings, formats, since1904: parts.since1904, limits, sheet: part.name }
    const scanner = new SheetScanner(collector, shared)
    await scanPart(zip, part.path, scanner)
    sheets.push(scanner.finish(part.hidden))
  }
  return { sheets, remarks: [] }
}

/** Tables in files of other kinds are read too, and it is said what they are. */
const readByContent: Reader = async (bytes, limits, texts, count) => {
  switch (tellTableFile(bytes)) {
    case 'package':
      return readPackage(bytes, limits, texts, count)
    case 'text':
      return readTextTable(bytes, limits, texts, count)
    case 'html': {
      const { sheets, remarks } = readHtmlTables(bytes, limits, texts, count)
      return { sheets, remarks: [sheetProblem('sheet.is-html', {}, {}, 'warning'), ...remarks] }
    }
    case 'xml-table': {
      const { sheets, remarks } = readXmlTables(bytes, limits, texts, count)
      return { sheets, remarks: [sheetProblem('sheet.is-xml', {}, {}, 'warning'), ...remarks] }
    }
    case 'old-workbook':
      throw new Error('Old workbooks are read in a process of their own')
  }
}

function buffersOf(reply: ReadReply): ArrayBuffer[] {
  if ('problem' in reply) return []
  const arrays = reply.sheets.flatMap((sheet) => Object.values(sheet)).concat(reply.pool.ends)
  return arrays.flatMap((value) => (ArrayBuffer.isView(value) ? [value.buffer as ArrayBuffer] : []))
}

const reply = await replyTo(readByContent, workerData as ReadRequest)
parentPort?.postMessage(reply, buffersOf(reply))
