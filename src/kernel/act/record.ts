import { sql } from 'kysely'
import { personalDigest } from '../cipher/fields.ts'
import type { Keys } from '../cipher/keys.ts'
import type { WriteDb } from '../database/database.ts'
import { noteTaken, noteToLookAt } from '../evidence/note-taken.ts'
import type { Actor } from '../identity/authority.ts'
import { subjectsDigest } from '../log/act-text.ts'
import { canonicalJson } from '../log/canonical.ts'
import type { ActContext, ActDefinition, ActRequest, Decided, Effect } from './define.ts'
import { withoutPersonal } from './personal.ts'

export interface LogEntry {
  actor: Actor
  request: ActRequest
  definition: ActDefinition
  item: Decided<unknown, unknown>
  inputDigest: Buffer
  effect: Effect
}

/** A keyed digest of the input as sent, by which a repeated id is told from a reused one. */
export function digestInput(keys: Keys, county: number, request: ActRequest): Buffer {
  const evidence = [...(request.evidence ?? [])].map((e) => `${e.kind}:${e.digest}`).sort()
  const said = canonicalJson({
    input: JSON.parse(JSON.stringify(request.input ?? null)) as unknown,
    evidence,
  })
  return keys.suite.mac(keys.log, `${county}\n${request.kind}\n${said}`)
}

/** Appends acts to the log: the canonical text the seal stands on, its subjects and evidence, and a note for the sealer. */
export async function recordActs(
  tx: WriteDb,
  entries: readonly LogEntry[],
  context: ActContext,
): Promise<void> {
  if (entries.length === 0) return
  const rows = entries.map((entry) => rowsOf(entry, context))
  const county = context.county
  const acts = rows.map((row) => row.act)
  await sql`
    insert into act (county, id, kind, version, actor, on_behalf_of, happened_at, recorded_at, caused_by,
                     corrects, pack, input_digest, text)
    select ${county}, * from unnest(
      ${acts.map((a) => a.id)}::uuid[], ${acts.map((a) => a.kind)}::text[], ${acts.map((a) => a.version)}::int[],
      ${acts.map((a) => a.actor)}::uuid[], ${acts.map((a) => a.onBehalfOf)}::uuid[],
      ${acts.map((a) => a.happenedAt)}::timestamptz[], ${acts.map((a) => a.recordedAt)}::timestamptz[],
      ${acts.map((a) => a.causedBy)}::uuid[], ${acts.map((a) => a.corrects)}::uuid[],
      ${acts.map((a) => a.pack)}::text[], ${acts.map((a) => a.inputDigest)}::bytea[],
      ${acts.map((a) => a.text)}::text[])`.execute(tx)
  const subjects = rows.flatMap((row) => row.subjects.map((s) => ({ act: row.act.id, ...s })))
  await sql`
    insert into act_subject (county, act, subject_type, subject)
    select ${county}, * from unnest(${subjects.map((s) => s.act)}::uuid[], ${subjects.map((s) => s.type)}::text[],
                                    ${subjects.map((s) => s.id)}::uuid[])`.execute(tx)
  const evidence = rows.flatMap((row) =>
    row.evidence.map((e) => ({ act: row.act.id, taker: row.act.actor, ...e })),
  )
  if (evidence.length > 0)
    await sql`
      insert into act_evidence (county, act, digest, kind)
      select ${county}, * from unnest(${evidence.map((e) => e.act)}::uuid[],
        ${evidence.map((e) => Buffer.from(e.digest, 'hex'))}::bytea[], ${evidence.map((e) => e.kind)}::text[])`.execute(
      tx,
    )
  await noteTaken(
    tx,
    county,
    evidence.flatMap(({ act, taker, digest, taken }) => (taken ? [{ act, taker, digest, taken }] : [])),
  )
  await noteToLookAt(
    tx,
    county,
    rows
      .filter((row) => row.isLookedAt && row.evidence.some((e) => e.kind === 'photo'))
      .map((row) => row.act.id),
  )
  await sql`insert into log_pending (county, act)
            select ${county}, unnest(${acts.map((a) => a.id)}::uuid[])`.execute(tx)
}

function rowsOf(entry: LogEntry, context: ActContext) {
  const { request, definition, item, effect } = entry
  const subjects = distinct(
    [{ type: definition.subject.type, id: item.subject }, ...(effect.touched ?? [])].map(({ type, id }) => ({
      type,
      id: id.toLowerCase(),
    })),
  )
  const evidence = [...new Map(item.evidence.map((e) => [`${e.kind}:${e.digest}`, e])).entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, e]) => e)
  const act = {
    id: item.id,
    kind: definition.kind,
    version: definition.version,
    actor: entry.actor.id,
    onBehalfOf: request.onBehalfOf ?? null,
    happenedAt: item.happenedAt.toISOString(),
    recordedAt: context.now.toISOString(),
    causedBy: request.causedBy ?? null,
    corrects: request.corrects ?? null,
    pack: context.pack.digest,
  }
  const said = Object.fromEntries(Object.entries(act).filter(([, value]) => value !== null))
  const text = canonicalJson(
    withoutUndefined({
      ...said,
      county: context.county,
      ...(request.seen !== undefined && { seen: request.seen }),
      clauses: definition.clauses,
      inputDigest: entry.inputDigest.toString('hex'),
      input: withoutPersonal(definition.input, item.input, (value) =>
        personalDigest(context.keys, context.county, value),
      ),
      // Where somebody was is personal: the log proves it without saying it.
      evidence: evidence.map(({ kind, digest, taken }) => ({
        kind,
        digest,
        ...(taken && {
          taken: personalDigest(context.keys, context.county, canonicalJson(withoutUndefined(taken))),
        }),
      })),
      subjects: {
        count: subjects.length,
        digest: subjectsDigest(subjects.map((one) => `${one.type}:${one.id}`)),
      },
      result: effect.result ?? null,
    }),
  )
  return {
    act: { ...act, inputDigest: entry.inputDigest, text },
    subjects,
    evidence,
    isLookedAt: !definition.quiet || definition.judged === true,
  }
}

const distinct = (subjects: { type: string; id: string }[]) => [
  ...new Map(subjects.map((s) => [`${s.type}:${s.id}`, s])).values(),
]

const withoutUndefined = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
