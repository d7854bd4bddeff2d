import type { EvidenceRef } from '../kernel/act/define.ts'
import type { Outcome, Receipt } from '../kernel/act/perform.ts'
import type { handClock } from '../kernel/dates/clock.ts'
import type { Actor } from '../kernel/identity/authority.ts'
import { newId } from '../kernel/identity/id.ts'
import { keepEvidence, noteUploads } from '../server/keep-evidence.ts'
import type { Program } from '../server/program.ts'
import { pictureOf } from './pictures.ts'

const batchSize = 500

export interface Asked {
  actor: Actor
  input: object
  evidence?: EvidenceRef[]
}

/** Performs the demo county's past through the same door as everybody, with the clock moved on by hand. */
export interface Stagehand {
  administrator: Actor
  /** Noon in Shanghai of a day; of the demo's own, its first minute, before anything a visitor does. */
  setDay(day: string): void
  /** One act that must be done; throws with the reasons otherwise. */
  do(actor: Actor, kind: string, input: object, evidence?: EvidenceRef[]): Promise<Receipt>
  many(actor: Actor, kind: string, inputs: readonly object[]): Promise<void>
  /** Many acts of several people, in batches by person; refused ones are left out of the answer. */
  tryAll(kind: string, asked: readonly Asked[]): Promise<Receipt[]>
  upload(kind: string, content: Uint8Array): Promise<EvidenceRef>
  /** Has somebody bring files of the hand's own, to cite them. */
  bring(actor: Actor, evidence: readonly EvidenceRef[]): Promise<void>
  photo(number: number): EvidenceRef
  document(number: number): EvidenceRef
}

export async function openStagehand(
  program: Program,
  clock: ReturnType<typeof handClock>,
  administrator: Actor,
  today?: string,
): Promise<Stagehand> {
  const upload = async (kind: string, content: Uint8Array): Promise<EvidenceRef> => {
    const stored = await keepEvidence(program, administrator, content, { maxBytes: 50_000_000 })
    return { kind, digest: stored.digest }
  }
  const photos: EvidenceRef[] = []
  for (let number = 0; number < 64; number++)
    photos.push(await upload('photo', pictureOf(number, 'photograph')))
  const documents: EvidenceRef[] = []
  for (let number = 0; number < 8; number++)
    documents.push(await upload('document', pictureOf(number, 'document')))
  const pick = (from: readonly EvidenceRef[], number: number): EvidenceRef => {
    const found = from[number % from.length]
    if (!found) throw new Error('No picture.')
    return found
  }

  // The pictures are few and shared; each is cited by whoever has brought it.
  const brought = new Set<string>()
  const bring = async (actor: Actor, evidence: readonly EvidenceRef[]) => {
    const fresh = evidence
      .map(({ digest }) => digest)
      .filter((digest) => !brought.has(`${actor.id} ${digest}`))
    await noteUploads(program, actor, fresh)
    for (const digest of fresh) brought.add(`${actor.id} ${digest}`)
  }

  const perform = async (actor: Actor, kind: string, input: object, evidence: EvidenceRef[] = []) => {
    await bring(actor, evidence)
    const outcome = await program.door.perform(actor, { id: newId(), kind, input, evidence })
    return receiptOf(outcome, kind)
  }
  return {
    administrator,
    setDay: (day) => clock.set(new Date(`${day}${day === today ? 'T00:01' : 'T12:00'}:00+08:00`)),
    do: perform,
    async many(actor, kind, inputs) {
      for (let from = 0; from < inputs.length; from += batchSize) {
        const outcomes = await program.door.performBatch(
          actor,
          inputs.slice(from, from + batchSize).map((input) => ({ id: newId(), kind, input })),
        )
        for (const outcome of outcomes) receiptOf(outcome, kind)
      }
    },
    async tryAll(kind, asked) {
      const byActor = new Map<Actor, Asked[]>()
      for (const one of asked) byActor.set(one.actor, [...(byActor.get(one.actor) ?? []), one])
      const receipts: Receipt[] = []
      for (const [actor, own] of byActor) {
        await bring(
          actor,
          own.flatMap(({ evidence }) => evidence ?? []),
        )
        for (let from = 0; from < own.length; from += batchSize) {
          const outcomes = await program.door.performBatch(
            actor,
            own.slice(from, from + batchSize).map(({ input, evidence }) => ({
              id: newId(),
              kind,
              input,
              ...(evidence ? { evidence } : {}),
            })),
          )
          for (const outcome of outcomes) {
            if (outcome.status === 'done') receipts.push(outcome.receipt)
            // A refusal is the program at work (a home with something to settle); bad form is a defect of ours.
            else if (outcome.status !== 'refused') receiptOf(outcome, kind)
          }
        }
      }
      return receipts
    },
    upload,
    bring,
    photo: (number) => pick(photos, number),
    document: (number) => pick(documents, number),
  }
}

function receiptOf(outcome: Outcome, kind: string): Receipt {
  if (outcome.status === 'done') return outcome.receipt
  throw new Error(`The demo county's '${kind}' was not done: ${JSON.stringify(outcome).slice(0, 2000)}`)
}
