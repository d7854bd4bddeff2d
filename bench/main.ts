import { cpus, loadavg, totalmem } from 'node:os'
import type { Bench, BenchGround } from './bench.ts'
import { actsBench } from './acts.ts'
import { foundTemplate, importRegister, inventRegister, openCounty } from './county.ts'
import { demoBench } from './demo.ts'
import { importBench } from './import-register.ts'
import { type Line, tableOf } from './lines.ts'
import { logBench } from './log.ts'
import { malformedBench } from './malformed.ts'
import { matchingBench } from './matching.ts'
import { namesBench } from './names.ts'
import { phonesBench } from './phones.ts'
import { registerPageBench } from './register-page.ts'
import { screeningBench } from './screening.ts'
import { seasonBench } from './season.ts'
import { trialBench } from './trial.ts'
import { type BenchServer, openServer } from './server.ts'

const benches: readonly Bench[] = [
  importBench,
  screeningBench,
  matchingBench,
  namesBench,
  trialBench,
  registerPageBench,
  actsBench,
  phonesBench,
  logBench,
  demoBench,
  malformedBench,
  seasonBench,
]

const say = (text: string) => {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`)
  else process.stderr.write(`${text}\n`)
}

async function groundOn(server: BenchServer): Promise<BenchGround> {
  const register = await inventRegister()
  let template: Promise<string> | undefined
  let screened: Promise<string> | undefined
  const foundedOnce = () => (template ??= foundTemplate(server))
  return {
    server,
    register,
    repetitions: Number(process.env.QINGNUAN_BENCH_REPETITIONS ?? 5),
    template: foundedOnce,
    screened: () =>
      (screened ??= (async () => {
        const bench = await openCounty(server, await foundedOnce())
        await importRegister(bench, await bench.hand.upload('workbook', register.bytes))
        await bench.settle()
        return bench.keep()
      })()),
    say,
  }
}

async function main(): Promise<void> {
  const asked = process.argv.slice(2)
  const unknown = asked.filter((name) => !benches.some((bench) => bench.name === name))
  if (unknown.length > 0)
    throw new Error(`There is no bench ${unknown.join(', ')}: ${benches.map(({ name }) => name).join(' ')}`)
  const server = await openServer()
  try {
    const [cpu] = cpus()
    console.log(
      `\nQingnuan · PostgreSQL ${server.version} · Node ${process.versions.node} · ${cpus().length} × ${cpu?.model ?? '?'}` +
        ` · ${Math.round(totalmem() / 2 ** 30)} GiB · load ${loadavg()[0]?.toFixed(1)}\n`,
    )
    const ground = await groundOn(server)
    const lines: Line[] = []
    for (const bench of benches) {
      if (asked.length > 0 && !asked.includes(bench.name)) continue
      lines.push(...(await bench.run(ground)))
    }
    say('')
    console.log(`${tableOf(lines)}\n`)
  } finally {
    await server.stop()
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
