import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { HomeResult } from './rules/home-results.ts'
import type { Readings } from './rules/readings.ts'
import type { SeasonDays } from './rules/season.ts'
import type { Finding } from './rules/suspicion.ts'

export interface AnalysisRequest {
  /** The meters are homes. */
  readings: Readings
  temperatures: { days: number[]; celsius: number[] }
  season: SeasonDays
  villages: (string | undefined)[]
  findings: Finding[]
}

export interface AnalysisReply {
  homes: HomeResult[]
  /** Of the evidence: means, then covariances. */
  weights: number[]
}

const heapMb = 1536
const mostSeconds = 300

/** Analyses in a thread of its own, so that the server answers others meanwhile. */
export async function analyseInThread(request: AnalysisRequest): Promise<AnalysisReply> {
  const options = {
    workerData: request,
    transferList: [
      request.readings.meter.buffer as ArrayBuffer,
      request.readings.at.buffer as ArrayBuffer,
      request.readings.kwh.buffer as ArrayBuffer,
      request.readings.kind.buffer as ArrayBuffer,
    ],
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
    // Figures have no business with the server's settings or keys.
    env: {},
    execArgv: [],
  }
  const built = new URL('./season-worker.mjs', import.meta.url)
  const worker = existsSync(built)
    ? new Worker(built, options)
    : new Worker(await bundle(), { ...options, eval: true })
  let timer: NodeJS.Timeout | undefined
  try {
    return await new Promise((resolve, reject) => {
      timer = setTimeout(
        () => reject(new Error(`A season was not analysed within ${mostSeconds} seconds.`)),
        mostSeconds * 1000,
      )
      worker.once('message', (reply: AnalysisReply) => resolve(reply))
      worker.once('error', reject)
      worker.once('exit', () => reject(new Error('The thread that analyses a season has ended.')))
    })
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}

let bundled: Promise<string> | undefined

/** Run from source, the worker is bundled once per process. */
function bundle(): Promise<string> {
  bundled ??= (async () => {
    const { build } = await import('esbuild')
    const { outputFiles } = await build({
      entryPoints: [fileURLToPath(new URL('./season-worker.ts', import.meta.url))],
      bundle: true,
      write: false,
      format: 'cjs',
      platform: 'node',
      target: 'node20',
    })
    return outputFiles[0]?.text ?? ''
  })()
  return bundled
}
