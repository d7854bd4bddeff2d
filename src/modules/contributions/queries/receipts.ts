import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { type Day, isDay } from '../../../kernel/dates/day.ts'
import { ownUpload } from '../../../kernel/evidence/own-upload.ts'
import { inScope } from '../../../kernel/identity/authority.ts'
import { papersOf } from '../../funds/public.ts'
import { Digest, type ReceiptState, receiptStates, type SlipState, slipStates, type Way } from '../model.ts'
import { matchReceipts } from '../receipt-match.ts'
import { readReceiptRows } from '../receipt-sheet.ts'
import { findAccounts, homeColumns } from '../standing.ts'
import { receiptState } from './standing.ts'

const pageSize = 50
const town = z.string().length(12).optional()

export const FindReceipts = z.object({
  town,
  village: z.string().length(12).optional(),
  state: z.enum(receiptStates).optional(),
  paidOn: z.string().refine(isDay, { error: 'YYYY-MM-DD' }).optional(),
  /** A receipt's number. */
  find: z.string().trim().max(8).optional(),
  slip: z.uuid().optional(),
})

export interface ReceiptLine {
  id: string
  number: number
  home: string
  householder: string
  town: string
  townName: string
  villageName: string
  sequence: number
  amountFen: number
  paidOn: Day
  way: Way
  state: ReceiptState
  account: string
  slip: string | null
  slipNumber: string | null
  collectedBy: string | null
  voidReason: string | null
  act: string
  voidAct: string | null
}

const receiptsWhere = (
  { county, scope }: Pick<QueryContext, 'county' | 'scope'>,
  { town, village, state, paidOn, find, slip }: z.output<typeof FindReceipts>,
  id?: string,
) => sql`
  from contribution_receipt r
  join home h on h.county = ${county} and h.id = r.home
  join area v on v.county = ${county} and v.code = h.village
  join area t on t.county = ${county} and t.code = h.town
  left join contribution_slip s on s.county = ${county} and s.id = r.slip
  left join account p on p.county = ${county} and p.id = r.collected_by
 where r.county = ${county} and ${inScope(scope, homeColumns)}
   and (${town ?? null}::text is null or h.town = ${town ?? null})
   and (${village ?? null}::text is null or h.village = ${village ?? null})
   and (${state ?? null}::text is null or ${receiptState} = ${state ?? null})
   and (${paidOn ?? null}::date is null or r.paid_on = ${paidOn ?? null}::date)
   and (${slip ?? null}::uuid is null or r.slip = ${slip ?? null}::uuid)
   and (${id ?? null}::uuid is null or r.id = ${id ?? null}::uuid)
   and (${find ?? null}::text is null or r.number::text = ltrim(${find ?? null}, '0'))`

const receiptColumns = sql`
  select r.id, r.number, r.home, h.householder, h.town, t.name as "townName", v.name as "villageName", h.sequence,
         r.amount_fen as "amountFen", r.paid_on as "paidOn", r.way, ${receiptState} as state, r.account, r.slip,
         s.number as "slipNumber", p.name as "collectedBy", r.void_reason as "voidReason", r.act, r.void_act as "voidAct"`

/** Receipts, the newest first; without `page` all of them by number. */
export async function listReceipts(
  db: ReadDb,
  context: Pick<QueryContext, 'county' | 'scope'>,
  asked: z.output<typeof FindReceipts>,
  page?: number,
): Promise<ReceiptLine[]> {
  const order =
    page === undefined
      ? sql`order by r.account, r.year, r.number`
      : sql`order by r.paid_on desc, r.number desc, r.id limit ${pageSize} offset ${page * pageSize}`
  const { rows } = await sql<ReceiptLine>`
    ${receiptColumns} ${receiptsWhere(context, asked)} ${order}`.execute(db)
  return rows
}

export const contributionReceipts = defineQuery({
  name: 'contribution.receipts',
  input: FindReceipts.extend({ page: z.int().min(0).default(0) }),
  permission: 'contribution.read',
  run: async (db, { page, ...asked }, context) => {
    const { rows: counts } = await sql<{ receipts: number }>`
      select count(*)::int as receipts ${receiptsWhere(context, asked)}`.execute(db)
    return {
      rows: await listReceipts(db, context, asked, page),
      total: counts[0]?.receipts ?? 0,
      pageSize,
    }
  },
})

export const contributionReceipt = defineQuery({
  name: 'contribution.receipt',
  input: z.object({ receipt: z.uuid() }),
  permission: 'contribution.read',
  run: async (db, { receipt }, context) => {
    const { rows } = await sql<ReceiptLine>`
      ${receiptColumns} ${receiptsWhere(context, {}, receipt)}`.execute(db)
    const [row] = rows
    if (!row) throw new NotFound()
    return row
  },
})

