import type { FieldDatabase, KeptDraft, KeptFile } from './database.ts'
import { digestOf, isFull, openFile, wantedFiles } from './outbox.ts'
import { openJson, sealBytes, sealJson } from './sealed.ts'

/** A form begun earlier, as it was left. */
export interface Begun {
  id: string
  changedMs: number
  /** How many photographs it has. */
  photos: number
  /** What the form had, its photographs in it. */
  state: unknown
}

export const formOf = (subject: string, act: string): string => `${subject}/${act}`

/** A photograph stands in what is written as its digest. */
interface Placed {
  $blob: string
}
const isPlaced = (value: object): value is Placed => '$blob' in value

/** What a form has, as it is written: photographs by their digests, the photographs themselves aside. */
async function takeApart(
  value: unknown,
  found: Map<string, Blob>,
  known: WeakMap<Blob, string>,
): Promise<unknown> {
  if (value instanceof Blob) {
    const digest = known.get(value) ?? (await digestOf(value))
    known.set(value, digest)
    found.set(digest, value)
    return { $blob: digest } satisfies Placed
  }
  if (Array.isArray(value)) return Promise.all(value.map((one) => takeApart(one, found, known)))
  if (typeof value !== 'object' || value === null) return value
  const parts = Object.entries(value).map(
    async ([name, one]) => [name, await takeApart(one, found, known)] as const,
  )
  return Object.fromEntries(await Promise.all(parts))
}

/** Together again; what holds a photograph that is gone, is gone itself. */
function putTogether(value: unknown, blobs: ReadonlyMap<string, Blob>): unknown {
  if (Array.isArray(value))
    return value.map((one) => putTogether(one, blobs)).filter((one) => one !== undefined)
  if (typeof value !== 'object' || value === null) return value
  if (isPlaced(value)) return blobs.get(value.$blob)
  const parts = Object.entries(value).map(([name, one]) => [name, putTogether(one, blobs)] as const)
  return parts.some(([, one]) => one === undefined) ? undefined : Object.fromEntries(parts)
}

/** What was begun of a form, the newest first. */
export async function draftsOf(
  db: FieldDatabase,
  key: CryptoKey,
  subject: string,
  act: string,
): Promise<Begun[]> {
  const drafts = await db.getAllFromIndex('drafts', 'form', formOf(subject, act))
  const begun = drafts.map(async ({ id, changedMs, files, sealed }): Promise<Begun> => {
    const blobs = new Map<string, Blob>()
    for (const digest of files) {
      const file = await db.get('files', digest)
      if (file) blobs.set(digest, await openFile(key, file))
    }
    const state = putTogether(await openJson(key, sealed), blobs)
    return { id, changedMs, photos: blobs.size, state }
  })
  return (await Promise.all(begun)).toSorted((a, b) => b.changedMs - a.changedMs)
}

/** The subjects at which something was begun and not kept. */
export async function begunAt(db: FieldDatabase): Promise<ReadonlySet<string>> {
  return new Set((await db.getAll('drafts')).map(({ subject }) => subject))
}

/** Lets go of what was begun of a form; of one beginning only, where it is named. */
export async function dropDrafts(
  db: FieldDatabase,
  which: { subject: string; act: string } | { id: string } | 'all',
): Promise<void> {
  const tx = db.transaction(['drafts', 'files', 'acts'], 'readwrite')
  const store = tx.objectStore('drafts')
  const all = await store.getAll()
  const gone = all.filter(
    ({ id, form }) =>
      which === 'all' || ('id' in which ? id === which.id : form === formOf(which.subject, which.act)),
  )
  for (const { id } of gone) await store.delete(id)
  const wanted = await wantedFiles(tx.objectStore('acts').index('state').getAll('waiting'), store.getAll())
  for (const digest of gone.flatMap(({ files }) => files))
    if (!wanted.has(digest)) await tx.objectStore('files').delete(digest)
  await tx.done
}

/**
 * Writes down what a form has as often as it changes: one writing at a time, always the newest. A telephone without
 * room keeps what it had and says so.
 */
export class DraftKeeper {
  readonly #db: FieldDatabase
  readonly #key: CryptoKey
  readonly #draft: Pick<KeptDraft, 'id' | 'form' | 'subject'>
  readonly #onFull: (isFull: boolean) => void
  readonly #digests = new WeakMap<Blob, string>()
  #newest: { state: unknown } | undefined
  #writing: Promise<void> | undefined
  #isStopped = false

  constructor(
    { db, key }: { db: FieldDatabase; key: CryptoKey },
    { id, subject, act }: { id: string; subject: string; act: string },
    onFull: (isFull: boolean) => void,
  ) {
    this.#db = db
    this.#key = key
    this.#draft = { id, subject, form: formOf(subject, act) }
    this.#onFull = onFull
  }

  note(state: unknown): void {
    this.#newest = { state }
    if (!this.#isStopped) this.#writing ??= this.#write().finally(() => (this.#writing = undefined))
  }

  /** Nothing is written any more once this has answered: the form is being kept. */
  async stop(): Promise<void> {
    this.#isStopped = true
    await this.#writing
  }

  /** It was not kept after all. */
  goOn(): void {
    this.#isStopped = false
    if (this.#newest) this.note(this.#newest.state)
  }

  async #write(): Promise<void> {
    while (this.#newest) {
      const { state } = this.#newest
      this.#newest = undefined
      try {
        await this.#put(state)
        this.#onFull(false)
      } catch (error) {
        if (!isFull(error)) throw error
        this.#onFull(true)
      }
    }
  }

  async #put(state: unknown): Promise<void> {
    const found = new Map<string, Blob>()
    const sealed = await sealJson(this.#key, await takeApart(state, found, this.#digests))
    const files: KeptFile[] = []
    for (const [digest, content] of found)
      if ((await this.#db.getKey('files', digest)) === undefined)
        files.push({
          digest,
          size: content.size,
          mediaType: content.type,
          sent: false,
          sealed: await sealBytes(this.#key, await content.arrayBuffer()),
        })
    const tx = this.#db.transaction(['drafts', 'files', 'acts'], 'readwrite')
    tx.done.catch(() => undefined)
    const drafts = tx.objectStore('drafts')
    const before = await drafts.get(this.#draft.id)
    await drafts.put({ ...this.#draft, files: [...found.keys()], changedMs: Date.now(), sealed })
    for (const file of files) await tx.objectStore('files').put(file)
    const removed = (before?.files ?? []).filter((digest) => !found.has(digest))
    if (removed.length > 0) {
      const waiting = tx.objectStore('acts').index('state').getAll('waiting')
      const wanted = await wantedFiles(waiting, drafts.getAll())
      for (const digest of removed) if (!wanted.has(digest)) await tx.objectStore('files').delete(digest)
    }
    await tx.done
  }
}
