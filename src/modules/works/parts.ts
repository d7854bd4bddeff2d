import { sql } from 'kysely'
import type { ReadDb, WriteDb } from '../../kernel/database/database.ts'
import { centiM2 } from './rules/parts-entered.ts'

export interface PartState {
  home: string
  /** Of the pack's list. */
  part: string
  areaM2: number
  /** What the supervisor measured and two signed for; null until then. Only this is ever paid for (§4.2). */
  acceptedM2: number | null
}

/** The measured parts on record for each home; homes without any are missing. */
export async function partsOf(
  db: ReadDb,
  county: number,
  homes: readonly string[],
): Promise<Map<string, PartState[]>> {
  if (homes.length === 0) return new Map()
  const { rows } = await sql<{ home: string; part: string; centi: number; accepted: number | null }>`
    select home, part, centi_m2 as centi, accepted_centi_m2 as accepted from installation_part
     where county = ${county} and home = any(${[...homes]}::uuid[]) order by home, place`.execute(db)
  const found = new Map<string, PartState[]>()
  for (const { home, part, centi, accepted } of rows) {
    const state = { home, part, areaM2: centi / 100, acceptedM2: accepted === null ? null : accepted / 100 }
    found.set(home, [...(found.get(home) ?? []), state])
  }
  return found
}

export interface MaterialState {
  home: string
  name: string
  maker: string
  batch: string
  /** Digest of the file. */
  certificate: string
}

export async function materialsOf(
  db: ReadDb,
  county: number,
  homes: readonly string[],
): Promise<Map<string, MaterialState[]>> {
  if (homes.length === 0) return new Map()
  const { rows } = await sql<MaterialState>`
    select home, name, maker, batch, certificate from installation_material
     where county = ${county} and home = any(${[...homes]}::uuid[]) order by home, id`.execute(db)
  const found = new Map<string, MaterialState[]>()
  for (const row of rows) found.set(row.home, [...(found.get(row.home) ?? []), row])
  return found
}

/** In the order they were given; what was there before is replaced. */
export async function keepParts(
  tx: WriteDb,
  county: number,
  items: readonly { home: string; act: string; parts: readonly { part: string; areaM2: number }[] }[],
): Promise<void> {
  const rows = items.flatMap(({ home, act, parts }) =>
    parts.map(({ part, areaM2 }, place) => ({
      county,
      home,
      part,
      place,
      centi_m2: centiM2(areaM2),
      act,
    })),
  )
  await sql`delete from installation_part
             where county = ${county} and home = any(${items.map(({ home }) => home)}::uuid[])`.execute(tx)
  await tx.insertInto('installation_part').values(rows).execute()
}
