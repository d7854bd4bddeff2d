import type { ReadDb } from '../database/database.ts'
import type { ActDefinition, ActItem } from './define.ts'
import { refuse, type Refusal } from './refusal.ts'

/** Digests that the acts cite and nobody has uploaded. */
export async function missingEvidence(
  db: ReadDb,
  county: number,
  items: readonly Pick<ActItem<unknown>, 'evidence'>[],
): Promise<Set<string>> {
  const wanted = [...new Set(items.flatMap((item) => item.evidence.map((e) => e.digest)))]
  if (wanted.length === 0) return new Set()
  const there = await db
    .selectFrom('evidence_file')
    .select('digest')
    .where('county', '=', county)
    .where(
      'digest',
      'in',
      wanted.map((digest) => Buffer.from(digest, 'hex')),
    )
    .execute()
  const found = new Set(there.map((row) => row.digest.toString('hex')))
  return new Set(wanted.filter((digest) => !found.has(digest)))
}

export function evidenceRefusals(
  definition: ActDefinition,
  item: Pick<ActItem<unknown>, 'evidence'>,
  missing: ReadonlySet<string>,
): Refusal[] {
  const absent = (definition.evidence ?? []).filter((kind) => !item.evidence.some((e) => e.kind === kind))
  return [
    ...absent.map((kind) => refuse('evidence.required', definition.clauses, { kind })),
    ...item.evidence
      .filter((e) => missing.has(e.digest))
      .map((e) => refuse('evidence.not-uploaded', [], { kind: e.kind, digest: e.digest })),
  ]
}
