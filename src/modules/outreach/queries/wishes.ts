import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { inScope } from '../../../kernel/identity/authority.ts'
import { FindWishes, type WishAnswer } from '../model.ts'
import { surveyOf } from '../rules/survey.ts'
import { latestWishes } from '../standing.ts'

const pageSize = 50

interface WishRow {
  home: string
  sequence: number
  householder: string
  address: string
  wish: WishAnswer | null
  route: string | null
  reason: string | null
  saidAt: Date | null
  askedBy: string | null
}

type Wanted = Omit<z.output<typeof FindWishes>, 'page'>

const wishColumns = sql`
  h.id as home, h.sequence, h.householder, h.address, w.wish, w.route, w.reason, w.said_at as "saidAt",
  b.name as "askedBy"`

function wishesThat({ county, scope }: QueryContext, { village, wish }: Wanted) {
  const asked =
    wish === undefined ? sql`true` : wish === 'not-asked' ? sql`w.wish is null` : sql`w.wish = ${wish}`
  return sql`
    from home h left join (${latestWishes(county)}) w on w.home = h.id
    left join account b on b.county = ${county} and b.id = w.asked_by
   where h.county = ${county} and h.village = ${village} and h.ended is null and h.line = 'heating' and ${asked}
     and ${inScope(scope, { town: sql.ref('h.town'), village: sql.ref('h.village') })}`
}

/** The homes of a village that the filters find, whole. */
export async function listWishes(db: ReadDb, context: QueryContext, wanted: Wanted): Promise<WishRow[]> {
  const { rows } = await sql<WishRow>`
    select ${wishColumns} ${wishesThat(context, wanted)} order by h.sequence`.execute(db)
  return rows
}

/** The homes of a village with the wish each gave last: the figures open to these (§3.1.3b). */
const wishList = defineQuery({
  name: 'wish.list',
  input: FindWishes,
  permission: 'outreach.read',
  run: async (db, { page, ...wanted }, context) => {
    const found = wishesThat(context, wanted)
    const counted = await sql<{ total: number }>`select count(*)::int as total ${found}`.execute(db)
    const { rows } = await sql<WishRow>`
      select ${wishColumns} ${found} order by h.sequence limit ${pageSize} offset ${page * pageSize}`.execute(
      db,
    )
    return { total: counted.rows[0]?.total ?? 0, pageSize, rows }
  },
})

/** What one household said, the newest first; whether it is asked at all (§1.2). */
const homeWishes = defineQuery({
  name: 'home.wishes',
  input: z.object({ home: z.uuid() }),
  permission: 'outreach.read',
  run: async (db, { home }, context) => {
    const { county, scope } = context
    const seen = await sql<{ isAsked: boolean }>`
      select h.line = 'heating' as "isAsked" from home h where h.county = ${county} and h.id = ${home}
         and ${inScope(scope, { town: sql.ref('h.town'), village: sql.ref('h.village') })}`.execute(db)
    const [found] = seen.rows
    if (!found) throw new NotFound()
    const { rows } = await sql<
      Pick<WishRow, 'route' | 'reason' | 'askedBy'> & { id: string; wish: WishAnswer; saidAt: Date }
    >`
      select w.id, w.wish, w.route, w.reason, w.said_at as "saidAt", b.name as "askedBy"
        from wish w left join account b on b.county = ${county} and b.id = w.asked_by
       where w.county = ${county} and w.home = ${home} order by w.said_at desc, w.act desc`.execute(db)
    return { ...found, wishes: rows, ...surveyOf(context.pack) }
  },
})

export const queries = [wishList, homeWishes] as const
