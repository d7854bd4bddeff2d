import { newId } from '../../../kernel/identity/id.ts'
import type { Session } from '../../kit/api/session.ts'
import { type FieldDatabase, openFieldDatabase, type Own } from '../store/database.ts'
import { isFull } from '../store/outbox.ts'
import { openJson, randomBytes, sealJson } from '../store/sealed.ts'
import { countTry, forgetTries, layInSpares } from '../store/tries.ts'
import { makeVault, openVault } from '../store/vault.ts'

/** A person's things on the telephone, opened. */
export interface OwnStore {
  db: FieldDatabase
  key: CryptoKey
  account: string
  handset: string
  person: { name: string; permissions: string[] }
}

export const findOwn = async (account: string): Promise<{ db: FieldDatabase; own: Own | undefined }> => {
  const db = await openFieldDatabase(account)
  return { db, own: await db.get('own', 'own') }
}

/** Makes a person's place on the telephone, under a PIN of their own. */
export async function makeOwn(db: FieldDatabase, session: Session, pin: string): Promise<OwnStore> {
  const { record, key } = await makeVault(pin)
  const person = { name: session.account.name, permissions: session.permissions }
  const handset = newId()
  const own: Own = {
    account: session.account.id,
    handset,
    enrolled: false,
    vault: record,
    sealed: await sealJson(key, person),
  }
  const tx = db.transaction('own', 'readwrite', { durability: 'strict' })
  await tx.store.put(own, 'own')
  await tx.done
  await ifRoom(() => layInSpares(db))
  // Otherwise the browser may throw everything away when room gets short.
  await navigator.storage.persist().catch(() => false)
  return { db, key, account: session.account.id, handset, person }
}

/** A full telephone opens and sends all the same: what it cannot write down now it is told again next time. */
export async function ifRoom(write: () => Promise<unknown>): Promise<void> {
  try {
    await write()
  } catch (error) {
    if (!isFull(error)) throw error
  }
}

export type Opened =
  | { status: 'ok'; store: OwnStore }
  | { status: 'wrong' }
  | { status: 'wait'; seconds: number }
  /** The try could not be counted, so it was not made. */
  | { status: 'no-room' }

export async function openOwn(db: FieldDatabase, pin: string, nowMs: number): Promise<Opened> {
  const counted = await countTry(db, nowMs)
  if (counted === 'no-room') return { status: 'no-room' }
  if (counted > 0) return { status: 'wait', seconds: Math.ceil(counted / 1000) }
  const own = await db.get('own', 'own')
  const key = own && (await openVault(own.vault, pin))
  if (!key) return { status: 'wrong' }
  await ifRoom(() => forgetTries(db))
  await ifRoom(() => layInSpares(db))
  const person = await openJson<OwnStore['person']>(key, own.sealed)
  return { status: 'ok', store: { db, key, account: own.account, handset: own.handset, person } }
}

/** Roles change: what the telephone offers follows the newest session. */
export async function notePerson({ db, key }: OwnStore, session: Session): Promise<void> {
  const person = { name: session.account.name, permissions: session.permissions }
  const sealed = await sealJson(key, person)
  const own = await db.get('own', 'own')
  if (own) await db.put('own', { ...own, sealed }, 'own')
}

export interface Resuming {
  county: number
  secret: string
}

/**
 * What the telephone's sessions are taken up again by, made once and lying under the PIN, so that whoever finds the
 * telephone does not come in by it. Undefined where there is none yet and no room for one.
 */
export async function resumingFor({ db, key }: OwnStore, county: number): Promise<Resuming | undefined> {
  const known = await resumingOf({ db, key })
  if (known?.county === county) return known
  const made = { county, secret: asText(randomBytes(32)) }
  const sealed = await sealJson(key, made)
  const own = await db.get('own', 'own')
  if (!own) return undefined
  try {
    await db.put('own', { ...own, resuming: sealed }, 'own')
    return made
  } catch (error) {
    if (!isFull(error)) throw error
    return undefined
  }
}

export async function resumingOf({ db, key }: Pick<OwnStore, 'db' | 'key'>): Promise<Resuming | undefined> {
  const own = await db.get('own', 'own')
  return own?.resuming && openJson<Resuming>(key, own.resuming)
}

const asText = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')

/** A telephone given up as lost is in the hands of whom it belongs to: from now on it is another one, with what it keeps. */
export async function setUpAnew({ db }: OwnStore): Promise<void> {
  const own = await db.get('own', 'own')
  if (own) await db.put('own', { ...own, handset: newId(), enrolled: false, after: own.handset }, 'own')
}

/** The handset that this one was before it was given up. */
export const handsetBefore = async ({ db }: OwnStore): Promise<string | undefined> =>
  (await db.get('own', 'own'))?.after

export async function noteEnrolled({ db }: OwnStore): Promise<void> {
  const own = await db.get('own', 'own')
  if (own) await db.put('own', { ...own, enrolled: true }, 'own')
}

export const isEnrolled = async ({ db }: OwnStore): Promise<boolean> =>
  (await db.get('own', 'own'))?.enrolled ?? false
