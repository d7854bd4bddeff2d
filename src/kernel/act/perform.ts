import type { Clock } from '../dates/clock.ts'
import type { Database, ReadDb, WriteDb } from '../database/database.ts'
import type { Keys } from '../cipher/keys.ts'
import type { EvidenceStore } from '../evidence/store.ts'
import { type Actor, covers, isEmpty, type Place, type Roles, scopeOf } from '../identity/authority.ts'
import { turnstile } from '../pace/turnstile.ts'
import type { Pack } from '../pack/pack.ts'
import { evidenceRefusals, ownFiles } from './act-evidence.ts'
import type { ActContext, ActDefinition, ActRequest, Effect, Subject } from './define.ts'
import { type Availability, availableActs, placeOfAct } from './available.ts'
import { correctable, mannerRefusals } from './act-manner.ts'
import { lockSubjects } from './lock.ts'
import { heldBack, holdBack, type Outcome, refusalsOf } from './outcome.ts'
import { prepareAct, type Prepared, runsOf, subjectsOf } from './prepare.ts'
import { type LogEntry, recordActs } from './record.ts'
import { refuse, type Refusal } from './refusal.ts'
import { homeFactsIn, type Registry } from './registry.ts'
import { answerLateRepeats, answerRepeats } from './repeats.ts'
import { seenRefusals } from './seen.ts'

export type { Outcome, Receipt } from './outcome.ts'

export interface Door {
  perform(actor: Actor, request: ActRequest, options?: PerformOptions): Promise<Outcome>
  /**
   * Many acts in one transaction and one trip, in order; each is decided for itself, so a refused one does not
   * hold back the others unless `allOrNone`.
   */
  performBatch(actor: Actor, requests: readonly ActRequest[], options?: PerformOptions): Promise<Outcome[]>
  /** Which acts this person may do to this subject now, and why not the rest. */
  available(actor: Actor, subject: Subject): Promise<Availability[]>
  /** Where an act of this kind on this subject would happen; undefined where there is no such act or subject. */
  placeOf(actor: Actor, kind: string, subject: Subject): Promise<Place | undefined>
}

export interface PerformOptions {
  allOrNone?: boolean
  /** Asked for by the program itself in this person's name: what only it may do, wherever it is. */
  byProgram?: boolean
  progress?(done: number, label?: string): void
}

export interface DoorParts {
  database: Database
  registry: Registry
  roles: Roles
  clock: Clock
  keys: Keys
  store: EvidenceStore
  /** 256 fresh random bits, hex. */
  random(): string
  /** The pack in force for a county, as the act's own transaction sees it. */
  packOf(db: ReadDb, county: number): Promise<Pack>
}

class AllOrNone extends Error {}

