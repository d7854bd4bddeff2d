import type { KeyObject } from 'node:crypto'

export type SuiteId = 'international' | 'national'
export type SignatureAlgorithm = 'Ed25519'

/**
 * One family of algorithms behind one interface. Symmetric keys are 32 random bytes whatever the suite; a suite
 * derives from them what its ciphers need.
 */
export interface CipherSuite {
  readonly id: SuiteId
  /** First byte of everything this suite encrypts, so that an old value is opened by the suite that made it. */
  readonly mark: number
  digest(bytes: Uint8Array | string): Buffer
  mac(key: KeyObject, bytes: Uint8Array | string): Buffer
  /** Nonce, ciphertext and tag in one; `associated` is authenticated, not stored. */
  encrypt(key: KeyObject, plaintext: Uint8Array | string, associated: Uint8Array): Buffer
  /** Throws `NotAuthentic` where key, associated data or bytes are not those of `encrypt`. */
  decrypt(key: KeyObject, sealed: Uint8Array, associated: Uint8Array): Buffer
}

/** Signatures stand apart from the suites: the log's checkpoints are signed by whichever algorithm the key has. */
export interface SignatureScheme {
  readonly algorithm: SignatureAlgorithm
  generateSigningKey(): { privateKey: KeyObject; publicKey: KeyObject }
  sign(privateKey: KeyObject, bytes: Uint8Array): Buffer
  /** False for anything that is not this key's signature of these bytes; never throws for a malformed one. */
  verify(publicKey: KeyObject, bytes: Uint8Array, signature: Uint8Array): boolean
}

export class NotAuthentic extends Error {
  constructor() {
    super(
      '密文与密钥或所属字段不符,可能被改动。 The sealed value does not fit its key or field; it may have been changed.',
    )
    this.name = 'NotAuthentic'
  }
}
