import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import { openedBy } from '../../../kernel/act/opened-by.ts'
import { openField } from '../../../kernel/cipher/fields.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { maskIdNumber, maskTelephone } from '../../../kernel/standards/mask.ts'
import { FindWorkers, RevealWorker } from '../model.ts'
import { addDays } from '../../../kernel/dates/day.ts'
import type { Trade } from '../rules/workers.ts'
import { pattern, workersSeen } from './seen.ts'

const pageSize = 50

interface SealedRow {
  id: string
  name: string
  firm: string
  firmName: string
  trade: Trade
  idNumber: Buffer
  telephone: Buffer | null
  contractSignedOn: Day | null
  registeredOn: Day
  leftOn: Day | null
  /** The lots they are on site of today. */
  lots: string | null
  lastDay: Day | null
}

/** As lists and pages show a person: numbers masked. */
function masked({ idNumber, telephone, ...row }: SealedRow, { county, keys }: QueryContext) {
  return {
    ...row,
    idNumber: maskIdNumber(openField(keys, county, 'worker.id_number', idNumber)),
    telephone: telephone && maskTelephone(openField(keys, county, 'worker.telephone', telephone)),
  }
}

const onSite = ({ county, today }: QueryContext, lot?: string) => sql`
  select 1 from posting p where p.county = ${county} and p.worker = w.id and p.from_day <= ${today}
     and (p.to_day is null or p.to_day >= ${today}) ${lot ? sql`and p.lot = ${lot}` : sql``}`

const selected = ({ county, today }: QueryContext) => sql`
  select w.id, w.name, w.firm, o.name as "firmName", w.trade, w.id_number as "idNumber", w.telephone,
         w.contract_signed_on as "contractSignedOn", w.registered_on as "registeredOn", w.left_on as "leftOn",
         (select string_agg(distinct l.code, '、') from posting p join lot l on l.county = ${county} and l.id = p.lot
           where p.county = ${county} and p.worker = w.id and p.from_day <= ${today}
             and (p.to_day is null or p.to_day >= ${today})) as lots,
         (select max(a.day) from attendance a
           where a.county = ${county} and a.worker = w.id and a.struck_on is null) as "lastDay"`

const standings = {
  'on-site': (context: QueryContext) => sql`w.left_on is null and exists (${onSite(context)})`,
  'off-site': (context: QueryContext) => sql`w.left_on is null and not exists (${onSite(context)})`,
  left: () => sql`w.left_on is not null`,
  'no-contract': () => sql`w.left_on is null and w.contract_signed_on is null`,
}

function found(
  { search, firm, lot, trade, standing }: Omit<z.output<typeof FindWorkers>, 'page'>,
  context: QueryContext,
) {
  const conditions: RawBuilder<unknown>[] = [workersSeen(context)]
  if (search) conditions.push(sql`w.name like ${pattern(search)}`)
  if (firm) conditions.push(sql`w.firm = ${firm}`)
  if (lot) conditions.push(sql`exists (${onSite(context, lot)})`)
  if (trade) conditions.push(sql`w.trade = ${trade}`)
  if (standing) conditions.push(standings[standing](context))
  return sql`from worker w join organisation o on o.county = ${context.county} and o.id = w.firm
            where w.county = ${context.county} and ${sql.join(conditions, sql` and `)}`
}

export async function listWorkers(
  db: ReadDb,
  filter: Omit<z.output<typeof FindWorkers>, 'page'>,
  context: QueryContext,
  limit: number,
  offset: number,
) {
  const { rows } = await sql<SealedRow>`${selected(context)} ${found(filter, context)}
    order by o.name, w.left_on is not null, w.name, w.id limit ${limit} offset ${offset}`.execute(db)
  return rows.map((row) => masked(row, context))
}

const workerList = defineQuery({
  name: 'worker.list',
  input: FindWorkers,
  permission: 'worker.read',
  run: async (db, { page, ...filter }, context) => {
    const { rows } = await sql<{ total: number }>`select count(*) as total ${found(filter, context)}`.execute(
      db,
    )
    return {
      total: rows[0]?.total ?? 0,
      pageSize,
      rows: await listWorkers(db, filter, context, pageSize, page * pageSize),
    }
  },
})

const daysShown = 62

