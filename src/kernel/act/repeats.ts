import { sql } from 'kysely'
import type { ReadDb } from '../database/database.ts'
import type { ActContext } from './define.ts'
import type { Outcome } from './outcome.ts'
import type { Prepared } from './prepare.ts'

/**
 * Answers acts that are in the log already: with their first receipt, or that the id is taken by another act. The rest
 * is answered by leaving it in the list, each id once.
 */
export async function answerRepeats(
  db: ReadDb,
  prepared: readonly Prepared[],
  context: ActContext,
  outcomes: Outcome[],
): Promise<Prepared[]> {
  const earlier = await actsInLog(db, prepared, context)
  const seen = new Set<string>()
  return prepared.filter((p) => {
    const before = earlier.get(p.item.id)
    if (before) outcomes[p.index] = answerOf(before, p, context)
    const isFirst = !seen.has(p.item.id)
    seen.add(p.item.id)
    return !before && isFirst
  })
}

/**
 * After the decision. An act that locks nothing yet, such as one that creates its own subject, may have been done by
 * the same request on another connection since we looked: what refused ours then is its own effect. And an id that
 * comes again within the batch is answered as it was the first time.
 */
export async function answerLateRepeats(
  db: ReadDb,
  prepared: readonly Prepared[],
  context: ActContext,
  outcomes: Outcome[],
): Promise<void> {
  const refused = prepared.filter((p) => outcomes[p.index]?.status === 'refused')
  const meanwhile = await actsInLog(db, refused, context)
  for (const p of refused) {
    const done = meanwhile.get(p.item.id)
    if (done) outcomes[p.index] = answerOf(done, p, context)
  }
  const first = new Map<string, Prepared>()
  for (const p of prepared) {
    const before = first.get(p.item.id)
    if (!before) first.set(p.item.id, p)
    else if (outcomes[p.index] === undefined) outcomes[p.index] = sameAnswer(before, p, outcomes)
  }
}

function sameAnswer(before: Prepared, p: Prepared, outcomes: readonly Outcome[]): Outcome {
  const outcome = outcomes[before.index]
  const isSame = before.definition === p.definition && before.inputDigest.equals(p.inputDigest)
  if (!isSame || !outcome) return { status: 'conflict' }
  return outcome.status === 'done' ? { ...outcome, repeated: true } : outcome
}

interface ActInLog {
  id: string
  kind: string
  actor: string
  inputDigest: Buffer
  recordedAt: Date
  text: string
}

async function actsInLog(
  db: ReadDb,
  prepared: readonly Prepared[],
  { county }: ActContext,
): Promise<Map<string, ActInLog>> {
  if (prepared.length === 0) return new Map()
  const { rows } = await sql<ActInLog>`
    select id, kind, actor, input_digest as "inputDigest", recorded_at as "recordedAt", text
      from act where county = ${county} and id = any(${prepared.map((p) => p.item.id)}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

function answerOf(before: ActInLog, p: Prepared, context: ActContext): Outcome {
  const isSame =
    before.actor === context.actor.id &&
    before.kind === p.definition.kind &&
    before.inputDigest.equals(p.inputDigest)
  if (!isSame) return { status: 'conflict' }
  return {
    status: 'done',
    repeated: true,
    receipt: {
      id: before.id,
      kind: before.kind,
      subject: p.item.subject,
      recordedAt: before.recordedAt.toISOString(),
      result: (JSON.parse(before.text) as { result?: unknown }).result ?? null,
    },
  }
}
