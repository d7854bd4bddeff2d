import { type RawBuilder, sql } from 'kysely'
import type { QueryContext } from '../../kernel/act/define.ts'
import type { ReadDb, WriteDb } from '../../kernel/database/database.ts'
import type { Entered } from './model.ts'
import type { Day } from '../../kernel/dates/day.ts'
import type { ChecklistAnswer } from '../../kernel/pack/checklist.ts'
import { inScope } from '../../kernel/identity/authority.ts'
import { moveHomes } from '../households/public.ts'
import type { Stage } from '../households/stages.ts'
import { letCommissioningsFall } from './commissionings.ts'
import { centiM2 } from './rules/parts-entered.ts'

export { type CommissioningState, commissioningsOf, withoutRun } from './commissionings.ts'
export { isMeasured } from './measured.ts'
export { type MaterialState, materialsOf, partsOf, type PartState } from './parts.ts'
export { centiM2, totalM2 } from './rules/parts-entered.ts'
export { isCommissioningAsked } from './rules/commissioning.ts'

export interface DeviceState {
  id: string
  home: string
  serial: string
  /** Id of the admitted model. */
  model: string
  maker: string
  modelName: string
  installedOn: Day
  /** Only an accepted machine is ever paid for (§4.2). */
  accepted: boolean
  /** How its serial came onto the record; null of older ones. */
  entered: Entered | null
}

/** The machines on record for each home, those taken off the record left out; homes without any are missing. */
export async function devicesOf(
  db: ReadDb,
  county: number,
  homes: readonly string[],
): Promise<Map<string, DeviceState[]>> {
  if (homes.length === 0) return new Map()
  const { rows } = await sql<DeviceState>`
    select d.id, d.home, d.serial, d.model, m.maker, m.model as "modelName", d.installed_on as "installedOn", d.accepted,
           d.entered
      from device d join equipment_model m on m.county = ${county} and m.id = d.model
     where d.county = ${county} and d.home = any(${[...homes]}::uuid[]) and d.removed_on is null
     order by d.home, d.serial`.execute(db)
  const found = new Map<string, DeviceState[]>()
  for (const device of rows) {
    const of = found.get(device.home)
    if (of) of.push(device)
    else found.set(device.home, [device])
  }
  return found
}

export interface InstallationState {
  home: string
  contractor: string
  installedOn: Day
  /** Account of the person who installed. */
  installedBy: string
  /** Null, as the two that follow, until the contractor's own check passed, and again after a correction. */
  selfCheckedOn: Day | null
  selfCheckedBy: string | null
  selfCheck: ChecklistAnswer[] | null
  /** The day it went back, by a supervisor's findings or as its machines move house, until the firm's next own check. */
  sentBackOn: Day | null
}

