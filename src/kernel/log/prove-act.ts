import type { VerifyingKey } from '../cipher/keys.ts'
import type { ReadDb } from '../database/database.ts'
import { isSigned } from './checkpoint.ts'
import { readCheckpoint } from './export-format.ts'
import { listCheckpoints } from './export-log.ts'
import { hashLeaf } from './merkle.ts'
import { inclusionRanges, RangeRoots, rootFromInclusion } from './merkle-proof.ts'
import { readLeaves } from './prove.ts'
import { ask } from './rows.ts'

export interface ActProof {
  /** The act's place in the county's log. */
  position: number
  /** The newest checkpoint it is proven against. */
  size: number
  root: string
  madeAt: string
  keyId: string
  /** Hash of the act's text as it stands now. */
  leaf: string
  /** The siblings that lead from the leaf to the root, nearest first. */
  path: string[]
  /** The leaf is that of this text, the path leads to the root, and a trusted key signed the root. */
  holds: boolean
}

/** One act's place in the log, proven now. Undefined while it waits for its checkpoint. */
export async function proveAct(
  db: ReadDb,
  county: number,
  act: string,
  trusted: readonly VerifyingKey[],
): Promise<ActProof | undefined> {
  const [row] = await ask<{ position: string; text: string }>(
    db,
    `select l.position::text as position, a.text from log_leaf l join act a on a.county = l.county and a.id = l.act
      where l.county = $1 and l.act = $2`,
    [county, act],
  )
  const [checkpoint] = await listCheckpoints(db, county, 1)
  const position = Number(row?.position)
  if (!row || !checkpoint || position < 0 || position >= checkpoint.size) return undefined
  const { size, root, madeAt, keyId } = checkpoint
  const ranges = inclusionRanges(position, size)
  const roots = new RangeRoots(size, ranges)
  for await (const leaf of readLeaves(db, county, size)) roots.append(leaf)
  const path = roots.isWhole() ? ranges.map((range) => roots.rootOf(range)) : []
  const leaf = hashLeaf(row.text)
  const key = trusted.find((each) => each.keyId === keyId)
  return {
    ...{ position, size, root, madeAt, keyId },
    leaf: leaf.toString('hex'),
    path: path.map((hash) => hash.toString('hex')),
    holds:
      rootFromInclusion(leaf, position, size, path)?.toString('hex') === root &&
      key !== undefined &&
      isSigned(key, readCheckpoint(county, checkpoint)),
  }
}
