import { type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { inScope } from '../../../kernel/identity/authority.ts'
import { FindSamplings, SamplingHomes } from '../model.ts'
import { literal } from '../../../kernel/database/literal.ts'

const pageSize = 50

/** Machines on record whose serial is of the batch, in homes this person sees; one that left is not built in. */
const machines = (
  { county, scopeFor }: QueryContext,
  permission: 'register.read' | 'sampling.record' = 'register.read',
) => sql`
  from device d
  join home h on h.county = ${county} and h.id = d.home
 where d.county = ${county} and d.model = s.model and d.removed_on is null and h.ended is null
   and case when s.serial_prefix is not null then left(d.serial, length(s.serial_prefix)) = s.serial_prefix
            else length(d.serial) = length(s.serial_from) and d.serial between s.serial_from and s.serial_to end
   and ${inScope(scopeFor(permission), {
     town: sql.ref('h.town'),
     village: sql.ref('h.village'),
     organisations: [sql.ref('h.contractor'), sql.ref('h.supervisor')],
   })}`

export interface SamplingRow {
  id: string
  number: number
  model: string
  maker: string
  modelName: string
  batch: string
  serialPrefix: string | null
  serialFrom: string | null
  serialTo: string | null
  sampledOn: string
  units: number
  passed: boolean
  remark: string | null
  /** A later sample of the batch counts instead. */
  superseded: boolean
  machines: number
}

/** Only of a batch that is stopped the machines are counted: of the others they are no matter. */
const rowsWhere = async (db: ReadDb, context: QueryContext, where: ReturnType<typeof sql>, page: number) => {
  const { rows } = await sql<SamplingRow>`
    select s.id, s.number, s.model, m.maker, m.model as "modelName", s.batch, s.serial_prefix as "serialPrefix",
           s.serial_from as "serialFrom", s.serial_to as "serialTo", s.sampled_on as "sampledOn", s.units, s.passed,
           s.remark, ${superseded(context)} as superseded,
           case when s.passed then 0 else (select count(*) ${machines(context)}) end as machines
      from sampling s
      join equipment_model m on m.county = ${context.county} and m.id = s.model
     where s.county = ${context.county} and ${where}
     order by s.number desc limit ${pageSize} offset ${page * pageSize}`.execute(db)
  return rows.map((row) => ({ ...row, machines: Number(row.machines) }))
}

const superseded = ({ county }: QueryContext) => sql<SqlBool>`exists (select 1 from sampling later
   where later.county = ${county} and later.model = s.model and later.batch = s.batch and later.number > s.number)`

const samplingList = defineQuery({
  name: 'sampling.list',
  input: FindSamplings,
  permission: 'policy.read',
  run: async (db, { search, passed, page }, context) => {
    const conditions = [sql`true`]
    if (passed !== undefined) conditions.push(sql`s.passed = ${passed}`)
    if (search) {
      const pattern = `%${literal(search)}%`
      conditions.push(sql`(s.batch ilike ${pattern} or m.maker ilike ${pattern} or m.model ilike ${pattern})`)
    }
    const where = sql`${sql.join(conditions, sql` and `)}`
    const counted = await sql<{ total: number }>`
      select count(*) as total from sampling s
        join equipment_model m on m.county = ${context.county} and m.id = s.model
       where s.county = ${context.county} and ${where}`.execute(db)
    return {
      total: Number(counted.rows[0]?.total ?? 0),
      pageSize,
      rows: await rowsWhere(db, context, where, page),
    }
  },
})

const samplingPage = defineQuery({
  name: 'sampling.page',
  input: z.object({ sampling: z.uuid() }),
  permission: 'policy.read',
  run: async (db, { sampling }, context) => {
    const [row] = await rowsWhere(db, context, sql`s.id = ${sampling}`, 0)
    if (!row) throw new NotFound()
    return row
  },
})

export interface ConcernedRow {
  home: string
  townName: string
  villageName: string
  sequence: number
  householder: string
  address: string
  serial: string
  installedOn: string
  stage: string
}

/** The machines of a batch that hang already, each with its home (§A.6). */
export async function concerned(
  db: ReadDb,
  context: QueryContext,
  sampling: string,
  limit: number,
  offset: number,
): Promise<ConcernedRow[]> {
  const { county } = context
  const { rows } = await sql<ConcernedRow>`
    select x.* from sampling s, lateral (
      select h.id as home, t.name as "townName", v.name as "villageName", h.sequence, h.householder, h.address,
             d.serial, d.installed_on as "installedOn", h.stage
        from (select d.*, h.id as of ${machines(context)}) d
        join home h on h.county = ${county} and h.id = d.of
        join area v on v.county = ${county} and v.code = h.village
        join area t on t.county = ${county} and t.code = h.town) x
     where s.county = ${county} and s.id = ${sampling}
     order by x."townName", x."villageName", x.sequence, x.serial
     limit ${limit} offset ${offset}`.execute(db)
  return rows
}

const samplingHomes = defineQuery({
  name: 'sampling.homes',
  input: SamplingHomes,
  permission: 'register.read',
  run: async (db, { sampling, page }, context) => {
    const [row] = await rowsWhere(db, context, sql`s.id = ${sampling}`, 0)
    if (!row) throw new NotFound()
    const rows = await concerned(db, context, sampling, pageSize, page * pageSize)
    const counted = await sql<{ total: number }>`
      select (select count(*) ${machines(context)}) as total from sampling s
       where s.county = ${context.county} and s.id = ${sampling}`.execute(db)
    return { total: Number(counted.rows[0]?.total ?? 0), pageSize, rows }
  },
})

interface MachineRow {
  townName: string
  villageName: string
  serial: string
  installedOn: string
}

/** Where a batch hangs, for whoever sampled it (§A.6): villages and serials, nothing of the people. */
const samplingMachines = defineQuery({
  name: 'sampling.machines',
  input: SamplingHomes,
  permission: 'sampling.record',
  run: async (db, { sampling, page }, context) => {
    const { county } = context
    const { rows } = await sql<MachineRow & { total: number }>`
      select x.*, count(*) over ()::int as total from sampling s, lateral (
        select t.name as "townName", v.name as "villageName", d.serial, d.installed_on as "installedOn"
          from (select d.*, h.village ${machines(context, 'sampling.record')}) d
          join area v on v.county = ${county} and v.code = d.village
          join area t on t.county = ${county} and t.code = left(d.village, 9) || '000') x
       where s.county = ${county} and s.id = ${sampling}
       order by x."townName", x."villageName", x.serial
       limit ${pageSize} offset ${page * pageSize}`.execute(db)
    return {
      total: rows[0]?.total ?? 0,
      pageSize,
      rows: rows.map(
        ({ townName, villageName, serial, installedOn }): MachineRow => ({
          townName,
          villageName,
          serial,
          installedOn,
        }),
      ),
    }
  },
})

export const queries = [samplingList, samplingPage, samplingHomes, samplingMachines] as const
