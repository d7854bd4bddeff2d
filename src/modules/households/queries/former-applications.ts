import { sql } from 'kysely'
import type { QueryContext } from '../../../kernel/act/define.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { keyColumns } from '../acts/shared-keys.ts'
import type { Stage } from '../stages.ts'
import { visible } from './home-filter.ts'

export interface FormerApplication {
  id: string
  townName: string
  villageName: string
  sequence: number
  stage: Stage
  ended: 'withdrawn' | 'refused' | 'revoked'
  /** What the two have alike. */
  person: boolean
  account: boolean
  title: boolean
  /** Who reads this may open it. */
  open: boolean
}

/**
 * Applications that have ended and name the same person, account or deed: they are compared with nobody any more (§4.4),
 * and whoever verifies this one has to know of them, above all where one was revoked (§3.3.2b).
 */
export async function formerApplications(
  db: ReadDb,
  context: QueryContext,
  home: string,
): Promise<FormerApplication[]> {
  const { county } = context
  const alike = ({ column }: (typeof keyColumns)[number]) =>
    sql<boolean>`coalesce(${sql.ref(`h.${column}`)} = ${sql.ref(`own.${column}`)}, false)`
  const [person, account, title] = keyColumns
  const { rows } = await sql<FormerApplication>`
    select h.id, town.name as "townName", village.name as "villageName", h.sequence, h.stage, h.ended,
           ${alike(person)} as person, ${alike(account)} as account, ${alike(title)} as title,
           ${visible(context)} as open
      from home own
      join lateral (${sql.join(
        keyColumns.map(
          ({ column }) => sql`
            select k.id from home k
             where k.county = ${county} and ${sql.ref(`k.${column}`)} = ${sql.ref(`own.${column}`)}
               and k.ended is not null and k.id <> own.id`,
        ),
        sql` union `,
      )}) k on true
      join home h on h.county = ${county} and h.id = k.id and h.line = own.line
      join area town on town.county = ${county} and town.code = h.town
      join area village on village.county = ${county} and village.code = h.village
     where own.county = ${county} and own.id = ${home} and own.ended is null
     order by h.applied_on desc, h.id limit 5`.execute(db)
  return rows
}
