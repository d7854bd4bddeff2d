import type { ActRequest, EvidenceRef, Subject } from '../kernel/act/define.ts'
import { type Outcome, refusalsOf } from '../kernel/act/outcome.ts'
import type { Receipt } from '../kernel/act/perform.ts'
import type { Refusal } from '../kernel/act/refusal.ts'
import type { Actor } from '../kernel/identity/authority.ts'
import { type Handset, noteOrigin } from '../kernel/identity/handsets.ts'
import { newId } from '../kernel/identity/id.ts'
import { findHomes } from '../modules/households/public.ts'
import { countyArea } from '../modules/organisations/public.ts'
import { happenedAt } from '../modules/field/rules.ts'
import type { Program } from './program.ts'

/** An act as a telephone kept it, in the form of its own version. */
export interface Arrival {
  id: string
  kind: string
  version: number
  about: Subject
  input: unknown
  evidence: readonly EvidenceRef[]
  /** By the telephone's clock. */
  happenedAt: Date
  /** The newest act on the subject its maker had before their eyes, an own one not yet sent included. */
  seen: string | null
  /** Its place among the acts of the telephone. */
  number: number
}

export type Answer =
  | { status: 'done'; receipt: Receipt }
  /** Kept for a person to settle; the telephone need not send it again. */
  | { status: 'held'; state: 'held' | 'applied' | 'set-aside'; reasons: Refusal[] }
  /** Photographs that have to come first, by digest; nothing was done. */
  | { status: 'files'; missing: string[] }

/** A telephone, and the moment it sent this by its own clock. */
type Sender = Handset & { sentAt: Date }

/**
 * Takes what a telephone sends, in its order: each act is applied, or held with why, or waits for its photographs,
 * and those after one that waits wait with it. Sent again, everything is answered as it was.
 */
export async function takeArrivals(
  program: Program,
  actor: Actor,
  handset: Sender,
  arrivals: readonly Arrival[],
): Promise<Answer[]> {
  const kept = await keptAlready(program, actor, arrivals)
  const missing = await missingFiles(program, actor, arrivals)
  const answers: Answer[] = []
  let going: Arrival[] = []
  const perform = async () => {
    answers.push(...(await performOrHold(program, actor, handset, going)))
    going = []
  }
  for (const arrival of arrivals) {
    const held = kept.get(arrival.id)
    const lacking = arrival.evidence.map(({ digest }) => digest).filter((digest) => missing.has(digest))
    if (held === undefined && lacking.length === 0) {
      going.push(arrival)
      continue
    }
    await perform()
    if (held === undefined) return [...answers, { status: 'files', missing: lacking }]
    answers.push({ status: 'held', state: held, reasons: [] })
  }
  await perform()
  return answers
}

async function performOrHold(
  program: Program,
  actor: Actor,
  handset: Sender,
  arrivals: readonly Arrival[],
): Promise<Answer[]> {
  if (arrivals.length === 0) return []
  const now = program.clock.now()
  const setRight = (claimed: Date) =>
    new Date(
      happenedAt({
        claimedMs: claimed.getTime(),
        sentMs: handset.sentAt.getTime(),
        nowMs: now.getTime(),
        emptiedMs: handset.emptiedAt.getTime(),
      }),
    )
  const requests = arrivals.map(
    (arrival): ActRequest => ({
      id: arrival.id,
      kind: arrival.kind,
      version: arrival.version,
      input: arrival.input,
      evidence: arrival.evidence.map((one) => onOurClock(one, setRight)),
      seen: arrival.seen,
      happenedAt: setRight(arrival.happenedAt),
    }),
  )
  const outcomes = await program.door.performBatch(actor, requests)
  await noteOrigin(program.database, actor.county, handset.id, arrivals)
  const answers: Answer[] = []
  for (const [i, arrival] of arrivals.entries()) {
    const [outcome, request] = [outcomes[i], requests[i]]
    if (!outcome || !request) throw new Error('The door gave no answer.')
    answers.push(
      outcome.status === 'done'
        ? { status: 'done', receipt: outcome.receipt }
        : await hold(program, actor, handset, arrival, request, outcome),
    )
  }
  return answers
}

