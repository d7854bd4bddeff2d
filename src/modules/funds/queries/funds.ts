import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { type LeftHomes, leftHomesOf } from '../left-homes.ts'
import { fundPurposes } from '../model.ts'

const pageSize = 50

interface FundRow extends LeftHomes {
  id: string
  name: string
  source: 'central' | 'province' | 'city' | 'county' | 'finance-company'
  purpose: 'equipment' | 'operating'
  budgetFen: number
  /** Paid and reserved, less what came back. */
  spentFen: number
  /** Of it, in claims that are approved and not yet paid. */
  reservedFen: number
}

async function listFunds(
  db: ReadDb,
  county: number,
  where: { purpose?: string; id?: string },
): Promise<FundRow[]> {
  const { rows } = await sql<FundRow>`
    select f.id, f.name, f.source, f.purpose, f.budget_fen as "budgetFen", f.spent_fen as "spentFen",
           coalesce((select sum(c.total_fen) from claim c
                      where c.county = ${county} and c.fund = f.id and c.state = 'approved'), 0) as "reservedFen",
           coalesce(gone.homes, 0) as "leftHomes", coalesce(gone.fen, 0) as "leftFen"
      from fund f
      left join (select c.fund, sum(g.homes)::int as homes, sum(g.fen)::bigint as fen
                   from (${leftHomesOf(county)}) g
                   join claim c on c.county = ${county} and c.id = g.claim and c.state = 'approved'
                  group by c.fund) gone on gone.fund = f.id
     where f.county = ${county}
       and (${where.purpose ?? null}::text is null or f.purpose = ${where.purpose ?? null})
       and (${where.id ?? null}::uuid is null or f.id = ${where.id ?? null}::uuid)
     order by f.purpose, f.name`.execute(db)
  return rows
}

const fundList = defineQuery({
  name: 'fund.list',
  input: z.object({ purpose: z.enum(fundPurposes).optional() }),
  permission: 'money.read',
  run: async (db, { purpose }, { county }) => {
    const rows = await listFunds(db, county, { purpose })
    return { rows, total: rows.length }
  },
})

/** Funds to choose from, for whoever approves a claim or opens a season. */
const fundChoice = defineQuery({
  name: 'fund.choice',
  input: z.object({ purpose: z.enum(fundPurposes) }),
  permission: 'money.read',
  run: async (db, { purpose }, { county }) => listFunds(db, county, { purpose }),
})

const fundPage = defineQuery({
  name: 'fund.page',
  input: z.object({ fund: z.uuid() }),
  permission: 'money.read',
  run: async (db, { fund }, { county }) => {
    const [row] = await listFunds(db, county, { id: fund })
    if (!row) throw new NotFound()
    const { rows: byKind } = await sql<{ kind: EntryKind; entries: number; amountFen: number }>`
      select kind, count(*)::int as entries, sum(amount_fen) as "amountFen" from fund_entry
       where county = ${county} and fund = ${fund} group by kind order by kind`.execute(db)
    return { ...row, byKind }
  },
})

type EntryKind = 'claim' | 'batch' | 'failed-payment' | 'recovery'

/** Every movement of a fund, with what it belongs to and who moved it. */
const fundEntries = defineQuery({
  name: 'fund.entries',
  input: z.object({
    fund: z.uuid(),
    kind: z.enum(['claim', 'batch', 'failed-payment', 'recovery']).optional(),
    page: z.int().min(0).default(0),
  }),
  permission: 'money.read',
  run: async (db, { fund, kind, page }, { county }) => {
    let of = db.selectFrom('fund_entry').where('county', '=', county).where('fund', '=', fund)
    if (kind) of = of.where('kind', '=', kind)
    const { total } = await of.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
    const { rows } = await sql<{
      id: string
      amountFen: number
      kind: EntryKind
      /** The claim, batch or recovery. */
      reference: string
      /** Of a claim or batch. */
      number: number | null
      bookedOn: string
      by: string | null
    }>`
      select e.id, e.amount_fen as "amountFen", e.kind, e.reference, e.number, e.booked_on as "bookedOn", p.name as by
        from fund_entry e
        left join act a on a.county = ${county} and a.id = e.act
        left join account p on p.county = ${county} and p.id = a.actor
       where e.county = ${county} and e.fund = ${fund} and (${kind ?? null}::text is null or e.kind = ${kind ?? null})
       order by e.id desc limit ${pageSize} offset ${page * pageSize}`.execute(db)
    return { rows, total, pageSize }
  },
})

export const fundQueries = [fundList, fundChoice, fundPage, fundEntries] as const
