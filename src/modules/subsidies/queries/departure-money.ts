import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { inScope } from '../../../kernel/identity/authority.ts'
import { receivedBy } from '../recoveries.ts'
import { isOwedBack } from '../rules.ts'
import { ofHome } from './recoveries.ts'

interface Claimed {
  claim: string
  number: number
  contractor: string
  state: 'submitted' | 'reviewed' | 'approved' | 'paid'
  paidOn: Day | null
  amountFen: number
}

interface OfSeason {
  season: string
  amountFen: number
  /** Null while it is not paid out. */
  paidOn: Day | null
}

interface Opened {
  id: string
  change: string
  state: 'open' | 'closed' | 'lifted'
  owedFen: number
  repaidFen: number
  waivedFen: number
}

/**
 * What a home's leaving means for money and machines (§3.1.3d, §4.2): what was paid to whom, what stays, what is owed
 * back, and whose the machines are.
 */
export const departureMoney = defineQuery({
  name: 'home.departure-money',
  input: z.object({ home: z.uuid(), kind: z.string().max(20) }),
  permission: 'register.read',
  run: async (db, { home, kind }, { county, pack, scope }) => {
    const there = await db
      .selectFrom('home')
      .select('id')
      .where('county', '=', county)
      .where('id', '=', home)
      .where(inScope(scope, ofHome))
      .executeTakeFirst()
    if (!there) throw new NotFound()
    const recovers = pack.changes.find(({ id }) => id === kind)?.recovers ?? 'none'
    const claims = await sql<Claimed>`
      select c.id as claim, c.number, o.name as contractor, c.state, c.paid_on as "paidOn",
             l.subsidy_fen as "amountFen"
        from claim_line l
        join claim c on c.county = ${county} and c.id = l.claim
        join organisation o on o.county = ${county} and o.id = c.contractor
       where l.county = ${county} and l.home = ${home} and l.live and l.subsidy_fen > 0 order by c.number`.execute(
      db,
    )
    const seasons = await sql<OfSeason>`
      select e.name as season, s.amount_fen as "amountFen", p.settled_on as "paidOn"
        from statement s
        join season e on e.county = ${county} and e.id = s.season
        left join payment p on p.county = ${county} and p.statement = s.id and p.state = 'paid'
       where s.county = ${county} and s.home = ${home} and s.amount_fen > 0 and s.state <> 'revoked'
       order by e.starts_on`.execute(db)
    const machines = await sql<{ fitted: number; dueBack: boolean; takenBackOn: Day | null }>`
      select (select count(*)::int from device d where d.county = ${county} and d.home = ${home}
                 and d.removed_on is null) as fitted,
             exists (select 1 from device_return r where r.county = ${county} and r.home = ${home}
                        and r.returned_on is null) as "dueBack",
             (select max(r.returned_on) from device_return r where r.county = ${county} and r.home = ${home})
               as "takenBackOn"`.execute(db)
    const recoveries = await sql<Opened>`
      select id, change, state, owed_fen as "owedFen", repaid_fen as "repaidFen", waived_fen as "waivedFen"
        from recovery where county = ${county} and home = ${home} and change is not null order by id`.execute(
      db,
    )
    const received = await receivedBy(db, county, [home])
    const sum = (of: typeof received) => of.reduce((total, { amountFen }) => total + amountFen, 0)
    return {
      claims: claims.rows,
      seasons: seasons.rows,
      machines: machines.rows[0] ?? { fitted: 0, dueBack: false, takenBackOn: null },
      recoveries: recoveries.rows,
      /** Of what was paid so far, upon approval. */
      owedBackFen: sum(received.filter((one) => isOwedBack(one.kind, recovers))),
      staysFen: sum(received.filter((one) => !isOwedBack(one.kind, recovers))),
    }
  },
})
