import type { ReadDb } from '../database/database.ts'
import { mediaTypesOf } from '../evidence/kinds.ts'
import { mediaTypeNames } from '../evidence/media-type.ts'
import type { Actor } from '../identity/authority.ts'
import type { ActDefinition, ActItem, EvidenceRef } from './define.ts'
import { refuse, type Refusal } from './refusal.ts'

/** The media type of each file cited that this person has brought, by its digest. */
export type OwnFiles = ReadonlyMap<string, string>

/**
 * The files cited that the actor has uploaded. A digest is no proof of having seen a file, and evidence opens to whoever
 * may see the subject of its act: citing another's file would hand it round.
 */
export async function ownFiles(
  db: ReadDb,
  { county, id }: Pick<Actor, 'county' | 'id'>,
  items: readonly Pick<ActItem<unknown>, 'evidence'>[],
): Promise<OwnFiles> {
  const wanted = [...new Set(items.flatMap((item) => item.evidence.map((e) => e.digest)))]
  if (wanted.length === 0) return new Map()
  const rows = await db
    .selectFrom('evidence_upload as u')
    .innerJoin('evidence_file as f', (join) =>
      join.onRef('f.county', '=', 'u.county').onRef('f.digest', '=', 'u.digest'),
    )
    .select(['f.digest', 'f.media_type'])
    .where('u.county', '=', county)
    .where('u.uploaded_by', '=', id)
    .where(
      'u.digest',
      'in',
      wanted.map((digest) => Buffer.from(digest, 'hex')),
    )
    .execute()
  return new Map(rows.map((row) => [row.digest.toString('hex'), row.media_type]))
}

/** `own` is absent for what the program cites itself, in consequence of another act. */
export function evidenceRefusals(
  definition: ActDefinition,
  item: Pick<ActItem<unknown>, 'evidence'>,
  own: OwnFiles | undefined,
): Refusal[] {
  const absent = (definition.evidence ?? []).filter((kind) => !item.evidence.some((e) => e.kind === kind))
  return [
    ...absent.map((kind) => refuse('evidence.required', definition.clauses, { kind })),
    ...(own ? item.evidence.flatMap((cited) => citedRefusals(cited, own.get(cited.digest))) : []),
  ]
}

function citedRefusals({ kind, digest }: EvidenceRef, mediaType: string | undefined): Refusal[] {
  if (mediaType === undefined) return [refuse('evidence.not-uploaded', [], { kind, digest })]
  const allowed = mediaTypesOf(kind)
  if (allowed.some((type) => type === mediaType)) return []
  return [
    refuse('evidence.unfit', [], { kind, allowed: allowed.map((type) => mediaTypeNames[type]).join(', ') }),
  ]
}