interface SlipLine {
  id: string
  number: string
  town: string
  townName: string
  amountFen: number
  receipts: number
  bankedOn: Day
  state: SlipState
  enteredOn: Day
  enteredBy: string | null
  settledOn: Day | null
  settledBy: string | null
  reason: string | null
  act: string
}

const slips = (county: number) => sql`
  select s.id, s.number, a.town, t.name as "townName", s.amount_fen as "amountFen",
         (select count(*)::int from contribution_receipt r where r.county = ${county} and r.slip = s.id) as receipts,
         s.banked_on as "bankedOn", s.state, s.entered_on as "enteredOn", e.name as "enteredBy",
         s.settled_on as "settledOn", c.name as "settledBy", s.reason, s.act`

const slipsWhere = (
  { county, scope, actor }: Pick<QueryContext, 'county' | 'scope' | 'actor'>,
  {
    town,
    state,
    mine,
    id,
  }: { town?: string | undefined; state?: SlipState | undefined; mine?: boolean; id?: string },
) => sql`
  from contribution_slip s
  join contribution_account a on a.county = ${county} and a.id = s.account
  join area t on t.county = ${county} and t.code = a.town
  left join account e on e.county = ${county} and e.id = s.entered_by
  left join account c on c.county = ${county} and c.id = s.settled_by
 where s.county = ${county} and ${inScope(scope, { town: sql.ref('a.town') })}
   and (${town ?? null}::text is null or a.town = ${town ?? null})
   and (${state ?? null}::text is null or s.state = ${state ?? null})
   and (${!mine} or (s.entered_by <> ${actor.id}
        and not exists (select 1 from contribution_receipt r where r.county = ${county} and r.slip = s.id
                           and r.collected_by = ${actor.id})))
   and (${id ?? null}::uuid is null or s.id = ${id ?? null}::uuid)`

/** Slips that wait for this person: entered and collected by others (§5.2). */
export const slipsToConfirm = (context: Pick<QueryContext, 'county' | 'scope' | 'actor'>) =>
  sql`select s.id ${slipsWhere(context, { state: 'entered', mine: true })}`

export const contributionSlips = defineQuery({
  name: 'contribution.slips',
  input: z.object({
    town,
    state: z.enum(slipStates).optional(),
    /** Only those that neither were entered nor collected by me. */
    mine: z.boolean().optional(),
    page: z.int().min(0).default(0),
  }),
  permission: 'contribution.read',
  run: async (db, { page, town, state, mine = false }, context) => {
    const where = slipsWhere(context, { town, state, mine })
    const { rows: counts } = await sql<{ slips: number }>`select count(*)::int as slips ${where}`.execute(db)
    const { rows } = await sql<SlipLine>`
      ${slips(context.county)} ${where} order by s.banked_on desc, s.id desc
      limit ${pageSize} offset ${page * pageSize}`.execute(db)
    return { rows, total: counts[0]?.slips ?? 0, pageSize }
  },
})

export const contributionSlip = defineQuery({
  name: 'contribution.slip',
  input: z.object({ slip: z.uuid() }),
  permission: 'contribution.read',
  run: async (db, { slip }, context) => {
    const { rows } = await sql<SlipLine>`
      ${slips(context.county)} ${slipsWhere(context, { id: slip })}`.execute(db)
    const [row] = rows
    if (!row) throw new NotFound()
    return { ...row, papers: await papersOf(db, context, [row.act]) }
  },
})

const mostShown = 500

/** What an import of this workbook would do, row by row; nothing is changed. */
export const receiptsDryRun = defineQuery({
  name: 'contribution.dry-run',
  input: z.object({ account: z.uuid(), file: Digest }),
  permission: 'contribution.collect',
  oneAtATime: true,
  run: async (db, { account: id, file }, context) => {
    const [account] = await findAccounts(db, context.county, { ids: [id] })
    const bytes = await ownUpload(db, context, file)
    const { rows } = await sql`
      select 1 from contribution_account a where a.county = ${context.county} and a.id = ${id}
         and ${inScope(context.scope, { town: sql.ref('a.town') })}`.execute(db)
    if (!account || rows.length === 0) throw new NotFound()
    const match = await matchReceipts(db, context, account, await readReceiptRows(bytes, context.today))
    return {
      rows: match.rows,
      receipts: match.matched.length,
      amountFen: match.matched.reduce((sum, { amountFen }) => sum + amountFen, 0),
      problems: match.problems.slice(0, mostShown),
      problemCount: match.problems.length,
      errorCount: match.problems.filter(({ severity }) => severity === 'error').length,
    }
  },
})
