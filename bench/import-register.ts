import { isSheetProblem, readWorkbook } from '../src/kernel/sheets/read-workbook.ts'
import { loadBare, makeBare, takeRows } from './bare.ts'
import type { Bench } from './bench.ts'
import { county, importRegister, openCounty, planned } from './county.ts'
import { pairedLine } from './lines.ts'
import type { Pairs, Sample } from './measure.ts'

/**
 * A whole register entered as one act, its screening included, against reading the same workbook and loading the
 * finished rows of `home` with their indexes. Each run has an empty county of its own.
 */
export const importBench: Bench = {
  name: 'import',
  async run({ server, template, register, repetitions, say }) {
    const whole: Pairs = { ours: [], peer: [] }
    const reading: Sample[] = []
    for (let at = 0; at < repetitions; at++) {
      say(`import ${at + 1}/${repetitions}`)
      const bench = await openCounty(server, await template())
      const { program, hand, meter } = bench
      const { pool } = program.database
      const file = await hand.upload('workbook', register.bytes)
      await bench.settle()
      whole.ours.push(await meter.run(() => importRegister(bench, file)))

      const rows = await takeRows(pool, 'home', `county = ${county}`)
      await makeBare(pool, 'home')
      await bench.settle()
      const read = await meter.run(() => readWorkbook(register.bytes))
      if (isSheetProblem(read.value)) throw new Error(JSON.stringify(read.value))
      reading.push(read)
      const load = await meter.run(() => loadBare(pool, [rows]))
      whole.peer.push({ wallMs: read.wallMs + load.wallMs, cpuMs: read.cpuMs + load.cpuMs })
      await bench.close()
    }
    return [
      pairedLine(
        `import of ${planned} rows, screened`,
        'read the sheet + COPY into home',
        whole,
        (ratio, ms) => ({ said: '≤ 3×, < 30 s', isMet: ratio <= 3 && ms < 30_000 }),
        (ms) => `${Math.round((planned / ms) * 1000)} rows/s`,
      ),
      { what: '  of the peer: reading the sheet', ours: reading },
    ]
  },
}
