import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  generateKeyPairSync,
  sign,
  verify,
} from 'node:crypto'
import { randomNonce } from './nonce.ts'
import { type CipherSuite, NotAuthentic, type SignatureScheme } from './suite.ts'

const nonceBytes = 12
const tagBytes = 16

/** SHA-256, HMAC-SHA-256 and AES-256-GCM with random 96-bit nonces. */
export const international: CipherSuite = {
  id: 'international',
  mark: 1,
  digest: (bytes) => createHash('sha256').update(bytes).digest(),
  mac: (key, bytes) => createHmac('sha256', key).update(bytes).digest(),
  encrypt(key, plaintext, associated) {
    const nonce = randomNonce(nonceBytes)
    const cipher = createCipheriv('aes-256-gcm', key, nonce)
    cipher.setAAD(associated)
    const body = typeof plaintext === 'string' ? cipher.update(plaintext, 'utf8') : cipher.update(plaintext)
    cipher.final()
    return Buffer.concat([nonce, body, cipher.getAuthTag()])
  },
  decrypt(key, sealed, associated) {
    if (sealed.length < nonceBytes + tagBytes) throw new NotAuthentic()
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), {
      authTagLength: tagBytes,
    })
    decipher.setAAD(associated)
    decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes))
    const plaintext = decipher.update(sealed.subarray(nonceBytes, sealed.length - tagBytes))
    try {
      decipher.final()
    } catch {
      throw new NotAuthentic()
    }
    return plaintext
  },
}

export const ed25519: SignatureScheme = {
  algorithm: 'Ed25519',
  generateSigningKey: () => generateKeyPairSync('ed25519'),
  sign: (privateKey, bytes) => sign(null, bytes, privateKey),
  verify(publicKey, bytes, signature) {
    if (publicKey.asymmetricKeyType !== 'ed25519' || signature.length !== 64) return false
    return verify(null, bytes, publicKey, signature)
  },
}
