import type { ReadDb } from '../database/database.ts'
import type { Findings } from './finding.ts'
import { Edge } from './merkle.ts'
import { askInBatches } from './rows.ts'
import type { Mismatch } from './verify-acts.ts'
import { checkpointsSql } from './verify-checkpoints.ts'

/** What the walk over acts and checkpoints has left to the tree to decide. */
export interface TreeQuestions {
  /** Sealed size. */
  size: number
  mismatches: Map<number, Mismatch>
  /** Leaf hashes that may belong where leaves are missing, in their order; as many as are missing, or none. */
  spare: readonly Buffer[]
  invalidCheckpoints: ReadonlySet<number>
}

/**
 * Grows the tree again from the leaves in the order of their positions and compares it at every signed
 * checkpoint. Where act and leaf do not fit each other, it grows both ways, and the signed root tells which of
 * them is the sealed one. Answers the final edge, or undefined where the tree could not be followed to its end.
 */
export async function verifyTree(
  db: ReadDb,
  findings: Findings,
  questions: TreeQuestions,
  onLeaf: (done: number) => void,
): Promise<Edge | undefined> {
  const walk = new TreeWalk(findings, questions)
  const checkpoints = await signedRoots(db, findings.county, questions.invalidCheckpoints)
  const batches = askInBatches<{ position: string; hash: string }>(
    db,
    `select position::text as position, encode(hash, 'hex') as hash from log_leaf
      where county = $1 and position >= 0 and position < $2 order by log_leaf.position`,
    [findings.county, questions.size],
    10_000,
  )
  /** Goes on to `position`, over missing leaves and past the checkpoints on the way. */
  const advance = async (position: number) => {
    for (;;) {
      const next = checkpoints.next
      const stop = next && next.size <= position ? next.size : position
      walk.skipTo(stop)
      if (!next || next.size > position) return
      walk.meet(next)
      await checkpoints.step()
    }
  }
  for await (const rows of batches) {
    for (const row of rows) {
      await advance(Number(row.position))
      walk.add(Buffer.from(row.hash, 'hex'))
      onLeaf(walk.size)
    }
    if (walk.lost) break
  }
  if (!walk.lost) await advance(questions.size)
  return walk.finish()
}

interface SignedRoot {
  size: number
  root: Buffer
}

async function signedRoots(db: ReadDb, county: number, invalid: ReadonlySet<number>) {
  const batches = askInBatches<{ size: string; root: string }>(db, checkpointsSql, [county])
  let rows: SignedRoot[] = []
  const roots = {
    next: undefined as SignedRoot | undefined,
    async step(): Promise<void> {
      while (rows.length === 0) {
        const batch = await batches.next()
        if (batch.done) return void (roots.next = undefined)
        rows = batch.value
          .map((row) => ({ size: Number(row.size), root: Buffer.from(row.root, 'hex') }))
          .filter((row) => !invalid.has(row.size))
          .reverse()
      }
      roots.next = rows.pop()
    },
  }
  await roots.step()
  return roots
}

class TreeWalk {
  readonly #findings: Findings
  readonly #mismatches: Map<number, Mismatch>
  readonly #spare: Buffer[]
  /** By the leaves as stored. */
  #stored = Edge.empty()
  /** By what the acts say, as long as that is another tree since the last confirmed checkpoint. */
  #said: Edge | undefined
  #storedHasGap = false
  #confirmed = 0
  #open: Mismatch[] = []
  lost = false

  constructor(findings: Findings, { mismatches, spare }: TreeQuestions) {
    this.#findings = findings
    this.#mismatches = new Map(mismatches)
    this.#spare = [...spare].reverse()
  }

  get size(): number {
    return this.#stored.size
  }

  add(hash: Buffer): void {
    if (this.lost) return
    const mismatch = this.#mismatches.get(this.size)
    if (mismatch) {
      this.#mismatches.delete(this.size)
      this.#open.push(mismatch)
      this.#said ??= this.#stored.copy()
    }
    this.#said?.append(mismatch?.textHash ?? hash)
    this.#stored.append(hash)
  }

  skipTo(position: number): void {
    if (this.lost || this.size >= position) return
    const [from, to] = [this.size, position - 1]
    const key: Record<string, number> = from === to ? { position: from } : { from, to }
    this.#findings.add({ table: 'log_leaf', key, code: 'removed' })
    while (this.size < position) {
      const hash = this.#spare.pop()
      if (!hash) return this.#loseTrack()
      this.#said ??= this.#stored.copy()
      this.#said.append(hash)
      this.#stored.append(hash)
      this.#storedHasGap = true
    }
  }

  meet({ size, root }: SignedRoot): void {
    if (this.lost) return
    if (!this.#storedHasGap && this.#stored.root().equals(root)) this.#settle('act')
    else if (this.#said?.root().equals(root)) {
      this.#stored = this.#said
      this.#settle('log_leaf')
    } else return this.#loseTrack()
    this.#confirmed = size
    this.#said = undefined
    this.#storedHasGap = false
  }

  finish(): Edge | undefined {
    const whole = !this.lost && this.#open.length === 0 && !this.#storedHasGap
    this.#leaveOpen()
    return whole ? this.#stored : undefined
  }

  #settle(changed: 'act' | 'log_leaf'): void {
    for (const { act, position, remarks } of this.#open) {
      if (changed === 'act') {
        this.#findings.add({ table: 'act', key: { id: act }, code: 'changed', column: 'text' })
        continue
      }
      this.#findings.add({ table: 'log_leaf', key: { position }, code: 'changed', column: 'hash' })
      for (const remark of remarks) this.#findings.add(remark)
    }
    this.#open = []
  }

  #loseTrack(): void {
    this.lost = true
    this.#findings.add({ table: 'log_leaf', key: { from: this.#confirmed }, code: 'unconfirmed' })
    this.#leaveOpen()
  }

  /** Without a signature to tell, both rows of every pair that does not fit are named. */
  #leaveOpen(): void {
    for (const { act, position, remarks } of [...this.#open, ...this.#mismatches.values()]) {
      this.#findings.add({ table: 'act', key: { id: act }, code: 'disagrees', column: 'text' })
      this.#findings.add({ table: 'log_leaf', key: { position }, code: 'disagrees', column: 'hash' })
      for (const remark of remarks) this.#findings.add(remark)
    }
    this.#open = []
    this.#mismatches.clear()
  }
}
