import { readdirSync, readFileSync } from 'node:fs'
import type pg from 'pg'
import type { Sample } from './measure.ts'

/** Measures work by the clock and by processor time. */
export interface Meter {
  run<T>(work: () => Promise<T>): Promise<Sample & { value: T }>
  /** Both clocks as they stand; the difference of two readings is what lay between. */
  read(): Sample
}

/**
 * Counts this process with its threads and, on Linux with the server on the same machine, all processes of the
 * PostgreSQL server behind `pool`. Elsewhere the processor time is this process's alone.
 */
export async function openMeter(pool: pg.Pool): Promise<Meter> {
  const postmaster = await findPostmaster(pool)
  const serverMs = () => (postmaster === undefined ? 0 : familyMs(postmaster))
  const ownMs = () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1000
  }
  const read = () => ({ wallMs: performance.now(), cpuMs: ownMs() + serverMs() })
  return {
    read,
    async run(work) {
      // Asking after every process takes milliseconds: first before, last after, so that it is no part of the work.
      const server = serverMs()
      const before = { wallMs: performance.now(), cpuMs: ownMs() + server }
      const value = await work()
      return { ...between(before, read()), value }
    },
  }
}

export const between = (before: Sample, after: Sample): Sample => ({
  wallMs: after.wallMs - before.wallMs,
  cpuMs: after.cpuMs - before.cpuMs,
})

async function findPostmaster(pool: pg.Pool): Promise<number | undefined> {
  const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid')
  const backend = processOf(rows[0]?.pid ?? 0)
  return backend?.name === 'postgres' ? backend.parent : undefined
}

interface Process {
  name: string
  parent: number
  /** Clock ticks, its own and those of children that ended. */
  own: number
  ended: number
}

function processOf(pid: number): Process | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name stands in brackets and may hold blanks.
    const [, name = '', rest = ''] = /^\d+ \((.*)\) \S (.*)$/s.exec(text) ?? []
    const numbers = rest.split(' ').map(Number)
    const at = (field: number) => numbers[field - 4] ?? 0
    return { name, parent: at(4), own: at(14) + at(15), ended: at(16) + at(17) }
  } catch {
    return undefined
  }
}

/** Linux counts a hundred ticks a second. */
const tickMs = 10

function familyMs(postmaster: number): number {
  const head = processOf(postmaster)
  if (!head) return 0
  let ticks = head.own + head.ended
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue
    const one = processOf(Number(entry))
    if (one?.parent === postmaster) ticks += one.own
  }
  return ticks * tickMs
}
