import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { FindMatters, MatterPage } from '../model.ts'
import { matters } from '../public.ts'
import type { Authority, MatterKind, MatterState } from '../rules/matters.ts'

const pageSize = 50

interface MatterRow {
  id: string
  kind: MatterKind
  village: string
  villageName: string
  contractorName: string
  what: string
  authority: Authority | null
  openedOn: Day
  dueOn: Day
  doneOn: Day | null
  granted: boolean | null
  note: string | null
  state: MatterState
}

const named = (all: RawBuilder<unknown>, county: number) => sql`
  from (${all}) m
  join area v on v.county = ${county} and v.code = m.village
  join organisation o on o.county = ${county} and o.id = m.contractor`
const selected = sql`
  select m.id, m.kind, m.village, v.name as "villageName", o.name as "contractorName", m.what, m.authority,
         m.opened_on as "openedOn", m.due_on as "dueOn", m.done_on as "doneOn", m.granted, m.note, m.state`

type Wanted = Omit<z.output<typeof FindMatters>, 'page'>

const mattersFound = (context: QueryContext, { town, kind, state, search }: Wanted) => {
  const conditions: RawBuilder<unknown>[] = [sql`true`]
  if (town) conditions.push(sql`v.parent = ${town}`)
  if (kind) conditions.push(sql`m.kind = ${kind}`)
  if (state) conditions.push(sql`m.state = ${state}`)
  if (search) {
    const like = `%${search.replace(/[\\%_]/g, '\\$&')}%`
    conditions.push(sql`(v.name like ${like} or m.what like ${like})`)
  }
  return sql`${named(matters(context), context.county)} where ${sql.join(conditions, sql` and `)}`
}

export async function listMatters(
  db: ReadDb,
  context: QueryContext,
  wanted: Wanted,
  limit: number,
  offset: number,
) {
  const { rows } = await sql<MatterRow>`${selected} ${mattersFound(context, wanted)}
    order by m.state = 'done', m.due_on, m.id limit ${limit} offset ${offset}`.execute(db)
  return rows
}

/** 现场事项: damage, hazards and permits, until somebody has seen to them. */
const matterList = defineQuery({
  name: 'matter.list',
  input: FindMatters,
  permission: 'schedule.read',
  run: async (db, { page, ...wanted }, context) => {
    const counted = await sql<{
      total: number
    }>`select count(*) as total ${mattersFound(context, wanted)}`.execute(db)
    return {
      total: counted.rows[0]?.total ?? 0,
      pageSize,
      rows: await listMatters(db, context, wanted, pageSize, page * pageSize),
    }
  },
})

const matterPage = defineQuery({
  name: 'matter.page',
  input: MatterPage,
  permission: 'schedule.read',
  run: async (db, { kind, id }, context) => {
    const { rows } = await sql<MatterRow>`${selected} ${named(matters(context), context.county)}
      where m.kind = ${kind} and m.id = ${id}`.execute(db)
    const [row] = rows
    if (!row) throw new NotFound()
    return row
  },
})

export const queries = [matterList, matterPage] as const
