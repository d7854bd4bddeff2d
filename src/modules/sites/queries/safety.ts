import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import { openField } from '../../../kernel/cipher/fields.ts'
import type { Keys } from '../../../kernel/cipher/keys.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { addDays, type Day } from '../../../kernel/dates/day.ts'
import { inScope } from '../../../kernel/identity/authority.ts'
import { parameter } from '../../../kernel/pack/pack.ts'
import { FindPatrols, FindSafety, SafetyOfVillage } from '../model.ts'
import { officerMissing, patrolBehind, safetyOfVillages } from '../public.ts'
import type { Side } from '../rules/safety.ts'

const pageSize = 50

interface VillageRow {
  id: string
  code: string
  name: string
  town: string
  townName: string
  lot: string
  lotName: string
  contractorName: string
  underway: number
  firmName: string | null
  firmTelephone: Buffer | null
  firmSince: Day | null
  villageOfficerName: string | null
  villageTelephone: Buffer | null
  villageSince: Day | null
  firmLast: Day | null
  firmDue: Day | null
  firmBehind: boolean | null
  villageLast: Day | null
  villageDue: Day | null
  villageBehind: boolean | null
  hazards: number
  overdue: number
  toRecheck: number
}

const selected = sql`
  select s.id, s.code, a.name, s.town, t.name as "townName", s.lot, l.code || ' ' || l.name as "lotName",
         o.name as "contractorName", s.underway, fo.name as "firmName", fo.telephone as "firmTelephone",
         fo.since as "firmSince", vo.name as "villageOfficerName", vo.telephone as "villageTelephone",
         vo.since as "villageSince", s."firmLast", s."firmDue", s."firmBehind", s."villageLast", s."villageDue",
         s."villageBehind", s.hazards, s.overdue, s."toRecheck"`

const from = (context: QueryContext) => sql`
  from (${safetyOfVillages(context)}) s
  join area a on a.county = ${context.county} and a.code = s.code
  join area t on t.county = ${context.county} and t.code = s.town
  join lot l on l.county = ${context.county} and l.id = s.lot
  join organisation o on o.county = ${context.county} and o.id = s.contractor
  left join safety_officer fo on fo.county = ${context.county} and fo.id = s."firmOfficer"
  left join safety_officer vo on vo.county = ${context.county} and vo.id = s."villageOfficer"`

/** An officer is there to be called: the number is kept sealed and shown to whoever sees the village. */
const told = (keys: Keys, county: number, { firmTelephone, villageTelephone, ...row }: VillageRow) => {
  const open = (sealed: Buffer | null) =>
    sealed && openField(keys, county, 'safety_officer.telephone', sealed)
  return { ...row, firmTelephone: open(firmTelephone), villageTelephone: open(villageTelephone) }
}

type Wanted = Omit<z.output<typeof FindSafety>, 'page'>

const villagesFound = (context: QueryContext, { town, search, missing, behind }: Wanted) => {
  const like = `%${(search ?? '').replace(/[\\%_]/g, '\\$&')}%`
  const conditions: RawBuilder<unknown>[] = [
    sql`s."isOpen"`,
    ...(town ? [sql`s.town = ${town}`] : []),
    ...(missing ? [officerMissing(missing)] : []),
    ...(behind ? [patrolBehind(behind)] : []),
    ...(search ? [sql`(a.name like ${like} or fo.name like ${like} or vo.name like ${like})`] : []),
  ]
  return sql`${from(context)} where ${sql.join(conditions, sql` and `)}`
}

export async function listSafety(
  db: ReadDb,
  context: QueryContext,
  wanted: Wanted,
  limit: number,
  offset: number,
) {
  const { rows } = await sql<VillageRow>`${selected} ${villagesFound(context, wanted)}
    order by s.code limit ${limit} offset ${offset}`.execute(db)
  return rows.map((row) => told(context.keys, context.county, row))
}

/** 双安全员与巡查 by village: who watches, when each side went last, what stands open (§5.3). */
const safetyVillages = defineQuery({
  name: 'safety.villages',
  input: FindSafety,
  permission: 'schedule.read',
  run: async (db, { page, ...wanted }, context) => {
    const counted = await sql<{
      total: number
    }>`select count(*) as total ${villagesFound(context, wanted)}`.execute(db)
    return {
      total: counted.rows[0]?.total ?? 0,
      pageSize,
      rows: await listSafety(db, context, wanted, pageSize, page * pageSize),
    }
  },
})

