import type { EvidenceRef } from '../../../kernel/act/define.ts'
import type { Taken } from '../../../kernel/act/taken.ts'
import type { FieldDatabase, KeptAct, KeptDraft, KeptFile, KeptState } from './database.ts'
import { openBytes, openJson, type Sealed, sealBytes, sealJson } from './sealed.ts'

/** An act as a person makes it on the spot. */
export interface Making {
  id: string
  kind: string
  about: { type: string; id: string }
  input: unknown
  files: readonly { kind: string; content: Blob; taken?: Taken }[]
  /** What of this form was begun and written down is let go with it: `<subject>/<kind>`. */
  form?: string
}

export interface Content {
  input: unknown
  evidence: EvidenceRef[]
}

/** No more room on the telephone; nothing of the act was kept. */
export class StorageFull extends Error {
  constructor() {
    super('The telephone has no room left.')
    this.name = 'StorageFull'
  }
}

/** The browser's own limit is reached, or the disk is full: then it says that it could not write, in words of its own. */
export const isFull = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'QuotaExceededError' || /IOError|write blobs|disk|space/i.test(error.message))

export async function digestOf(content: Blob): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', await content.arrayBuffer())
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * Keeps an act with its photographs, in one transaction that is on the disk before this answers: a kill leaves both or
 * neither. Kept again under the same id it stays one. Throws `StorageFull`.
 */
export async function keepAct(
  db: FieldDatabase,
  key: CryptoKey,
  making: Making,
  nowMs: number,
): Promise<void> {
  const files: KeptFile[] = []
  const evidence: EvidenceRef[] = []
  for (const { kind, content, taken } of making.files) {
    const digest = await digestOf(content)
    evidence.push({ kind, digest, ...(taken && { taken }) })
    if (files.some((file) => file.digest === digest)) continue
    files.push({
      digest,
      size: content.size,
      mediaType: content.type,
      sent: false,
      sealed: await sealBytes(key, await content.arrayBuffer()),
    })
  }
  const sealed = await sealJson(key, { input: making.input, evidence } satisfies Content)
  const tx = db.transaction(['acts', 'files', 'homes', 'drafts'], 'readwrite', { durability: 'strict' })
  try {
    const acts = tx.objectStore('acts')
    if ((await acts.index('id').getKey(making.id)) === undefined) {
      const home = await tx.objectStore('homes').get(making.about.id)
      await acts.add({
        id: making.id,
        kind: making.kind,
        subjectType: making.about.type,
        subject: making.about.id,
        files: files.map(({ digest }) => digest),
        state: 'waiting',
        madeMs: nowMs,
        seen: home?.last ?? (await newestOwn(acts.index('subject'), making.about.id)),
        sealed,
        // The store numbers it.
      } as KeptAct)
      for (const file of files)
        if (!(await tx.objectStore('files').getKey(file.digest))) await tx.objectStore('files').add(file)
      if (home) await tx.objectStore('homes').put({ ...home, last: making.id })
    }
    if (making.form) {
      const drafts = await tx.objectStore('drafts').index('form').getAll(making.form)
      for (const { id } of drafts) await tx.objectStore('drafts').delete(id)
      const wanted = await wantedFiles(
        acts.index('state').getAll('waiting'),
        tx.objectStore('drafts').getAll(),
      )
      for (const digest of drafts.flatMap((draft) => draft.files))
        if (!wanted.has(digest)) await tx.objectStore('files').delete(digest)
    }
    await tx.done
  } catch (error) {
    tx.done.catch(() => undefined)
    if (isFull(error)) throw new StorageFull()
    throw error
  }
}

/** Photographs of acts that wait and of forms that were begun: none of them may go. */
export async function wantedFiles(
  waiting: Promise<readonly Pick<KeptAct, 'files'>[]>,
  drafts: Promise<readonly Pick<KeptDraft, 'files'>[]>,
): Promise<ReadonlySet<string>> {
  return new Set((await Promise.all([waiting, drafts])).flat().flatMap(({ files }) => files))
}

async function newestOwn(
  index: { getAll(subject: string): Promise<KeptAct[]> },
  subject: string,
): Promise<string | null> {
  const own = (await index.getAll(subject)).filter(({ state }) => state !== 'set-aside' && state !== 'held')
  return own.at(-1)?.id ?? null
}

/** All acts of the telephone in their order; one state's only, where one is asked for. */
export const listActs = (db: FieldDatabase, state?: KeptState): Promise<KeptAct[]> =>
  state ? db.getAllFromIndex('acts', 'state', state) : db.getAll('acts')

export const contentOf = (key: CryptoKey, act: KeptAct): Promise<Content> =>
  openJson<Content>(key, act.sealed)

export async function openFile(key: CryptoKey, file: KeptFile): Promise<Blob> {
  return new Blob([await openBytes(key, file.sealed)], { type: file.mediaType })
}

/**
 * Notes what became of an act; photographs that only acts now done cite are let go. On a full telephone they go first:
 * the office has them, and answers the act the same again if we are killed in between.
 */
export async function noteAnswer(
  db: FieldDatabase,
  key: CryptoKey,
  number: number,
  state: KeptState,
  answer?: unknown,
): Promise<void> {
  const sealed = answer === undefined ? undefined : await sealJson(key, answer)
  try {
    await writeAnswer(db, number, state, sealed)
  } catch (error) {
    if (!isFull(error) || state === 'waiting') throw error
    await letGo(db, number)
    await writeAnswer(db, number, state, sealed)
  }
}

/** Makes room: the photographs of an act that the office has answered. */
async function letGo(db: FieldDatabase, number: number): Promise<void> {
  const act = await db.get('acts', number)
  const others = (await db.getAllFromIndex('acts', 'state', 'waiting')).filter((one) => one.number !== number)
  const wanted = new Set([...others, ...(await db.getAll('drafts'))].flatMap(({ files }) => files))
  for (const digest of act?.files ?? []) if (!wanted.has(digest)) await db.delete('files', digest)
}

async function writeAnswer(
  db: FieldDatabase,
  number: number,
  state: KeptState,
  sealed: Sealed | undefined,
): Promise<void> {
  const tx = db.transaction(['acts', 'files', 'homes', 'drafts'], 'readwrite', { durability: 'strict' })
  tx.done.catch(() => undefined)
  const acts = tx.objectStore('acts')
  const act = await acts.get(number)
  if (act) {
    await acts.put({ ...act, state, ...(sealed && { answer: sealed }) })
    const home = await tx.objectStore('homes').get(act.subject)
    // What is held has changed nothing yet: whoever does it again builds on what stood there before.
    if (home?.last === act.id && (state === 'held' || state === 'set-aside'))
      await tx.objectStore('homes').put({ ...home, last: act.seen })
    const wanted = await wantedFiles(acts.index('state').getAll('waiting'), tx.objectStore('drafts').getAll())
    for (const digest of state === 'waiting' ? [] : act.files)
      if (!wanted.has(digest)) await tx.objectStore('files').delete(digest)
  }
  await tx.done
}

/** Whether the office has a photograph. Without room to note that it does, it is only asked again. */
export async function noteFileSent(db: FieldDatabase, digest: string, sent: boolean): Promise<void> {
  const tx = db.transaction('files', 'readwrite', { durability: 'strict' })
  try {
    const file = await tx.store.get(digest)
    if (file) await tx.store.put({ ...file, sent })
    await tx.done
  } catch (error) {
    tx.done.catch(() => undefined)
    if (!sent || !isFull(error)) throw error
  }
}
