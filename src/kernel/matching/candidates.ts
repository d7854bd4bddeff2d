import type { RunSql } from './match.ts'
import type { MatchField } from './model.ts'

/** Something two records must share to be compared: conditions of equality on columns of `match_record`. */
interface Key {
  field: string
  column: string
}

/** Conditions on `l` and `r` that two records meet together; pairs no earlier pass has found already are added. */
export type Pass = readonly string[]

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
       from match_record order by hashint4(id), id limit ${sampleRows}`,
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
    .map((pass) => pass.keys.map((at) => shares(keys[at]?.column ?? '')))
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

/** The pairs of a pass that no earlier one found, as a query over `l` and `r`. */
export function pairsOfPass(
  passes: readonly Pass[],
  at: number,
  query: { select: string; left: string; right: string; order: string },
): string {
  const sharedBy = (pass: Pass) => pass.join(' and ')
  const earlier = passes
    .slice(0, at)
    .map((pass) => ` and (${sharedBy(pass)}) is not true`)
    .join('')
  return `select ${query.select} from ${query.left} l join ${query.right} r on ${sharedBy(passes[at] ?? [])}
           where ${query.order}${earlier}`
}
