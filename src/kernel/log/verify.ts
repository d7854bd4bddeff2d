import type { VerifyingKey } from '../cipher/keys.ts'
import type { ReadDb } from '../database/database.ts'
import { type Finding, Findings, isDifference, TooManyFindings } from './finding.ts'
import { Edge } from './merkle.ts'
import { ask } from './rows.ts'
import { type ActsSeen, verifyActs } from './verify-acts.ts'
import { type CheckpointsSeen, verifyCheckpoints } from './verify-checkpoints.ts'
import { verifyTree } from './verify-tree.ts'

export interface VerifyOptions {
  /** Public keys known from outside the database. Without any, the database's own are believed. */
  trusted?: readonly VerifyingKey[]
  /** An act recorded before this and still waiting to be sealed is named. */
  overdueBefore: Date
  onProgress?(progress: VerifyProgress): void
  /** Stops looking after so many findings. Default 1000. */
  mostFindings?: number
}

export interface VerifyProgress {
  stage: 'acts' | 'tree'
  done: number
  total: number
}

export interface Verification {
  county: number
  acts: number
  checkpoints: number
  /** Committed and not yet sealed. */
  waiting: number
  /** The newest checkpoint whose signature holds: what this verification stands on. */
  last?: { size: number; root: string; madeAt: string; keyId: string }
  findings: Finding[]
  /** No row differs; waiting acts are none. */
  sound: boolean
}

/**
 * Checks one county's whole log: every act against its columns, subjects, evidence and leaf, the tree against
 * every signed checkpoint, and that nothing was added or removed. `db` is the snapshot of `Database.read`;
 * memory stays bounded however long the log is. What cannot be seen from inside the database is its whole end
 * cut off together with the checkpoints over it: keep a checkpoint elsewhere for that.
 */
export async function verifyLog(db: ReadDb, county: number, options: VerifyOptions): Promise<Verification> {
  await refuseFencedView(db, county)
  const findings = new Findings(county, options.mostFindings ?? 1000)
  let acts: ActsSeen | undefined
  let checkpoints: CheckpointsSeen | undefined
  try {
    checkpoints = await verifyCheckpoints(db, findings, options.trusted)
    const head = await readHead(db, county)
    const leaves = await countPositions(db, county)
    const size = sealedSize(checkpoints, head, leaves)
    if (size > (checkpoints.last?.size ?? 0) && !checkpoints.invalid.has(size))
      findings.add({ table: 'log_checkpoint', key: { size }, code: 'removed' })

    acts = await verifyActs(db, findings, size, options.overdueBefore, progressOf(options, 'acts', size))
    const unsealed = nameLostRows(findings, acts, size)
    const spare = [...acts.strays, ...unsealed].map((row) => row.hash)
    const edge = await verifyTree(
      db,
      findings,
      {
        size,
        mismatches: acts.mismatches,
        spare: spare.length === size - acts.leaves ? spare : [],
        invalidCheckpoints: checkpoints.invalid,
      },
      progressOf(options, 'tree', size),
    )
    verifyHead(findings, head, size, edge, checkpoints)
  } catch (error) {
    if (!(error instanceof TooManyFindings)) throw error
  }
  const last = checkpoints?.last
  return {
    county,
    acts: acts?.acts ?? 0,
    checkpoints: checkpoints?.count ?? 0,
    waiting: acts?.waiting ?? 0,
    last: last && {
      size: last.size,
      root: last.root.toString('hex'),
      madeAt: last.madeAt,
      keyId: last.keyId,
    },
    findings: findings.list,
    sound: !findings.list.some(isDifference),
  }
}

/** Row-level security set for another county would show an empty log, and an empty log verifies. */
async function refuseFencedView(db: ReadDb, county: number): Promise<void> {
  const [view] = await ask<{ fenced: boolean; county: string | null }>(
    db,
    "select row_security_active('act') as fenced, current_setting('app.county', true) as county",
    [],
  )
  if (view?.fenced && view.county !== String(county))
    throw new Error(`This connection sees county ${view.county || 'none'}, not ${county}.`)
}

interface Head {
  size: number
  bytes: Buffer
  /** Undefined where bytes and size cannot belong together. */
  edge?: Edge
}

async function readHead(db: ReadDb, county: number): Promise<Head | undefined> {
  const [row] = await ask<{ size: string; edge: string }>(
    db,
    "select size::text as size, encode(edge, 'hex') as edge from log_head where county = $1",
    [county],
  )
  if (!row) return undefined
  const head = { size: Number(row.size), bytes: Buffer.from(row.edge, 'hex') }
  try {
    return { ...head, edge: Edge.parse(head.size, head.bytes) }
  } catch {
    return head
  }
}

/** How many positions the leaves reach over: the largest plus one. */
async function countPositions(db: ReadDb, county: number): Promise<number> {
  const [row] = await ask<{ most: string | null }>(
    db,
    'select max(position)::text as most from log_leaf where county = $1',
    [county],
  )
  return row?.most ? Number(row.most) + 1 : 0
}

/** The size that was sealed, as far as signature, head and leaves can vouch for it, in this order. */
function sealedSize({ last }: CheckpointsSeen, head: Head | undefined, positions: number): number {
  const byHead = head?.edge && head.size <= positions ? head.size : 0
  return Math.max(last?.size ?? 0, byHead) || (head?.edge ? 0 : positions)
}

/**
 * Names acts without leaves and leaves without acts; where one act's leaf is under another id, the row whose id
 * changed. Answers the acts that no leaf could be found for.
 */
function nameLostRows(findings: Findings, acts: ActsSeen, size: number): ActsSeen['unsealed'] {
  const byHash = new Map(acts.unsealed.map((act) => [act.hash.toString('hex'), act]))
  for (const { act, position, hash } of acts.orphans) {
    const fitting = byHash.get(hash.toString('hex'))
    if (fitting) byHash.delete(hash.toString('hex'))
    // The act's own id changed: named already, since its text says another.
    if (fitting?.textId === act) continue
    if (fitting)
      findings.add({
        table: 'log_leaf',
        key: { position },
        code: 'column',
        column: 'act',
        expected: fitting.id,
        found: act,
      })
    else if (position >= 0 && position < size)
      findings.add({ table: 'act', key: { id: act }, code: 'removed' })
  }
  for (const { position } of acts.strays)
    findings.add({ table: 'log_leaf', key: { position }, code: 'added' })
  const unsealed = [...byHash.values()]
  for (const { id } of unsealed) findings.add({ table: 'act', key: { id }, code: 'unsealed' })
  acts.strays.sort((a, b) => a.position - b.position)
  return unsealed
}

function verifyHead(
  findings: Findings,
  head: Head | undefined,
  size: number,
  edge: Edge | undefined,
  { last }: CheckpointsSeen,
): void {
  const place = { table: 'log_head', key: {} } as const
  if (!head) {
    if (size > 0) findings.add({ ...place, code: 'removed' })
    return
  }
  if (head.size !== size) {
    findings.add({
      ...place,
      code: 'column',
      column: 'size',
      expected: String(size),
      found: String(head.size),
    })
    return
  }
  const fits = edge
    ? head.bytes.equals(edge.bytes())
    : // The leaves could not be followed, but the signed root still tells about the head.
      head.edge !== undefined && (last?.size !== size || head.edge.root().equals(last.root))
  if (!fits) findings.add({ ...place, code: 'changed', column: 'edge' })
}

function progressOf(options: VerifyOptions, stage: VerifyProgress['stage'], total: number) {
  return (done: number) => {
    if (done % 2000 === 0 || done === total) options.onProgress?.({ stage, done, total })
  }
}
