import { newId } from '../src/kernel/identity/id.ts'
import { programmeId } from '../src/modules/policy/public.ts'
import { bareName, loadBare, makeBare, takeRows } from './bare.ts'
import type { Bench } from './bench.ts'
import { type BenchCounty, county, countyArea, openCounty, person, planned } from './county.ts'
import { pairedLine } from './lines.ts'
import type { Pairs, Sample } from './measure.ts'

/** Every home judged anew and its answer stored, against storing the same answers without any judgement. */
export const screeningBench: Bench = {
  name: 'screening',
  async run({ server, screened, repetitions, say }) {
    const bench = await openCounty(server, await screened())
    const { pool } = bench.program.database
    const stored: Pairs = { ours: [], peer: [] }
    const unchanged: Sample[] = []
    const last = await takeRows(pool, 'screening', `county = ${county}`)
    await makeBare(pool, 'home')
    await pool.query(`insert into ${bareName('home')} select * from home`)
    await pool.query(`vacuum analyze ${bareName('home')}`)
    for (let at = 0; at < repetitions; at++) {
      say(`screening ${at + 1}/${repetitions}`)
      await pool.query('update home set screened_as = null where county = $1', [county])
      await bench.settle()
      stored.ours.push(await bench.meter.run(() => screenAll(bench)))
      await makeBare(pool, 'screening')
      await pool.query(`vacuum ${bareName('home')}`)
      await bench.settle()
      stored.peer.push(
        await bench.meter.run(async () => {
          await loadBare(pool, [last])
          await pool.query(
            `update ${bareName('home')} set answer = answer, screened_as = screened_as where county = $1`,
            [county],
          )
        }),
      )
      unchanged.push(await bench.meter.run(() => screenAll(bench)))
    }
    await bench.close()
    return [
      pairedLine(
        `screening of ${planned} homes, stored`,
        'COPY the answers + one update',
        stored,
        (_ratio, ms) => ({ said: '≤ 5 s', isMet: ms <= 5000 }),
        (ms) => `${Math.round((planned / ms) * 1000)} homes/s`,
      ),
      { what: '  again, nothing changed', ours: unchanged },
    ]
  },
}

async function screenAll({ program }: BenchCounty): Promise<void> {
  const outcome = await program.door.perform(person('bureau-officer', { area: countyArea }), {
    id: newId(),
    kind: 'register.screen',
    input: { programme: programmeId(county), area: countyArea },
  })
  if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
}
