import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { ReadReply, ReadRequest } from './reply.ts'
import { sheetProblem } from './sheet-problem.ts'
import { damageWords } from './words.ts'

/** Reads by our own readers, in a thread. */
export async function readInThread(request: ReadRequest): Promise<ReadReply> {
  const reader =
    builtReader('read-worker') ??
    new URL(`data:text/javascript,${encodeURIComponent(await source('read-worker'))}`)
  return new Promise((resolve) => {
    const worker = new Worker(reader, {
      workerData: request,
      resourceLimits: { maxOldGenerationSizeMb: request.limits.heapMb },
      // A reader has no business with the server's settings or keys.
      env: {},
      execArgv: [],
    })
    const finish = within(request.limits.seconds, (reply) => {
      void worker.terminate()
      resolve(reply)
    })
    worker.once('message', finish)
    worker.once('error', (error: NodeJS.ErrnoException) => {
      const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      finish({ problem: sheetProblem(isMemory ? 'sheet.out-of-memory' : 'sheet.reader-stopped') })
    })
    worker.once('exit', () => finish({ problem: sheetProblem('sheet.reader-stopped') }))
  })
}

/**
 * Reads by the library for old workbooks, in a process: a file that leads it in a circle makes it grow one array until
 * the engine ends the whole process it runs in, which no limit of a thread prevents.
 */
export async function readInProcess(request: ReadRequest): Promise<ReadReply> {
  const reader = builtReader('read-old-process')
  const code = reader ? undefined : await source('read-old-process')
  return new Promise((resolve) => {
    const child = startReader(request.limits.heapMb, reader)
    const finish = within(request.limits.seconds, (reply) => {
      child.kill('SIGKILL')
      resolve(reply)
    })
    const stopped = () =>
      finish({ problem: sheetProblem('sheet.damaged', { detail: damageWords.structure }) })
    child.once('message', (reply) => finish(reply as ReadReply))
    child.once('error', stopped)
    child.once('exit', stopped)
    // Writing to one that has ended is told by its exit.
    child.stdin?.on('error', () => undefined).end(code)
    child.send(request, () => undefined)
  })
}

function startReader(heapMb: number, reader: URL | undefined): ChildProcess {
  const { SystemRoot } = process.env
  const program = reader ? [fileURLToPath(reader)] : ['--input-type=module', '-']
  return spawn(process.execPath, [`--max-old-space-size=${heapMb}`, ...program], {
    env: SystemRoot === undefined ? {} : { SystemRoot },
    stdio: [reader ? 'ignore' : 'pipe', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  })
}

/** Answers once: with the first reply, or after the time allowed. */
function within(seconds: number, answer: (reply: ReadReply) => void): (reply: ReadReply) => void {
  let isDone = false
  const finish = (reply: ReadReply) => {
    if (isDone) return
    isDone = true
    clearTimeout(timer)
    answer(reply)
  }
  const timer = setTimeout(
    () => finish({ problem: sheetProblem('sheet.too-slow', { limit: seconds }) }),
    seconds * 1000,
  )
  return finish
}

type ReaderName = 'read-worker' | 'read-old-process'

/** The built program has its readers beside it. */
function builtReader(name: ReaderName): URL | undefined {
  const built = new URL(`./${name}.mjs`, import.meta.url)
  return existsSync(built) ? built : undefined
}

const bundled = new Map<ReaderName, Promise<string>>()

/** Run from source, each reader is bundled once per process. */
function source(name: ReaderName): Promise<string> {
  const code = bundled.get(name) ?? bundle(name)
  bundled.set(name, code)
  return code
}

async function bundle(name: ReaderName): Promise<string> {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`./${name}.ts`, import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
  })
  return outputFiles[0]?.text ?? ''
}
