import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from } from 'pg-copy-streams'
import { bareName } from './bare.ts'
import { county } from './county.ts'

type Kind = 'home.install' | 'home.self-check'

/** The tables an act inserts into, and the column that names the act. */
const inserted: Record<Kind, readonly (readonly [table: string, act: string])[]> = {
  'home.install': [
    ['act', 'id'],
    ['act_subject', 'act'],
    ['act_evidence', 'act'],
    ['log_pending', 'act'],
    ['installation', 'install_act'],
    ['device', 'act'],
  ],
  'home.self-check': [
    ['act', 'id'],
    ['act_subject', 'act'],
    ['act_evidence', 'act'],
    ['log_pending', 'act'],
  ],
}

interface Inserted {
  table: string
  /** Every column as the database writes it. */
  values: (string | null)[]
}

interface OneAct {
  rows: Inserted[]
  home: string
}

/** What acts wrote: the rows they inserted and the homes they moved to a stage. */
export interface Written {
  kind: Kind
  stage: string
  acts: Map<string, OneAct>
}

const asText = { getTypeParser: () => (value: string) => value } as unknown as pg.CustomTypesConfig

export async function writtenBy(pool: pg.Pool, kind: Kind, ids: readonly string[]): Promise<Written> {
  const acts = new Map<string, OneAct>(ids.map((id) => [id, { rows: [], home: '' }]))
  for (const [table, column] of inserted[kind]) {
    const { rows, fields } = await pool.query<(string | null)[]>({
      text: `select * from ${table} where county = $1 and ${column} = any($2::uuid[])`,
      values: [county, ids],
      rowMode: 'array',
      types: asText,
    })
    const at = fields.findIndex(({ name }) => name === column)
    for (const values of rows) acts.get(values[at] ?? '')?.rows.push({ table, values })
  }
  for (const act of acts.values())
    act.home = act.rows.find(({ table }) => table === 'act_subject')?.values[3] ?? ''
  return { kind, acts, stage: kind === 'home.install' ? 'installed' : 'self-checked' }
}

const moveHome = `update ${bareName('home')} set stage = $3 where county = $1 and id = any($2::uuid[])`
const checkHome = `
  update ${bareName('installation')} set self_checked_on = '2023-08-03', self_checked_by = home, self_check = '[]',
         self_check_act = home
   where county = $1 and home = any($2::uuid[])`

async function change(client: pg.PoolClient, { kind, stage }: Written, homes: string[]): Promise<void> {
  await client.query({ name: 'move', text: moveHome, values: [county, homes, stage] })
  if (kind === 'home.self-check')
    await client.query({ name: 'check', text: checkHome, values: [county, homes] })
}

async function transaction(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await work(client)
    await client.query('commit')
  } finally {
    client.release()
  }
}

/** Does again what acts wrote, without asking anything: into the bare tables. */
export const repeatActs = {
  /** One act as one transaction, one prepared statement a row. */
  alone: (pool: pg.Pool, written: Written, { rows, home }: OneAct): Promise<void> =>
    transaction(pool, async (client) => {
      for (const { table, values } of rows)
        await client.query({
          name: `bare ${table}`,
          text: `insert into ${bareName(table)} values (${values.map((_, at) => `$${at + 1}`).join(', ')})`,
          values,
        })
      await change(client, written, [home])
    }),

  /** All of them as one transaction, one COPY a table. */
  inOne: (pool: pg.Pool, written: Written): Promise<void> =>
    transaction(pool, async (client) => {
      const acts = [...written.acts.values()]
      const rows = acts.flatMap((act) => act.rows)
      for (const [table] of inserted[written.kind]) {
        const lines = rows.filter((row) => row.table === table).map(({ values }) => copyLine(values))
        await pipeline(
          Readable.from([lines.join('')]),
          client.query(from(`copy ${bareName(table)} from stdin`)),
        )
      }
      await change(
        client,
        written,
        acts.map(({ home }) => home),
      )
    }),
}

const copyLine = (values: readonly (string | null)[]): string =>
  `${values.map((value) => (value === null ? '\\N' : value.replace(/[\\\n\t\r]/g, escaped))).join('\t')}\n`

const escaped = (letter: string): string =>
  ({ '\\': '\\\\', '\n': '\\n', '\t': '\\t', '\r': '\\r' })[letter] ?? letter
