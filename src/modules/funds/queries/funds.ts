import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { type LeftHomes, leftHomesOf } from '../left-homes.ts'
import { balanceSql } from '../ledger.ts'
import { type FundPurpose, fundPurposes, type FundSource } from '../model.ts'

interface FundRow extends LeftHomes {
  id: string
  name: string
  source: FundSource
  purpose: FundPurpose
  budgetFen: number
  availableFen: number
  /** Approved or in a batch, and not known as paid. */
  reservedFen: number
  usedFen: number
  receivedFen: number
  bankFen: number
  inTransitFen: number
  payableFen: number
  /** Households' own money: kept for them, and received but not seen in the bank yet. */
  heldFen: number
  onHandFen: number
  receivableFen: number
}

async function listFunds(
  db: ReadDb,
  county: number,
  where: { purpose?: string; id?: string },
): Promise<FundRow[]> {
  const { rows } = await sql<FundRow>`
    select f.id, f.name, f.source, f.purpose, ${balanceSql(county, 'appropriation')} as "budgetFen",
           ${balanceSql(county, 'available')} as "availableFen", ${balanceSql(county, 'reserved')} as "reservedFen",
           ${balanceSql(county, 'used')} as "usedFen", ${balanceSql(county, 'source')} as "receivedFen",
           ${balanceSql(county, 'bank')} as "bankFen", ${balanceSql(county, 'in-transit')} as "inTransitFen",
           ${balanceSql(county, 'payable')} as "payableFen", ${balanceSql(county, 'receivable')} as "receivableFen",
           ${balanceSql(county, 'held')} as "heldFen", ${balanceSql(county, 'on-hand')} as "onHandFen",
           coalesce(gone.homes, 0) as "leftHomes", coalesce(gone.fen, 0) as "leftFen"
      from fund f
      left join (select c.fund, sum(g.homes)::int as homes, sum(g.fen)::bigint as fen
                   from (${leftHomesOf(county)}) g
                   join claim c on c.county = ${county} and c.id = g.claim and c.state = 'approved'
                  group by c.fund) gone on gone.fund = f.id
     where f.county = ${county}
       and (f.source <> 'household' or f.id = ${where.id ?? null}::uuid)
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
    return row
  },
})

export const fundQueries = [fundList, fundChoice, fundPage] as const
