import { readVerifyingKey, type VerifyingKey } from '../cipher/keys.ts'
import type { ReadDb } from '../database/database.ts'
import { epochText, instantOfEpoch } from './act-text.ts'
import { type Checkpoint, isSigned } from './checkpoint.ts'
import type { Findings } from './finding.ts'
import { ask, askInBatches } from './rows.ts'

export interface CheckpointsSeen {
  count: number
  /** The newest one whose signature holds. */
  last?: Checkpoint
  /** Sizes of those whose signature does not. */
  invalid: Set<number>
}

interface CheckpointRow {
  size: string
  root: string
  made_at: string
  key_id: string
  signature: string
}

/** Roots and sizes in ascending order, for walking beside the leaves. */
export const checkpointsSql = `
  select size::text as size, encode(root, 'hex') as root, extract(epoch from made_at)::text as made_at, key_id,
         encode(signature, 'hex') as signature
    from log_checkpoint where county = $1 order by log_checkpoint.size`

/**
 * Checks every checkpoint's signature and that none is missing between two. `trusted` are the keys known from
 * outside the database; without them only the database's own word stands for its keys.
 */
export async function verifyCheckpoints(
  db: ReadDb,
  findings: Findings,
  trusted: readonly VerifyingKey[] | undefined,
): Promise<CheckpointsSeen> {
  const keys = await verifyKeys(db, findings, trusted)
  const seen: CheckpointsSeen = { count: 0, invalid: new Set() }
  const chain = new Chain()
  for await (const rows of askInBatches<CheckpointRow>(db, checkpointsSql, [findings.county])) {
    for (const row of rows) {
      seen.count++
      const size = Number(row.size)
      const key = keys.usable.get(row.key_id)
      if (!key) {
        findings.add({
          table: 'log_checkpoint',
          key: { size },
          code: 'unknown-key',
          column: 'key_id',
          found: row.key_id,
        })
        seen.invalid.add(size)
        chain.skip(size)
        continue
      }
      const checkpoint = chain.follow(key, {
        county: findings.county,
        size,
        root: Buffer.from(row.root, 'hex'),
        madeAt: instantOfEpoch(row.made_at) ?? row.made_at,
        keyId: row.key_id,
        signature: Buffer.from(row.signature, 'hex'),
      })
      if (!checkpoint) {
        findings.add({ table: 'log_checkpoint', key: { size }, code: 'signature' })
        seen.invalid.add(size)
        continue
      }
      if (checkpoint.missing)
        findings.add({ table: 'log_checkpoint', key: { size: checkpoint.missing }, code: 'removed' })
      keys.used(checkpoint)
      seen.last = checkpoint
    }
  }
  keys.finish()
  return seen
}

/** Follows each checkpoint's link to the one before it. */
class Chain {
  #last = 0
  #skipped: number[] = []
  /** Looking for the size of a removed checkpoint costs a signature check each; enough for any honest gap. */
  #tries = 50_000

  skip(size: number): void {
    this.#skipped.push(size)
  }

  /** The checkpoint with its `previous`, and with the size of one that must have stood before it but does not. */
  follow(
    key: VerifyingKey,
    row: Omit<Checkpoint, 'previous'>,
  ): (Checkpoint & { missing?: number }) | undefined {
    const fits = (previous: number) => isSigned(key, { ...row, previous })
    let previous = [this.#last, ...this.#skipped].find(fits)
    let missing: number | undefined
    for (let size = row.size - 1; previous === undefined && size > this.#last && this.#tries > 0; size--) {
      this.#tries--
      if (fits(size)) previous = missing = size
    }
    if (previous === undefined) {
      this.#skipped.push(row.size)
      return undefined
    }
    this.#last = row.size
    this.#skipped = []
    return { ...row, previous, missing }
  }
}

interface KeyRow {
  key_id: string
  algorithm: string
  public_key: string
  since: string
}

/** The keys signatures are checked with, and a watch over the rows of `log_key`: each belongs to a first use. */
async function verifyKeys(db: ReadDb, findings: Findings, trusted: readonly VerifyingKey[] | undefined) {
  const rows = await ask<KeyRow>(
    db,
    `select key_id, algorithm, public_key, extract(epoch from since)::text as since
       from log_key where county = $1 order by key_id`,
    [findings.county],
  )
  const usable = new Map(trusted?.map((key) => [key.keyId, key]))
  for (const row of rows) {
    const key = tryReading(row.public_key)
    const place = { table: 'log_key', key: { key_id: row.key_id } } as const
    if (!key || key.pem !== row.public_key) findings.add({ ...place, code: 'changed', column: 'public_key' })
    else if (key.keyId !== row.key_id)
      findings.add({ ...place, code: 'column', column: 'key_id', expected: key.keyId, found: row.key_id })
    else if (key.algorithm !== row.algorithm)
      findings.add({
        ...place,
        code: 'column',
        column: 'algorithm',
        expected: key.algorithm,
        found: row.algorithm,
      })
    else if (trusted && !usable.has(key.keyId)) findings.add({ ...place, code: 'untrusted-key' })
    if (key && !trusted) usable.set(key.keyId, key)
  }
  const unused = new Map(rows.map((row) => [row.key_id, row]))
  const known = new Set<string>()
  return {
    usable,
    used({ keyId, madeAt }: Checkpoint): void {
      if (known.has(keyId)) return
      known.add(keyId)
      const row = unused.get(keyId)
      unused.delete(keyId)
      const place = { table: 'log_key', key: { key_id: keyId } } as const
      if (!row) findings.add({ ...place, code: 'removed' })
      else if (row.since !== epochText(madeAt)) {
        const found = instantOfEpoch(row.since) ?? row.since
        findings.add({ ...place, code: 'column', column: 'since', expected: madeAt, found })
      }
    },
    finish(): void {
      for (const keyId of unused.keys())
        findings.add({ table: 'log_key', key: { key_id: keyId }, code: 'added' })
    },
  }
}

function tryReading(pem: string): VerifyingKey | undefined {
  try {
    return readVerifyingKey(pem)
  } catch {
    return undefined
  }
}
