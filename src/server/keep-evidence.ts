import type { Readable } from 'node:stream'
import type { EvidenceLimits, StoredEvidence } from '../kernel/evidence/store.ts'
import type { Actor } from '../kernel/identity/authority.ts'
import type { Program } from './program.ts'

/**
 * Puts a file into the evidence store and notes who brought it, so that acts can cite it by its digest. Throws
 * `EvidenceRefused` for a file that is too large, empty or of a kind that is not taken.
 */
export async function keepEvidence(
  program: Pick<Program, 'database' | 'store' | 'clock'>,
  by: Pick<Actor, 'county' | 'id'>,
  content: Readable | Uint8Array,
  limits: EvidenceLimits,
): Promise<StoredEvidence> {
  const stored = await program.store.put(content, limits)
  const digest = Buffer.from(stored.digest, 'hex')
  await program.database.write(by.county, async (tx) => {
    await tx
      .insertInto('evidence_file')
      .values({
        county: by.county,
        digest,
        size: stored.size,
        media_type: stored.mediaType ?? 'application/octet-stream',
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await tx
      .insertInto('evidence_upload')
      .values({ county: by.county, digest, uploaded_by: by.id, uploaded_at: program.clock.now() })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  })
  return stored
}
