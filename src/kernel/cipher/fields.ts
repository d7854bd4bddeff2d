import { createHash, type KeyObject } from 'node:crypto'
import { findSuite, type Keys } from './keys.ts'
import { NotAuthentic } from './suite.ts'

const headerBytes = 5

/**
 * Encrypts one personal value for storage. Bound to county and column (`household.id_number`): a value moved
 * to another county or column does not open. Layout: suite mark (1), key id (4), then the suite's own.
 */
export function sealField(keys: Keys, county: number, column: string, text: string): Buffer {
  const body = keys.suite.encrypt(keys.data, text, bindingOf(county, column))
  return Buffer.concat([headerOf(keys), body])
}

/** The value `sealField` was given. Throws `NotAuthentic` for another place, and says so for another key. */
export function openField(keys: Keys, county: number, column: string, sealed: Uint8Array): string {
  if (sealed.length < headerBytes) throw new NotAuthentic()
  const suite = findSuite(sealed[0] ?? 0)
  if (!suite) throw new NotAuthentic()
  const madeBy = Buffer.from(sealed.subarray(1, headerBytes))
  const ours = dataKeyId(keys.data)
  if (!madeBy.equals(ours))
    throw new Error(
      `This value was sealed with data key ${madeBy.toString('hex')}; the key file holds ${ours.toString('hex')}. ` +
        'Restore the key file that belongs to this database.',
    )
  return suite.decrypt(keys.data, sealed.subarray(headerBytes), bindingOf(county, column)).toString('utf8')
}

/**
 * 16 bytes by which an encrypted value is found without being opened: equal text of one kind in one county gives
 * equal bytes. The caller normalises (case, spaces, full width) and names the kind, `id-number`, not the column,
 * so that the same number is found wherever it stands.
 */
export function blindIndex(keys: Keys, county: number, kind: string, normalisedText: string): Buffer {
  return keys.suite.mac(keys.blindIndex, `${county}\n${kind}\n${normalisedText}`).subarray(0, 16)
}

/** What stands in the log for a personal value: comparable within a county, meaningless without the key. */
export function personalDigest(keys: Keys, county: number, text: string): string {
  return `hmac:${keys.suite.mac(keys.log, `personal\n${county}\n${text}`).toString('hex')}`
}

const bindings = new Map<string, Buffer>()

/** Associated data; columns are few, so each is encoded once. */
function bindingOf(county: number, column: string): Buffer {
  const name = `${county}\n${column}`
  const known = bindings.get(name)
  if (known) return known
  const made = Buffer.from(name)
  if (bindings.size < 10_000) bindings.set(name, made)
  return made
}

const headers = new WeakMap<Keys, Buffer>()

function headerOf(keys: Keys): Buffer {
  const known = headers.get(keys)
  if (known) return known
  const made = Buffer.concat([Buffer.from([keys.suite.mark]), dataKeyId(keys.data)])
  headers.set(keys, made)
  return made
}

const keyIds = new WeakMap<KeyObject, Buffer>()

/** Tells keys apart without saying anything about them. */
function dataKeyId(key: KeyObject): Buffer {
  const known = keyIds.get(key)
  if (known) return known
  const made = createHash('sha256').update('data key id\n').update(key.export()).digest().subarray(0, 4)
  keyIds.set(key, made)
  return made
}
