import { type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { inScope } from '../../../kernel/identity/authority.ts'
import { loadFirms, papersOf } from '../firm-facts.ts'
import { FindFirms } from '../model.ts'
import { firmKinds, isFirmKind, standingOf } from '../rules/firms.ts'
import { isBarredOn } from '../rules/negative-list.ts'
import { firstToRunOut, papersAsked } from '../rules/papers.ts'
import { barEntries } from './bars.ts'
import { literal } from '../../../kernel/database/literal.ts'
import { papersShown } from './papers.ts'

const pageSize = 50

/** A firm sees itself, the county all. */
const firmsSeen = (db: ReadDb, { county, scope }: QueryContext) =>
  db
    .selectFrom('organisation')
    .where('organisation.county', '=', county)
    .where('organisation.kind', 'in', [...firmKinds])
    .where(inScope(scope, { organisations: [sql.ref('organisation.id')] }))

const firmList = defineQuery({
  name: 'firm.list',
  input: FindFirms,
  permission: 'firm.read',
  run: async (db, { search, kind, standing, page }, context) => {
    const { county, today } = context
    const barred = sql<SqlBool>`exists (select 1 from bar
      where bar.county = ${county} and bar.firm = organisation.id and bar.from_day <= ${today}
        and (bar.to_day is null or bar.to_day >= ${today}) and (bar.lifted_on is null or bar.lifted_on > ${today}))`
    const admitted = sql<SqlBool>`exists (select 1 from firm_admission a
      where a.county = ${county} and a.firm = organisation.id and a.withdrawn_on is null
        and ${today} between a.valid_from and a.valid_to)`
    let found = firmsSeen(db, context)
    if (search) found = found.where('organisation.name', 'ilike', `%${literal(search)}%`)
    if (kind) found = found.where('organisation.kind', '=', kind)
    if (standing === 'barred') found = found.where(barred)
    if (standing === 'admitted') found = found.where(admitted)
    if (standing === 'not-admitted') found = found.where(sql<SqlBool>`not ${admitted}`)
    const { total } = await found
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow()
    const shown = await found
      .select(['organisation.id', 'organisation.name', 'organisation.kind', 'organisation.telephone'])
      .orderBy('organisation.kind')
      .orderBy('organisation.name')
      .limit(pageSize)
      .offset(page * pageSize)
      .execute()
    const ids = shown.map(({ id }) => id)
    const firms = await loadFirms(db, county, ids)
    const papers = await papersOf(db, county, 'firm', ids)
    return {
      total,
      pageSize,
      rows: shown.map((row) => {
        const firm = firms.get(row.id)
        const first = firstToRunOut(papers.get(row.id) ?? [])
        return {
          ...row,
          standing: standingOf({ admissions: firm?.admissions ?? [] }, today),
          admittedTo:
            firm?.admissions
              .map(({ to }) => to)
              .sort()
              .at(-1) ?? null,
          barred: (firm?.bars ?? []).some((bar) => isBarredOn(bar, today)),
          paperRunsOut: first?.validTo ?? null,
        }
      }),
    }
  },
})

const firmPage = defineQuery({
  name: 'firm.page',
  input: z.object({ firm: z.uuid() }),
  permission: 'firm.read',
  run: async (db, { firm: id }, context) => {
    const { county, pack, today } = context
    const row = await firmsSeen(db, context)
      .select(['id', 'name', 'kind', 'telephone', 'credit_code as creditCode'])
      .where('organisation.id', '=', id)
      .executeTakeFirst()
    if (!row || !isFirmKind(row.kind)) throw new NotFound()
    const firm = (await loadFirms(db, county, [id])).get(id)
    const kept = (await papersOf(db, county, 'firm', [id])).get(id) ?? []
    const admissions = await db
      .selectFrom('firm_admission')
      .select([
        'id',
        'valid_from as validFrom',
        'valid_to as validTo',
        'admitted_on as admittedOn',
        'withdrawn_on as withdrawnOn',
        'withdrawn_reason as withdrawnReason',
      ])
      .where('county', '=', county)
      .where('firm', '=', id)
      .orderBy('id', 'desc')
      .execute()
    const lots = await db
      .selectFrom('lot')
      .select(['id', 'code', 'name', 'awarded_on as awardedOn'])
      .where('county', '=', county)
      .where((eb) => eb.or([eb('contractor', '=', id), eb('supervisor', '=', id)]))
      .orderBy('code')
      .execute()
    const models = await db
      .selectFrom('equipment_model')
      .select(['id', 'model', 'admitted_on as admittedOn'])
      .where('county', '=', county)
      .where('firm', '=', id)
      .orderBy('model')
      .execute()
    return {
      ...row,
      standing: standingOf({ admissions: firm?.admissions ?? [] }, today),
      barred: (firm?.bars ?? []).some((bar) => isBarredOn(bar, today)),
      asked: papersAsked(pack, row.kind),
      papers: papersShown(pack, row.kind, kept, today),
      admissions,
      bars: await barEntries(db, context, { firm: id }),
      reasons: pack.access.reasons,
      lots,
      models,
    }
  },
})

export const queries = [firmList, firmPage] as const
