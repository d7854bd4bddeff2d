import type { ClientBase } from 'pg'
import { choosePasses, pairsOfPass, type Pass } from './candidates.ts'
import { estimateModel, type Pattern } from './estimate.ts'
import { levelNumber } from './levels.ts'
import type { MatchField, MatchModel, Question } from './model.ts'
import { type MatchRecord, writeRecords } from './records.ts'
import { scoreSql } from './score.ts'

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
  options: { question: Question; between: boolean; atLeast: number },
): Promise<{ model: MatchModel; pairs: MatchedPair[] }> {
  const { question, between } = options
  const agreeing = await writeRecords(client, fields, records, between)
  const passes = await choosePasses(client, fields, records.length, between)
  const area = areaOf(fields, agreeing, records.length)
  await writePairs(client, fields, passes, between, area)
  const left = records.filter(({ side }) => side === 0).length
  const allPairs = between ? left * (records.length - left) : (records.length * (records.length - 1)) / 2
  const model = estimateModel({
    question,
    fields,
    records: records.length,
    allPairs,
    nearPairs: area ? (agreeing.get(area.name) ?? 0) : 0,
    candidates: await patternsOf(client, fields, 'match_pair'),
    random: await randomPatterns(client, fields, records.length, between, area),
    agreeing,
  })
  return { model, pairs: await scorePairs(client, model, fields, options.atLeast) }
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

async function writePairs(
  client: ClientBase,
  fields: readonly MatchField[],
  passes: readonly Pass[],
  between: boolean,
  area: MatchField | undefined,
): Promise<void> {
  const select = `l.id as l, r.id as r, ${nearSql(area)} as near, ${levelColumns(fields)}`
  for (const at of passes.keys()) {
    const pairs = pairsOfPass(passes, at, between, select)
    await client.query(
      at === 0 ? `create temporary table match_pair as ${pairs}` : `insert into match_pair ${pairs}`,
    )
  }
}

async function patternsOf(
  client: ClientBase,
  fields: readonly MatchField[],
  source: string,
): Promise<Pattern[]> {
  const columns = fields.map((_, at) => `g${at}`).join(', ')
  const { rows } = await client.query<[boolean, number, ...number[]]>({
    text: `select near, count(*)::int, ${columns} from ${source} pair group by near, ${columns}`,
    rowMode: 'array',
  })
  return rows.map(([near, pairs, ...levels]) => ({ near, pairs, levels }))
}

const randomPairs = 120_000

async function randomPatterns(
  client: ClientBase,
  fields: readonly MatchField[],
  records: number,
  between: boolean,
  area: MatchField | undefined,
): Promise<Pattern[]> {
  const shifts = Math.max(1, Math.min(200, Math.ceil(randomPairs / records)))
  const order = between ? 'l.side = 0 and r.side = 1' : 'l.id <> r.id'
  await client.query(`create temporary table match_order as
    select id, row_number() over (order by hashint4(id), id)::int - 1 as place from match_record
     order by hashint4(id * 7 + 1) limit ${randomPairs}`)
  const size = Math.min(records, randomPairs)
  const far = await patternsOf(
    client,
    fields,
    `(select ${nearSql(area)} as near, ${levelColumns(fields)}
        from (select id, (row_number() over (order by place))::int - 1 as place from match_order) a
        join generate_series(1, ${shifts}) shift on true
        join (select id, (row_number() over (order by place))::int - 1 as place from match_order) b
          on b.place = (a.place + shift * ${Math.max(1, Math.floor(size / (shifts + 2)))}) % ${size}
        join match_record l on l.id = a.id join match_record r on r.id = b.id where ${order})`,
  )
  if (!area) return far
  const near = await patternsOf(
    client,
    fields,
    `(select true as near, ${levelColumns(fields)}
        from (select id, step, lead(id, step) over (partition by step, ${area.key} order by hashint4(id)) as mate
                from match_record join generate_series(1, ${Math.max(1, Math.min(4, Math.ceil(randomPairs / records)))}) step on true
               where ${area.key} is not null limit ${randomPairs}) pair
        join match_record l on l.id = pair.id join match_record r on r.id = pair.mate where ${order})`,
  )
  return [...far.filter((pattern) => !pattern.near), ...near]
}

async function scorePairs(
  client: ClientBase,
  model: MatchModel,
  fields: readonly MatchField[],
  atLeast: number,
): Promise<MatchedPair[]> {
  const { bits, rare } = scoreSql(model, fields)
  const { rows } = await client.query<[number, number, number]>({
    text: `select l, r, 1 / (1 + exp(-ln(2) * least(100, greatest(-100, bits))))
             from (select l, r, ${bits} as bits
                     from (select p.*, ${rare} as rare
                             from match_pair p join match_record l on l.id = p.l join match_record r on r.id = p.r) p) s
            where bits >= $1 order by l, r`,
    values: [Math.log2(atLeast / (1 - atLeast))],
    rowMode: 'array',
  })
  return rows.map(([left, right, score]) => ({ left, right, score }))
}
