import {
  createHash,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  type KeyObject,
  randomUUID,
} from 'node:crypto'
import { readFile, rename } from 'node:fs/promises'
import path from 'node:path'
import { international } from './international.ts'
import { createKeyFile, KeysUnavailable, readKeyFile, writeDurably } from './key-file.ts'
import { national } from './national.ts'
import type { CipherSuite, SignatureAlgorithm, SuiteId } from './suite.ts'

/** A public key that checkpoints are verified with; its id is derived from the key itself. */
export interface VerifyingKey {
  /** First 16 hex digits of the SHA-256 of the key's SPKI DER form. */
  keyId: string
  algorithm: SignatureAlgorithm
  publicKey: KeyObject
  /** SPKI, PEM. */
  pem: string
}

export interface SigningKey extends VerifyingKey {
  privateKey: KeyObject
}

/** Everything secret of one installation. The keys live outside the database and its backups. */
export interface Keys {
  suite: CipherSuite
  /** Encrypts personal fields. */
  data: KeyObject
  /** Makes blind indexes. */
  blindIndex: KeyObject
  /** Digests personal values and inputs for the log. */
  log: KeyObject
  /** Signs the log's checkpoints. */
  signing: SigningKey
}

const suites: Record<SuiteId, CipherSuite> = { international, national }

/** The suite that made a sealed value, by its first byte. */
export function findSuite(mark: number): CipherSuite | undefined {
  return Object.values(suites).find((suite) => suite.mark === mark)
}

/**
 * Loads the installation's keys from `folder`, making them on first use. `mayCreate` is true only where the
 * database holds nothing yet: otherwise missing keys are an error (`KeysUnavailable`), never replaced.
 * The public key lies beside them as `log-public.pem`, to be given to whoever verifies.
 */
export async function openKeys(
  folder: string,
  options: { mayCreate: boolean; suite?: SuiteId },
): Promise<Keys> {
  const file = path.join(folder, 'keys.json')
  let content = await readKeyFile(file)
  if (!content) {
    if (!options.mayCreate) throw new KeysUnavailable('missing', file)
    await createKeyFile(file, options.suite ?? 'international')
    content = await readKeyFile(file)
    if (!content) throw new KeysUnavailable('missing', file)
  }
  const key = (hex: string) => createSecretKey(Buffer.from(hex, 'hex'))
  let privateKey: KeyObject
  try {
    privateKey = createPrivateKey(content.signing.privateKey)
  } catch {
    throw new KeysUnavailable('damaged', file, 'signing')
  }
  const pem = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }) as string
  await publish(path.join(folder, 'log-public.pem'), pem)
  return {
    suite: suites[content.suite],
    data: key(content.data),
    blindIndex: key(content.blindIndex),
    log: key(content.log),
    signing: { ...readVerifyingKey(pem), privateKey },
  }
}

/** A public key from its PEM. Throws where it is none, or of an algorithm that we cannot verify. */
export function readVerifyingKey(pem: string): VerifyingKey {
  const publicKey = createPublicKey(pem)
  if (publicKey.asymmetricKeyType !== 'ed25519')
    throw new Error(
      `Only Ed25519 keys sign the log; this one is ${publicKey.asymmetricKeyType ?? 'unknown'}.`,
    )
  const der = publicKey.export({ type: 'spki', format: 'der' })
  return {
    keyId: createHash('sha256').update(der).digest('hex').slice(0, 16),
    algorithm: 'Ed25519',
    publicKey,
    pem: publicKey.export({ type: 'spki', format: 'pem' }) as string,
  }
}

async function publish(file: string, pem: string): Promise<void> {
  const present = await readFile(file, 'utf8').catch(() => undefined)
  if (present === pem) return
  const draft = `${file}.${randomUUID()}`
  try {
    await writeDurably(draft, pem, 0o644)
    await rename(draft, file)
  } catch (error) {
    // A read-only key folder is a sound way to run; the public key is then given out at installation.
    if (!['EROFS', 'EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
}