/** A photograph's time is told by the same clock as its act's; a file's own time is whatever wrote it. */
function onOurClock(evidence: EvidenceRef, setRight: (claimed: Date) => Date): EvidenceRef {
  const { taken } = evidence
  if (!taken?.at) return evidence
  return { ...evidence, taken: { ...taken, at: setRight(new Date(taken.at)).toISOString() } }
}

async function hold(
  program: Program,
  actor: Actor,
  handset: Sender,
  arrival: Arrival,
  request: ActRequest,
  outcome: Outcome,
): Promise<Answer> {
  const reasons = refusalsOf(outcome)
  const place = await program.door.placeOf(actor, arrival.kind, arrival.about)
  const area = await areaOf(program, actor, arrival.about, place?.area)
  const organisations = [actor.organisation, ...(place?.organisations ?? [])].filter((one) => one != null)
  const kept = await program.door.perform(
    actor,
    {
      id: newId(),
      kind: 'held.keep',
      input: {
        act: arrival.id,
        kind: arrival.kind,
        version: arrival.version,
        about: arrival.about,
        area,
        organisations: [...new Set(organisations)],
        handset: handset.id,
        number: arrival.number,
        seen: arrival.seen,
        claimedAt: arrival.happenedAt.toISOString(),
        happenedAt: (request.happenedAt ?? arrival.happenedAt).toISOString(),
        evidence: request.evidence ?? [],
        input: arrival.input ?? null,
        reasons,
      },
      evidence: arrival.evidence.map(({ kind, digest }) => ({ kind, digest })),
    },
    { byProgram: true },
  )
  const keptBefore =
    kept.status === 'refused' && kept.refusals.every(({ code }) => code === 'held.kept-already')
  if (kept.status !== 'done' && !keptBefore)
    throw new Error(`An act that was refused could not be kept: ${JSON.stringify(kept)}`)
  return { status: 'held', state: 'held', reasons }
}

async function keptAlready(program: Program, { county, id }: Actor, arrivals: readonly Arrival[]) {
  if (arrivals.length === 0) return new Map<string, 'held' | 'applied' | 'set-aside'>()
  const rows = await program.database.read(county, (db) =>
    db
      .selectFrom('held_act')
      .select(['id', 'state'])
      .where('county', '=', county)
      .where('maker', '=', id)
      .where(
        'id',
        'in',
        arrivals.map((arrival) => arrival.id),
      )
      .execute(),
  )
  return new Map(rows.map(({ id, state }) => [id, state]))
}

/** Whose it is to settle: the home's town, whichever firm's the act is; else where the act happens; else the county's. */
async function areaOf(
  program: Program,
  { county }: Actor,
  about: Subject,
  area: string | undefined,
): Promise<string> {
  return program.database.read(county, async (db) => {
    const home = about.type === 'home' ? (await findHomes(db, county, [about.id])).get(about.id) : undefined
    return home?.village ?? area ?? countyArea(db, county)
  })
}

/** Cited files that this person has not brought yet. */
async function missingFiles(program: Program, { county, id }: Actor, arrivals: readonly Arrival[]) {
  const cited = [...new Set(arrivals.flatMap(({ evidence }) => evidence.map(({ digest }) => digest)))]
  if (cited.length === 0) return new Set<string>()
  const rows = await program.database.read(county, (db) =>
    db
      .selectFrom('evidence_upload')
      .select('digest')
      .where('county', '=', county)
      .where('uploaded_by', '=', id)
      .where(
        'digest',
        'in',
        cited.map((digest) => Buffer.from(digest, 'hex')),
      )
      .execute(),
  )
  const brought = new Set(rows.map(({ digest }) => digest.toString('hex')))
  return new Set(cited.filter((digest) => !brought.has(digest)))
}
