import type pg from 'pg'
import type { ActRequest, EvidenceRef } from '../src/kernel/act/define.ts'
import type { Actor } from '../src/kernel/identity/authority.ts'
import { newId } from '../src/kernel/identity/id.ts'
import { getChecklist } from '../src/kernel/pack/checklist.ts'
import { aModel, anAdmission, somePapers } from '../src/modules/suppliers/samples.ts'
import { aFilledChecklist } from '../src/modules/works/samples.ts'
import { programActor } from '../src/server/program-actor.ts'
import { bareName, makeBare } from './bare.ts'
import type { Bench } from './bench.ts'
import { type BenchCounty, county, countyArea, openCounty, person } from './county.ts'
import { type Line, pairedLine } from './lines.ts'
import type { Pairs, Sample } from './measure.ts'
import { repeatActs, type Written, writtenBy } from './repeat-acts.ts'

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
          const requests = homes.map((home) => site.request(kind, home))
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

async function openSite({ program, hand }: BenchCounty) {
  const { pool } = program.database
  const done = async (actor: Actor, kind: string, input: object, evidence: EvidenceRef[] = []) => {
    await hand.bring(actor, evidence)
    const outcome = await program.door.perform(actor, { id: newId(), kind, input, evidence })
    if (outcome.status !== 'done') throw new Error(`${kind}: ${JSON.stringify(outcome)}`)
  }
  const firm = newId()
  await done(programActor(county, countyArea.slice(0, 6)), 'organisation.register', {
    id: firm,
    kind: 'contractor',
    name: '暖通公司(模拟)',
    synthetic: true,
  })
  const maker = newId()
  await done(programActor(county, countyArea.slice(0, 6)), 'organisation.register', {
    id: maker,
    kind: 'maker',
    name: '设备厂(模拟)',
    synthetic: true,
  })
  const officer = person('bureau-officer', { area: countyArea })
  const policy = await program.packs.inForce(county)
  const paper = hand.document(0)
  const papersOf = (of: string) => somePapers(policy, of, paper.digest)
  await done(officer, 'firm.admit', anAdmission({ firm: maker, papers: papersOf('maker') }), [paper])
  const model = aModel({ firm: maker, papers: papersOf('model') })
  await done(officer, 'equipment.admit', model, [paper])
  // The way to the contractor is no part of what is measured here.
  await pool.query(
    `update home set stage = 'assigned', confirmed_on = '2023-06-20', contractor = $2, wanted_units = 2
      where county = $1 and answer = 'yes'`,
    [county, firm],
  )
  await pool.query('vacuum analyze home')
  const { rows } = await pool.query<{ id: string }>(
    "select id from home where county = $1 and stage = 'assigned' order by id",
    [county],
  )
  const pack = await program.packs.inForce(county)
  const checklist = getChecklist(pack, 'self-check')
  let taken = 0
  let serial = 0
  const contractor = person('contractor', { organisation: firm })
  // The whole box once: who brought what is not looked up again.
  await hand.bring(
    contractor,
    Array.from({ length: 64 }, (_, at) => hand.photo(at)),
  )
  const photos = (count: number) => Array.from({ length: count }, (_, at) => hand.photo(taken + at))
  return {
    contractor,
    nextHomes(count: number): Promise<string[]> {
      const homes = rows.slice(taken, (taken += count)).map(({ id }) => id)
      if (homes.length < count) throw new Error('There are not enough homes for so many repetitions.')
      return Promise.resolve(homes)
    },
    request(kind: 'home.install' | 'home.self-check', home: string): ActRequest {
      if (kind === 'home.install') {
        const devices = [0, 1].map(() => ({
          serial: `${model.serialPrefix ?? 'SB'}${String(++serial).padStart(9, '0')}`,
          model: model.id,
        }))
        return {
          id: newId(),
          kind,
          input: { home, installedOn: '2023-08-01', devices },
          evidence: photos(2),
        }
      }
      const evidence = photos(4)
      const items = aFilledChecklist(
        checklist,
        evidence.map(({ digest }) => digest),
      )
      return { id: newId(), kind, input: { home, checkedOn: '2023-08-03', items }, evidence }
    },
  }
}
