import type { EvidenceStore } from './store.ts'
import { EvidenceDamaged } from './store.ts'

export interface EvidenceProblem {
  digest: string
  problem: 'missing' | 'damaged'
}

/** Reads every named piece of evidence through and yields those that are gone or no longer what they were. */
export async function* checkEvidence(
  store: EvidenceStore,
  digests: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<EvidenceProblem> {
  for await (const digest of digests) {
    const stream = await store.open(digest)
    if (!stream) {
      yield { digest, problem: 'missing' }
      continue
    }
    try {
      for await (const _ of stream);
    } catch (error) {
      // A disk that cannot read the file back has damaged it as surely as a changed byte has.
      if (!(error instanceof EvidenceDamaged) && (error as NodeJS.ErrnoException).code !== 'EIO') throw error
      yield { digest, problem: 'damaged' }
    }
  }
}
