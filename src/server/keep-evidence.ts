import type { Readable } from 'node:stream'
import type { WriteDb } from '../kernel/database/database.ts'
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
  await noteStored(program, by, stored)
  return stored
}

/** Notes a file of the store and who brought it. */
export async function noteStored(
  program: Pick<Program, 'database' | 'clock'>,
  by: Pick<Actor, 'county' | 'id'>,
  stored: StoredEvidence,
): Promise<void> {
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
    await insertUploads(tx, by, [stored.digest], program.clock.now())
  })
}

/** Notes that a person has brought these files of the store too. */
export async function noteUploads(
  program: Pick<Program, 'database' | 'clock'>,
  by: Pick<Actor, 'county' | 'id'>,
  digests: readonly string[],
): Promise<void> {
  if (digests.length === 0) return
  await program.database.write(by.county, (tx) => insertUploads(tx, by, digests, program.clock.now()))
}

const insertUploads = (
  tx: WriteDb,
  by: Pick<Actor, 'county' | 'id'>,
  digests: readonly string[],
  now: Date,
) =>
  tx
    .insertInto('evidence_upload')
    .values(
      [...new Set(digests)].map((digest) => ({
        county: by.county,
        digest: Buffer.from(digest, 'hex'),
        uploaded_by: by.id,
        uploaded_at: now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
