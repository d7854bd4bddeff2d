import { sql } from 'kysely'
import type { WriteDb } from '../../../kernel/database/database.ts'
import { renumberedAccounts } from '../../sources/public.ts'

/**
 * Puts every account under its present number, by which homes are compared (§4.4); the application keeps what it says.
 * Answers whose number changed.
 */
export async function renumberAccounts(tx: WriteDb, county: number): Promise<string[]> {
  const renumbered = await renumberedAccounts(tx, county)
  const { rows } = await sql<{ id: string }>`
    update home set account_key = r.key
      from (select h.id, coalesce(g.present, h.account_number) as key
              from home h
              left join unnest(${[...renumbered.keys()]}::text[], ${[...renumbered.values()]}::text[])
                     as g (old, present) on g.old = h.account_number
             where h.county = ${county} and h.account_number is not null) r
     where home.county = ${county} and home.id = r.id and home.account_key is distinct from r.key
    returning home.id`.execute(tx)
  return rows.map(({ id }) => id)
}
