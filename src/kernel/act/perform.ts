import type { Clock } from '../dates/clock.ts'
import type { Database, ReadDb, WriteDb } from '../database/database.ts'
import type { Keys } from '../cipher/keys.ts'
import type { EvidenceStore } from '../evidence/store.ts'
import { type Actor, covers, isEmpty, type Roles, scopeOf } from '../identity/authority.ts'
import type { Pack } from '../pack/pack.ts'
import { digestInput, type LogEntry, recordActs } from './record.ts'
import type { ActContext, ActDefinition, ActItem, ActRequest, Decided, Effect } from './define.ts'
import { lockSubjects } from './lock.ts'
import { refuse, type Refusal } from './refusal.ts'
import type { Registry } from './registry.ts'

/** What the caller keeps: proof that the act with this id was done, the same whenever it is asked again. */
export interface Receipt {
  id: string
  kind: string
  subject: string
  recordedAt: string
  result: unknown
}

export type Outcome =
  | { status: 'done'; receipt: Receipt; repeated: boolean }
  | { status: 'refused'; refusals: Refusal[] }
  /** The input does not have the act's form; nothing was decided. */
  | { status: 'invalid'; problems: { path: string; message: string }[] }
  /** This id was used before for something else. */
  | { status: 'conflict' }

export interface Door {
  perform(actor: Actor, request: ActRequest, options?: PerformOptions): Promise<Outcome>
  /**
   * Many acts in one transaction and one trip, in order; each is decided for itself, so a refused one does not
   * hold back the others unless `allOrNone`.
   */
  performBatch(actor: Actor, requests: readonly ActRequest[], options?: PerformOptions): Promise<Outcome[]>
  /** Which acts this person may do to this subject now, and why not the rest. */
  available(actor: Actor, subject: { type: string; id: string }): Promise<Availability[]>
}

export interface PerformOptions {
  allOrNone?: boolean
  progress?(done: number, label?: string): void
}

export interface Availability {
  kind: string
  refusals: Refusal[]
}

export interface DoorParts {
  database: Database
  registry: Registry
  roles: Roles
  clock: Clock
  keys: Keys
  store: EvidenceStore
  /** The pack in force for a county. */
  packOf(county: number): Promise<Pack>
}

interface Prepared {
  index: number
  request: ActRequest
  definition: ActDefinition
  item: Decided<unknown, unknown>
  inputDigest: Buffer
}

class AllOrNone extends Error {}

