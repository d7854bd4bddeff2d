import { parentPort, workerData } from 'node:worker_threads'
import { type CellCount, CellCollector, TextCollector } from './cell-collector.ts'
import { requireZip } from './file-kind.ts'
import type { ReadLimits } from './read-limits.ts'
import { failRead, ReadFailure, type SheetProblem } from './sheet-problem.ts'
import { SheetScanner } from './sheet-scanner.ts'
import { readFormats, readSharedStrings, readWorkbookParts, scanPart } from './workbook-parts.ts'
import type { SheetCells, TextPool } from './workbook.ts'
import { ZipPackage } from './zip-package.ts'

export type ReadRequest = { bytes: Uint8Array; limits: ReadLimits }
export type ReadReply = { sheets: SheetCells[]; pool: TextPool } | { problem: SheetProblem }

async function read({ bytes, limits }: ReadRequest): Promise<ReadReply> {
  requireZip(bytes)
  const zip = new ZipPackage(bytes, limits)
  const parts = await readWorkbookParts(zip)
  const texts = new TextCollector(limits.characters)
  const sharedStrings = parts.stringsPath ? await readSharedStrings(zip, parts.stringsPath, texts) : 0
  const formats = parts.stylesPath ? await readFormats(zip, parts.stylesPath) : []
  const count: CellCount = { cells: 0 }
  const sheets: SheetCells[] = []
  for (const part of parts.sheets) {
    const collector = new CellCollector(part.name, limits, count)
    const scanner = new SheetScanner(collector, { texts, sharedStrings, formats, since1904: parts.since1904 })
    await scanPart(zip, part.path, scanner)
    sheets.push(scanner.finish(part.hidden))
  }
  if (count.cells === 0) failRead('sheet.no-data')
  return { sheets, pool: texts.pool() }
}

function buffersOf(reply: ReadReply): ArrayBuffer[] {
  if ('problem' in reply) return []
  const arrays = reply.sheets.flatMap((sheet) => Object.values(sheet)).concat(reply.pool.ends)
  return arrays.flatMap((value) => (ArrayBuffer.isView(value) ? [value.buffer as ArrayBuffer] : []))
}

async function answer(): Promise<ReadReply> {
  try {
    return await read(workerData as ReadRequest)
  } catch (error) {
    if (error instanceof ReadFailure) return { problem: error.problem }
    throw error
  }
}

const reply = await answer()
parentPort?.postMessage(reply, buffersOf(reply))
