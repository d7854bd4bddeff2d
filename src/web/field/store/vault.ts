import { openBytes, randomBytes, type Sealed, sealBytes } from './sealed.ts'

/** What is written of a vault: the data key under the PIN's, and how often the PIN was wrong since it was right. */
export interface VaultRecord {
  salt: Uint8Array<ArrayBuffer>
  iterations: number
  wrapped: Sealed
  wrongTries: number
  /** By the telephone's clock. */
  lastWrongMs: number
}

/** A second or so on a cheap telephone, so that guessing six digits takes a thief with the storage weeks. */
const iterations = 600_000
const isPin = /^\d{6,12}$/

/** A new vault and its key. Throws a RangeError for a PIN that is none. */
export async function makeVault(
  pin: string,
  rounds = iterations,
): Promise<{ record: VaultRecord; key: CryptoKey }> {
  if (!isPin.test(pin)) throw new RangeError('A PIN has six to twelve digits.')
  const salt = randomBytes(16)
  const raw = randomBytes(32)
  const wrapped = await sealBytes(await keyOfPin(pin, salt, rounds), raw)
  return {
    record: { salt, iterations: rounds, wrapped, wrongTries: 0, lastWrongMs: 0 },
    key: await dataKey(raw),
  }
}

/** The key, or undefined where the PIN is wrong. */
export async function openVault(record: VaultRecord, pin: string): Promise<CryptoKey | undefined> {
  const pinKey = await keyOfPin(pin, record.salt, record.iterations)
  try {
    return await dataKey(await openBytes(pinKey, record.wrapped))
  } catch {
    return undefined
  }
}

/** Milliseconds to wait before the next try: none for four wrong ones, then doubling, an hour at most. */
export function waitMs({ wrongTries, lastWrongMs }: VaultRecord, nowMs: number): number {
  if (wrongTries < 5) return 0
  const wait = Math.min(2 ** (wrongTries - 5) * 30_000, 3_600_000)
  // A clock set back must not lock the person out for years.
  return Math.min(Math.max(lastWrongMs + wait - nowMs, 0), wait)
}

const dataKey = (raw: BufferSource) =>
  crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])

async function keyOfPin(pin: string, salt: BufferSource, rounds: number): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, [
    'deriveKey',
  ])
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}