export async function installationsOf(
  db: ReadDb,
  county: number,
  homes: readonly string[],
): Promise<Map<string, InstallationState>> {
  if (homes.length === 0) return new Map()
  const { rows } = await sql<InstallationState>`
    select home, contractor, installed_on as "installedOn", installed_by as "installedBy",
           self_checked_on as "selfCheckedOn", self_checked_by as "selfCheckedBy", self_check as "selfCheck",
           sent_back_on as "sentBackOn"
      from installation where county = ${county} and home = any(${[...homes]}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.home, row]))
}

/** The firm that comes for the machines of a home that has left (§4.2); undefined where nobody does, or they are back. */
export async function whoTakesBack(db: ReadDb, county: number, home: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('device_return')
    .innerJoin('organisation', (join) =>
      join
        .onRef('organisation.county', '=', 'device_return.county')
        .onRef('organisation.id', '=', 'device_return.contractor'),
    )
    .select('organisation.name')
    .where('device_return.county', '=', county)
    .where('device_return.home', '=', home)
    .where('returned_on', 'is', null)
    .executeTakeFirst()
  return row?.name
}

/** The machines of accepted homes count from now on: nothing else on any list is paid for (§4.2). */
export async function markDevicesAccepted(
  tx: WriteDb,
  county: number,
  homes: readonly string[],
): Promise<void> {
  await sql`update device set accepted = true
             where county = ${county} and home = any(${[...homes]}::uuid[]) and removed_on is null`.execute(
    tx,
  )
}

/** Of accepted homes, what the supervisor measured: nothing beyond it is ever paid for (§1.2, §4.2). */
export async function markPartsAccepted(
  tx: WriteDb,
  county: number,
  seen: readonly { home: string; part: string; areaM2: number }[],
): Promise<void> {
  if (seen.length === 0) return
  await sql`update installation_part set accepted_centi_m2 = s.centi
              from unnest(${seen.map(({ home }) => home)}::uuid[], ${seen.map(({ part }) => part)}::text[],
                          ${seen.map(({ areaM2 }) => centiM2(areaM2))}::int[]) as s (home, part, centi)
             where installation_part.county = ${county} and installation_part.home = s.home
               and installation_part.part = s.part`.execute(tx)
}

/** After a failed visit: the home stands as installed, and the firm checks again before the next visit (§3.3.3). */
export async function sendBackToContractor(
  tx: WriteDb,
  county: number,
  homes: readonly string[],
  on: Day,
): Promise<void> {
  if (homes.length === 0) return
  await sql`update installation
               set sent_back_on = ${on}, self_checked_on = null, self_checked_by = null, self_check = null,
                   self_check_act = null
             where county = ${county} and home = any(${[...homes]}::uuid[])`.execute(tx)
  await letCommissioningsFall(tx, county, homes, on)
  await moveHomes(tx, county, homes, 'installed')
}

/** What was accepted is so no more: its machines count for nothing until they are accepted again (§4.2). */
export async function takeBackAcceptance(
  tx: WriteDb,
  county: number,
  homes: readonly string[],
  on: Day,
): Promise<void> {
  if (homes.length === 0) return
  await sendBackToContractor(tx, county, homes, on)
  await moveHomes(tx, county, homes, 'installed', { acceptedOn: null })
  await sql`update installation_part set accepted_centi_m2 = null
             where county = ${county} and home = any(${[...homes]}::uuid[])`.execute(tx)
  await sql`update device set accepted = false
             where county = ${county} and home = any(${[...homes]}::uuid[]) and removed_on is null`.execute(
    tx,
  )
}
export interface Recheck {
  since: Day
  /** Because the machines moved to another address (§3.1.3d); otherwise because what showed them does not stand up. */
  moved: boolean
  stage: Stage
}

/** What was accepted already and is to be checked and accepted again; null where it is not, or was again since. */
export async function recheckOf(db: ReadDb, county: number, home: string): Promise<Recheck | null> {
  const { rows } = await sql<Recheck>`
    select (a.recorded_at at time zone 'Asia/Shanghai')::date as since, h.stage,
           coalesce(c.kind = 'change.approve', false) as moved
      from home h
      join act_subject s on s.county = ${county} and s.subject_type = 'home' and s.subject = h.id
      join act a on a.county = ${county} and a.id = s.act and a.kind = 'home.check-again'
      left join act c on c.county = ${county} and c.id = a.caused_by
     where h.county = ${county} and h.id = ${home} and h.ended is null and h.accepted_on is null
     order by a.recorded_at desc limit 1`.execute(db)
  return rows[0] ?? null
}

/** Installations that name nobody although the firm had people on site of the lot that day (§3.2.3), as rows. */
export const crewless = ({
  county,
  scope,
}: Pick<QueryContext, 'county' | 'scope'>): RawBuilder<unknown> => sql`
  select i.home, i.installed_on
    from installation i
    join home h on h.county = ${county} and h.id = i.home and h.ended is null
    join village v on v.county = ${county} and v.code = h.village
   where i.county = ${county} and ${inScope(scope, { organisations: [sql.ref('h.contractor')] })}
     and not exists (select 1 from installation_worker x where x.county = ${county} and x.home = i.home)
     and exists (select 1 from posting p
                   join worker w on w.county = ${county} and w.id = p.worker and w.firm = i.contractor
                  where p.county = ${county} and p.lot = v.lot and p.from_day <= i.installed_on
                    and (p.to_day is null or p.to_day >= i.installed_on))`
