import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  type KeyObject,
  timingSafeEqual,
} from 'node:crypto'
import { randomNonce } from './nonce.ts'
import { type CipherSuite, NotAuthentic } from './suite.ts'

const counterBytes = 16
const tagBytes = 32

/**
 * SM3 (GB/T 32905), HMAC-SM3 and SM4 (GB/T 32907) in counter mode, encrypt-then-mac; OpenSSL 3.0 has no SM4-GCM.
 * No SM2 signatures: those of Node's OpenSSL leave out the signer's identity that GB/T 32918 hashes in, so no
 * other verifier accepts them. Checkpoints stay signed with Ed25519 under this suite.
 */
export const national: CipherSuite = {
  id: 'national',
  mark: 2,
  digest: (bytes) => createHash('sm3').update(bytes).digest(),
  mac: (key, bytes) => createHmac('sm3', key).update(bytes).digest(),
  encrypt(key, plaintext, associated) {
    const { cipherKey, macKey } = halves(key)
    const counter = randomNonce(counterBytes)
    const cipher = createCipheriv('sm4-ctr', cipherKey, counter)
    const body = typeof plaintext === 'string' ? cipher.update(plaintext, 'utf8') : cipher.update(plaintext)
    const sealed = Buffer.concat([counter, body])
    return Buffer.concat([sealed, tagOf(macKey, sealed, associated)])
  },
  decrypt(key, sealed, associated) {
    if (sealed.length < counterBytes + tagBytes) throw new NotAuthentic()
    const { cipherKey, macKey } = halves(key)
    const covered = sealed.subarray(0, sealed.length - tagBytes)
    if (!timingSafeEqual(tagOf(macKey, covered, associated), sealed.subarray(covered.length)))
      throw new NotAuthentic()
    const decipher = createDecipheriv('sm4-ctr', cipherKey, covered.subarray(0, counterBytes))
    return decipher.update(covered.subarray(counterBytes))
  },
}

/** The length of the associated data is covered too, so that a byte cannot move between it and the counter. */
function tagOf(macKey: KeyObject, covered: Uint8Array, associated: Uint8Array): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(associated.length)
  return createHmac('sm3', macKey).update(length).update(associated).update(covered).digest()
}

interface Halves {
  cipherKey: KeyObject
  macKey: KeyObject
}

const derived = new WeakMap<KeyObject, Halves>()

/** SM4 takes 16 bytes and the tag needs a key of its own: both are derived from the one key. */
function halves(key: KeyObject): Halves {
  const known = derived.get(key)
  if (known) return known
  const part = (label: string) => createHmac('sm3', key).update(label).digest()
  const made = {
    cipherKey: createSecretKey(part('sm4-ctr').subarray(0, 16)),
    macKey: createSecretKey(part('hmac-sm3')),
  }
  derived.set(key, made)
  return made
}
