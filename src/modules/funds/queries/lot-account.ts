import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { closingsOf, termsOf } from '../../suppliers/public.ts'
import { claimableHomes, homesOfLot } from '../claimable.ts'
import type { ClaimState } from '../model.ts'
import { isClaimable } from '../rules.ts'
import { lotScope } from './claim-preview.ts'

export interface AccountedClaim {
  id: string
  number: number
  state: ClaimState
  homes: number
  units: number
  areaM2: number
  totalFen: number
  deductedFen: number
  retainedFen: number
  /** Left the bank so far, what was released included. */
  paidFen: number
  submittedOn: Day
  paidOn: Day | null
  releaseOn: Day | null
  releasedOn: Day | null
}

/** 竣工结算表: what a lot's contract ordered, what was accepted, claimed, taken off, kept and paid. Throws `NotFound`. */
export async function accountOf(db: ReadDb, context: QueryContext, id: string) {
  const { county } = context
  const lot = await db
    .selectFrom('lot')
    .innerJoin('organisation', (join) =>
      join.onRef('organisation.county', '=', 'lot.county').onRef('organisation.id', '=', 'lot.contractor'),
    )
    .select([
      'lot.id',
      'lot.code',
      'lot.name',
      'lot.line',
      'lot.contractor',
      'lot.unit_price_fen as unitPriceFen',
      'organisation.name as contractorName',
    ])
    .where('lot.county', '=', county)
    .where('lot.id', '=', id)
    .where(lotScope(context))
    .executeTakeFirst()
  if (!lot) throw new NotFound()
  const homes = await claimableHomes(db, context, await homesOfLot(db, county, lot), lot.unitPriceFen ?? 0)
  const { rows: claims } = await sql<AccountedClaim>`
    select c.id, c.number, c.state, c.homes, c.units, (c.centi_m2 / 100.0)::float8 as "areaM2", c.total_fen as "totalFen",
           c.deducted_fen as "deductedFen", c.retained_fen as "retainedFen",
           case when c.state = 'paid' then c.total_fen - c.deducted_fen
                     - case when c.released_on is null then c.retained_fen else 0 end else 0 end as "paidFen",
           c.submitted_on as "submittedOn", c.paid_on as "paidOn", c.release_on as "releaseOn",
           c.released_on as "releasedOn"
      from claim c
     where c.county = ${county} and c.lot = ${id} and c.state <> 'returned' order by c.number`.execute(db)
  const all = [...homes.values()]
  const closing = (await closingsOf(db, county, [id])).get(id)
  const by = closing
    ? await db
        .selectFrom('account')
        .select('name')
        .where('county', '=', county)
        .where('id', '=', closing.closedBy)
        .executeTakeFirst()
    : undefined
  return {
    lot: { id: lot.id, code: lot.code, name: lot.name, line: lot.line },
    contractor: lot.contractorName,
    terms: (await termsOf(db, county, [id])).get(id) ?? null,
    /** Machines, or m² of a building lot. */
    accepted: all.reduce((sum, { units, areaM2 }) => sum + (lot.line === 'heating' ? units : areaM2), 0),
    acceptedHomes: all.filter(({ units, areaM2 }) => units > 0 || areaM2 > 0).length,
    unclaimed: all.filter(isClaimable).length,
    claims,
    closing: closing ? { ...closing, closedBy: by?.name ?? null } : null,
  }
}

export const lotAccount = defineQuery({
  name: 'lot.account',
  input: z.object({ lot: z.uuid() }),
  permission: 'claim.read',
  run: (db, { lot }, context) => accountOf(db, context, lot),
})
