import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Sealed } from './sealed.ts'
import type { VaultRecord } from './vault.ts'

/** `waiting` to be sent; `done`; `held` for a person to settle; then `applied` or `set-aside` by them. */
export type KeptState = 'waiting' | 'done' | 'held' | 'applied' | 'set-aside'

/** An act in the outbox. The number is its place among all acts of this telephone; the clock is not. */
export interface KeptAct {
  number: number
  id: string
  kind: string
  subjectType: string
  subject: string
  /** Digests of its photographs. */
  files: string[]
  state: KeptState
  /** By the telephone's clock, in milliseconds. */
  madeMs: number
  /** What the person saw before: the newest act on the subject. */
  seen: string | null
  /** The input, and the evidence with its kinds. */
  sealed: Sealed
  /** What became of it, in words; once it is known. */
  answer?: Sealed
}

export interface KeptFile {
  digest: string
  size: number
  mediaType: string
  /** The office has it, by its digest. */
  sent: boolean
  sealed: Sealed
}

export interface TakenHome {
  id: string
  village: string
  /** The newest act on the home that the person has before their eyes: the office's, or an own one made since. */
  last: string | null
  sealed: Sealed
}

export interface TakenVillage {
  code: string
  takenMs: number
  /** Name and counts. */
  sealed: Sealed
}

/** A form begun and not kept yet. Its photographs lie where those of acts do, so that keeping it writes none again. */
export interface KeptDraft {
  id: string
  /** Subject and act: `<id>/<kind>`. */
  form: string
  subject: string
  /** Digests of its photographs. */
  files: string[]
  changedMs: number
  sealed: Sealed
}

/** About the telephone and its person; one record. */
export interface Own {
  account: string
  handset: string
  enrolled: boolean
  /** Given up as lost and found again: the handset it was. */
  after?: string
  vault: VaultRecord
  /** Names and what may be done, for when nobody can be asked. */
  sealed: Sealed
  /** What takes up sessions again whose browser was killed. */
  resuming?: Sealed
}

export interface FieldSchema extends DBSchema {
  own: { key: 'own'; value: Own }
  acts: { key: number; value: KeptAct; indexes: { id: string; subject: string; state: KeptState } }
  files: { key: string; value: KeptFile }
  homes: { key: string; value: TakenHome; indexes: { village: string } }
  villages: { key: string; value: TakenVillage }
  /** What the pack and the catalogue say, as taken along. */
  papers: { key: string; value: { name: string; sealed: Sealed } }
  drafts: { key: string; value: KeptDraft; indexes: { form: string; subject: string } }
  /** Tries of the PIN for when there is no room to count one: each is taken away. */
  spares: { key: number; value: true }
}

export type FieldDatabase = IDBPDatabase<FieldSchema>

/** One database a person: what another has on the same telephone stays theirs. */
export const openFieldDatabase = (account: string): Promise<FieldDatabase> =>
  openDB<FieldSchema>(`qingnuan-field-${account}`, 3, {
    // Nothing is put in here: a full telephone would not open any more.
    upgrade(db, from) {
      if (from < 1) first(db)
      if (from < 2) {
        const drafts = db.createObjectStore('drafts', { keyPath: 'id' })
        drafts.createIndex('form', 'form')
        drafts.createIndex('subject', 'subject')
      }
      db.createObjectStore('spares')
    },
    // A window left open with an earlier version must not keep the new one waiting.
    blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
  })

function first(db: FieldDatabase): void {
  db.createObjectStore('own')
  const acts = db.createObjectStore('acts', { keyPath: 'number', autoIncrement: true })
  acts.createIndex('id', 'id', { unique: true })
  acts.createIndex('subject', 'subject')
  acts.createIndex('state', 'state')
  db.createObjectStore('files', { keyPath: 'digest' })
  db.createObjectStore('homes', { keyPath: 'id' }).createIndex('village', 'village')
  db.createObjectStore('villages', { keyPath: 'code' })
  db.createObjectStore('papers', { keyPath: 'name' })
}