interface TownRow {
  town: string
  name: string
  villages: number
  noFirm: number
  noVillage: number
  firmBehind: number
  villageBehind: number
  patrols: number
  open: number
  overdue: number
  toRecheck: number
}

const weekBack = (today: Day): Day => addDays(today, -6)

/** The same by town (§A.2); patrols are those of the last seven days. */
const safetyTowns = defineQuery({
  name: 'safety.towns',
  input: z.object({}),
  permission: 'schedule.read',
  run: async (db, _input, context) => {
    const { county, pack, today } = context
    const { rows } = await sql<TownRow>`
      select x.*, t.name, (select count(*) ${patrolsFound(context, { since: weekBack(today) })} and v.parent = x.town) as patrols
        from (select s.town, count(*) as villages, count(*) filter (where ${officerMissing('firm')}) as "noFirm",
                     count(*) filter (where ${officerMissing('village')}) as "noVillage",
                     count(*) filter (where ${patrolBehind('firm')}) as "firmBehind",
                     count(*) filter (where ${patrolBehind('village')}) as "villageBehind",
                     sum(s.hazards - s.overdue - s."toRecheck")::int as open, sum(s.overdue)::int as overdue,
                     sum(s."toRecheck")::int as "toRecheck"
                from (${safetyOfVillages(context)}) s where s."isOpen" group by s.town) x
        join area t on t.county = ${county} and t.code = x.town order by x.town`.execute(db)
    return {
      since: weekBack(today),
      firmEvery: parameter(pack, 'safety.firmPatrolDays', today).value,
      villageEvery: parameter(pack, 'safety.villagePatrolDays', today).value,
      rows,
    }
  },
})

/** One village: its two officers, and what each side may do. */
const safetyVillage = defineQuery({
  name: 'safety.village',
  input: SafetyOfVillage,
  permission: 'schedule.read',
  run: async (db, { village }, context) => {
    const { rows } = await sql<VillageRow>`${selected} ${from(context)} where s.id = ${village}`.execute(db)
    const [row] = rows
    if (!row) throw new NotFound()
    return told(context.keys, context.county, row)
  },
})

interface PatrolRow {
  id: string
  day: Day
  side: Side
  village: string
  place: string
  villageName: string
  townName: string
  by: string | null
  contractorName: string
  route: string
  homes: number
  found: number
  open: number
}

const patrolsFound = (
  { county, scope }: QueryContext,
  { town, village, side, since }: Omit<z.output<typeof FindPatrols>, 'page'>,
) => {
  const conditions: RawBuilder<unknown>[] = [
    inScope(scope, {
      town: sql.ref('v.parent'),
      village: sql.ref('p.village'),
      organisations: [sql.ref('p.contractor'), sql.ref('l.supervisor')],
    }),
    ...(town ? [sql`v.parent = ${town}`] : []),
    ...(village ? [sql`p.village = ${village}`] : []),
    ...(side ? [sql`p.side = ${side}`] : []),
    ...(since ? [sql`p.day >= ${since}`] : []),
  ]
  return sql`
    from patrol p
    join lot l on l.county = ${county} and l.id = p.lot
    join area v on v.county = ${county} and v.code = p.village
   where p.county = ${county} and ${sql.join(conditions, sql` and `)}`
}

const patrolSelected = ({ county }: QueryContext) => sql`
  select p.id, p.day, p.side, p.village, v.name as "villageName", p.route,
         (select g.id from village g where g.county = ${county} and g.code = p.village) as place,
         (select t.name from area t where t.county = ${county} and t.code = v.parent) as "townName",
         (select b.name from account b where b.county = ${county} and b.id = p.recorded_by) as by,
         (select o.name from organisation o where o.county = ${county} and o.id = p.contractor) as "contractorName",
         (select count(*)::int from patrol_home x where x.county = ${county} and x.patrol = p.id) as homes,
         (select count(*)::int from hazard g where g.county = ${county} and g.patrol = p.id) as found,
         (select count(*)::int from hazard g where g.county = ${county} and g.patrol = p.id and g.closed_on is null) as open`

