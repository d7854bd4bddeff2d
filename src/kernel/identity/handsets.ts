import type { Database } from '../database/database.ts'

/** A telephone that works in the field, as what comes from it is taken. */
export interface Handset {
  id: string
  /** When its outbox was last empty: nothing it brings happened before. */
  emptiedAt: Date
}

export type Contact = { status: 'ok'; handset: Handset } | { status: 'unknown' | 'revoked' }

/** A telephone gets in touch: noted with how far its clock is ahead, unless it is not this person's or given up. */
export async function noteContact(
  database: Database,
  { county, account }: { county: number; account: string },
  id: string,
  now: Date,
  clockAheadMs?: number,
): Promise<Contact> {
  return database.write(county, async (tx) => {
    const row = await tx
      .selectFrom('handset')
      .select(['emptied_at', 'revoked_at'])
      .where('county', '=', county)
      .where('id', '=', id)
      .where('account', '=', account)
      .executeTakeFirst()
    if (!row) return { status: 'unknown' }
    if (row.revoked_at) return { status: 'revoked' }
    await tx
      .updateTable('handset')
      .set({ last_contact_at: now, ...(clockAheadMs !== undefined && { clock_ahead_ms: clockAheadMs }) })
      .where('county', '=', county)
      .where('id', '=', id)
      .execute()
    return { status: 'ok', handset: { id, emptiedAt: row.emptied_at } }
  })
}

/** Its outbox is empty now. */
export async function noteEmptied(database: Database, county: number, id: string, now: Date): Promise<void> {
  await database.write(county, (tx) =>
    tx
      .updateTable('handset')
      .set({ emptied_at: now })
      .where('county', '=', county)
      .where('id', '=', id)
      .execute(),
  )
}

/** Which telephone acts came from, applied or held, their places among its acts, and what its clock said. */
export async function noteOrigin(
  database: Database,
  county: number,
  handset: string,
  acts: readonly { id: string; number: number; happenedAt: Date }[],
): Promise<void> {
  if (acts.length === 0) return
  await database.write(county, (tx) =>
    tx
      .insertInto('handset_act')
      .values(
        acts.map(({ id, number, happenedAt }) => ({
          county,
          act: id,
          handset,
          number,
          claimed_at: happenedAt,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
}
