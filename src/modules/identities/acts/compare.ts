import { sql } from 'kysely'
import { type ActContext, type ActItem, defineAct } from '../../../kernel/act/define.ts'
import type { ReadDb, WriteDb } from '../../../kernel/database/database.ts'
import { dropKeptPlans } from '../../../kernel/database/kept-plans.ts'
import type { z } from 'zod'
import { comparedHomes, placesOfHomes, toScreenAgain, type WhichHomes } from '../../households/public.ts'
import { countyArea } from '../../organisations/public.ts'
import type { CompareRegister as CompareRegisterInput } from '../model.ts'
import { CompareRegister } from '../model.ts'
import { type Compared, compareLines, writeEarlier } from './compare-lines.ts'
import { allTold, findAllPairs, findPairs, keepTold } from './find-pairs.ts'
import { flag } from './flags.ts'
import { forgetGone, writeIdentities } from './identity-rows.ts'
import { dropFamilies, dropStalePairs, recallDecisions } from './settle-pairs.ts'
import { type Standing, standingOf } from './standing.ts'

/**
 * What is compared: homes with everybody, or one list of an earlier year, come or gone, or all, with the register; or the
 * registered families alone.
 */
type Which = WhichHomes | { source: string | undefined } | { families: true }

interface Facts {
  area: string
  which: Which
}

/** The models are estimated again once the register has grown by half. */
const growth = 1.5
/** Above this many records the growth is looked at when a file comes in, not with every single application. */
const countedEachTime = 2000

/**
 * Compares homes with each other and with the lists of earlier years (§4.4, §4.1b): the whole register with weights
 * estimated anew, or single homes, as they are written, with the weights in force.
 */
export const compareRegister = defineAct({
  kind: 'register.compare',
  oneAtATime: true,
  version: 1,
  input: CompareRegister,
  permission: 'register.compare',
  quiet: true,
  clauses: ['§4.4', '§4.1b', '§3.1.3d'],
  subject: { type: 'programme', of: (input) => input.programme },
  load: async (db, items, context) => Promise.all(items.map((item) => loadComparison(db, item, context))),
  place: ({ area }) => ({ area }),
  may: () => [],
  apply: async (tx, items, context) => {
    const effects = []
    for (const { id: act, facts } of items) {
      const found = await compare(tx, context, act, facts.which)
      effects.push({
        touched: found.flagged.map((home) => ({ type: 'home', id: home })),
        result: { pairs: found.pairs, ...toScreenAgain(found.flagged) },
      })
    }
    return effects
  },
})

async function loadComparison(
  db: ReadDb,
  { input }: ActItem<z.output<typeof CompareRegisterInput>>,
  { county }: ActContext,
): Promise<Facts> {
  const wide = await countyArea(db, county)
  if (input?.families) return { area: wide, which: { families: true } }
  if (input?.source ?? input?.earlier) return { area: wide, which: { source: input.source } }
  if (!input?.homes && !input?.import) return { area: wide, which: { all: true } }
  const which = input.import ? { import: input.import } : { homes: input.homes ?? [] }
  const towns = new Set((await placesOfHomes(db, county, which)).map(({ town }) => town))
  const [only] = towns
  return { area: towns.size === 1 && only ? only : wide, which }
}

async function compare(tx: WriteDb, context: ActContext, act: string, which: Which): Promise<Compared> {
  if ('source' in which && which.source !== undefined) {
    const compared = await compareLines(tx, context, act, which.source)
    if (compared) return compared
  }
  const isSome = 'homes' in which
  const standing = isSome ? await standingOf(tx, context.county, which.homes, true) : undefined
  const homes = 'source' in which || 'families' in which ? [] : await writeHomes(tx, context, which)
  if ('source' in which || 'all' in which)
    await writeEarlier(tx, context, 'source' in which ? which.source : undefined)
  const compared = await comparePairs(tx, context, act, which, homes, standing)
  if (isSome) await dropKeptPlans(tx)
  return compared
}

