import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import { openField } from '../../../kernel/cipher/fields.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { literal } from '../../../kernel/database/literal.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import type { ChecklistAnswer } from '../../../kernel/pack/checklist.ts'
import {
  type CheckStep,
  FindPremises,
  type PremisesFilter,
  type PremisesKind,
  type PremisesStage,
} from '../model.ts'
import { visiblePremises } from '../public.ts'
import { premisesChecklist } from '../rules.ts'

const pageSize = 50

interface PremisesRow {
  id: string
  kind: PremisesKind
  name: string
  townName: string
  villageName: string
  address: string
  areaM2: number
  stage: PremisesStage
  isSentBack: boolean
  contractorName: string | null
  supervisorName: string | null
  lotName: string | null
  listedOn: Day
  acceptedOn: Day | null
}

const selected = sql`
  select p.id, p.kind, p.name, t.name as "townName", v.name as "villageName", p.address,
         p.area_m2::float8 as "areaM2", p.stage, (p.stage = 'assigned' and p.sent_back is not null) as "isSentBack",
         c.name as "contractorName", s.name as "supervisorName", l.code || ' ' || l.name as "lotName",
         p.listed_on as "listedOn", p.accepted_on as "acceptedOn"`
const from = (county: number) => sql`
  from premises p
  join area t on t.county = ${county} and t.code = p.town
  join area v on v.county = ${county} and v.code = p.village
  left join organisation c on c.county = ${county} and c.id = p.contractor
  left join organisation s on s.county = ${county} and s.id = p.supervisor
  left join lot l on l.county = ${county} and l.id = p.lot`

function found(
  context: QueryContext,
  { search, town, village, kind, stage }: PremisesFilter,
): RawBuilder<unknown> {
  const conditions = [sql`p.county = ${context.county}`, visiblePremises(context.scope)]
  if (town) conditions.push(sql`p.town = ${town}`)
  if (village) conditions.push(sql`p.village = ${village}`)
  if (kind) conditions.push(sql`p.kind = ${kind}`)
  conditions.push(stage ? sql`p.stage = ${stage}` : sql`p.stage <> 'withdrawn'`)
  if (search) {
    const like = `%${literal(search)}%`
    conditions.push(sql`(p.name like ${like} or p.address like ${like} or v.name like ${like})`)
  }
  return sql`${from(context.county)} where ${sql.join(conditions, sql` and `)}`
}

export async function foundPremises(
  db: ReadDb,
  context: QueryContext,
  filter: PremisesFilter,
  limit: number,
  offset: number,
): Promise<PremisesRow[]> {
  const { rows } = await sql<PremisesRow>`${selected} ${found(context, filter)}
    order by p.village, p.name, p.id limit ${limit} offset ${offset}`.execute(db)
  return rows
}

const premisesFind = defineQuery({
  name: 'premises.find',
  input: FindPremises,
  permission: 'premises.read',
  run: async (db, { page, ...filter }, context) => {
    const counted = await sql<{ total: number }>`
      select count(*)::int as total ${found(context, filter)}`.execute(db)
    return {
      total: counted.rows[0]?.total ?? 0,
      pageSize,
      rows: await foundPremises(db, context, filter, pageSize, page * pageSize),
    }
  },
})

/** One premises: where it stands, every check with its photographs, and the list it is checked by. */
const premisesPage = defineQuery({
  name: 'premises.page',
  input: z.object({ premises: z.uuid() }),
  permission: 'premises.read',
  run: async (db, { premises: id }, context) => {
    const { county, keys, pack } = context
    const { rows } = await sql<PremisesRow>`${selected} ${from(county)}
      where p.county = ${county} and p.id = ${id} and ${visiblePremises(context.scope)}`.execute(db)
    const [row] = rows
    if (!row) throw new NotFound()
    const { rows: checks } = await sql<{
      id: string
      step: CheckStep
      checkedOn: Day
      checkedBy: string | null
      passed: boolean
      items: ChecklistAnswer[]
      failed: string[]
      remark: Buffer | null
    }>`
      select k.id, k.step, k.checked_on as "checkedOn", a.name as "checkedBy", k.passed, k.items, k.failed, k.remark
        from premises_check k left join account a on a.county = ${county} and a.id = k.checker
       where k.county = ${county} and k.premises = ${id} order by k.id desc`.execute(db)
    return {
      ...row,
      checklist: premisesChecklist(pack) ?? null,
      checks: checks.map(({ remark, ...check }) => ({
        ...check,
        remark: remark && openField(keys, county, 'premises_check.remark', remark),
      })),
    }
  },
})

export const queries = [premisesFind, premisesPage] as const
