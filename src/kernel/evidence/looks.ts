import { sql } from 'kysely'
import type { Database, ReadDb } from '../database/database.ts'

/** What the bytes of a picture tell: how it looks, and what it says of itself. */
export interface Look {
  digest: string
  /** 64 bits; undefined where there is nothing to compare. */
  bits: bigint | undefined
  file?: { at?: Date; latitude?: number; longitude?: number } | undefined
}

/** A look is cut into blocks: two that differ little have one alike. */
export const blockBits = 16
export const blocks = 64 / blockBits

/** A look as the database's signed number. */
const signed = (bits: bigint): string => BigInt.asIntN(64, bits).toString()

const blocksOf = (bits: bigint): number[] =>
  Array.from({ length: blocks }, (_, i) => Number((bits >> BigInt(i * blockBits)) & 0xffffn))

/** Acts whose photographs wait to be looked at, the oldest first. */
export async function actsToLookAt(db: ReadDb, county: number, most: number): Promise<string[]> {
  const { rows } = await sql<{ act: string }>`
    select p.act from evidence_pending p join act a on a.county = ${county} and a.id = p.act
     where p.county = ${county} order by a.recorded_at, a.id limit ${most}`.execute(db)
  return rows.map(({ act }) => act)
}

/** Pictures cited as photographs by these acts that nobody has looked at. */
export async function picturesToLookAt(
  db: ReadDb,
  county: number,
  acts: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ digest: string }>`
    select distinct encode(e.digest, 'hex') as digest from act_evidence e
     where e.county = ${county} and e.act = any(${[...acts]}::uuid[]) and e.kind = 'photo'
       and not exists (select 1 from evidence_look l where l.county = ${county} and l.digest = e.digest)`.execute(
    db,
  )
  return rows.map(({ digest }) => digest)
}

export async function keepLooks(database: Database, county: number, looks: readonly Look[]): Promise<void> {
  if (looks.length === 0) return
  const digestOf = ({ digest }: Look) => Buffer.from(digest, 'hex')
  const cut = looks.flatMap((look) =>
    look.bits === undefined
      ? []
      : blocksOf(look.bits).map((bits, block) => ({ block, bits, digest: digestOf(look) })),
  )
  await database.write(county, async (tx) => {
    await sql`
      insert into evidence_look (county, digest, look, file_at, file_latitude, file_longitude)
      select ${county}, * from unnest(
        ${looks.map(digestOf)}::bytea[],
        ${looks.map(({ bits }) => (bits === undefined ? null : signed(bits)))}::bigint[],
        ${looks.map(({ file }) => file?.at ?? null)}::timestamptz[],
        ${looks.map(({ file }) => file?.latitude ?? null)}::float8[],
        ${looks.map(({ file }) => file?.longitude ?? null)}::float8[])
      on conflict do nothing`.execute(tx)
    await sql`
      insert into evidence_block (county, block, bits, digest)
      select ${county}, * from unnest(${cut.map((c) => c.block)}::smallint[], ${cut.map((c) => c.bits)}::int[],
                                      ${cut.map((c) => c.digest)}::bytea[])
      on conflict do nothing`.execute(tx)
  })
}

/** The photographs of these acts have been looked at. */
export async function strikeOff(database: Database, county: number, acts: readonly string[]): Promise<void> {
  await database.write(county, (tx) =>
    sql`delete from evidence_pending where county = ${county} and act = any(${[...acts]}::uuid[])`.execute(
      tx,
    ),
  )
}

/** Nothing that waits is looked at: for pictures that stand in for photographs and are shared. */
export async function passOver(database: Database, county: number): Promise<void> {
  await database.write(county, (tx) => sql`delete from evidence_pending where county = ${county}`.execute(tx))
}

/**
 * Masks that turn as many bits of a block as a near look may have turned in its nearest block: of d turned bits some
 * block has at most ⌊d / blocks⌋, so that looking each block up under all of them misses nothing.
 */
export function nearMasks(distance: number): number[] {
  const most = Math.min(Math.floor(distance / blocks), 2)
  const ones = Array.from({ length: blockBits }, (_, i) => 1 << i)
  const pairs = ones.flatMap((a, i) => ones.slice(i + 1).map((b) => a | b))
  return [0, ...(most > 0 ? ones : []), ...(most > 1 ? pairs : [])]
}
