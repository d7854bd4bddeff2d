import type { Readable } from 'node:stream'
import { type Said, speaker } from '../words/words.ts'
import type { MediaType, Unfit } from './media-type.ts'
import { evidenceWords } from './words.ts'

export interface StoredEvidence {
  /** SHA-256 of the content, 64 hex digits: its name everywhere. */
  digest: string
  /** Bytes. */
  size: number
  /** What its bytes say it is; undefined where that is nothing we know. */
  mediaType: MediaType | undefined
}

export interface EvidenceLimits {
  maxBytes: number
  /** Refuses everything else, by its bytes and whatever its name says. Without it anything is kept. */
  allow?: readonly MediaType[]
}

/**
 * Keeps evidence by the digest of its content; nothing is ever changed or overwritten. The same content put
 * twice, even at the same moment, is one file.
 */
export interface EvidenceStore {
  /**
   * Once it answers, the content is safe on disk. Throws `EvidenceRefused` (`too-large` as soon as the limit is
   * passed, `empty`, `media-type`, or what is the matter with a workbook) and then keeps nothing.
   */
  put(content: Readable | Uint8Array, limits: EvidenceLimits): Promise<StoredEvidence>
  /** Undefined where there is none. The stream fails with `EvidenceDamaged` at its end if the content changed. */
  open(digest: string): Promise<Readable | undefined>
  has(digest: string): Promise<boolean>
  /** The whole content. Throws `EvidenceMissing` or `EvidenceDamaged`. */
  read(digest: string): Promise<Buffer>
}

const say = speaker(evidenceWords)

export type RefusalReason = 'too-large' | 'media-type' | 'empty' | Unfit

export class EvidenceRefused extends Error {
  readonly reason: RefusalReason
  readonly said: Said
  constructor(reason: RefusalReason, values: Record<string, unknown> = {}) {
    const said = say(`evidence.${reason}`, values)
    super(`${said.zh} ${said.en}`)
    this.name = 'EvidenceRefused'
    this.reason = reason
    this.said = said
  }
}

export class EvidenceMissing extends Error {
  constructor(digest: string) {
    super(`Evidence ${digest} is not in the store.`)
    this.name = 'EvidenceMissing'
  }
}

export class EvidenceDamaged extends Error {
  constructor(digest: string) {
    super(`Evidence ${digest} is no longer what was stored under this digest.`)
    this.name = 'EvidenceDamaged'
  }
}
