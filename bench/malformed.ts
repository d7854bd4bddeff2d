import { execFile } from 'node:child_process'
import { mkdir, readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Worker } from 'node:worker_threads'
import { openHttp } from '../src/server/http.ts'
import type { Bench } from './bench.ts'
import { county, countyArea, openCounty, person } from './county.ts'
import type { Line } from './lines.ts'
import { quantile, type Sample } from './measure.ts'

const files = 1000
const longestWaitMs = 1000
const mostMemory = 2 * 2 ** 30

/**
 * A thousand malformed registers, each looked through as an import would, one after the other by two officials, while a
 * second user asks over HTTP whether the service is there, which asks the database too.
 */
export const malformedBench: Bench = {
  name: 'malformed',
  async run({ server, template, say }): Promise<Line[]> {
    const folder = path.join(server.dataFolder, 'malformed')
    await mkdir(folder, { recursive: true })
    say(`${files} malformed files`)
    const maker = fileURLToPath(new URL('./malformed-files.mjs', import.meta.url))
    await promisify(execFile)(process.execPath, [maker, folder, String(files)])

    const bench = await openCounty(server, await template())
    const { program, meter } = bench
    const http = await openHttp({ program })
    await http.listen({ port: 0, host: '127.0.0.1' })
    const { port } = http.server.address() as AddressInfo
    const user = secondUser(`http://127.0.0.1:${port}/healthz`)
    let peak = 0
    const before = process.memoryUsage.rss()
    const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20)
    const looking: Sample[] = []
    let next = 0
    const official = async () => {
      const actor = person('town-officer', { area: countyArea })
      for (let seed = next++; seed < files; seed = next++) {
        if (seed % 50 === 0) say(`malformed ${seed}/${files}`)
        const content = await readFile(path.join(folder, String(seed)))
        if (content.length === 0) continue
        const evidence = await bench.hand.upload('workbook', content)
        await bench.hand.bring(actor, [evidence])
        const input = { digest: evidence.digest, area: countyArea, fileName: '确户表' }
        const { value, ...took } = await meter.run(() => program.ask(actor, 'register.dry-run', input))
        if (value.status !== 'ok') throw new Error(`File ${seed}: ${JSON.stringify(value)}`)
        looking.push(took)
      }
    }
    const whole = await meter.run(() => Promise.all([official(), official()]))
    clearInterval(watch)
    const waits = await user.stop()
    await http.close()
    const { rows } = await program.database.pool.query<{ homes: string }>(
      'select count(*) as homes from home where county = $1',
      [county],
    )
    if (Number(rows[0]?.homes) !== 0) throw new Error('Looking through a file entered homes')
    await bench.close()
    const mebibytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MiB`
    return [
      { what: `${files} malformed files looked through`, ours: [whole] },
      { what: '  each, the turn waited for', ours: looking },
      {
        what: '  a second user’s wait meanwhile',
        ours: waits.map((wallMs) => ({ wallMs, cpuMs: 0 })),
        aim: { said: 'longest ≤ 1 s', isMet: quantile(waits, 1) <= longestWaitMs },
        note: `longest ${Math.round(quantile(waits, 1))} ms`,
      },
      {
        what: '  peak memory, readers’ threads included',
        ours: [],
        aim: { said: 'less than 2 GiB more', isMet: peak - before < mostMemory },
        note: `${mebibytes(peak)}, ${mebibytes(before)} before`,
      },
    ]
  },
}

/** Asks again and again from a thread of its own, so that no wait is missed; answers how long each took. */
function secondUser(url: string): { stop(): Promise<number[]> } {
  const worker = new Worker(asking, { eval: true, workerData: { url } })
  return {
    stop: () =>
      new Promise((resolve, reject) => {
        worker.once('message', (waits: number[]) => {
          void worker.terminate()
          resolve(waits)
        })
        worker.once('error', reject)
        worker.postMessage('stop')
      }),
  }
}

const asking = `
const { parentPort, workerData } = require('node:worker_threads')
const waits = []
let isDone = false
parentPort.once('message', () => (isDone = true))
;(async () => {
  while (!isDone) {
    const began = performance.now()
    const answer = await fetch(workerData.url)
    await answer.text()
    if (answer.status !== 200) throw new Error('Status ' + answer.status)
    waits.push(performance.now() - began)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  parentPort.postMessage(waits)
})()
`
