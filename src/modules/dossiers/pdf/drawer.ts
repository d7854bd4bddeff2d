import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { programFolder } from '../../../kernel/database/program-folder.ts'
import { turnstile } from '../../../kernel/pace/turnstile.ts'
import type { DossierSheets, DrawReply } from './sheets.ts'

const heapMb = 512
const mostSeconds = 120

const inTurn = turnstile(1)

type Draw = (sheets: DossierSheets) => Promise<Uint8Array>

/**
 * Draws documents in a thread of its own, so that the server answers others meanwhile; one at a time in the whole
 * program, whoever asks.
 */
export async function withDrawer<T>(work: (draw: Draw) => Promise<T>): Promise<T> {
  const worker = await startWorker()
  let next = 0
  const draw: Draw = (sheets) =>
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
            resolve(reply.pdf)
          }
          const timer = setTimeout(
            () => stop(new Error(`A document was not drawn within ${mostSeconds} seconds.`)),
            mostSeconds * 1000,
          )
          worker.on('message', heard).on('error', stop).on('exit', left)
          worker.postMessage({ id, sheets })
        }),
    )
  try {
    return await work(draw)
  } finally {
    await worker.terminate()
  }
}

async function startWorker(): Promise<Worker> {
  const fonts = createRequire(path.join(programFolder(), 'package.json'))
  const weight = (name: string) => fonts.resolve(`@expo-google-fonts/noto-sans-sc/${name}`)
  const options = {
    workerData: {
      normal: weight('400Regular/NotoSansSC_400Regular.ttf'),
      bold: weight('500Medium/NotoSansSC_500Medium.ttf'),
    },
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
    // Drawing has no business with the server's settings or keys.
    env: {},
    execArgv: [],
  }
  const built = new URL('./draw-worker.mjs', import.meta.url)
  return existsSync(built)
    ? new Worker(built, options)
    : new Worker(await source(), { ...options, eval: true })
}

let bundled: Promise<string> | undefined

/** Run from source, the worker is bundled once per process; its library is found from the working folder. */
function source(): Promise<string> {
  bundled ??= bundle()
  return bundled
}

async function bundle(): Promise<string> {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./draw-worker.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    packages: 'external',
  })
  return outputFiles[0]?.text ?? ''
}
