import type { Database, ReadDb } from '../../kernel/database/database.ts'
import type { Clock } from '../../kernel/dates/clock.ts'
import { packFromContent } from '../../kernel/pack/content.ts'
import type { Pack } from '../../kernel/pack/pack.ts'
import { adoptionOn } from './in-force.ts'

/**
 * The packs of all counties, parsed once per digest. Which one is in force is asked of the database each time, in
 * the transaction that needs it: an adoption by another program counts from the next act on. `first` stands in only
 * while a county has adopted none, so that the adoption itself can pass the door.
 */
export function packsInForce(database: Database, first: Pack, clock: Clock) {
  const parsed = new Map<string, Pack>([[first.digest, first]])

  async function byDigest(db: ReadDb, county: number, digest: string): Promise<Pack> {
    const known = parsed.get(digest)
    if (known) return known
    const row = await db
      .selectFrom('policy_pack')
      .select('files')
      .where('county', '=', county)
      .where('digest', '=', digest)
      .executeTakeFirst()
    if (!row) throw new Error(`Policy pack ${digest} is not kept for county ${county}.`)
    const pack = packFromContent(row.files as Record<string, string>)
    parsed.set(digest, pack)
    return pack
  }

  async function inForceIn(db: ReadDb, county: number): Promise<Pack> {
    const row = await adoptionOn(db, county, clock.today())
    return row ? byDigest(db, county, row.digest) : first
  }

  return {
    byDigest,
    inForceIn,
    inForce: (county: number): Promise<Pack> => database.read(county, (db) => inForceIn(db, county)),
  }
}
