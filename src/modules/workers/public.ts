import { type RawBuilder, sql } from 'kysely'
import type { QueryContext } from '../../kernel/act/define.ts'
import type { ReadDb } from '../../kernel/database/database.ts'
import type { Day } from '../../kernel/dates/day.ts'
import { inScope } from '../../kernel/identity/authority.ts'
import { paidMonths } from './pay-of-months.ts'
import { payTerms } from './pay-terms.ts'

/** The people on site of each lot on a day, by lot; a lot without any is missing (§3.2.3). */
export async function peopleOnSite(
  db: ReadDb,
  county: number,
  asked: readonly { lot: string; day: Day }[],
): Promise<(at: { lot: string; day: Day }) => ReadonlySet<string>> {
  const none: ReadonlySet<string> = new Set()
  if (asked.length === 0) return () => none
  const { rows } = await sql<{ worker: string; lot: string; day: Day }>`
    select distinct p.worker, p.lot, a.day
      from unnest(${asked.map(({ lot }) => lot)}::uuid[], ${asked.map(({ day }) => day)}::date[]) a (lot, day)
      join posting p on p.county = ${county} and p.lot = a.lot and p.from_day <= a.day
                    and (p.to_day is null or p.to_day >= a.day)
      join worker w on w.county = ${county} and w.id = p.worker
      join lot l on l.county = ${county} and l.id = p.lot and l.contractor = w.firm`.execute(db)
  const found = new Map<string, Set<string>>()
  for (const { worker, lot, day } of rows) {
    const key = `${lot} ${day}`
    found.set(key, (found.get(key) ?? new Set()).add(worker))
  }
  return ({ lot, day }) => found.get(`${lot} ${day}`) ?? none
}

/** Firm-months whose wages are overdue, with `escalated` those that have been so for long, as a query of rows. */
export function overdueWages(
  { county, pack, today, scope }: Pick<QueryContext, 'county' | 'pack' | 'today' | 'scope'>,
  kind: 'late' | 'escalated',
): RawBuilder<unknown> {
  const { dueDay, escalateDays } = payTerms(pack, today)
  const grace = kind === 'escalated' ? escalateDays : 0
  const first = sql`(m.month || '-01')::date`
  return sql`
    select m.firm, m.month from (${paidMonths(county)}) m
     where m.paid < m.worked and ${inScope(scope, { organisations: [sql.ref('m.firm')] })}
       and ${today}::date > least((${first} + interval '1 month')::date + ${dueDay - 1}::int,
                                  (${first} + interval '2 month')::date - 1) + ${grace}::int`
}
