import type { Database } from '../../kernel/database/database.ts'
import { packFromContent } from '../../kernel/pack/content.ts'
import type { Pack } from '../../kernel/pack/pack.ts'

/**
 * The packs of all counties, read from the database and parsed once per digest. `inForce` falls back to `first`
 * only while a county has adopted none, so that the adoption itself can pass the door.
 */
export function packsInForce(database: Database, first: Pack) {
  const parsed = new Map<string, Pack>([[first.digest, first]])

  async function byDigest(county: number, digest: string): Promise<Pack> {
    const known = parsed.get(digest)
    if (known) return known
    const row = await database.read(county, (db) =>
      db
        .selectFrom('policy_pack')
        .select('files')
        .where('county', '=', county)
        .where('digest', '=', digest)
        .executeTakeFirst(),
    )
    if (!row) throw new Error(`Policy pack ${digest} is not kept for county ${county}.`)
    const pack = packFromContent(row.files as Record<string, string>)
    parsed.set(digest, pack)
    return pack
  }

  return {
    byDigest,
    async inForce(county: number): Promise<Pack> {
      const row = await database.read(county, (db) =>
        db
          .selectFrom('programme')
          .innerJoin('policy_pack', (join) =>
            join
              .onRef('policy_pack.county', '=', 'programme.county')
              .onRef('policy_pack.id', '=', 'programme.pack'),
          )
          .select('policy_pack.digest')
          .where('programme.county', '=', county)
          .executeTakeFirst(),
      )
      return row ? byDigest(county, row.digest) : first
    },
  }
}
