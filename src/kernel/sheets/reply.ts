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

/** Reads what the request holds and answers a workbook or a problem in words. */
export async function replyTo(reader: Reader, { bytes, limits }: ReadRequest): Promise<ReadReply> {
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
