import { sql } from 'kysely'
import type { WriteDb } from '../database/database.ts'
import type { Taken } from '../act/taken.ts'

/** How photographs of acts came about, beside their digests. */
export async function noteTaken(
  tx: WriteDb,
  county: number,
  photos: readonly { act: string; taker: string; digest: string; taken: Taken }[],
): Promise<void> {
  if (photos.length === 0) return
  const of = <T>(read: (taken: Taken) => T | null | undefined) =>
    photos.map(({ taken }) => read(taken) ?? null)
  await sql`
    insert into evidence_taken (county, act, digest, taker, taken_by, taken_at, latitude, longitude, accuracy_m,
                                altitude_m, file_at, file_latitude, file_longitude)
    select ${county}, * from unnest(
      ${photos.map((p) => p.act)}::uuid[], ${photos.map((p) => Buffer.from(p.digest, 'hex'))}::bytea[],
      ${photos.map((p) => p.taker)}::uuid[], ${of((t) => t.by)}::text[], ${of((t) => t.at)}::timestamptz[],
      ${of((t) => t.position?.latitude)}::float8[], ${of((t) => t.position?.longitude)}::float8[],
      ${of((t) => t.position?.accuracyM)}::float8[], ${of((t) => t.position?.altitudeM)}::float8[],
      ${of((t) => t.file?.at)}::timestamptz[], ${of((t) => t.file?.latitude)}::float8[],
      ${of((t) => t.file?.longitude)}::float8[])
    on conflict do nothing`.execute(tx)
}

/** The photographs of these acts are to be looked at, once they are committed. */
export async function noteToLookAt(tx: WriteDb, county: number, acts: readonly string[]): Promise<void> {
  if (acts.length === 0) return
  await sql`insert into evidence_pending (county, act)
            select ${county}, unnest(${[...acts]}::uuid[])`.execute(tx)
}
