import { parentPort, workerData } from 'node:worker_threads'
import { type CellCount, TextCollector } from './cell-collector.ts'
import type { ReadLimits } from './read-limits.ts'
import { failRead, ReadFailure, type SheetProblem } from './sheet-problem.ts'
import type { SheetCells, TextPool } from './workbook.ts'

export type ReadRequest = { bytes: Uint8Array; limits: ReadLimits }
export type ReadReply =
  | { sheets: SheetCells[]; pool: TextPool; remarks: SheetProblem[] }
  | { problem: SheetProblem }

/** What a reader gathers: the texts go to the collector, the cells to the sheets. */
export type Reader = (
  bytes: Uint8Array,
  limits: ReadLimits,
  texts: TextCollector,
  count: CellCount,
) => Reading | Promise<Reading>
type Reading = { sheets: SheetCells[]; remarks: SheetProblem[] }

/** In a thread: reads what the request holds and posts a workbook or a problem in words. */
export async function answerRequest(reader: Reader): Promise<void> {
  const reply = await read(reader, workerData as ReadRequest)
  parentPort?.postMessage(reply, buffersOf(reply))
}

async function read(reader: Reader, { bytes, limits }: ReadRequest): Promise<ReadReply> {
  try {
    const texts = new TextCollector(limits.characters)
    const count: CellCount = { cells: 0 }
    const { sheets, remarks } = await reader(bytes, limits, texts, count)
    if (count.cells === 0) failRead('sheet.no-data')
    return { sheets, pool: texts.pool(), remarks }
  } catch (error) {
    if (error instanceof ReadFailure) return { problem: error.problem }
    throw error
  }
}

function buffersOf(reply: ReadReply): ArrayBuffer[] {
  if ('problem' in reply) return []
  const arrays = reply.sheets.flatMap((sheet) => Object.values(sheet)).concat(reply.pool.ends)
  return arrays.flatMap((value) => (ArrayBuffer.isView(value) ? [value.buffer as ArrayBuffer] : []))
}
