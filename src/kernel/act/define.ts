import type { z } from 'zod'
import type { ReadDb, WriteDb } from '../database/database.ts'
import type { Day } from '../dates/day.ts'
import type { Keys } from '../cipher/keys.ts'
import type { EvidenceStore } from '../evidence/store.ts'
import type { Taken } from './taken.ts'
import type { Actor, Place, Scope } from '../identity/authority.ts'
import type { Facts } from '../pack/condition.ts'
import type { Pack } from '../pack/pack.ts'
import type { Refusal } from './refusal.ts'

/** What an act is about; its row is locked while the act is decided. */
export interface Subject {
  type: string
  id: string
}

export interface EvidenceRef {
  kind: string
  /** SHA-256 of the content, hex. */
  digest: string
  /** How a photograph came about, where that is said. */
  taken?: Taken | undefined
}

/** What surrounds every act: who, when, where, under which pack. Pure rules read only data of it. */
export interface ActContext {
  county: number
  actor: Actor
  now: Date
  today: Day
  pack: Pack
  keys: Keys
  store: EvidenceStore
  /** 256 fresh random bits, hex: for what nobody may choose. */
  random(): string
  /** What all modules know of these homes that the rules of payment ask. */
  homeFacts(db: ReadDb, homes: readonly string[]): Promise<ReadonlyMap<string, Facts>>
  /** For acts over a second: how far, 0 to 1, and of what. */
  progress(done: number, label?: string): void
}

/** One act on its way through the door. */
export interface ActItem<I> {
  id: string
  subject: string
  /** Absent when the door only asks whether the act would be allowed now. */
  input?: I
  evidence: readonly EvidenceRef[]
  happenedAt: Date
}

export interface Decided<I, F> extends ActItem<I> {
  input: I
  facts: F
}

/** What an act did beyond its own subject: the subjects it touched and a small result without personal values. */
export interface Effect {
  touched?: readonly Subject[]
  result?: unknown
}

export interface ActDefinition<S extends z.ZodType = z.ZodType, F = unknown, K extends string = string> {
  /** `noun.verb` */
  kind: K
  version: number
  input: S
  /** Who; where comes from the facts. */
  permission: string
  clauses: readonly string[]
  /** Kinds of evidence without which the act is refused. */
  evidence?: readonly string[]
  /** The row locked while deciding; its type is registered by a module's `subjects`. */
  subject: { type: string; of(input: z.output<S>): string }
  /** Further rows to lock, known from the input and the county, such as the programme's for register-wide acts. */
  alsoLock?(input: z.output<S>, county: number): Subject[]
  /**
   * The facts of each item, in order; undefined where there is no such subject. One query for many items.
   * Facts hold no more than the decision and the effect need.
   */
  load(db: ReadDb, items: readonly ActItem<z.output<S>>[], context: ActContext): Promise<(F | undefined)[]>
  place(facts: NoInfer<F>): Place
  /** Pure: every reason why this subject is not ready for the act now, whatever the input. */
  may(facts: NoInfer<F>, context: ActContext): Refusal[]
  /** Pure: every reason in this particular input. */
  check?(facts: NoInfer<F>, item: Decided<z.output<S>, NoInfer<F>>, context: ActContext): Refusal[]
  /** Writes the module's own tables, for many items at once; one effect per item, in order. */
  apply(
    tx: WriteDb,
    items: readonly Decided<z.output<S>, NoInfer<F>>[],
    context: ActContext,
  ): Promise<Effect[]>
  /** Takes much memory, as reading a whole workbook does: one after the other. */
  oneAtATime?: boolean
  /** Only the program itself performs it, in consequence of another act. */
  internal?: boolean
  /** Changes nothing that anybody judges the subject by, so that what was decided before it still holds; and holds itself. */
  quiet?: boolean
  /** Quiet, but its photographs are evidence that is looked at like that of any other act. */
  judged?: boolean
  /** Adds to the subject without judging how it stands: what others did there meanwhile does not hold it. */
  adds?: boolean
  /**
   * Another person's act, performed as theirs in the same transaction before this one applies: authority, evidence
   * and rules are asked for them. Where it is refused this act is refused for the same reasons. Undefined where the
   * input asks for none.
   */
  performs?(
    facts: NoInfer<F>,
    item: Decided<z.output<S>, NoInfer<F>>,
  ): { actor: Actor; request: ActRequest } | undefined
}

