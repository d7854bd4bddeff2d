import type { ClientBase } from 'pg'
import { choosePasses, countShared, meet, type Pass, sharedTable } from './candidates.ts'
import { estimateModel, type Pattern } from './estimate.ts'
import { levelNumber } from './levels.ts'
import type { MatchField, MatchModel, Question } from './model.ts'
import { type MatchRecord, writeRecords } from './records.ts'
import { hasRarity, probabilityOf, raritySql, scoreSql } from './score.ts'

/** Runs SQL on the connection or in the transaction whose `match_record` is meant; answers its rows. */
export type RunSql = <Row>(text: string, values?: unknown[]) => Promise<Row[]>

export interface MatchedPair {
  left: number
  right: number
  /** The probability that the two are the same, 0…1. */
  score: number
}

/**
 * Compares records with each other, or those of side 0 with those of side 1, on a connection of its own: candidates,
 * weights from the data, scores, all in the database. Records are numbered as they come.
 */
export async function matchRecords(
  client: ClientBase,
  fields: readonly MatchField[],
  records: readonly MatchRecord[],
  { question, between, atLeast }: { question: Question; between: boolean; atLeast: number },
): Promise<{ model: MatchModel; pairs: MatchedPair[] }> {
  const run: RunSql = async <Row>(text: string, values: unknown[] = []) =>
    (await client.query<Row & object>(text, values)).rows
  await settleSession(run)
  await writeRecords(client, fields, records)
  const passes = await choosePasses(run, fields, records.length, between)
  const area = areaOf(fields, await agreeingPairs(run, fields, between), records.length)
  await writePairs(run, fields, passes, { between, area, beside: 'l.id as l, r.id as r' })
  const model = estimateModel({ question, ...(await countPatterns(run, fields, { between, area })) })
  return { model, pairs: await scorePairs(run, model, fields, { between, atLeast }) }
}

/**
 * Levels are long expressions over few thousand pairs: compiling them takes longer than running them. Joins of whole
 * registers stay in memory, planned by a third of the usual sample. Lasts as long as the transaction, or the connection
 * where none is open.
 */
export async function settleSession(run: RunSql, isLocal = false): Promise<void> {
  await run(`select set_config('jit', 'off', ${isLocal}), set_config('work_mem', '128MB', ${isLocal}),
                    set_config('default_statistics_target', '30', ${isLocal})`)
}

/** How `match_record` is compared: within itself or between its two sides, and which field parts near from far. */
export interface Comparing {
  between: boolean
  area: MatchField | undefined
}

/** How many pairs of records agree on each field, by its name. */
async function agreeingPairs(
  run: RunSql,
  fields: readonly MatchField[],
  between: boolean,
): Promise<Map<string, number>> {
  const agreeing = new Map<string, number>()
  for (const { name, key } of fields) {
    const [row] = await run<{ pairs: number }>(
      `select coalesce(sum(pairs), 0)::float8 as pairs from ${await countShared(run, [key], between)}`,
    )
    agreeing.set(name, row?.pairs ?? 0)
  }
  return agreeing
}

/** The area field that parts the records best: small enough to mean something, large enough to hold strangers. */
function areaOf(
  fields: readonly MatchField[],
  agreeing: ReadonlyMap<string, number>,
  records: number,
): MatchField | undefined {
  return fields
    .filter(({ kind }) => kind === 'area')
    .map((field) => ({ field, mates: (2 * (agreeing.get(field.name) ?? 0)) / records }))
    .filter(({ mates }) => mates >= 4 && mates <= records / 4)
    .sort((a, b) => a.mates - b.mates)[0]?.field
}

const levelColumns = (fields: readonly MatchField[]) =>
  fields.map((field, at) => `(${levelNumber(field, fields)})::smallint as g${at}`).join(', ')
const nearSql = (area: MatchField | undefined) =>
  area ? `coalesce(l.${area.key} = r.${area.key}, false)` : 'false'

/**
 * What is kept of a pair of candidates, as columns of a query over `l` and `r`: `near`, the levels of all fields, and of
 * `l` what may be rare, under the fields' keys.
 */
export const comparedColumns = (fields: readonly MatchField[], area: MatchField | undefined) =>
  [
    `${nearSql(area)} as near, ${levelColumns(fields)}`,
    ...fields.filter(hasRarity).map(({ key }) => `l.${key} as ${key}`),
  ].join(', ')

/**
 * Finds the candidates in `match_record` and keeps them, with their levels and the columns `beside` over `l` and `r`, in
 * the temporary table `match_candidate`.
 */
export async function writePairs(
  run: RunSql,
  fields: readonly MatchField[],
  passes: readonly Pass[],
  { between, area, beside }: Comparing & { beside: string },
): Promise<void> {
  await run('create temporary table match_met (l int, r int)')
  for (const pass of passes) await meet(run, pass, between)
  await run('analyze match_met')
  await run(
    `create temporary table match_candidate as
       select ${beside}, ${comparedColumns(fields, area)}
         from (select distinct l, r from match_met) met
         join match_record l on l.id = met.l join match_record r on r.id = met.r`,
  )
  await run('drop table match_met')
}

