import type { SigningKey, VerifyingKey } from '../cipher/keys.ts'
import { ed25519 } from '../cipher/international.ts'
import { canonicalJson } from './canonical.ts'

/** A signed statement of what a county's log was at one size. */
export interface Checkpoint {
  county: number
  /** Leaves covered. */
  size: number
  root: Buffer
  /** UTC instant with milliseconds. */
  madeAt: string
  /** Size of the checkpoint before this one, 0 for the first: none can be taken out unnoticed. */
  previous: number
  keyId: string
  signature: Buffer
}

export type CheckpointBody = Omit<Checkpoint, 'signature'>

/** What is signed: canonical JSON, so that anybody can write it down again from the values. */
function checkpointText(body: CheckpointBody): string {
  return canonicalJson({
    type: 'qingnuan-checkpoint-1',
    county: body.county,
    size: body.size,
    root: body.root.toString('hex'),
    madeAt: body.madeAt,
    previous: body.previous,
    keyId: body.keyId,
  })
}

export function signCheckpoint(key: SigningKey, body: Omit<CheckpointBody, 'keyId'>): Checkpoint {
  const whole = { ...body, keyId: key.keyId }
  return { ...whole, signature: ed25519.sign(key.privateKey, Buffer.from(checkpointText(whole))) }
}

export function isSigned(key: VerifyingKey, checkpoint: Checkpoint): boolean {
  const text = Buffer.from(checkpointText(checkpoint))
  return key.keyId === checkpoint.keyId && ed25519.verify(key.publicKey, text, checkpoint.signature)
}
