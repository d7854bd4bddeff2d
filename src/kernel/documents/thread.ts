import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { turnstile } from '../pace/turnstile.ts'

const heapMb = 512
const mostSeconds = 120

const inTurn = turnstile(1)

export interface DrawRequest<T> {
  id: number
  sheets: T
}

export type DrawReply = { id: number; file: Uint8Array } | { id: number; error: string }

type Draw<T> = (sheets: T) => Promise<Uint8Array>

interface Program {
  /** What it is called beside the built server, and where its source lies. */
  name: string
  source: URL
  workerData?: object
}

/**
 * Draws documents in a thread of its own, so that the server answers others meanwhile; one at a time in the whole
 * program, whoever asks.
 */
export async function withThread<T, R>(program: Program, work: (draw: Draw<T>) => Promise<R>): Promise<R> {
  const worker = await startWorker(program)
  let next = 0
  const draw: Draw<T> = (sheets) =>
    inTurn(
      () =>
        new Promise((resolve, reject) => {
          const id = ++next
          const stop = (error: Error) => {
            clearTimeout(timer)
            worker.off('message', heard).off('error', stop).off('exit', left)
            reject(error)
          }
          const left = () => stop(new Error('The thread that draws documents has ended.'))
          const heard = (reply: DrawReply) => {
            if (reply.id !== id) return
            if ('error' in reply) return stop(new Error(reply.error))
            clearTimeout(timer)
            worker.off('message', heard).off('error', stop).off('exit', left)
            resolve(reply.file)
          }
          const timer = setTimeout(
            () => stop(new Error(`A document was not drawn within ${mostSeconds} seconds.`)),
            mostSeconds * 1000,
          )
          worker.on('message', heard).on('error', stop).on('exit', left)
          worker.postMessage({ id, sheets } satisfies DrawRequest<T>)
        }),
    )
  try {
    return await work(draw)
  } finally {
    await worker.terminate()
  }
}

async function startWorker({ name, source, workerData = {} }: Program): Promise<Worker> {
  const options = {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
    // Drawing has no business with the server's settings or keys.
    env: {},
    execArgv: [],
  }
  const built = new URL(`./${name}.mjs`, import.meta.url)
  return existsSync(built)
    ? new Worker(built, options)
    : new Worker(await bundled(source), { ...options, eval: true })
}

const bundles = new Map<string, Promise<string>>()

/** Run from source, the worker is bundled once per process; its library is found from the working folder. */
function bundled(source: URL): Promise<string> {
  const known = bundles.get(source.href) ?? bundle(source)
  bundles.set(source.href, known)
  return known
}

async function bundle(source: URL): Promise<string> {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(source)],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    packages: 'external',
  })
  return outputFiles[0]?.text ?? ''
}