export function openDoor(parts: DoorParts): Door {
  const { database, registry, roles, clock } = parts
  const inTurn = turnstile(1)

  async function contextIn(db: ReadDb, actor: Actor, options: PerformOptions): Promise<ActContext> {
    const where = { county: actor.county, today: clock.today(), pack: await parts.packOf(db, actor.county) }
    return {
      ...where,
      homeFacts: homeFactsIn(registry, where),
      actor,
      now: clock.now(),
      keys: parts.keys,
      store: parts.store,
      random: parts.random,
      progress: options.progress ?? (() => undefined),
    }
  }

  async function performBatch(actor: Actor, requests: readonly ActRequest[], options: PerformOptions = {}) {
    const outcomes: Outcome[] = []
    const prepared: Prepared[] = []
    requests.forEach((request, index) => {
      const result = prepare(actor, request, index, options.byProgram)
      if ('status' in result) outcomes[index] = result
      else prepared.push(result)
    })
    if (options.allOrNone && prepared.length < requests.length) {
      for (const { index } of prepared) outcomes[index] = heldBack
      return outcomes
    }
    if (prepared.length === 0) return outcomes
    const write = () =>
      database.write(actor.county, async (tx) => {
        // A retried transaction decides afresh.
        for (const { index } of prepared) delete outcomes[index]
        await performIn(
          tx,
          prepared,
          await contextIn(tx, actor, options),
          outcomes,
          options.byProgram ?? false,
        )
        if (options.allOrNone && outcomes.some((o) => o.status !== 'done')) throw new AllOrNone()
      })
    try {
      await (prepared.some(({ definition }) => definition.oneAtATime)
        ? inTurn(write, () => options.progress?.(0, 'kit.waiting-turn'))
        : write())
    } catch (error) {
      if (!(error instanceof AllOrNone)) throw error
      holdBack(outcomes)
    }
    return outcomes
  }

  function prepare(actor: Actor, request: ActRequest, index: number, byProgram = false): Prepared | Outcome {
    const definition = registry.acts.get(request.kind)
    if (
      !definition ||
      (definition.internal && !byProgram) ||
      (request.version ?? definition.version) !== definition.version
    )
      return { status: 'refused', refusals: [refuse('act.unknown', [], { kind: request.kind })] }
    if (!byProgram && isEmpty(scopeOf(roles, actor, definition.permission))) return notPermitted(definition)
    return prepareAct(definition, request, index, {
      keys: parts.keys,
      county: actor.county,
      now: clock.now(),
    })
  }

  async function performIn(
    tx: WriteDb,
    prepared: Prepared[],
    context: ActContext,
    outcomes: Outcome[],
    byProgram: boolean,
  ) {
    await lockSubjects(
      tx,
      context.county,
      registry,
      prepared.flatMap((p) => subjectsOf(p, context.county)),
    )
    const fresh = await answerRepeats(tx, prepared, context, outcomes)
    const entries: LogEntry[] = []
    for (const run of runsOf(fresh)) await performRun(tx, run, context, outcomes, entries, byProgram)
    await answerLateRepeats(tx, prepared, context, outcomes)
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
    const own = caused
      ? undefined
      : await ownFiles(
          tx,
          context.actor,
          run.map((p) => p.item),
        )
    const corrected = caused ? new Set<string>() : await correctable(tx, context.county, run)
    const overtaken = await seenRefusals(tx, registry, context.county, run, entries)
    const going: Prepared[] = []
    for (const [i, p] of run.entries()) {
      const found = facts[i]
      const late = overtaken.get(p.item.id)
      // Outside one's area and not there at all are the same answer, so that nothing leaks.
      if (found === undefined || (!caused && !covers(scope, definition.place(found)))) {
        outcomes[p.index] = { status: 'refused', refusals: [notFound(definition)] }
        continue
      }
      p.item.facts = found
      const refusals = [
        ...(late ? [late] : []),
        ...evidenceRefusals(definition, p.item, own),
        ...(caused ? [] : mannerRefusals(p, context.now, corrected)),
        ...definition.may(found, context),
        ...(definition.check?.(found, p.item, context) ?? []),
      ]
      if (refusals.length === 0) refusals.push(...(await performFor(tx, p, context, entries)))
      if (refusals.length > 0) outcomes[p.index] = { status: 'refused', refusals }
      else going.push(p)
    }
    if (going.length === 0) return
    const effects = await definition.apply(
      tx,
      going.map((p) => p.item),
      context,
    )
    going.forEach((p, i) => {
      const effect: Effect = effects[i] ?? {}
      entries.push({ ...p, effect, actor: context.actor })
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

  /** Performs what `performs` names as its maker's; answers why it is refused, if it is. */
  async function performFor(
    tx: WriteDb,
    { definition, item }: Prepared,
    context: ActContext,
    entries: LogEntry[],
  ): Promise<Refusal[]> {
    const asked = definition.performs?.(item.facts, item)
    if (!asked) return []
    const { actor } = asked
    const prepared = prepare(actor, { ...asked.request, causedBy: item.id }, 0)
    if ('status' in prepared) return refusalsOf(prepared)
    const theirs = { ...context, actor }
    await lockSubjects(tx, context.county, registry, subjectsOf(prepared, context.county))
    const outcomes: Outcome[] = []
    const fresh = await answerRepeats(tx, [prepared], theirs, outcomes)
    for (const run of runsOf(fresh)) await performRun(tx, run, theirs, outcomes, entries, false)
    return outcomes[0] ? refusalsOf(outcomes[0]) : []
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
        const result = prepareAct(definition, request, index, context)
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

  return {
    performBatch,
    perform: async (actor, request, options) => {
      const [outcome] = await performBatch(actor, [request], options)
      if (!outcome) throw new Error('The door gave no answer.')
      return outcome
    },
    available: (actor, about) =>
      database.read(actor.county, async (db) =>
        availableActs(db, { registry, roles }, await contextIn(db, actor, {}), about),
      ),
    placeOf: (actor, kind, about) =>
      database.read(actor.county, async (db) =>
        placeOfAct(db, registry, await contextIn(db, actor, {}), kind, about),
      ),
  }
}

const notPermitted = (definition: ActDefinition): Outcome => ({
  status: 'refused',
  refusals: [refuse('not-permitted', [], { kind: definition.kind })],
})

const notFound = (definition: ActDefinition): Refusal =>
  refuse('subject.not-found', [], { subject: definition.subject.type })