/** What models are estimated from, whatever the question. */
export type Counted = Omit<Parameters<typeof estimateModel>[0], 'question'>

/** Counts in `match_record` and its candidates what models are estimated from. */
export async function countPatterns(
  run: RunSql,
  fields: readonly MatchField[],
  comparing: Comparing,
): Promise<Counted> {
  const { between, area } = comparing
  const [counted] = await run<{ lefts: number; rights: number }>(
    `select count(*) filter (where side = 0)::float8 as lefts, count(*) filter (where side = 1)::float8 as rights
       from match_record`,
  )
  const { lefts, rights } = counted ?? { lefts: 0, rights: 0 }
  const records = lefts + rights
  const agreeing = await agreeingPairs(run, fields, between)
  const nearPairs = area ? (agreeing.get(area.name) ?? 0) : 0
  return {
    fields,
    records,
    allPairs: Math.max(1, between ? lefts * rights : (records * (records - 1)) / 2),
    nearPairs,
    candidates: await patternsOf(run, fields, 'match_candidate'),
    random: await randomPatterns(run, fields, { records, nearPairs }, comparing),
    agreeing,
  }
}

async function patternsOf(run: RunSql, fields: readonly MatchField[], source: string): Promise<Pattern[]> {
  const columns = fields.map((_, at) => `g${at}`).join(', ')
  return run<Pattern>(
    `select near, count(*)::float8 as pairs, array[${columns}]::int[] as levels
       from ${source} pair group by near, ${columns}`,
  )
}

const randomPairs = 60_000

/** Pairs picked at random, the same for the same records: each with some a fixed way further in a shuffled order. */
async function randomPatterns(
  run: RunSql,
  fields: readonly MatchField[],
  { records, nearPairs }: { records: number; nearPairs: number },
  { between, area }: Comparing,
): Promise<Pattern[]> {
  if (records < 2) return []
  const size = Math.min(records, randomPairs)
  const shifts = Math.max(1, Math.min(200, Math.ceil(randomPairs / records), records - 1))
  const order = between ? 'l.side = 0 and r.side = 1' : 'l.id <> r.id'
  await run('drop table if exists match_order')
  await run(`create temporary table match_order as
    select id, (row_number() over (order by draw, id))::int - 1 as place from match_record
     order by draw, id limit ${size}`)
  const far = await patternsOf(
    run,
    fields,
    `(select ${comparedColumns(fields, area)}
        from match_order a
        join generate_series(1, ${shifts}) shift on true
        join match_order b on b.place = (a.place + shift * ${Math.max(1, Math.floor(size / (shifts + 2)))}) % ${size}
        join match_record l on l.id = a.id join match_record r on r.id = b.id where ${order})`,
  )
  if (!area) return far
  const steps = Math.max(1, Math.min(4, Math.ceil(randomPairs / records)))
  // Of many areas every so manieth is enough, so long as some hundreds are left.
  const areas = records ** 2 / (2 * Math.max(1, nearPairs))
  const of = Math.max(1, Math.floor(Math.min(records / (2 * randomPairs), areas / 500)))
  const near = await patternsOf(
    run,
    fields,
    `(select ${comparedColumns(fields, area)}
        from (select id, step, lead(id, step) over (partition by step, ${area.key} order by draw, id) as mate
                from match_record join generate_series(1, ${steps}) step on true
               where mod(hashtextextended(${area.key}, 0), ${of}) = 0 limit ${randomPairs}) pair
        join match_record l on l.id = pair.id join match_record r on r.id = pair.mate where ${order})`,
  )
  return [...far.filter((pattern) => !pattern.near), ...near]
}

/** Below this even the rarest values could not make a pair worth a look. */
const hopeless = -30

/** Scores the candidates in `match_candidate`: pairs of at least this probability. */
async function scorePairs(
  run: RunSql,
  model: MatchModel,
  fields: readonly MatchField[],
  { between, atLeast }: { between: boolean; atLeast: number },
): Promise<MatchedPair[]> {
  const { plain, bits } = scoreSql(model, fields)
  await countTimes(run, fields, between)
  const rare = raritySql(model, fields, timesCounted)
  const rows = await run<{ left: number; right: number; bits: number }>(
    `with likely as materialized (
       select * from (select p.*, ${plain} as plain from match_candidate p) p where plain >= ${hopeless})
     select l as left, r as right, bits
       from (select l, r, ${bits} as bits from (select p.*, ${rare} as rare from likely p) p) s
      where bits >= $1 order by l, r`,
    [Math.log2(atLeast / (1 - atLeast))],
  )
  return rows.map(({ left, right, bits: score }) => ({ left, right, score: probabilityOf(score) }))
}

/** Has `timesCounted` ready for all fields whose values are common or rare. */
export async function countTimes(
  run: RunSql,
  fields: readonly MatchField[],
  between: boolean,
): Promise<void> {
  for (const { key } of fields.filter(hasRarity))
    await run(`create index on ${await countShared(run, [key], between)} (${key})`)
}

/** SQL for how many records have what the pair `p` has in a field, one of the pair at least. */
export const timesCounted = ({ key }: MatchField): string =>
  `coalesce((select t.times from ${sharedTable([key])} t where t.${key} = p.${key}), 1)`
