import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { Stage } from '../../households/stages.ts'
import { type DossierFilter, FindDossiers, FindVillages } from '../model.ts'
import { completeness, ownPapers, type Standing, stateOf } from '../rules/papers.ts'
import { dossierOf, missingBits } from '../standing.ts'
import { seen } from './seen.ts'

const pageSize = 50

interface Row extends Standing {
  home: string
  townName: string
  villageName: string
  sequence: number
  householder: string
  stage: Stage
}

const ofVillageNamed = (county: number, search: string) =>
  sql`h.village in (select code from area where county = ${county} and name like ${like(search)})`

const like = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`

function dossiersWhere(filter: DossierFilter, context: QueryContext): RawBuilder<unknown> {
  const { county, pack, actor, scope } = context
  const conditions = [sql`h.county = ${county}`, sql`h.ended is null`, seen(scope)]
  if (filter.town) conditions.push(sql`h.town = ${filter.town}`)
  if (filter.village) conditions.push(sql`h.village = ${filter.village}`)
  if (filter.search)
    conditions.push(
      sql`(h.householder like ${like(filter.search)} or h.address like ${like(filter.search)}
           or ${ofVillageNamed(county, filter.search)})`,
    )
  const bit = pack.dossier.findIndex(({ id }) => id === filter.missing)
  if (filter.missing) conditions.push(bit < 0 ? sql`false` : sql`${missingBits} & ${1 << bit} <> 0`)
  if (filter.state) conditions.push(sql`(${missingBits} = 0) = ${filter.state === 'complete'}`)
  if (filter.bring)
    conditions.push(
      sql`h.accepted_on is not null and ${missingBits} & ${ownPapers(pack, actor)} <> 0
          and ${seen(context.scopeFor('dossier.add-paper'))}`,
    )
  return sql`
    from home h ${dossierOf(pack, county, { dueOnly: true })}
   where ${sql.join(conditions, sql` and `)}`
}

export async function dossierRows(
  db: ReadDb,
  filter: DossierFilter,
  context: QueryContext,
  limit: number,
  offset: number,
) {
  // Where papers are asked for, looking for the first homes in their order means judging all that come before them.
  const whole = filter.missing || filter.state || filter.bring ? sql`offset 0` : sql``
  const { county, pack } = context
  const { rows } = await sql<Row>`
    select h.id as home, t.name as "townName", vi.name as "villageName", h.sequence, h.householder, h.stage,
           d.held, d.need, d.due
      from (select h.id
              from (select h.id, h.village, h.sequence ${dossiersWhere(filter, context)} ${whole}) h
             order by h.village, h.sequence limit ${limit} offset ${offset}) chosen
      join home h on h.county = ${county} and h.id = chosen.id
           ${dossierOf(pack, county)}
      join area vi on vi.county = ${county} and vi.code = h.village
      join area t on t.county = ${county} and t.code = h.town
     order by h.village, h.sequence`.execute(db)
  return rows.map(({ held, need, due, ...row }) => ({
    ...row,
    ...completeness({ held, need, due }),
    states: pack.dossier.map((_paper, i) => stateOf({ held, need, due }, i)),
  }))
}

const dossierHomes = defineQuery({
  name: 'dossier.homes',
  input: FindDossiers,
  permission: 'register.read',
  run: async (db, { page, ...filter }, context) => {
    const where = dossiersWhere(filter, context)
    const { rows } = await sql<{ total: number }>`select count(*) as total ${where}`.execute(db)
    return {
      total: rows[0]?.total ?? 0,
      pageSize,
      rows: await dossierRows(db, filter, context, pageSize, page * pageSize),
    }
  },
})

interface VillageRow {
  town: string
  townName: string
  village: string
  villageName: string
  homes: number
  complete: number
  due: number
  present: number
}

const dossierVillages = defineQuery({
  name: 'dossier.villages',
  input: FindVillages,
  permission: 'register.read',
  run: async (db, { town, search, page }, { county, pack, scope }) => {
    const conditions = [sql`h.county = ${county}`, sql`h.ended is null`, seen(scope)]
    if (town) conditions.push(sql`h.town = ${town}`)
    if (search)
      conditions.push(sql`(${ofVillageNamed(county, search)}
        or h.town in (select code from area where county = ${county} and name like ${like(search)}))`)
    const { rows } = await sql<VillageRow>`
      select h.*, t.name as "townName", vi.name as "villageName"
        from (select h.town, h.village, count(*) as homes, count(*) filter (where ${missingBits} = 0) as complete,
                     sum(bit_count((d.need & d.due)::bit(32))) as due,
                     sum(bit_count((d.held & d.need & d.due)::bit(32))) as present
                from home h ${dossierOf(pack, county, { dueOnly: true })}
               where ${sql.join(conditions, sql` and `)}
               group by 1, 2) h
        join area vi on vi.county = ${county} and vi.code = h.village
        join area t on t.county = ${county} and t.code = h.town
       order by h.village`.execute(db)
    const counted = rows.map((row) => ({ ...row, due: Number(row.due), present: Number(row.present) }))
    return {
      total: counted.length,
      pageSize,
      rows: counted.slice(page * pageSize, (page + 1) * pageSize),
    }
  },
})

/** The papers of the pack's list, in the order of every home's states. */
const dossierPapers = defineQuery({
  name: 'dossier.papers',
  input: z.object({}),
  permission: 'register.read',
  run: (_db, _input, { pack }) => Promise.resolve(pack.dossier.map(({ id, label }) => ({ id, label }))),
})

export const queries = [dossierHomes, dossierVillages, dossierPapers] as const
