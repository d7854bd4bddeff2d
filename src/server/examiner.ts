import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { actsToLookAt, keepLooks, picturesToLookAt, strikeOff } from '../kernel/evidence/looks.ts'
import { lookAt } from '../kernel/evidence/look-at.ts'
import type { Look } from '../kernel/evidence/looks.ts'
import { EvidenceDamaged, EvidenceMissing } from '../kernel/evidence/store.ts'
import { newId } from '../kernel/identity/id.ts'
import { findDoubts } from '../modules/photographs/public.ts'
import type { Program } from './program.ts'
import { programActor } from './program-actor.ts'

const atOnce = 50
/** The share of its time that the thread works which answers everybody. */
const busy = 0.5

/**
 * Looks at every photograph that waits, in the order of their acts, and raises what does not fit. Answers how many acts
 * it looked at. Cut off anywhere it begins again where it was: a doubt is raised once, and an act is struck off last.
 */
export async function examine(program: Program): Promise<number> {
  const { database } = program
  const { rows } = await database.pool.query<{ id: number; code: string }>(
    `select c.id, (select left(a.code, 6) from area a where a.county = c.id and a.level = 'county' limit 1) as code
       from county c where exists (select 1 from evidence_pending p where p.county = c.id) order by c.id`,
  )
  let looked = 0
  for (const { id, code } of rows)
    for (let acts = 1; acts > 0; looked += acts) acts = await examineSome(program, id, code)
  return looked
}

async function examineSome(program: Program, county: number, code: string): Promise<number> {
  const { database, packs, clock, door } = program
  const [acts, pictures] = await database.read(county, async (db) => {
    const waiting = await actsToLookAt(db, county, atOnce)
    return [waiting, waiting.length > 0 ? await picturesToLookAt(db, county, waiting) : []]
  })
  if (acts.length === 0) return 0
  const looks: Look[] = []
  for (const digest of pictures) {
    const began = performance.now()
    const before = performance.eventLoopUtilization()
    looks.push(await lookIn(program, digest))
    // While others are served, they go first: a photograph may be looked at a little later.
    const { utilization } = performance.eventLoopUtilization(before)
    if (utilization > busy) await pause(3 * (performance.now() - began))
  }
  await keepLooks(database, county, looks)
  const found = await database.read(county, async (db) =>
    findDoubts(db, county, { pack: await packs.inForceIn(db, county), today: clock.today() }, acts),
  )
  const outcomes = await door.performBatch(
    programActor(county, code),
    found.map((doubt) => ({ id: newId(), kind: 'doubt.raise', input: { ...doubt, doubt: newId() } })),
    { byProgram: true },
  )
  const failed = outcomes.find(
    (outcome) =>
      outcome.status !== 'done' &&
      !(
        outcome.status === 'refused' &&
        outcome.refusals.every(({ code: why }) => why === 'doubt.raised-already')
      ),
  )
  if (failed) throw new Error(`A doubt could not be raised: ${JSON.stringify(failed)}`)
  await strikeOff(database, county, acts)
  return acts.length
}

/** A file that is gone or damaged has no look; `verify` tells of it. */
async function lookIn({ store }: Program, digest: string): Promise<Look> {
  try {
    return await lookAt(digest, await store.read(digest))
  } catch (error) {
    if (error instanceof EvidenceMissing || error instanceof EvidenceDamaged)
      return { digest, bits: undefined }
    throw error
  }
}

export interface Examiner {
  stop(): Promise<void>
}

const everyMs = 250

/** Examines whatever was committed, soon after; a round that fails is told and tried again. */
export function startExaminer(program: Program): Examiner {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<unknown> = Promise.resolve()
  const schedule = (): void => {
    timer = setTimeout(() => {
      running = examine(program)
        .catch((error: unknown) => {
          if (!stopped) console.error('Photographs could not be looked at; they are tried again.', error)
        })
        .finally(() => {
          if (!stopped) schedule()
        })
    }, everyMs)
  }
  schedule()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
