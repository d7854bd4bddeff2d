import { createSecretKey, randomBytes } from 'node:crypto'
import { ed25519, international } from './international.ts'
import { type Keys, readVerifyingKey } from './keys.ts'
import type { CipherSuite } from './suite.ts'

/** Fresh keys that live in memory only. */
export function someKeys(suite: CipherSuite = international): Keys {
  const pair = ed25519.generateSigningKey()
  const key = () => createSecretKey(randomBytes(32))
  const pem = pair.publicKey.export({ type: 'spki', format: 'pem' }) as string
  return {
    suite,
    data: key(),
    blindIndex: key(),
    log: key(),
    signing: { ...readVerifyingKey(pem), privateKey: pair.privateKey },
  }
}