export async function listPatrols(
  db: ReadDb,
  context: QueryContext,
  wanted: Omit<z.output<typeof FindPatrols>, 'page'>,
  limit: number,
  offset: number,
) {
  const { rows } = await sql<PatrolRow>`${patrolSelected(context)} ${patrolsFound(context, wanted)}
    order by p.day desc, p.id desc limit ${limit} offset ${offset}`.execute(db)
  return rows
}

/** 安全巡查记录 */
const patrolList = defineQuery({
  name: 'patrol.list',
  input: FindPatrols,
  permission: 'schedule.read',
  run: async (db, { page, ...wanted }, context) => {
    const counted = await sql<{
      total: number
    }>`select count(*) as total ${patrolsFound(context, wanted)}`.execute(db)
    return {
      total: counted.rows[0]?.total ?? 0,
      pageSize,
      rows: await listPatrols(db, context, wanted, pageSize, page * pageSize),
    }
  },
})

/** One patrol: the homes it saw, the hazards it opened, its photographs. */
const patrolPage = defineQuery({
  name: 'patrol.page',
  input: z.object({ patrol: z.uuid() }),
  permission: 'schedule.read',
  run: async (db, { patrol }, context) => {
    const { county } = context
    const { rows } = await sql<PatrolRow>`${patrolSelected(context)} ${patrolsFound(context, {})}
      and p.id = ${patrol}`.execute(db)
    const [row] = rows
    if (!row) throw new NotFound()
    const homes = await sql<{ id: string; sequence: number; householder: string; address: string }>`
      select h.id, h.sequence, h.householder, h.address
        from patrol_home x join home h on h.county = ${county} and h.id = x.home
       where x.county = ${county} and x.patrol = ${patrol}
         and ${inScope(context.scopeFor('register.read'), {
           town: sql.ref('h.town'),
           village: sql.ref('h.village'),
           organisations: [sql.ref('h.contractor'), sql.ref('h.supervisor')],
         })} order by h.sequence`.execute(db)
    const hazards = await sql<{ id: string; what: string; isClosed: boolean }>`
      select id, what, closed_on is not null as "isClosed" from hazard
       where county = ${county} and patrol = ${patrol} order by id`.execute(db)
    const photos = await sql<{ digest: string }>`
      select encode(e.digest, 'hex') as digest
        from patrol p join act_evidence e on e.county = ${county} and e.act = p.act and e.kind = 'photo'
       where p.county = ${county} and p.id = ${patrol} order by 1`.execute(db)
    return {
      ...row,
      homesSeen: homes.rows,
      hazardsFound: hazards.rows,
      photos: photos.rows.map(({ digest }) => digest),
    }
  },
})

/** Where this person patrols, to be taken along on the telephone (§5.3). */
const patrolVillages = defineQuery({
  name: 'patrol.villages',
  input: z.object({}),
  permission: 'patrol.record',
  run: async (db, _input, context) => {
    const { county, keys } = context
    const own = context.scopeFor('patrol.record')
    const { rows } = await sql<VillageRow & { contractor: string }>`
      ${selected}, s.contractor ${from({ ...context, scope: own })} where s."isOpen" order by s.code`.execute(
      db,
    )
    return rows.map(({ contractor, ...row }) => {
      const side: Side = own.organisations.includes(contractor) ? 'firm' : 'village'
      const { id, code, name, townName, firmName, firmTelephone, villageOfficerName, villageTelephone } =
        told(keys, county, row)
      const due = side === 'firm' ? row.firmDue : row.villageDue
      return {
        id,
        code,
        name,
        townName,
        last: side === 'firm' ? row.firmLast : row.villageLast,
        due,
        isLate: due !== null && due < context.today,
        officers: [
          { side: 'firm' as const, name: firmName, telephone: firmTelephone },
          { side: 'village' as const, name: villageOfficerName, telephone: villageTelephone },
        ],
      }
    })
  },
})

export const queries = [
  safetyVillages,
  safetyTowns,
  safetyVillage,
  patrolList,
  patrolPage,
  patrolVillages,
] as const
