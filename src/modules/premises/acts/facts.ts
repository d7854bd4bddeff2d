import { sql } from 'kysely'
import type { ActItem } from '../../../kernel/act/define.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { findFirms, findLots } from '../../suppliers/public.ts'
import type { CheckStep, PremisesStage } from '../model.ts'
import type { PremisesFacts } from '../rules.ts'

interface Row {
  id: string
  stage: PremisesStage
  village: string
  contractor: string | null
  supervisor: string | null
  checkers: { step: CheckStep; checker: string }[]
}

/** The facts of premises, in order; undefined where there are none such. */
export async function loadPremises(
  db: ReadDb,
  county: number,
  items: readonly ActItem<{ name?: string; lot?: string }>[],
): Promise<(PremisesFacts | undefined)[]> {
  const { rows } = await sql<Row>`
    select p.id, p.stage, p.village, p.contractor, p.supervisor,
           coalesce((select json_agg(json_build_object('step', c.step, 'checker', c.checker)) from premises_check c
                      where c.county = ${county} and c.premises = p.id), '[]') as checkers
      from premises p
     where p.county = ${county} and p.id = any(${items.map(({ subject }) => subject)}::uuid[])`.execute(db)
  const lots = await findLots(
    db,
    county,
    items.flatMap(({ input }) => input?.lot ?? []),
  )
  const firms = await findFirms(
    db,
    county,
    [
      ...[...lots.values()].flatMap(({ contractor, supervisor }) => [contractor, supervisor]),
      ...rows.map(({ contractor }) => contractor),
    ].filter((id) => id !== null),
  )
  const facts: (PremisesFacts | undefined)[] = []
  const inBatch = new Set<string>()
  for (const { subject, input, evidence } of items) {
    const row = rows.find(({ id }) => id === subject)
    const lot = lots.get(input?.lot ?? '')
    const photos = evidence.filter(({ kind }) => kind === 'photo').map(({ digest }) => digest)
    const repeated = photos.filter((digest) => inBatch.has(digest)).length
    for (const digest of photos) inBatch.add(digest)
    facts.push(
      row && {
        ...row,
        nameTaken:
          input?.name !== undefined && (await isNameTaken(db, county, row.village, input.name, row.id)),
        lot,
        firms: (lot ? [lot.contractor, lot.supervisor] : [row.contractor]).flatMap(
          (id) => (id && firms.get(id)) || [],
        ),
        usedPhotos: Math.max(repeated, await usedBefore(db, county, photos)),
      },
    )
  }
  return facts
}

export async function isNameTaken(
  db: ReadDb,
  county: number,
  village: string,
  name: string,
  except?: string,
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from premises
     where county = ${county} and village = ${village} and name = ${name} and stage <> 'withdrawn'
       ${except === undefined ? sql`` : sql`and id <> ${except}`} limit 1`.execute(db)
  return rows.length > 0
}

/** How many of the photographs some act has as its evidence already: one picture proves one thing. */
async function usedBefore(db: ReadDb, county: number, digests: readonly string[]): Promise<number> {
  if (digests.length === 0) return 0
  const { rows } = await sql<{ used: number }>`
    select count(distinct digest)::int as used from act_evidence
     where county = ${county} and kind = 'photo'
       and digest = any(${digests.map((digest) => Buffer.from(digest, 'hex'))}::bytea[])`.execute(db)
  return rows[0]?.used ?? 0
}
