import type { RunSql } from './match.ts'
import type { MatchField } from './model.ts'

/** Something two records must share to be compared: conditions of equality on columns of `match_record`. */
interface Key {
  field: string
  column: string
}

/**
 * How two records come to be compared: by having the same in columns, unless more than `atMost` records have it too, or by
 * a condition of its own on `l` and `r`.
 */
export type Pass = { columns: readonly string[]; atMost?: number } | { when: string }

/** The condition that both have the same in a column. */
export const shares = (column: string): string => `l.${column} = r.${column}`

function keysOf({ kind, key }: MatchField): Key[] {
  const suffixes = {
    name: [''],
    'chinese-name': ['_sound'],
    'id-number': ['', '_ends', '_birth'],
    date: [''],
    address: ['', '_numbers'],
    number: [''],
    telephone: [''],
    area: [''],
    text: [''],
  }[kind]
  return suffixes.map((suffix) => ({ field: key, column: `${key}${suffix}` }))
}

const sampleRows = 20_000
/** A pass may compare so many pairs, all together so many times that. */
const pairsPerRecord = 1
const pairsAtLeast = 60_000
const together = 6

/**
 * Which keys, alone, in twos or in threes, are shared by few enough records that all that share them can be compared.
 * Judged on a sample: pairs grow with the square of the records.
 */
export async function choosePasses(
  run: RunSql,
  fields: readonly MatchField[],
  records: number,
  between: boolean,
): Promise<Pass[]> {
  const keys = fields.flatMap(keysOf)
  const sampled = await run<{ values: (string | null)[] }>(
    `select array[${keys.map(({ column }) => `hashtext(${column})::text`).join(', ')}] as values
       from match_record order by draw, id limit ${sampleRows}`,
  )
  const rows = sampled.map(({ values }) => values)
  const scale = (records / Math.max(1, rows.length)) ** 2 * (between ? 0.5 : 1)
  const budget = Math.max(pairsAtLeast, pairsPerRecord * records)
  const found: { keys: number[]; pairs: number }[] = []
  const tryOut = (combination: number[]) => {
    if (found.some((pass) => pass.keys.every((key) => combination.includes(key)))) return
    const pairs = sharing(rows, combination) * scale
    if (pairs <= budget) found.push({ keys: combination, pairs })
  }
  const places = [...keys.keys()]
  for (const a of places) tryOut([a])
  for (const a of places)
    for (const b of places) if (b > a && keys[a]?.field !== keys[b]?.field) tryOut([a, b])
  for (const a of places)
    for (const b of places)
      for (const c of places)
        if (c > b && b > a && new Set([a, b, c].map((at) => keys[at]?.field)).size === 3) tryOut([a, b, c])
  let left = budget * together
  return found
    .sort((a, b) => a.pairs - b.pairs)
    .filter(({ pairs }) => (left -= pairs) >= 0)
    .map((pass) => ({ columns: pass.keys.map((at) => keys[at]?.column ?? '') }))
}

/** How many pairs of rows agree on all of the columns. */
function sharing(rows: readonly (string | null)[][], columns: readonly number[]): number {
  const counts = new Map<string, number>()
  let pairs = 0
  for (const row of rows) {
    let shared = ''
    for (const at of columns) {
      const value = row[at]
      if (value === null || value === undefined) {
        shared = ''
        break
      }
      shared += `${value} `
    }
    if (shared === '') continue
    const before = counts.get(shared) ?? 0
    pairs += before
    counts.set(shared, before + 1)
  }
  return pairs
}

/** The temporary table that `countShared` makes of columns. */
export const sharedTable = (columns: readonly string[]): string => `match_shared_${columns.join('_')}`

/**
 * Counts in `match_record` how many records have the same in columns, where two do that may be a pair, once for all that
 * asks for it: `times` on both sides together, `pairs` of them, and a number `place` for what they have.
 */
export async function countShared(
  run: RunSql,
  columns: readonly string[],
  between: boolean,
): Promise<string> {
  const list = columns.join(', ')
  const table = sharedTable(columns)
  const lefts = 'count(*) filter (where side = 0)'
  const pairs = between ? `${lefts} * (count(*) - ${lefts})` : 'count(*) * (count(*) - 1) / 2'
  await run(
    `create temporary table if not exists ${table} as
       select ${list}, count(*) as times, ${pairs} as pairs, row_number() over () as place from match_record
        where ${columns.map((column) => `${column} is not null`).join(' and ')}
        group by ${list} having ${between ? pairs : 'count(*) - 1'} > 0`,
  )
  return table
}

/** Adds the pairs of a pass to the temporary table `match_met`, whatever other passes have found. */
export async function meet(run: RunSql, pass: Pass, between: boolean): Promise<void> {
  const order = between ? 'l.side = 0 and r.side = 1' : 'l.id < r.id'
  const pairs = (of: string, on: string) =>
    run(`insert into match_met select l.id, r.id from ${of} l join ${of} r on ${on} where ${order}`)
  if ('when' in pass) return void (await pairs('match_record', pass.when))
  const shared = await countShared(run, pass.columns, between)
  await run(`analyze ${shared}`)
  const on = pass.columns.map((column) => `m.${column} = s.${column}`).join(' and ')
  await run(
    `create temporary table match_member as select s.place, m.id, m.side from match_record m join ${shared} s on ${on}
      ${pass.atMost === undefined ? '' : `where s.times <= ${pass.atMost}`}`,
  )
  await run('analyze match_member')
  await pairs('match_member', shares('place'))
  await run('drop table match_member')
}
