import type { EvidenceRef } from '../../../kernel/act/define.ts'
import type { FieldDatabase, KeptAct } from '../store/database.ts'
import { contentOf, listActs, noteAnswer, noteFileSent, openFile } from '../store/outbox.ts'

/** What the office answers to acts sent, in their order; it may answer fewer. */
export interface SentAnswer {
  id: string
  status: 'done' | 'held' | 'files'
  state?: 'held' | 'applied' | 'set-aside'
  reasons?: unknown[]
  missing?: string[]
}

/** A photograph on its way: stored, or so many bytes of it. */
export type Come = { done: true } | { done: false; offset: number }

/** The office as a telephone reaches it; throws where it cannot be reached or will not have us. */
export interface Office {
  /** How many bytes of a photograph the office has; all of them once it is stored. */
  begun(digest: string): Promise<Come>
  /** The next bytes of a photograph; answers how far it has come, also where they were not the next ones. */
  file(part: { digest: string; size: number; offset: number }, bytes: Blob): Promise<Come>
  acts(acts: readonly SentAct[], left: number): Promise<SentAnswer[]>
}

export interface SentAct {
  id: string
  number: number
  kind: string
  version: number
  about: { type: string; id: string }
  input: unknown
  evidence: readonly EvidenceRef[]
  happenedAt: string
  seen: string | null
}

/** The office wants a photograph that is not on the telephone: asking again would never end. */
class FileGone extends Error {
  constructor(digest: string) {
    super(`The photograph ${digest} is not on this telephone.`)
    this.name = 'FileGone'
  }
}

/** So much that a good signal takes it at once, so little that a bad one gets somewhere. */
const partBytes = 512 * 1024
/** So few that an answer comes soon, so many that the way back and forth hardly counts. */
const atOnce = 10
/** Only one version of each act is known so far. */
const version = 1

/**
 * Sends what waits, in its order, photographs before the acts that cite them; answers how many acts were answered.
 * Everything may stop at any point and be begun again: the office answers the same to the same.
 */
export async function sendWaiting(
  db: FieldDatabase,
  key: CryptoKey,
  office: Office,
  onProgress: () => void = () => undefined,
): Promise<number> {
  let answered = 0
  // Sent one after the other, only the first can have broken off half-way.
  const resumed = { asked: false }
  for (;;) {
    const waiting = await listActs(db, 'waiting')
    const batch = waiting.slice(0, atOnce)
    if (batch.length === 0) return answered
    for (const act of batch) await sendFiles(db, key, office, act, resumed, onProgress)
    const acts = await Promise.all(batch.map((act) => toSend(key, act)))
    const answers = await office.acts(acts, waiting.length - batch.length)
    if (answers.length === 0) throw new Error('The office gave no answer.')
    for (const [i, answer] of answers.entries()) {
      const act = batch[i]
      if (!act || act.id !== answer.id) throw new Error('The office answered another act.')
      if (answer.status === 'files') {
        for (const digest of answer.missing ?? []) {
          if ((await db.getKey('files', digest)) === undefined) throw new FileGone(digest)
          await noteFileSent(db, digest, false)
        }
        continue
      }
      const state = answer.status === 'done' ? 'done' : (answer.state ?? 'held')
      await noteAnswer(db, key, act.number, state, answer.reasons)
      answered += 1
      onProgress()
    }
  }
}

async function sendFiles(
  db: FieldDatabase,
  key: CryptoKey,
  office: Office,
  act: KeptAct,
  resumed: { asked: boolean },
  onProgress: () => void,
): Promise<void> {
  for (const digest of act.files) {
    const file = await db.get('files', digest)
    if (!file || file.sent) continue
    let come: Come = resumed.asked ? { done: false, offset: 0 } : await office.begun(digest)
    resumed.asked = true
    const content = await openFile(key, file)
    while (!come.done) {
      const { offset } = come
      const bytes = content.slice(offset, offset + partBytes)
      come = await office.file({ digest, size: content.size, offset }, bytes)
      onProgress()
    }
    await noteFileSent(db, digest, true)
    onProgress()
  }
}

async function toSend(key: CryptoKey, act: KeptAct): Promise<SentAct> {
  const { input, evidence } = await contentOf(key, act)
  return {
    id: act.id,
    number: act.number,
    kind: act.kind,
    version,
    about: { type: act.subjectType, id: act.subject },
    input,
    evidence,
    happenedAt: new Date(act.madeMs).toISOString(),
    seen: act.seen,
  }
}
