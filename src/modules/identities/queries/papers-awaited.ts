import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { covers } from '../../../kernel/identity/authority.ts'
import { findHomes, homePlace } from '../../households/public.ts'

/**
 * Whether papers are awaited from a household before it is said whether its application is another's too (§4.4), and
 * until when; null where none are. What was written to the towns may speak of the other family and is not told.
 */
async function papersAwaited(
  db: ReadDb,
  county: number,
  home: string,
): Promise<{ by: Day | null; askedOn: Day } | null> {
  const { rows } = await sql<{ by: Day | null; askedOn: Day }>`
    select d.papers_by as by, d.decided_on as "askedOn"
      from match_pair p
      join home h on h.county = ${county} and h.id = ${home} and h.ended is null
      left join home o on o.county = ${county} and o.id = case when p.first = ${home} then p.second else p.first end
      join match_decision d on d.county = ${county} and d.id = p.decision
     where p.county = ${county} and p.state = 'papers' and (p.first = ${home} or p.second = ${home})
       and (p.earlier or o.ended is null)
     order by d.papers_by nulls last, d.id limit 1`.execute(db)
  return rows[0] ?? null
}

/** As the household reads it of its own home. */
export const ownPairPapers = defineQuery({
  name: 'pair.own-papers',
  input: z.object({}),
  permission: 'home.own',
  run: async (db, _input, { county, scope }) => {
    const [home] = scope.homes
    if (!home) throw new NotFound()
    return papersAwaited(db, county, home)
  },
})

/** The same for the official who prints what the household is told. */
export const papersAwaitedOf = defineQuery({
  name: 'pair.papers-awaited',
  input: z.object({ home: z.uuid() }),
  permission: 'selection.read',
  run: async (db, { home }, { county, scope }) => {
    const about = (await findHomes(db, county, [home])).get(home)
    if (!about || !covers(scope, homePlace(about))) throw new NotFound()
    return papersAwaited(db, county, home)
  },
})