const workerPage = defineQuery({
  name: 'worker.page',
  input: z.object({ worker: z.uuid() }),
  permission: 'worker.read',
  run: async (db, { worker }, context) => {
    const { county, today } = context
    const one = await sql<SealedRow>`${selected(context)}
      from worker w join organisation o on o.county = ${county} and o.id = w.firm
     where w.county = ${county} and w.id = ${worker} and ${workersSeen(context)}`.execute(db)
    const [row] = one.rows
    if (!row) throw new NotFound()
    const postings = await sql<{ id: string; lotCode: string; from: Day; to: Day | null }>`
      select p.id, l.code as "lotCode", p.from_day as from, p.to_day as to
        from posting p join lot l on l.county = ${county} and l.id = p.lot
       where p.county = ${county} and p.worker = ${worker} order by p.from_day desc, p.id desc`.execute(db)
    const days = await sql<{ day: Day; villageName: string; struckReason: string | null }>`
      select a.day, v.name as "villageName", a.struck_reason as "struckReason"
        from attendance a join area v on v.county = ${county} and v.code = a.village
       where a.county = ${county} and a.worker = ${worker} and a.day > ${addDays(today, -daysShown)}::date
       order by a.day desc, a.id desc`.execute(db)
    const wages = await sql<{ month: string; amountFen: number; paidOn: Day }>`
      select l.month, l.amount_fen as "amountFen", p.paid_on as "paidOn"
        from wage_line l join wage_proof p on p.county = ${county} and p.id = l.proof
       where l.county = ${county} and l.worker = ${worker} order by l.month desc`.execute(db)
    const mayKnow = context.scopeFor('wage.read')
    const isPaidByThem = mayKnow.areas.length > 0 || mayKnow.organisations.includes(row.firm)
    return {
      ...masked(row, context),
      postings: postings.rows,
      days: days.rows,
      wages: isPaidByThem ? wages.rows : null,
    }
  },
})

/** The whole number, for whoever has just said why they look at it with `worker.reveal`. */
const workerRevealed = defineQuery({
  name: 'worker.revealed',
  input: z.object({ act: z.uuid() }),
  permission: 'worker.reveal',
  run: async (db, { act }, context) => {
    const { county, keys } = context
    const { worker, field } = RevealWorker.parse(await openedBy(db, context, 'worker.reveal', act))
    const row = await db
      .selectFrom('worker')
      .select(['id_number', 'telephone'])
      .where('county', '=', county)
      .where('id', '=', worker)
      .executeTakeFirst()
    if (!row) throw new NotFound()
    const sealed = field === 'idNumber' ? row.id_number : row.telephone
    const column = field === 'idNumber' ? 'worker.id_number' : 'worker.telephone'
    return { field, value: sealed && openField(keys, county, column, sealed) }
  },
})

/** The lots a person's firm builds, with their villages: what attendance and postings choose from. */
const crewPlaces = defineQuery({
  name: 'crew.places',
  input: z.object({}),
  permission: 'worker.read',
  run: async (db, _input, { county, scope }) => {
    const { rows } = await sql<{
      firm: string
      firmName: string
      lot: string
      code: string
      name: string
      villages: { code: string; name: string; town: string }[]
    }>`
      select o.id as firm, o.name as "firmName", l.id as lot, l.code, l.name,
             coalesce((select jsonb_agg(jsonb_build_object('code', v.code, 'name', v.name, 'town', t.name) order by v.code)
                         from village v join area t on t.county = ${county} and t.code = v.town
                        where v.county = ${county} and l.id in (v.lot, v.building_lot)), '[]') as villages
        from lot l join organisation o on o.county = ${county} and o.id = l.contractor
       where l.county = ${county} and o.id = any(${[...scope.organisations]}::uuid[])
       order by o.name, l.code`.execute(db)
    return { lots: rows, firms: await firmsOf(db, county, scope.organisations) }
  },
})

const firmsOf = (db: ReadDb, county: number, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('organisation')
        .select(['id', 'name'])
        .where('county', '=', county)
        .where('kind', '=', 'contractor')
        .where('id', 'in', [...ids])
        .orderBy('name')
        .execute()

export const queries = [workerList, workerPage, workerRevealed, crewPlaces] as const
