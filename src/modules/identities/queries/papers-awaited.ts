import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { covers } from '../../../kernel/identity/authority.ts'
import type { Pack } from '../../../kernel/pack/pack.ts'
import type { Said } from '../../../kernel/words/words.ts'
import { findHomes, homePlace, paperToBring } from '../../households/public.ts'

/**
 * Whether papers are awaited from a household before it is said whether its application is another's too (§4.4), and
 * which and until when; null where none are. What was written to the towns may speak of the other family and is not told.
 */
async function papersAwaited(
  db: ReadDb,
  { county, pack }: { county: number; pack: Pack },
  home: string,
): Promise<{ by: Day | null; askedOn: Day; papers: Said[] } | null> {
  const { rows } = await sql<{ by: Day | null; askedOn: Day; papers: string[] }>`
    select d.papers_by as by, d.decided_on as "askedOn", d.papers
      from match_pair p
      join home h on h.county = ${county} and h.id = ${home} and h.ended is null
      left join home o on o.county = ${county} and o.id = case when p.first = ${home} then p.second else p.first end
      join match_decision d on d.county = ${county} and d.id = p.decision
     where p.county = ${county} and p.state = 'papers' and (p.first = ${home} or p.second = ${home})
       and (p.earlier or o.ended is null)
     order by d.papers_by nulls last, d.id`.execute(db)
  const [next] = rows
  // Of several pairs the nearest day, and what any of them needs.
  const papers = [...new Set(rows.flatMap((row) => row.papers))].flatMap((id) => paperToBring(pack, id) ?? [])
  return next ? { ...next, papers } : null
}

/** As the household reads it of its own home. */
export const ownPairPapers = defineQuery({
  name: 'pair.own-papers',
  input: z.object({}),
  permission: 'home.own',
  run: async (db, _input, context) => {
    const [home] = context.scope.homes
    if (!home) throw new NotFound()
    return papersAwaited(db, context, home)
  },
})

/** The same for the official who prints what the household is told. */
export const papersAwaitedOf = defineQuery({
  name: 'pair.papers-awaited',
  input: z.object({ home: z.uuid() }),
  permission: 'selection.read',
  run: async (db, { home }, context) => {
    const about = (await findHomes(db, context.county, [home])).get(home)
    if (!about || !covers(context.scope, homePlace(about))) throw new NotFound()
    return papersAwaited(db, context, home)
  },
})
