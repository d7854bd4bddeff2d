import { createHash } from 'node:crypto'
import { newId } from '../src/kernel/identity/id.ts'
import { verifyLog } from '../src/kernel/log/verify.ts'
import { addDays } from '../src/kernel/dates/day.ts'
import { makeBare } from './bare.ts'
import type { Bench } from './bench.ts'
import { type BenchCounty, county, countyArea, openCounty, person } from './county.ts'
import { pairedLine } from './lines.ts'
import { median, type Pairs, type Sample } from './measure.ts'

const acts = 20_000

/**
 * Sealing the log, against hashing the same texts in the database and inserting the leaves; verifying it, against
 * reading the same texts and hashing each.
 */
export const logBench: Bench = {
  name: 'log',
  async run({ server, screened, repetitions, say }) {
    const bench = await openCounty(server, await screened())
    const { program, meter } = bench
    const { pool } = program.database
    say(`${acts} acts for the log`)
    await performMany(bench)
    const sealing: Pairs = { ours: [], peer: [] }
    const verifying: Pairs = { ours: [], peer: [] }
    for (let round = 0; round < repetitions; round++) {
      say(`log ${round + 1}/${repetitions}`)
      for (const table of ['log_leaf', 'log_head', 'log_checkpoint', 'log_pending'])
        await pool.query(`delete from ${table} where county = $1`, [county])
      await pool.query('insert into log_pending (county, act) select county, id from act')
      await pool.query('vacuum analyze log_pending, log_leaf, act')
      await makeBare(pool, 'log_leaf')
      await bench.settle()
      sealing.ours.push(await meter.run(() => program.seal()))
      sealing.peer.push(
        await meter.run(() =>
          pool.query(
            `insert into bare_log_leaf (county, position, act, hash)
             select county, row_number() over (order by id) - 1, id, sha256('\\x00'::bytea || convert_to(text, 'UTF8'))
               from act where county = $1`,
            [county],
          ),
        ),
      )
      verifying.ours.push(await meter.run(() => verify(bench)))
      verifying.peer.push(await meter.run(() => readAndHash(bench)))
    }
    const { rows } = await pool.query<{ acts: number }>('select count(*) as acts from act')
    const total = rows[0]?.acts ?? 0
    await bench.close()
    const rate = (samples: readonly Sample[]) =>
      `${Math.round((total / median(samples.map(({ wallMs }) => wallMs))) * 1000)} acts/s`
    return [
      pairedLine(
        `sealing ${total} acts`,
        'hash and insert leaves',
        sealing,
        (ratio) => ({ said: '≤ 3×', isMet: ratio <= 3 }),
        () => rate(sealing.ours),
      ),
      pairedLine(
        `verifying ${total} acts`,
        'read and hash the texts',
        verifying,
        (ratio) => ({ said: '≤ 10×', isMet: ratio <= 10 }),
        () => rate(verifying.ours),
      ),
    ]
  },
}

/** Small acts of a real kind: a home's village settles a fact about it. */
async function performMany({ program }: BenchCounty): Promise<void> {
  const { pool } = program.database
  const { rows } = await pool.query<{ id: string }>('select id from home where county = $1 order by id', [
    county,
  ])
  const officer = person('town-officer', { area: countyArea })
  for (let from = 0; from < acts; from += 500) {
    const outcomes = await program.door.performBatch(
      officer,
      rows.slice(from, from + 500).map(({ id }, at) => ({
        id: newId(),
        kind: 'paper.record',
        input: {
          home: id,
          paper: 'commitment',
          signedOn: addDays('2023-08-01', at % 10),
          witness: '包村干部(模拟)',
        },
      })),
    )
    const failed = outcomes.find(({ status }) => status !== 'done' && status !== 'refused')
    if (failed) throw new Error(JSON.stringify(failed))
  }
}

async function verify({ program }: BenchCounty): Promise<void> {
  const verification = await program.database.read(county, (db) =>
    verifyLog(db, county, { overdueBefore: new Date(0) }),
  )
  if (!verification.sound) throw new Error(JSON.stringify(verification.findings.slice(0, 3)))
}

async function readAndHash({ program }: BenchCounty): Promise<void> {
  const { rows } = await program.database.pool.query<{ text: string }>(
    'select text from act where county = $1 order by id',
    [county],
  )
  for (const { text } of rows) createHash('sha256').update('\0').update(text).digest()
}
