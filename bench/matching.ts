import { sql } from 'kysely'
import type { WriteDb } from '../src/kernel/database/database.ts'
import { kept } from '../src/kernel/database/kept-plans.ts'
import { newId } from '../src/kernel/identity/id.ts'
import { inventRegister, type InventedRow } from '../tests/matching/invent-register.ts'
import { comparePairs } from '../src/modules/identities/acts/compare.ts'
import { type ComparedRecord, writeIdentities } from '../src/modules/identities/acts/identity-rows.ts'
import { standingOf } from '../src/modules/identities/acts/standing.ts'
import type { Bench } from './bench.ts'
import { type BenchCounty, county, openCounty } from './county.ts'
import { type Line, pairedLine } from './lines.ts'
import { quantile, type Sample } from './measure.ts'
import { between } from './meter.ts'

const sizes = [22_000, 220_000, 1_100_000]
const secondsAtMost: Readonly<Record<number, number>> = { 22_000: 3, 1_100_000: 60 }
const singles = 2000
/** The first hundreds are still compiled by Node, and fill what each connection remembers. */
const warmUps = 300
const today = '2023-08-15'

/** The register compared as a whole, at three sizes, and one new application against the largest. */
export const matchingBench: Bench = {
  name: 'matching',
  async run({ server, template, repetitions, say }) {
    const lines: Line[] = []
    const largest = Number(process.env.QINGNUAN_BENCH_RECORDS ?? Infinity)
    for (const size of sizes.filter((one) => one <= largest)) {
      const bench = await openCounty(server, await template())
      say(`${size} records`)
      const applications = await fill(bench, size)
      const whole: Sample[] = []
      const runs = size > 100_000 ? 1 : repetitions
      for (let at = 0; at < runs; at++) {
        say(`${size} records, ${at + 1}/${runs}`)
        whole.push(await bench.meter.run(() => compareAll(bench)))
      }
      const limit = secondsAtMost[size]
      const [first = NaN] = whole.map(({ cpuMs }) => cpuMs).sort((a, b) => a - b)
      lines.push({
        what: `${size} records: estimated, compared, scored`,
        ours: whole,
        ...(limit !== undefined && {
          aim: { said: `≤ ${limit} s of one core`, isMet: first <= 1000 * limit },
        }),
        note: `${Math.round((1e6 * first) / size) / 1000} ms a thousand`,
      })
      if (size === sizes.filter((one) => one <= largest).at(-1)) {
        say(`one application among ${size}`)
        // What the comparison of the whole leaves to be written and cleared away the server does within the next minutes, on
        // the second core: it is done before applications come one by one.
        await bench.settle(['identity', 'match_pair'])
        lines.push(await measureSingles(bench, applications))
      }
      await bench.close()
    }
    return lines
  },
}

const recordOf = (row: InventedRow): ComparedRecord => {
  const { name, idNumber, telephone, village, address, account, title } = row
  const filled = Object.entries({ name, idNumber, telephone, village, address, account, title }).filter(
    ([, text]) => text !== '',
  )
  return { id: newId(), list: 'home', line: 'heating', ...Object.fromEntries(filled) }
}

/** Fills the county; answers the applications yet to come, and keeps nothing else, which would cost pauses later. */
async function fill({ program }: BenchCounty, size: number): Promise<ComparedRecord[]> {
  const { database, keys } = program
  const records = inventRegister(size + singles, 5).rows.map(recordOf)
  for (let at = 0; at < size; at += 4000)
    await database.write(county, (tx) =>
      writeIdentities(tx, county, keys, records.slice(at, Math.min(at + 4000, size))),
    )
  await database.pool.query('vacuum analyze identity')
  return records.slice(size)
}

const compareAll = ({ program }: BenchCounty) =>
  program.database.write(county, async (tx) => {
    const context = { county, today, progress: () => undefined }
    await comparePairs(tx, context, newId(), { all: true }, [])
  })

/** What a new application that shares a key with nobody asks of the database, beginning and commit left out. */
const trips = 4
/** The processor time is read once a block: reading it makes refuse, whose clearing would fall into what is measured. */
const blockSize = 20

type Work = (tx: WriteDb, record: ComparedRecord) => Promise<void>

/**
 * What `register.compare` does of one new application, each in a transaction of its own; beside it as many questions
 * for a row by its key, which is what the way to the database and back costs on this machine.
 */
async function measureSingles(
  { program, meter }: BenchCounty,
  records: readonly ComparedRecord[],
): Promise<Line> {
  const { database, keys } = program
  const ours: Sample[] = []
  const peer: Sample[] = []
  const inBlock = async (kept: Sample[], block: readonly ComparedRecord[], work: Work) => {
    const before = meter.read()
    const walls: number[] = []
    for (const record of block)
      await database.write(county, async (tx) => {
        const began = performance.now()
        await work(tx, record)
        walls.push(performance.now() - began)
      })
    const { cpuMs } = between(before, meter.read())
    kept.push(...walls.map((wallMs) => ({ wallMs, cpuMs: cpuMs / walls.length })))
  }
  for (let at = 0; at < records.length; at += blockSize) {
    const block = records.slice(at, at + blockSize)
    await inBlock(ours, block, async (tx, record) => {
      const homes = [record.id]
      const standing = await standingOf(tx, county, homes, true)
      await writeIdentities(tx, county, keys, [record])
      const context = { county, today, progress: () => undefined }
      await comparePairs(tx, context, newId(), { homes }, homes, standing)
    })
    await inBlock(peer, block, async (tx, { id }) => {
      for (let trip = 0; trip < trips; trip++)
        await sql`${kept}select id from identity where county = ${county} and id = ${id}`.execute(tx)
    })
  }
  const pairs = { ours: ours.slice(warmUps), peer: peer.slice(warmUps) }
  const p95 = (samples: readonly Sample[]) =>
    quantile(
      samples.map(({ wallMs }) => wallMs),
      0.95,
    )
  return pairedLine(
    '  one new application among them',
    `${trips} rows by their key`,
    pairs,
    () => ({ said: 'p95 ≤ 5 ms', isMet: p95(pairs.ours) <= 5 }),
    () => `peer p95 ${p95(pairs.peer).toFixed(1)} ms`,
  )
}
