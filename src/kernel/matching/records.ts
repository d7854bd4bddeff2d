import type { ClientBase } from 'pg'
import { from } from 'pg-copy-streams'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { columnsOf, type Feature, featuresOf } from './features.ts'
import type { MatchField } from './model.ts'

/** One record to compare: its side (0, or 1 for the second file) and its texts in the order of the fields. */
export interface MatchRecord {
  side: 0 | 1
  texts: readonly string[]
}

/** How often the values of a field occur: `pairs` of records agree on one. */
interface Frequencies {
  pairs: number
  counts: Map<string, number>
}

/**
 * Writes the records into the temporary table `match_record`, numbered from 0 in their order, and answers how many
 * pairs of records agree on each field by its main feature. `…_rare` says in bits how much rarer than the average
 * a value is: that two people share a rare name says more than that they share a common one.
 */
export async function writeRecords(
  client: ClientBase,
  fields: readonly MatchField[],
  records: readonly MatchRecord[],
  between: boolean,
): Promise<Map<string, number>> {
  const features = records.map(({ texts }) => fields.map(({ kind }, at) => featuresOf(kind, texts[at] ?? '')))
  const frequencies = fields.map((_, at) => countValues(features, records, at, between))
  const columns = fields.flatMap(({ kind, key }) => [
    ...columnsOf[kind].map(
      (suffix) => `${key}${suffix} ${suffix === '_repairs' ? 'text[]' : 'text'} collate "C"`,
    ),
    `${key}_rare real`,
  ])
  await client.query(`create temporary table match_record (id int, side smallint, ${columns.join(', ')})`)
  const lines = function* () {
    for (const [id, record] of records.entries()) {
      const cells: string[] = [String(id), String(record.side)]
      for (const at of fields.keys()) {
        const values = features[id]?.[at] ?? []
        for (const value of values) cells.push(copyText(value))
        cells.push(rarity(frequencies[at], values[0], records.length))
      }
      yield `${cells.join('\t')}\n`
    }
  }
  await pipeline(Readable.from(lines()), client.query(from('copy match_record from stdin')))
  await client.query('alter table match_record add primary key (id)')
  await client.query('analyze match_record')
  return new Map(fields.map(({ name }, at) => [name, frequencies[at]?.pairs ?? 0]))
}

function countValues(
  features: readonly Feature[][][],
  records: readonly MatchRecord[],
  at: number,
  between: boolean,
): Frequencies {
  const sides = [new Map<string, number>(), new Map<string, number>()] as const
  for (const [id, row] of features.entries()) {
    const value = row[at]?.[0]
    if (typeof value !== 'string') continue
    const counts = sides[records[id]?.side ?? 0]
    counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  const counts = new Map(sides[0])
  let pairs = 0
  for (const [value, count] of sides[1]) {
    pairs += count * (sides[0].get(value) ?? 0)
    counts.set(value, (counts.get(value) ?? 0) + count)
  }
  if (!between) for (const count of sides[0].values()) pairs += (count * (count - 1)) / 2
  return { pairs, counts }
}

const mostCommon = -6
const mostRare = 3

function rarity(frequencies: Frequencies | undefined, value: Feature | undefined, records: number): string {
  if (!frequencies || typeof value !== 'string') return '0'
  // The two that agree may be one person: what is rare is how many others have the value too.
  const others = Math.max(1, (frequencies.counts.get(value) ?? 1) - 1)
  const average = Math.max(1, (2 * frequencies.pairs) / records)
  return Math.max(mostCommon, Math.min(mostRare, Math.log2(average / others))).toFixed(3)
}

function copyText(value: Feature): string {
  if (value === null) return '\\N'
  const plain = Array.isArray(value) ? `{${value.map((text) => JSON.stringify(text)).join(',')}}` : value
  return plain.replace(/[\\\t\n\r]/g, (sign) => (sign === '\\' ? '\\\\' : ' '))
}
