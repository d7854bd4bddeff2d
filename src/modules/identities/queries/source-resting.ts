import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery } from '../../../kernel/act/define.ts'
import { inScope } from '../../../kernel/identity/authority.ts'

/** What rests on a comparison list: what falls with it if it is taken back (§3.1.3d, §5.4). */
export const sourceResting = defineQuery({
  name: 'source.resting',
  input: z.strictObject({ source: z.uuid() }),
  permission: 'source.import',
  run: async (db, { source }, { county, scope }) => {
    const within = (home: string) =>
      inScope(scope, { town: sql.ref(`${home}.town`), village: sql.ref(`${home}.village`) })
    const { rows } = await sql<{ homes: number; refused: number; confirmed: number; decided: number }>`
      with pairs as (
        select p.first, p.decision from source_row r
          join match_pair p on p.county = ${county} and p.second = r.id and p.earlier
         where r.county = ${county} and r.source = ${source}),
      homes as (
        select h.id, h.answer, h.confirmed_on from home h
          left join screening s on s.county = ${county} and s.id = h.screening
         where h.county = ${county} and h.ended is null and ${within('h')}
           and (s.facts::text like ${`%${source}%`} or h.id in (select first from pairs)))
      select count(*)::int as homes, count(*) filter (where answer = 'no')::int as refused,
             count(*) filter (where confirmed_on is not null)::int as confirmed,
             (select count(*)::int from pairs join homes on homes.id = pairs.first
               where pairs.decision is not null) as decided
        from homes`.execute(db)
    return rows[0] ?? { homes: 0, refused: 0, confirmed: 0, decided: 0 }
  },
})
