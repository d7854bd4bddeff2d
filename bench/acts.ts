import type pg from 'pg'
import type { ActRequest } from '../src/kernel/act/define.ts'
import type { Actor } from '../src/kernel/identity/authority.ts'
import { bareName, makeBare } from './bare.ts'
import type { Bench } from './bench.ts'
import { type BenchCounty, openCounty } from './county.ts'
import { type Line, pairedLine } from './lines.ts'
import type { Pairs, Sample } from './measure.ts'
import { repeatActs, type Written, writtenBy } from './repeat-acts.ts'
import { openSite } from './site.ts'

const singles = 100
const batch = 500
const atOnce = 8

/**
 * Installing and self-checking homes with photographs, one act after another, eight people at once, and in batches,
 * against plain inserts of the rows that the same acts wrote: one statement a row and one transaction an act, or one
 * COPY a table and one transaction a batch.
 */
export const actsBench: Bench = {
  name: 'acts',
  async run({ server, screened, repetitions, say }) {
    const bench = await openCounty(server, await screened())
    const site = await openSite(bench)
    const { pool } = bench.program.database
    await makeBare(pool, ...written, 'home')
    await pool.query(`insert into ${bareName('home')} select * from home`)
    const kinds = ['home.install', 'home.self-check'] as const
    const ways = ['single', 'at once', 'batched'] as const
    const pairs = new Map<string, Pairs>()
    for (let round = 0; round <= repetitions; round++) {
      say(`acts ${round}/${repetitions}`)
      for (const way of ways) {
        const homes = await site.nextHomes(way === 'batched' ? batch : singles)
        for (const kind of kinds) {
          const requests = homes.map((home) =>
            site.request(kind, home, site.photos(kind === 'home.install' ? 2 : 4)),
          )
          const ours = await bench.meter.run(() => perform(bench, site.contractor, requests, way))
          const rows = await writtenBy(
            pool,
            kind,
            requests.map(({ id }) => id),
          )
          const peer = await bench.meter.run(() => repeat(pool, rows, way))
          // The first round warms both up.
          if (round === 0) continue
          const known = pairs.get(`${kind}, ${way}`) ?? { ours: [], peer: [] }
          known.ours.push(each(ours, homes.length))
          known.peer.push(each(peer, homes.length))
          pairs.set(`${kind}, ${way}`, known)
        }
      }
    }
    await bench.close()
    return [...pairs].map(([what, measured]) => lineOf(what, measured))
  },
}

const written = ['act', 'act_subject', 'act_evidence', 'log_pending', 'installation', 'device'] as const

const aims: Record<string, number> = { single: 3, 'at once': 3, batched: 5 }

function lineOf(what: string, pairs: Pairs): Line {
  const way = what.split(', ')[1] ?? ''
  const most = aims[way] ?? 3
  return pairedLine(
    `one ${what}${way === 'at once' ? ` (${atOnce})` : ''}`,
    way === 'batched' ? 'COPY of its rows' : 'inserts of its rows',
    pairs,
    (ratio) => ({ said: `≤ ${most}×`, isMet: ratio <= most }),
    (ms) => `${Math.round(1000 / ms)} acts/s`,
  )
}

const each = ({ wallMs, cpuMs }: Sample, count: number): Sample => ({
  wallMs: wallMs / count,
  cpuMs: cpuMs / count,
})

type Way = 'single' | 'at once' | 'batched'

async function perform(
  { program: { door } }: BenchCounty,
  actor: Actor,
  requests: readonly ActRequest[],
  way: Way,
): Promise<void> {
  const outcomes =
    way === 'batched'
      ? await door.performBatch(actor, requests)
      : await inTurns(requests, way === 'single' ? 1 : atOnce, (request) => door.perform(actor, request))
  const failed = outcomes.find(({ status }) => status !== 'done')
  if (failed) throw new Error(JSON.stringify(failed))
}

async function repeat(pool: pg.Pool, rows: Written, way: Way): Promise<void> {
  if (way === 'batched') return repeatActs.inOne(pool, rows)
  await inTurns([...rows.acts], way === 'single' ? 1 : atOnce, ([, act]) => repeatActs.alone(pool, rows, act))
}

/** Works through a list with so many hands; answers in the order of the list. */
async function inTurns<T, R>(list: readonly T[], hands: number, work: (one: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = []
  let next = 0
  const hand = async () => {
    for (let at = next++; at < list.length; at = next++) {
      const one = list[at]
      if (one !== undefined) answers[at] = await work(one)
    }
  }
  await Promise.all(Array.from({ length: hands }, hand))
  return answers
}
