import type pg from 'pg'
import type { SigningKey } from '../cipher/keys.ts'
import { signCheckpoint } from './checkpoint.ts'
import { Edge } from './merkle.ts'

/** The stored head is not what the last checkpoint signed. Nothing is sealed onto it until a person has looked. */
export class LogHeadDamaged extends Error {
  readonly county: number
  constructor(county: number) {
    super(
      `${county}: 日志树与最近一次签名不符,已停止封存;请运行 npm run verify 查明。` +
        ` The log's head does not fit its last checkpoint; sealing has stopped. Run npm run verify.`,
    )
    this.name = 'LogHeadDamaged'
    this.county = county
  }
}

/**
 * One transaction: appends waiting acts of one county, in rounds of `batch` up to `most`, moves the head and
 * signs a checkpoint. Answers how many it sealed.
 */
export async function sealCounty(
  pool: pg.Pool,
  key: SigningKey,
  county: number,
  { batch, most, now }: { batch: number; most: number; now: Date },
): Promise<number> {
  const client = await pool.connect()
  let broken: Error | undefined
  // A connection that dies says so by an event too; unheard, that would end the program.
  const onError = (error: Error) => (broken = error)
  client.on('error', onError)
  try {
    await client.query('begin')
    // Were a policy to hide rows from us, this makes it an error instead of a log that silently stands still.
    await client.query('set local row_security = off')
    const edge = await lockHead(client, county)
    const before = edge.size
    const previous = await lastCheckpoint(client, county)
    if (previous.size !== before || (previous.root && !previous.root.equals(edge.root())))
      throw new LogHeadDamaged(county)
    // Upwards by act id: an act that commits meanwhile with a smaller id waits for the next seal.
    let after: string | undefined
    while (edge.size - before < most) {
      const last = await sealBatch(client, county, edge, after, Math.min(batch, most))
      if (last === undefined) break
      after = last
    }
    const sealed = edge.size - before
    if (sealed > 0) await writeHead(client, county, key, edge, previous.size, now)
    await client.query('commit')
    return sealed
  } catch (error) {
    await client.query('rollback').catch(onError)
    throw error
  } finally {
    client.off('error', onError)
    client.release(broken)
  }
}

async function lockHead(client: pg.PoolClient, county: number): Promise<Edge> {
  await client.query(
    "insert into log_head (county, size, edge) values ($1, 0, '') on conflict (county) do nothing",
    [county],
  )
  const { rows } = await client.query<{ size: string; edge: Buffer }>(
    'select size::text as size, edge from log_head where county = $1 for update',
    [county],
  )
  const [head] = rows
  if (!head) throw new LogHeadDamaged(county)
  try {
    return Edge.parse(Number(head.size), head.edge)
  } catch {
    throw new LogHeadDamaged(county)
  }
}

async function lastCheckpoint(
  client: pg.PoolClient,
  county: number,
): Promise<{ size: number; root?: Buffer }> {
  const { rows } = await client.query<{ size: string; root: Buffer }>(
    'select size::text as size, root from log_checkpoint where county = $1 order by log_checkpoint.size desc limit 1',
    [county],
  )
  const [row] = rows
  return row ? { size: Number(row.size), root: row.root } : { size: 0 }
}

/** Appends the acts that follow `after` in id order, from the first without it; answers the last one's id, or undefined where there were none. */
async function sealBatch(
  client: pg.PoolClient,
  county: number,
  edge: Edge,
  after: string | undefined,
  limit: number,
): Promise<string | undefined> {
  // The server hashes the texts, so that a burst of long acts never has to travel.
  const { rows } = await client.query<{ act: string; hash: Buffer; sealed: boolean }>(
    `select p.act::text as act, sha256('\\x00'::bytea || convert_to(a.text, 'UTF8')) as hash,
            l.act is not null as sealed
       from log_pending p
       join act a on a.county = p.county and a.id = p.act
       left join log_leaf l on l.county = p.county and l.act = p.act
      where p.county = $1 and p.act ${after === undefined ? '>=' : '>'} $2
      order by p.act limit $3`,
    [county, after ?? '00000000-0000-0000-0000-000000000000', limit],
  )
  const last = rows.at(-1)
  if (!last) return undefined
  const fresh = rows.filter((row) => !row.sealed)
  const start = edge.size
  for (const row of fresh) edge.append(row.hash)
  await client.query(
    `insert into log_leaf (county, position, act, hash)
     select $1, $2::bigint + place - 1, act, hash
       from unnest($3::uuid[], $4::bytea[]) with ordinality as t (act, hash, place)`,
    [county, start, fresh.map((row) => row.act), fresh.map((row) => row.hash)],
  )
  await client.query('delete from log_pending where county = $1 and act = any($2::uuid[])', [
    county,
    rows.map((row) => row.act),
  ])
  return last.act
}

async function writeHead(
  client: pg.PoolClient,
  county: number,
  key: SigningKey,
  edge: Edge,
  previous: number,
  now: Date,
): Promise<void> {
  const made = signCheckpoint(key, {
    county,
    size: edge.size,
    root: edge.root(),
    madeAt: now.toISOString(),
    previous,
  })
  await client.query('update log_head set size = $2, edge = $3 where county = $1', [
    county,
    edge.size,
    edge.bytes(),
  ])
  await client.query(
    `insert into log_key (county, key_id, algorithm, public_key, since) values ($1, $2, $3, $4, $5)
     on conflict (county, key_id) do nothing`,
    [county, key.keyId, key.algorithm, key.pem, made.madeAt],
  )
  await client.query(
    `insert into log_checkpoint (county, size, root, made_at, key_id, signature) values ($1, $2, $3, $4, $5, $6)`,
    [county, made.size, made.root, made.madeAt, made.keyId, made.signature],
  )
}
