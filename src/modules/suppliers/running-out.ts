import { type RawBuilder, sql } from 'kysely'
import type { ActContext } from '../../kernel/act/define.ts'
import { periodOf } from '../../kernel/pack/pack.ts'
import { papersAsked } from './rules/papers.ts'

/** Models `equipment_model` with a required paper, the newest of its kind, that has run out or soon will (§3.1.2). */
export function isRunningOut({
  county,
  pack,
  today,
}: Pick<ActContext, 'county' | 'pack' | 'today'>): RawBuilder<boolean> {
  const kinds = papersAsked(pack, 'model')
    .filter(({ required, expires }) => required && expires)
    .map(({ id }) => id)
  const until = periodOf(pack, 'equipment.paperWarningDays', today).lastDay
  return sql<boolean>`exists (
    select 1 from (select distinct on (p.paper) p.valid_to from access_paper p
                    where p.county = ${county} and p.model = equipment_model.id
                      and p.paper = any(${kinds}::text[])
                    order by p.paper, p.id desc) newest
     where newest.valid_to <= ${until}::date)`
}
