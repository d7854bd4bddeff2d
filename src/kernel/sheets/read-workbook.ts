import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { turnstile } from '../pace/turnstile.ts'
import { type ReadLimits, readLimits } from './read-limits.ts'
import type { ReadReply, ReadRequest } from './read-worker.ts'
import { sheetProblem, type SheetProblem } from './sheet-problem.ts'
import { Workbook } from './workbook.ts'

const MEBIBYTE = 1024 * 1024
const inTurn = turnstile(2)

/**
 * Reads an .xlsx workbook in a thread of its own, so that neither a large file nor a hostile one holds up or
 * takes down the server. Whatever the bytes are, the answer is a workbook or a problem in words; it never throws
 * for what a file contains. No formula is evaluated and nothing outside the file is opened. Two are read at once; more wait their turn.
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
  return inTurn(async () => {
    const reply = await readInThread(await readerUrl(), { bytes, limits })
    return 'problem' in reply ? reply.problem : new Workbook(reply.sheets, reply.pool)
  })
}

/** Tells a problem from a workbook. */
export function isSheetProblem(result: Workbook | SheetProblem): result is SheetProblem {
  return 'code' in result
}

function readInThread(reader: URL, request: ReadRequest): Promise<ReadReply> {
  return new Promise((resolve) => {
    const worker = new Worker(reader, {
      workerData: request,
      resourceLimits: { maxOldGenerationSizeMb: request.limits.heapMb },
      // A reader has no business with the server's settings or keys.
      env: {},
      execArgv: [],
    })
    const { seconds } = request.limits
    const timer = setTimeout(
      () => finish({ problem: sheetProblem('sheet.too-slow', { limit: seconds }) }),
      seconds * 1000,
    )
    const finish = (reply: ReadReply) => {
      clearTimeout(timer)
      void worker.terminate()
      resolve(reply)
    }
    worker.once('message', finish)
    worker.once('error', (error: NodeJS.ErrnoException) => {
      const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      finish({ problem: sheetProblem(isMemory ? 'sheet.out-of-memory' : 'sheet.reader-stopped') })
    })
    worker.once('exit', () => finish({ problem: sheetProblem('sheet.reader-stopped') }))
  })
}

let bundled: Promise<URL> | undefined

/** The built program has the reader beside it; run from source, it is bundled once per process, in memory. */
async function readerUrl(): Promise<URL> {
  const built = new URL('./read-worker.mjs', import.meta.url)
  return existsSync(built) ? built : (bundled ??= bundleReader())
}

async function bundleReader(): Promise<URL> {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./read-worker.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
  })
  return new URL(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`)
}
