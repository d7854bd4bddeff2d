import { type RawBuilder, sql } from 'kysely'
import type { QueryContext } from '../../../kernel/act/define.ts'
import { inScope } from '../../../kernel/identity/authority.ts'

/** A firm sees its own people, a supervisor and a town those on site of their lots, the county all. Of `worker w`. */
export const workersSeen = ({ county, scope }: QueryContext): RawBuilder<boolean> => sql<boolean>`(
  ${inScope(scope, { organisations: [sql.ref('w.firm')] })}
  or exists (select 1 from posting sp join lot sl on sl.county = ${county} and sl.id = sp.lot
              where sp.county = ${county} and sp.worker = w.id
                and (${inScope(scope, { organisations: [sql.ref('sl.supervisor')] })}
                     or exists (select 1 from village sv where sv.county = ${county} and sl.id in (sv.lot, sv.building_lot)
                                 and ${inScope(scope, { town: sql.ref('sv.town'), village: sql.ref('sv.code') })}))))`

export const pattern = (search: string): string => `%${search.replace(/[\\%_]/g, '\\$&')}%`
