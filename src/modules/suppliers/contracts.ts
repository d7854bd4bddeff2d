import { sql } from 'kysely'
import type { ReadDb, WriteDb } from '../../kernel/database/database.ts'
import type { Day } from '../../kernel/dates/day.ts'
import type { CountedIn } from './model.ts'

export interface Contract {
  id: string
  lot: string
  version: number
  number: string
  signedOn: Day
  sumFen: number
  advanceBasis: string
  retentionPercent: number
  warrantyMonths: number
  reason: string | null
  act: string
  items: ContractItem[]
}

export interface ContractItem {
  name: string
  unit: string
  /** Counted by claims, in machines or m²; null where it stands in the bill only. */
  counts: CountedIn | null
  centiQuantity: number
  unitPriceFen: number
  amountFen: number
}

/** Every version of the contract with whom a lot is awarded to, the newest first. */
export async function contractsOf(db: ReadDb, county: number, lot: string): Promise<Contract[]> {
  const { rows } = await sql<Contract>`
    select c.id, c.lot, c.version, c.number, c.signed_on as "signedOn", c.sum_fen as "sumFen",
           c.advance_basis as "advanceBasis", c.retention_percent as "retentionPercent",
           c.warranty_months as "warrantyMonths", c.reason, c.act,
           (select json_agg(json_build_object('name', i.name, 'unit', i.unit, 'counts', i.counts,
                                              'centiQuantity', i.centi_quantity, 'unitPriceFen', i.unit_price_fen,
                                              'amountFen', i.amount_fen) order by i.position)
              from lot_contract_item i where i.county = ${county} and i.contract = c.id) as items
      from lot_contract c join lot l on l.county = ${county} and l.id = c.lot and l.contractor = c.contractor
     where c.county = ${county} and c.lot = ${lot} order by c.version desc`.execute(db)
  return rows
}

/** What the contract of a lot in force says of claims (decision 0032). */
export interface ContractTerms {
  number: string
  sumFen: number
  retentionPercent: number
  warrantyMonths: number
  /** Hundredths of a machine or a m² it ordered. */
  centiOrdered: number
}

/** The terms in force, by lot; a lot without a contract on record has none. */
export async function termsOf(
  db: ReadDb,
  county: number,
  lots: readonly string[],
): Promise<Map<string, ContractTerms>> {
  if (lots.length === 0) return new Map()
  const { rows } = await sql<ContractTerms & { lot: string }>`
    select distinct on (c.lot) c.lot, c.number, c.sum_fen as "sumFen", c.retention_percent as "retentionPercent",
           c.warranty_months as "warrantyMonths",
           coalesce((select sum(i.centi_quantity) from lot_contract_item i
                      where i.county = ${county} and i.contract = c.id and i.counts is not null), 0)::bigint as "centiOrdered"
      from lot_contract c join lot l on l.county = ${county} and l.id = c.lot and l.contractor = c.contractor
     where c.county = ${county} and c.lot = any(${[...new Set(lots)]}::uuid[])
     order by c.lot, c.version desc`.execute(db)
  return new Map(rows.map(({ lot, ...terms }) => [lot, terms]))
}

export interface Closing {
  lot: string
  closedOn: Day
  closedBy: string
  /** What the auditor's report finds the lot to have cost. */
  auditedFen: number
  remark: string
  act: string
}

/** Final accounts closed so far, by lot. */
export async function closingsOf(
  db: ReadDb,
  county: number,
  lots: readonly string[],
): Promise<Map<string, Closing>> {
  if (lots.length === 0) return new Map()
  const rows = await db
    .selectFrom('lot_closing')
    .select([
      'lot',
      'closed_on as closedOn',
      'closed_by as closedBy',
      'audited_fen as auditedFen',
      'remark',
      'act',
    ])
    .where('county', '=', county)
    .where('lot', 'in', [...lots])
    .execute()
  return new Map(rows.map((row) => [row.lot, row]))
}

/** Closes the final account of lots; whoever asks has made sure that nothing of them is open. */
export async function closeLots(tx: WriteDb, county: number, closings: readonly Closing[]): Promise<void> {
  await tx
    .insertInto('lot_closing')
    .values(
      closings.map(({ closedOn, closedBy, auditedFen, ...closing }) => ({
        county,
        ...closing,
        closed_on: closedOn,
        closed_by: closedBy,
        audited_fen: auditedFen,
      })),
    )
    .execute()
}