export function openDoor(parts: DoorParts): Door {
  const { database, registry, roles, clock } = parts

  async function contextFor(actor: Actor, options: PerformOptions): Promise<ActContext> {
    return {
      county: actor.county,
      actor,
      now: clock.now(),
      today: clock.today(),
      pack: await parts.packOf(actor.county),
      keys: parts.keys,
      store: parts.store,
      progress: options.progress ?? (() => undefined),
    }
  }

  async function performBatch(actor: Actor, requests: readonly ActRequest[], options: PerformOptions = {}) {
    const outcomes: Outcome[] = []
    const prepared: Prepared[] = []
    requests.forEach((request, index) => {
      const result = prepare(actor, request, index)
      if ('status' in result) outcomes[index] = result
      else prepared.push(result)
    })
    const context = await contextFor(actor, options)
    if (prepared.length === 0 || (options.allOrNone && prepared.length < requests.length)) return outcomes
    try {
      await database.write(actor.county, async (tx) => {
        // A retried transaction decides afresh.
        for (const { index } of prepared) delete outcomes[index]
        await performIn(tx, prepared, context, outcomes)
        if (options.allOrNone && outcomes.some((o) => o.status !== 'done')) throw new AllOrNone()
      })
    } catch (error) {
      if (!(error instanceof AllOrNone)) throw error
      outcomes.forEach((outcome, index) => {
        if (outcome.status === 'done' && !outcome.repeated)
          outcomes[index] = { status: 'refused', refusals: [refuse('batch.held-back', ['§5.2'])] }
      })
    }
    return outcomes
  }

  function prepare(actor: Actor, request: ActRequest, index: number): Prepared | Outcome {
    const definition = registry.acts.get(request.kind)
    if (!definition || definition.internal || (request.version ?? definition.version) !== definition.version)
      return { status: 'refused', refusals: [refuse('act.unknown', [], { kind: request.kind })] }
    if (isEmpty(scopeOf(roles, actor, definition.permission))) return notPermitted(definition)
    return parse(definition, request, index, parts.keys, actor.county, clock.now())
  }

  async function performIn(tx: WriteDb, prepared: Prepared[], context: ActContext, outcomes: Outcome[]) {
    await lockSubjects(
      tx,
      context.county,
      registry,
      prepared.flatMap((p) => subjectsOf(p, context.county)),
    )
    const fresh = await withoutRepeats(tx, prepared, context, outcomes)
    const entries: LogEntry[] = []
    for (const run of runsOf(fresh)) await performRun(tx, run, context, outcomes, entries, false)
    await recordActs(tx, entries, context)
  }

  /** Acts of one kind on distinct subjects: one load, one apply. */
  async function performRun(
    tx: WriteDb,
    run: Prepared[],
    context: ActContext,
    outcomes: Outcome[],
    entries: LogEntry[],
    caused: boolean,
  ): Promise<void> {
    const [first] = run
    if (!first) return
    const { definition } = first
    const scope = scopeOf(roles, context.actor, definition.permission)
    const facts = await definition.load(
      tx,
      run.map((p) => p.item),
      context,
    )
    const missing = caused ? new Set<string>() : await missingEvidence(tx, run, context.county)
    const going: Prepared[] = []
    run.forEach((p, i) => {
      const found = facts[i]
      // Outside one's area and not there at all are the same answer, so that nothing leaks.
      if (found === undefined || (!caused && !covers(scope, definition.place(found)))) {
        outcomes[p.index] = { status: 'refused', refusals: [notFound(definition)] }
        return
      }
      p.item.facts = found
      const refusals = [
        ...evidenceRefusals(definition, p.item, missing),
        ...definition.may(found, context),
        ...(definition.check?.(found, p.item, context) ?? []),
      ]
      if (refusals.length > 0) outcomes[p.index] = { status: 'refused', refusals }
      else going.push(p)
    })
    if (going.length === 0) return
    const effects = await definition.apply(
      tx,
      going.map((p) => p.item),
      context,
    )
    going.forEach((p, i) => {
      const effect: Effect = effects[i] ?? {}
      entries.push({ ...p, effect })
      outcomes[p.index] = {
        status: 'done',
        repeated: false,
        receipt: {
          id: p.item.id,
          kind: definition.kind,
          subject: p.item.subject,
          recordedAt: context.now.toISOString(),
          result: effect.result ?? null,
        },
      }
    })
    await react(tx, going, effects, context, entries)
  }

  /** A follow-up that the rules refuse is a defect of ours: nobody could answer it, so the whole act fails. */
  async function react(
    tx: WriteDb,
    done: Prepared[],
    effects: Effect[],
    context: ActContext,
    entries: LogEntry[],
  ) {
    const kind = done[0]?.definition.kind ?? ''
    for (const reaction of registry.reactions.filter((r) => r.on.includes(kind))) {
      const requests = await reaction.follow(
        tx,
        done.map((p, i) => ({
          id: p.item.id,
          kind,
          subject: p.item.subject,
          input: p.item.input,
          result: effects[i]?.result,
        })),
        context,
      )
      const prepared = requests.map((request, index) => {
        const definition = registry.acts.get(request.kind)
        if (!definition) throw new Error(`A reaction asks for the unknown act '${request.kind}'.`)
        const result = parse(definition, request, index, parts.keys, context.county, context.now)
        if ('status' in result)
          throw new Error(`A reaction's '${request.kind}' is malformed: ${JSON.stringify(result)}`)
        return result
      })
      await lockSubjects(
        tx,
        context.county,
        registry,
        prepared.flatMap((p) => subjectsOf(p, context.county)),
      )
      const outcomes: Outcome[] = []
      for (const run of runsOf(prepared)) await performRun(tx, run, context, outcomes, entries, true)
      const failed = outcomes.find((outcome) => outcome.status !== 'done')
      if (failed) throw new Error(`A follow-up act was refused: ${JSON.stringify(failed)}`)
    }
  }

  async function available(actor: Actor, subject: { type: string; id: string }) {
    const context = await contextFor(actor, {})
    return database.read(actor.county, async (db) => {
      const offered: Availability[] = []
      for (const definition of registry.acts.values()) {
        if (definition.subject.type !== subject.type || definition.internal) continue
        const scope = scopeOf(roles, actor, definition.permission)
        if (isEmpty(scope)) continue
        const item: ActItem<unknown> = { id: '', subject: subject.id, evidence: [], happenedAt: context.now }
        const [facts] = await definition.load(db, [item], context)
        if (facts === undefined || !covers(scope, definition.place(facts))) continue
        offered.push({ kind: definition.kind, refusals: definition.may(facts, context) })
      }
      return offered
    })
  }

  return {
    performBatch,
    perform: async (actor, request, options) => {
      const [outcome] = await performBatch(actor, [request], options)
      if (!outcome) throw new Error('The door gave no answer.')
      return outcome
    },
    available,
  }
}

