import { handClock } from '../src/kernel/dates/clock.ts'
import { loadDemo } from '../src/demo/load-demo.ts'
import { openProgram } from '../src/server/program.ts'
import { type BareRows, loadBare, makeBare, takeRows } from './bare.ts'
import type { Bench } from './bench.ts'
import type { Line } from './lines.ts'
import { between, openMeter } from './meter.ts'
import type { Sample } from './measure.ts'
import type { BenchServer } from './server.ts'

/** The whole demo county through the door, by phase, against loading all its finished rows by COPY with their indexes. */
export const demoBench: Bench = {
  name: 'demo',
  async run({ server, say }) {
    const lines: Line[] = []
    for (const setting of ['works', 'season'] as const) lines.push(...(await load(server, setting, say)))
    return lines
  },
}

async function load(
  server: BenchServer,
  setting: 'works' | 'season',
  say: (text: string) => void,
): Promise<Line[]> {
  const { name, url } = await server.create()
  const clock = handClock(new Date())
  const program = await openProgram({ url, dataFolder: server.dataFolder, clock, sealEveryMs: 3_600_000 })
  const { pool } = program.database
  const meter = await openMeter(pool)
  const phases = new Map<string, Sample>()
  let current = ''
  let last = meter.read()
  const whole = await meter.run(() =>
    loadDemo(program, clock, setting, (done, label) => {
      say(`demo ${setting}: ${Math.round(done * 100)} % ${label}`)
      const now = meter.read()
      // Towns and waves are told when they are done, everything else when it begins.
      const told = /\d/.test(label) ? (label.includes('村') ? 'the road' : 'imports') : undefined
      const phase = told ?? current
      if (phase !== '') phases.set(phase, sum(phases.get(phase), between(last, now)))
      if (!told) current = label
      last = now
    }),
  )
  const { rows: tables } = await pool.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname = 'public' and c.relname not in ('migration') order by 1`,
  )
  const taken: BareRows[] = []
  for (const table of tables) taken.push(await takeRows(pool, table.name))
  await makeBare(pool, ...tables.map((table) => table.name))
  await pool.query('checkpoint').catch(() => undefined)
  const bare = await meter.run(() => loadBare(pool, taken))
  await program.close()
  await server.drop(name)
  return [
    {
      what: `demo county, ${setting}`,
      ours: [whole],
      peer: { what: 'COPY of all its rows', samples: [bare] },
      aim: { said: '< 2 min', isMet: whole.wallMs < 120_000 },
    },
    ...[...phases].map(([what, sample]): Line => ({ what: `  ${what}`, ours: [sample] })),
  ]
}

const sum = (before: Sample | undefined, more: Sample): Sample => ({
  wallMs: (before?.wallMs ?? 0) + more.wallMs,
  cpuMs: (before?.cpuMs ?? 0) + more.cpuMs,
})
