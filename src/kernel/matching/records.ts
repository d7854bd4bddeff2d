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

/**
 * Writes the features of the records into the temporary table `match_record`, numbered from 0 in their order; by `draw` they
 * stand in a random order that is always the same.
 */
export async function writeRecords(
  client: ClientBase,
  fields: readonly MatchField[],
  records: readonly MatchRecord[],
): Promise<void> {
  const names = fields.flatMap(({ kind, key }) => columnsOf[kind].map((suffix) => `${key}${suffix}`))
  const columns = names.map((name) => `${name} ${name.endsWith('_repairs') ? 'text[]' : 'text'} collate "C"`)
  await client.query(
    `create temporary table match_record (id int, side smallint, draw bigint generated always as (hashint4(id)) stored, ${columns.join(', ')})`,
  )
  const lines = function* () {
    for (const [id, { side, texts }] of records.entries()) {
      const cells = fields.flatMap(({ kind }, at) => featuresOf(kind, texts[at] ?? '').map(copyText))
      yield `${id}\t${side}\t${cells.join('\t')}\n`
    }
  }
  await pipeline(
    Readable.from(lines()),
    client.query(from(`copy match_record (id, side, ${names.join(', ')}) from stdin`)),
  )
  await client.query('alter table match_record add primary key (id)')
  await client.query('analyze match_record')
}

function copyText(value: Feature): string {
  if (value === null) return '\\N'
  const plain = Array.isArray(value) ? `{${value.map((text) => JSON.stringify(text)).join(',')}}` : value
  return plain.replace(/[\\\t\n\r]/g, (sign) => (sign === '\\' ? '\\\\' : ' '))
}