/** Keeps the types of input and facts together; adds nothing. */
export function defineAct<const K extends string, S extends z.ZodType, F>(
  definition: ActDefinition<S, F, K>,
): ActDefinition<S, F, K> {
  return definition
}

/** An act asked for: by a person's screen, a file of acts, or another act. */
export interface ActRequest {
  id: string
  kind: string
  version?: number
  input: unknown
  evidence?: readonly EvidenceRef[]
  happenedAt?: Date
  onBehalfOf?: string
  corrects?: string
  causedBy?: string
  /**
   * The newest act on the subject that the person had before their eyes; null where there was none. An act of
   * somebody else in between refuses this one. Without it nothing is asked.
   */
  seen?: string | null
}

/** Acts that follow from acts: performed in the same transaction, by the program, `causedBy` the first. */
export interface Reaction {
  on: readonly string[]
  follow(
    db: ReadDb,
    done: readonly { id: string; kind: string; subject: string; input: unknown; result: unknown }[],
    context: ActContext,
  ): Promise<ActRequest[]>
}

/** A read: what can be seen, by whom, within which scope. Writes nothing. */
export interface QueryDefinition<S extends z.ZodType = z.ZodType, R = unknown, N extends string = string> {
  name: N
  input: S
  permission: string
  /** Takes much memory: waits, before it has a connection, until no other such read is going on. */
  oneAtATime?: boolean
  run(db: ReadDb, input: z.output<S>, context: QueryContext): Promise<R>
}

export interface QueryContext {
  county: number
  actor: Actor
  now: Date
  today: Day
  pack: Pack
  /** An earlier pack of this county, to replay a decision with. Throws where it is not kept. */
  packByDigest(digest: string): Promise<Pack>
  keys: Keys
  store: EvidenceStore
  /** The extent of this query's permission for this person. */
  scope: Scope
  /** The extent of another permission, for what a page shows beside. */
  scopeFor(permission: string): Scope
  homeFacts: ActContext['homeFacts']
  /** For reads over a second: how far, 0 to 1, and of what. */
  progress(done: number, label?: string): void
}

export function defineQuery<const N extends string, S extends z.ZodType, R>(
  definition: QueryDefinition<S, R, N>,
): QueryDefinition<S, R, N> {
  return definition
}

/** What a download made. */
export interface MadeFile {
  fileName: string
  mediaType: string
  body: Uint8Array
  /** A file too large for memory lies here instead, alone in its folder; whoever sends it removes the folder. */
  spooled?: string
}

/** A file made on demand: an export, a template, a marked workbook. */
export interface DownloadDefinition<S extends z.ZodType = z.ZodType, N extends string = string> {
  name: N
  input: S
  permission: string
  /** As of a query. */
  oneAtATime?: boolean
  run(db: ReadDb, input: z.output<S>, context: QueryContext): Promise<MadeFile>
}

export function defineDownload<const N extends string, S extends z.ZodType>(
  definition: DownloadDefinition<S, N>,
): DownloadDefinition<S, N> {
  return definition
}

/**
 * What a module knows of homes that the rules of payment ask, by the pack's names of facts; of a home left out it knows
 * nothing. Funds pay, and need not know who knows (decision 30).
 */
export type HomeFacts = (
  db: ReadDb,
  context: Pick<ActContext, 'county' | 'pack' | 'today'>,
  homes: readonly string[],
) => Promise<ReadonlyMap<string, Facts>>

export interface ModuleDefinition {
  name: string
  acts: readonly ActDefinition[]
  queries: readonly QueryDefinition[]
  downloads: readonly DownloadDefinition[]
  reactions: readonly Reaction[]
  homeFacts?: HomeFacts
  /** Subject types this module owns and the table whose row is locked for them. */
  subjects: Readonly<Record<string, string>>
}

/** Keeps the module's own types, from which the screens know each act's input and each query's answer. */
export function defineModule<const M extends ModuleDefinition>(module: M): M {
  return module
}
