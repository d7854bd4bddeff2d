import type { ReadDb } from '../database/database.ts'
import { instantOfEpoch } from './act-text.ts'
import type { ExportedCheckpoint, ExportedKey, LogHeader, LogLine } from './export-format.ts'
import { ask, askInBatches } from './rows.ts'

/**
 * One county's whole sealed log as lines of JSON, each with its line break: header, acts in the order of the log
 * with their subjects, each checkpoint after the acts it covers, end. Holds no more than a batch in memory.
 * `db` is the snapshot of `Database.read`, open until the last line is taken.
 */
export async function* exportLog(db: ReadDb, county: number): AsyncGenerator<string, void> {
  const checkpoints = await listCheckpoints(db, county)
  const size = checkpoints.at(-1)?.size ?? 0
  const line = (value: LogHeader | LogLine) => `${JSON.stringify(value)}\n`
  yield line({ format: 'qingnuan-log-1', county, size, keys: await listKeys(db, county) })
  const batches = askInBatches<{
    position: string
    hash: string
    text: string | null
    subjects: string[] | null
  }>(
    db,
    `select l.position::text as position, encode(l.hash, 'hex') as hash, a.text,
            (select json_agg(s.subject_type || ':' || s.subject::text
                             order by (s.subject_type || ':' || s.subject::text) collate "C")
               from act_subject s where s.county = l.county and s.act = l.act) as subjects
       from log_leaf l left join act a on a.county = l.county and a.id = l.act
      where l.county = $1 and l.position >= 0 and l.position < $2 order by l.position`,
    [county, size],
    100,
  )
  let next = 0
  for await (const rows of batches)
    for (const row of rows) {
      const position = Number(row.position)
      for (let due = checkpoints[next]; due && due.size <= position; due = checkpoints[++next])
        yield line({ checkpoint: due })
      yield line({ act: { position, hash: row.hash, text: row.text, subjects: row.subjects ?? [] } })
    }
  for (const due of checkpoints.slice(next)) yield line({ checkpoint: due })
  yield line({ end: { acts: size, checkpoints: checkpoints.length } })
}

export async function listKeys(db: ReadDb, county: number): Promise<ExportedKey[]> {
  return ask<ExportedKey>(
    db,
    `select key_id as "keyId", algorithm, public_key as "publicKey" from log_key where county = $1 order by key_id`,
    [county],
  )
}

/** All checkpoints, or the newest `most`, smallest first. */
export async function listCheckpoints(
  db: ReadDb,
  county: number,
  most?: number,
): Promise<ExportedCheckpoint[]> {
  const rows = await ask<Omit<ExportedCheckpoint, 'size' | 'previous'> & { size: string; previous: string }>(
    db,
    `select size::text as size, previous::text as previous, encode(root, 'hex') as root,
            extract(epoch from made_at)::text as "madeAt", key_id as "keyId", encode(signature, 'hex') as signature
       from (select *, coalesce(lag(log_checkpoint.size) over (order by log_checkpoint.size), 0) as previous
               from log_checkpoint where county = $1) c
      order by c.size desc limit $2`,
    [county, most ?? null],
  )
  return rows.reverse().map((row) => ({
    ...row,
    size: Number(row.size),
    previous: Number(row.previous),
    madeAt: instantOfEpoch(row.madeAt) ?? row.madeAt,
  }))
}
