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
  /** How many bytes of a file of this content have come from `from` so far, whose upload broke off. */
  begun(from: string, digest: string): Promise<number>
  /**
   * Goes on with a file of a known content and size at the byte where it broke off. What arrives before the next break
   * stays. Answers how far it has come, or what was stored once it is whole. Throws `ResumeElsewhere` at another byte,
   * `EvidenceChanged` where the whole is not the content it was said to be (it begins anew then), and as `put` does.
   */
  resume(
    from: string,
    part: { digest: string; size: number; offset: number },
    content: Readable,
    limits: EvidenceLimits,
  ): Promise<StoredEvidence | { offset: number }>
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

/** The file has come so far, and goes on from there. */
export class ResumeElsewhere extends Error {
  readonly offset: number
  constructor(offset: number) {
    super(`The file goes on at byte ${offset}.`)
    this.name = 'ResumeElsewhere'
    this.offset = offset
  }
}

export class EvidenceChanged extends Error {
  readonly said = say('evidence.changed')
  constructor(digest: string) {
    super(`What arrived is not the content ${digest}.`)
    this.name = 'EvidenceChanged'
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
