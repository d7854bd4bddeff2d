import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { turnstile } from '../pace/turnstile.ts'
import { type ReadLimits, readLimits } from './read-limits.ts'
import { tellTableFile } from './file-kind.ts'
import type { ReadReply, ReadRequest } from './reply.ts'
import { ReadFailure, sheetProblem, type SheetProblem } from './sheet-problem.ts'
import { Workbook } from './workbook.ts'

const MEBIBYTE = 1024 * 1024
const inTurn = turnstile(2)

/**
 * Reads the tables of a file, whatever it is called: .xlsx, .xls, separated text, and the web pages and XML tables
 * that systems call .xls. A thread of its own does it, so that neither a large file nor a hostile one holds up or takes
 * down the server. Whatever the bytes are, the answer is a workbook or a problem in words; it never throws for what a
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
  const reader = findReader(bytes)
  if (typeof reader !== 'string') return reader
  return inTurn(async () => {
    const reply = await readInThread(await readerUrl(reader), { bytes, limits })
    return 'problem' in reply ? reply.problem : new Workbook(reply.sheets, reply.pool, reply.remarks)
  })
}

type ReaderName = 'read-worker' | 'read-old-worker'

function findReader(bytes: Uint8Array): ReaderName | SheetProblem {
  try {
    return tellTableFile(bytes) === 'old-workbook' ? 'read-old-worker' : 'read-worker'
  } catch (error) {
    if (error instanceof ReadFailure) return error.problem
    throw error
  }
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

const bundled = new Map<ReaderName, Promise<URL>>()

/** The built program has its readers beside it; run from source, each is bundled once per process. */
async function readerUrl(name: ReaderName): Promise<URL> {
  const built = new URL(`./${name}.mjs`, import.meta.url)
  if (existsSync(built)) return built
  const url = bundled.get(name) ?? bundleReader(name)
  bundled.set(name, url)
  return url
}

async function bundleReader(name: ReaderName): Promise<URL> {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`./${name}.ts`, import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
  })
  return new URL(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`)
}
