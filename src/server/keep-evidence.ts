import type { Readable } from 'node:stream'
import type { WriteDb } from '../kernel/database/database.ts'
import { together } from '../kernel/pace/together.ts'
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

/** A file of the store, and who brought it. */
interface Brought {
  by: Pick<Actor, 'county' | 'id'>
  stored: StoredEvidence
}

type Parts = Pick<Program, 'database' | 'clock'>

/** Notes a file of the store and who brought it. */
const noteStored = async (
  program: Parts,
  by: Pick<Actor, 'county' | 'id'>,
  stored: StoredEvidence,
): Promise<void> => noteAll(program, [{ by, stored }])

/** The same; files that come at the same time are noted together. */
export function storedNotes(program: Parts): (brought: Brought) => Promise<void> {
  return together(async (all: readonly Brought[]) => {
    await noteAll(program, all)
    return all.map(() => undefined)
  })
}

async function noteAll({ database, clock }: Parts, all: readonly Brought[]): Promise<void> {
  const now = clock.now()
  for (const county of new Set(all.map(({ by }) => by.county))) {
    const own = all.filter(({ by }) => by.county === county)
    const files = new Map(own.map(({ stored }) => [stored.digest, stored]))
    await database.write(county, async (tx) => {
      await tx
        .insertInto('evidence_file')
        .values(
          [...files.values()].map(({ digest, size, mediaType }) => ({
            county,
            digest: Buffer.from(digest, 'hex'),
            size,
            media_type: mediaType ?? 'application/octet-stream',
          })),
        )
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      await insertUploads(
        tx,
        county,
        own.map(({ by, stored }) => ({ by: by.id, digest: stored.digest })),
        now,
      )
    })
  }
}

/** Notes that a person has brought these files of the store too. */
export async function noteUploads(
  program: Pick<Program, 'database' | 'clock'>,
  by: Pick<Actor, 'county' | 'id'>,
  digests: readonly string[],
): Promise<void> {
  if (digests.length === 0) return
  await program.database.write(by.county, (tx) =>
    insertUploads(
      tx,
      by.county,
      digests.map((digest) => ({ by: by.id, digest })),
      program.clock.now(),
    ),
  )
}

const insertUploads = (
  tx: WriteDb,
  county: number,
  uploads: readonly { by: string; digest: string }[],
  now: Date,
) =>
  tx
    .insertInto('evidence_upload')
    .values(
      uploads.map(({ by, digest }) => ({
        county,
        digest: Buffer.from(digest, 'hex'),
        uploaded_by: by,
        uploaded_at: now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
