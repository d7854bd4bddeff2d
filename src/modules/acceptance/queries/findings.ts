import { type RawBuilder, sql } from 'kysely'
import { literal } from '../../../kernel/database/literal.ts'
import { z } from 'zod'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { FindFindings, type Finding, type FindingSource, type FindingState } from '../model.ts'
import { findings } from '../public.ts'
import { foundLabel } from '../found-label.ts'

const pageSize = 50

interface Row {
  id: string
  home: string
  source: FindingSource
  kind: Finding['kind']
  about: string
  line: string
  areaKind: 'urban' | 'rural'
  village: string
  villageName: string
  townName: string
  sequence: number
  householder: string
  address: string
  contractorName: string | null
  supervisorName: string | null
  foundOn: Day
  foundBy: string | null
  times: number
  dueOn: Day
  fixedOn: Day | null
  fixedNote: string | null
  closedOn: Day | null
  closedBy: string | null
  state: FindingState
}

const named = (context: QueryContext, conditions: readonly RawBuilder<unknown>[]) => sql`
  from (${findings(context)}) f
  join area v on v.county = ${context.county} and v.code = f.village
  join area t on t.county = ${context.county} and t.code = f.town
  left join organisation c on c.county = ${context.county} and c.id = f.contractor
  left join organisation s on s.county = ${context.county} and s.id = f.supervisor
 where ${sql.join([sql`true`, ...conditions], sql` and `)}`

export const findingsThat = ({
  village,
  firm,
  source,
  state,
  search,
}: Omit<z.output<typeof FindFindings>, 'page'>): RawBuilder<unknown>[] => {
  const like = `%${literal(search ?? '')}%`
  return [
    ...(village ? [sql`f.village = ${village}`] : []),
    ...(firm ? [sql`f.contractor = ${firm}`] : []),
    ...(source ? [sql`f.source = ${source}`] : []),
    ...(state ? [sql`f.state = ${state}`] : []),
    ...(search ? [sql`(v.name like ${like} or f.householder like ${like} or f.address like ${like})`] : []),
  ]
}

/** The most pressing first. */
export async function listFindings(
  db: ReadDb,
  context: QueryContext,
  conditions: readonly RawBuilder<unknown>[],
  limit: number,
  offset: number,
) {
  const { rows } = await sql<Row>`
    select f.id, f.home, f.source, f.kind, f.about, f.line, f."areaKind", f.village, v.name as "villageName", t.name as "townName", f.sequence,
           f.householder, f.address, c.name as "contractorName", s.name as "supervisorName", f.found_on as "foundOn",
           (select p.name from account p where p.county = ${context.county} and p.id = f.found_by) as "foundBy", f.times,
           f.due_on as "dueOn", f.fixed_on as "fixedOn", f.fixed_note as "fixedNote", f.closed_on as "closedOn",
           (select p.name from account p where p.county = ${context.county} and p.id = f.closed_by) as "closedBy", f.state
      ${named(context, conditions)}
     order by f.closed_on desc nulls first, f.due_on, f.id limit ${limit} offset ${offset}`.execute(db)
  return rows.map((row) => ({
    ...row,
    item: foundLabel(
      context.pack,
      row,
      row.source === 'visit' ? 'in-home' : 'sample-check',
      row.kind,
      row.about,
    ),
  }))
}

/** 整改台账: what visits and checks found, with the villages and firms there is a choice of. */
const findingList = defineQuery({
  name: 'finding.list',
  input: FindFindings,
  permission: 'register.read',
  run: async (db, { page, ...wanted }, context) => {
    const conditions = findingsThat(wanted)
    const counted = await sql<{
      total: number
    }>`select count(*)::int as total ${named(context, conditions)}`.execute(db)
    const villages = await sql<{ village: string; villageName: string; homes: number }>`
      select f.village, v.name as "villageName", count(*)::int as homes ${named(context, [])} group by 1, 2 order by 1`.execute(
      db,
    )
    const firms = await sql<{ firm: string; firmName: string }>`
      select f.contractor as firm, c.name as "firmName" ${named(context, [sql`f.contractor is not null`])}
       group by 1, 2 order by 2`.execute(db)
    return {
      total: counted.rows[0]?.total ?? 0,
      pageSize,
      villages: villages.rows,
      firms: firms.rows,
      rows: await listFindings(db, context, conditions, pageSize, page * pageSize),
    }
  },
})

const findingPage = defineQuery({
  name: 'finding.page',
  input: z.object({ finding: z.uuid() }),
  permission: 'register.read',
  run: async (db, { finding }, context) => {
    const [row] = await listFindings(db, context, [sql`f.id = ${finding}`], 1, 0)
    if (!row) throw new NotFound()
    return row
  },
})

export const findingQueries = [findingList, findingPage] as const