/**
 * Compares what was written: `homes` of what was asked for are there, `known` is what stood before single homes were
 * written. Answers how many pairs were found, and the homes whose flags changed by them.
 */
export async function comparePairs(
  tx: WriteDb,
  context: Pick<ActContext, 'county' | 'today' | 'progress'>,
  act: string,
  which: Which,
  homes: readonly string[],
  known?: Standing,
): Promise<Compared> {
  const { county } = context
  const standing = known ?? (await standingOf(tx, county, [], false))
  const isAsked = 'all' in which || 'source' in which
  const mayBeStale = !('homes' in which) || standing.before.length > 0
  const told = 'homes' in which ? { kin: standing.kin, pointed: standing.pointed } : allTold
  let isWhole = isAsked
  let pairs = 0
  const inPairs = new Set(standing.before)
  let mayBeDecided = mayBeStale
  for (const between of 'families' in which ? [] : 'source' in which ? [true] : [false, true]) {
    const records = between ? standing.recordsBetween : standing.records
    if (!(await isAnythingThere(tx, county, between, standing))) continue
    if (records === undefined || isAsked || (await hasGrown(tx, county, records, between, which))) {
      isWhole = true
      pairs += await findAllPairs(tx, context, act, between)
      pairs += (await keepTold(tx, context, act, allTold, { between })).pairs
      context.progress(between ? 0.9 : 0.7, 'progress.comparing')
      await dropStalePairs(tx, county, act, undefined, between)
    } else {
      const newest = between ? standing.newestBetween : standing.newest
      const kept = [
        await findPairs(tx, context, act, { homes, between }, newest),
        await keepTold(tx, context, act, told, { between, homes, newest }),
      ]
      for (const one of kept) {
        pairs += one.pairs
        mayBeDecided ||= one.decided
        for (const home of one.homes) inPairs.add(home)
      }
      if (mayBeStale) await dropStalePairs(tx, county, act, homes, between)
    }
  }
  if ('families' in which) {
    pairs += (await keepTold(tx, context, act, allTold, { between: false })).pairs
    await dropFamilies(tx, county, act)
  }
  const isSome = 'homes' in which && !isWhole
  if (isSome && inPairs.size === 0) return { pairs, flagged: [] }
  const concerned = isSome ? [...new Set([...which.homes, ...inPairs])] : undefined
  if (mayBeDecided || isWhole) await recallDecisions(tx, county, concerned)
  return { pairs, flagged: await flag(tx, county, concerned) }
}

async function writeHomes(
  tx: WriteDb,
  { county, keys, progress }: ActContext,
  which: WhichHomes,
): Promise<string[]> {
  const homes: string[] = []
  for await (const records of comparedHomes(tx, county, keys, which)) {
    await writeIdentities(tx, county, keys, records)
    for (const { id } of records) homes.push(id)
    progress(Math.min(0.5, homes.length / 50_000), 'progress.comparing')
  }
  // Of the homes asked for, those that live have just been read.
  const gone = 'homes' in which ? which.homes.filter((home) => !homes.includes(home)) : undefined
  if (gone?.length !== 0) await forgetGone(tx, county, gone)
  return homes
}

/** Whether there are two records to compare with each other; where models are known there were homes before. */
async function isAnythingThere(
  db: ReadDb,
  county: number,
  between: boolean,
  { records, recordsBetween, earlier }: Standing,
): Promise<boolean> {
  if (between && !earlier) return false
  if ((between ? recordsBetween : records) !== undefined) return true
  const { rows } = await sql`
    select 1 from identity where county = ${county} and list = 'home' limit ${between ? 1 : 2}`.execute(db)
  return rows.length === (between ? 1 : 2)
}

async function hasGrown(
  db: ReadDb,
  county: number,
  records: number,
  between: boolean,
  which: Which,
): Promise<boolean> {
  if ('homes' in which && records > countedEachTime) return false
  const { rows } = await sql<{ present: number }>`
    select count(*)::int as present from identity
     where county = ${county} ${between ? sql`` : sql`and list = 'home'`}`.execute(db)
  return (rows[0]?.present ?? 0) > growth * records
}
