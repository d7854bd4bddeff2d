import { turnstile } from '../pace/turnstile.ts'
import { readInProcess, readInThread } from './readers.ts'
import { type ReadLimits, readLimits } from './read-limits.ts'
import { tellTableFile } from './file-kind.ts'
import { ReadFailure, sheetProblem, type SheetProblem } from './sheet-problem.ts'
import { Workbook } from './workbook.ts'

const MEBIBYTE = 1024 * 1024
const inTurn = turnstile(2)

/**
 * Reads the tables of a file, whatever it is called: .xlsx, .xls, separated text, and the web pages and XML tables
 * that systems call .xls. A thread or process of its own does it, so that neither a large file nor a hostile one holds up
 * or takes down the server. Whatever the bytes are, the answer is a workbook or a problem in words; it never throws for what a
 * file contains. No formula is evaluated and nothing outside the file is opened. Two are read at once; more wait their
 * turn.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  options: { limits?: Partial<ReadLimits> } = {},
): Promise<Workbook | SheetProblem> {
  const limits = { ...readLimits, ...options.limits }
  if (bytes.byteLength > limits.fileBytes) {
    const [size, limit] = [Math.ceil(bytes.byteLength / MEBIBYTE), Math.floor(limits.fileBytes / MEBIBYTE)]
    return sheetProblem('sheet.file-too-big', { size, limit })
  }
  let kind
  try {
    kind = tellTableFile(bytes)
  } catch (error) {
    if (error instanceof ReadFailure) return error.problem
    throw error
  }
  return inTurn(async () => {
    const reply = await (kind === 'old-workbook' ? readInProcess : readInThread)({ bytes, limits })
    return 'problem' in reply ? reply.problem : new Workbook(reply.sheets, reply.pool, reply.remarks)
  })
}

/** Tells a problem from a workbook. */
export function isSheetProblem(result: Workbook | SheetProblem): result is SheetProblem {
  return 'code' in result
}
