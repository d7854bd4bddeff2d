import { sql } from 'kysely'
import type { ActContext } from '../../../kernel/act/define.ts'
import { openField } from '../../../kernel/cipher/fields.ts'
import type { Keys } from '../../../kernel/cipher/keys.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { applicationOrder, isLocked, isOnSameList, isWaitingHome } from '../locked.ts'
import { type AskedKind, type ChangeState, leavingKinds } from '../model/change.ts'
import type { HomeFields } from '../model/fields.ts'
import type { HomeChanges } from '../model/register.ts'
import { type Departure, type EnteringHome, type HomeToChange, waitingListOf } from '../rules/change.ts'
import { fieldsOfRow } from './home-facts.ts'

export type Surroundings = Pick<ActContext, 'county' | 'pack' | 'today' | 'keys'>

export interface HomeOfChange extends HomeToChange {
  id: string
  town: string
  village: string
  contractor: string | null
  supervisor: string | null
  fields: HomeFields
}

/** Of `home h` that left the locked register: by which change, and where the home stands that came in for it. */
const departure = (county: number) => sql<Departure | null>`
  (select json_build_object('kind', d.kind, 'enters', case when e.id is not null then
            json_build_object('stage', e.stage, 'ended', e.ended, 'admitted', e.change is not null) end)
     from home_change d left join home e on e.county = ${county} and e.id = d.enters
    where d.county = ${county} and d.home = h.id and d.state = 'approved' and h.ended in ('withdrawn', 'refused')
      and d.kind = any(${[...leavingKinds]}::text[])
    order by d.number desc limit 1)`

/** Homes as the rules of change see them, by id. */
export async function loadHomesToChange(
  db: ReadDb,
  context: Surroundings,
  ids: readonly string[],
): Promise<Map<string, HomeOfChange>> {
  if (ids.length === 0) return new Map()
  const { county, keys } = context
  const { rows } = await sql<Record<string, unknown>>`
    select h.*, h.applied_on as "appliedOn", ${isLocked(context)} as locked, ${departure(county)} as departure,
           (select c.number from home_change c where c.county = ${county} and c.state = 'asked'
                      and (c.home = h.id or c.enters = h.id) limit 1) as asked,
           (select count(*) from home o where o.county = ${county} and o.line = h.line and o.area_kind = h.area_kind
               and o.ended is null and (o.confirmed_on is not null or o.change is not null)) as taken
      from home h where h.county = ${county} and h.id = any(${[...new Set(ids)]}::uuid[])`.execute(db)
  return new Map(
    rows.map((row) => [
      row.id as string,
      {
        ...(row as unknown as Omit<HomeOfChange, 'areaKind' | 'admitted' | 'fields'>),
        areaKind: row.area_kind as HomeOfChange['areaKind'],
        admitted: row.change !== null,
        fields: fieldsOfRow(row, keys, county),
      },
    ]),
  )
}

/** Of each pair: the waiting home with those before it on the list that may fill the place. */
export async function loadEntering(
  db: ReadDb,
  context: Surroundings,
  homes: ReadonlyMap<string, HomeOfChange>,
  pairs: readonly { home: string; enters: string }[],
): Promise<Map<string, EnteringHome>> {
  const { county, pack, today } = context
  const list = waitingListOf(pack, today)
  const found = new Map<string, EnteringHome>()
  for (const { home, enters } of pairs) {
    const leaving = homes.get(home)
    const entering = homes.get(enters)
    if (!leaving || !entering) continue
    const { rows } = await sql<{ id: string }>`
      select h.id from home h
        join home own on own.county = ${county} and own.id = ${enters}
       where h.county = ${county} and ${isOnSameList(context)}
         and ${isWaitingHome(context)}
         and (h.applied_on, h.sequence, h.id) < (own.applied_on, own.sequence, own.id)
         and not exists (select 1 from home_change c where c.county = ${county} and c.state = 'asked'
                            and c.enters = h.id)
       order by ${applicationOrder}`.execute(db)
    found.set(enters, {
      ...entering,
      ofSameList:
        entering.line === leaving.line &&
        entering.areaKind === leaving.areaKind &&
        entering[list] === leaving[list],
      before: rows.map(({ id }) => id),
    })
  }
  return found
}

export interface StoredChange {
  id: string
  number: number
  kind: AskedKind
  home: string
  enters: string | null
  state: ChangeState
  askedBy: string
  reason: string
  passedReason: string | undefined
  changes: HomeChanges | undefined
}

export const changeColumn = (what: 'reason' | 'changes' | 'passed' | 'answer' | 'explained'): string =>
  `home_change.${what}`

/** Requests by id, what they say opened. */
export async function loadChanges(
  db: ReadDb,
  county: number,
  keys: Keys,
  ids: readonly string[],
): Promise<Map<string, StoredChange>> {
  const rows = await db
    .selectFrom('home_change')
    .select(['id', 'number', 'kind', 'home', 'enters', 'state', 'asked_by as askedBy'])
    .select(['reason', 'changes', 'passed_reason as passed'])
    .where('county', '=', county)
    .where('id', 'in', [...ids])
    .execute()
  return new Map(
    rows.map(({ reason, changes, passed, ...row }) => [
      row.id,
      {
        ...row,
        reason: openField(keys, county, changeColumn('reason'), reason),
        passedReason: passed ? openField(keys, county, changeColumn('passed'), passed) : undefined,
        changes: changes
          ? (JSON.parse(openField(keys, county, changeColumn('changes'), changes)) as HomeChanges)
          : undefined,
      },
    ]),
  )
}