function parse(
  definition: ActDefinition,
  request: ActRequest,
  index: number,
  keys: Keys,
  county: number,
  now: Date,
): Prepared | Outcome {
  const parsed = definition.input.safeParse(request.input)
  if (!parsed.success)
    return {
      status: 'invalid',
      problems: parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
    }
  return {
    index,
    request,
    definition,
    inputDigest: digestInput(keys, county, request),
    item: {
      // As the database writes them, so that the log's text and its columns agree.
      id: request.id.toLowerCase(),
      subject: definition.subject.of(parsed.data).toLowerCase(),
      input: parsed.data,
      facts: undefined,
      evidence: request.evidence ?? [],
      happenedAt: request.happenedAt ?? now,
    },
  }
}

const subjectsOf = (p: Prepared, county: number) => [
  { type: p.definition.subject.type, id: p.item.subject },
  ...(p.definition.alsoLock?.(p.item.input, county) ?? []),
]

/** Cuts the sequence where the kind changes or a subject comes again, so that each run sees the one before. */
function runsOf(prepared: readonly Prepared[]): Prepared[][] {
  const runs: Prepared[][] = []
  let subjects = new Set<string>()
  for (const p of prepared) {
    const run = runs.at(-1)
    if (run?.[0]?.definition === p.definition && !subjects.has(p.item.subject)) run.push(p)
    else {
      runs.push([p])
      subjects = new Set()
    }
    subjects.add(p.item.subject)
  }
  return runs
}

/** Answers what was done before with its first receipt; the same id twice in one batch is answered once. */
async function withoutRepeats(db: ReadDb, prepared: Prepared[], context: ActContext, outcomes: Outcome[]) {
  const earlier = new Map(
    (
      await db
        .selectFrom('act')
        .select(['id', 'kind', 'actor', 'input_digest', 'recorded_at', 'text'])
        .where('county', '=', context.county)
        .where(
          'id',
          'in',
          prepared.map((p) => p.item.id),
        )
        .execute()
    ).map((row) => [row.id, row]),
  )
  const seen = new Set<string>()
  return prepared.filter((p) => {
    const before = earlier.get(p.item.id)
    if (!before && !seen.has(p.item.id)) {
      seen.add(p.item.id)
      return true
    }
    const same =
      before?.actor === context.actor.id &&
      before.kind === p.definition.kind &&
      before.input_digest.equals(p.inputDigest)
    if (!same) outcomes[p.index] = { status: 'conflict' }
    else
      outcomes[p.index] = {
        status: 'done',
        repeated: true,
        receipt: {
          id: before.id,
          kind: before.kind,
          subject: p.item.subject,
          recordedAt: before.recorded_at.toISOString(),
          result: (JSON.parse(before.text) as { result?: unknown }).result ?? null,
        },
      }
    return false
  })
}

async function missingEvidence(db: ReadDb, run: Prepared[], county: number): Promise<Set<string>> {
  const wanted = [...new Set(run.flatMap((p) => p.item.evidence.map((e) => e.digest)))]
  if (wanted.length === 0) return new Set()
  const there = await db
    .selectFrom('evidence_file')
    .select('digest')
    .where('county', '=', county)
    .where(
      'digest',
      'in',
      wanted.map((digest) => Buffer.from(digest, 'hex')),
    )
    .execute()
  const found = new Set(there.map((row) => row.digest.toString('hex')))
  return new Set(wanted.filter((digest) => !found.has(digest)))
}

function evidenceRefusals(
  definition: ActDefinition,
  item: Decided<unknown, unknown>,
  missing: Set<string>,
): Refusal[] {
  const absent = (definition.evidence ?? []).filter((kind) => !item.evidence.some((e) => e.kind === kind))
  return [
    ...absent.map((kind) => refuse('evidence.required', definition.clauses, { kind })),
    ...item.evidence
      .filter((e) => missing.has(e.digest))
      .map((e) => refuse('evidence.not-uploaded', [], { kind: e.kind, digest: e.digest })),
  ]
}

const notPermitted = (definition: ActDefinition): Outcome => ({
  status: 'refused',
  refusals: [refuse('not-permitted', [], { kind: definition.kind })],
})

const notFound = (definition: ActDefinition): Refusal =>
  refuse('subject.not-found', [], { subject: definition.subject.type })
