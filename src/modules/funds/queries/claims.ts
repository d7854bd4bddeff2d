import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { inScope } from '../../../kernel/identity/authority.ts'
import { unpaidEquipment } from '../claimable.ts'
import { papersOf } from '../evidence.ts'
import { type LeftHomes, leftHomesOf } from '../left-homes.ts'
import type { Borne, Reckoning } from '../../../kernel/pack/reckon.ts'
import { termsOf } from '../../suppliers/public.ts'
import { claimStates, type DeductionKind, type EarlierFormula, type FailedRule } from '../model.ts'
import { meetingFromFen } from '../rules/settlement.ts'
import { readFormula } from '../rules/earlier-formulas.ts'
import { claimPreview, lotScope } from './claim-preview.ts'
import { lotAccount } from './lot-account.ts'

const pageSize = 50

/** The whole county's for an office, one's own firm's for a contractor. */
const claimScope = ({ scope }: QueryContext) =>
  inScope(scope, { organisations: [sql.ref('claim.contractor')] })

/** What was kept of it may be paid out since, and was not (decision 0032). */
const retentionDue = ({ today }: Pick<QueryContext, 'today'>) =>
  sql<boolean>`(claim.retained_fen > 0 and claim.released_on is null and claim.release_on <= ${today}::date)`

const claimList = defineQuery({
  name: 'claim.list',
  input: z.object({
    state: z.enum(claimStates).optional(),
    lot: z.uuid().optional(),
    fund: z.uuid().optional(),
    /** Those on their way that hold homes which left. */
    left: z.boolean().optional(),
    /** Those of which something is kept that may be released today. */
    release: z.boolean().optional(),
    page: z.int().min(0).default(0),
  }),
  permission: 'claim.read',
  run: async (db, { state, lot, fund, left, release, page }, context) => {
    let of = db
      .selectFrom('claim')
      .innerJoin('lot', (join) =>
        join.onRef('lot.county', '=', 'claim.county').onRef('lot.id', '=', 'claim.lot'),
      )
      .innerJoin('organisation', (join) =>
        join
          .onRef('organisation.county', '=', 'claim.county')
          .onRef('organisation.id', '=', 'claim.contractor'),
      )
      .where('claim.county', '=', context.county)
      .where(claimScope(context))
    if (lot) of = of.where('claim.lot', '=', lot)
    if (fund) of = of.where('claim.fund', '=', fund)
    const counts = await of
      .select((eb) => ['claim.state', eb.fn.countAll<number>().as('claims')])
      .groupBy('claim.state')
      .execute()
    const holding = await leftOf(db, context.county)
    const withLeft = await of
      .select('claim.id')
      .where(sql<boolean>`claim.id = any(${[...holding.keys()]}::uuid[])`)
      .execute()
    const due = await of
      .where(retentionDue(context))
      .select((eb) => eb.fn.countAll<number>().as('claims'))
      .executeTakeFirstOrThrow()
    if (state) of = of.where('claim.state', '=', state)
    if (release) of = of.where(retentionDue(context))
    if (left) of = of.where(sql<boolean>`claim.id = any(${withLeft.map(({ id }) => id)}::uuid[])`)
    const rows = await of
      .select([
        'claim.id',
        'claim.number',
        'claim.state',
        'claim.homes',
        'claim.units',
        sql<number>`claim.centi_m2 / 100.0`.as('areaM2'),
        'claim.total_fen as totalFen',
        'claim.deducted_fen as deductedFen',
        'claim.retained_fen as retainedFen',
        'claim.release_on as releaseOn',
        'claim.released_on as releasedOn',
        'claim.submitted_on as submittedOn',
        'claim.paid_on as paidOn',
        'lot.name as lot',
        'organisation.name as contractor',
      ])
      .orderBy('claim.number', 'desc')
      .limit(pageSize)
      .offset(page * pageSize)
      .execute()
    const { total } = await of.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
    return {
      rows: rows.map((row) => ({ ...row, ...(holding.get(row.id) ?? noneLeft) })),
      total,
      pageSize,
      counts,
      withLeft: withLeft.length,
      toRelease: due.claims,
    }
  },
})

const claimPage = defineQuery({
  name: 'claim.page',
  input: z.object({ claim: z.uuid() }),
  permission: 'claim.read',
  run: async (db, { claim: id }, context) => {
    const { county } = context
    const claim = await db
      .selectFrom('claim')
      .innerJoin('lot', (join) =>
        join.onRef('lot.county', '=', 'claim.county').onRef('lot.id', '=', 'claim.lot'),
      )
      .innerJoin('organisation', (join) =>
        join
          .onRef('organisation.county', '=', 'claim.county')
          .onRef('organisation.id', '=', 'claim.contractor'),
      )
      .leftJoin('fund', (join) =>
        join.onRef('fund.county', '=', 'claim.county').onRef('fund.id', '=', 'claim.fund'),
      )
      .selectAll('claim')
      .select([
        'lot.name as lotName',
        'lot.line as lotLine',
        'organisation.name as contractorName',
        'fund.name as fundName',
      ])
      .where('claim.county', '=', county)
      .where('claim.id', '=', id)
      .where(claimScope(context))
      .executeTakeFirst()
    if (!claim) throw new NotFound()
    const steps = {
      submitted: claim.submitted_by,
      reviewed: claim.reviewed_by,
      approved: claim.approved_by,
      paid: claim.paid_by,
      released: claim.released_by,
    }
    const deductions = await deductionsOf(db, county, id)
    const terms = (await termsOf(db, county, [claim.lot])).get(claim.lot) ?? null
    const names = await namesOf(db, county, [
      ...Object.values(steps),
      ...deductions.flatMap(({ madeBy, struckBy }) => [madeBy, struckBy]),
    ])
    const step = (by: string | null, on: string | null) =>
      by && on ? { by: names.get(by) ?? null, on } : null
    const isOpen = claim.state !== 'paid' && claim.state !== 'returned'
    const line = await db
      .selectFrom('claim_line')
      .select(sql<Reckoning | EarlierFormula>`formula`.as('formula'))
      .where('county', '=', county)
      .where('claim', '=', id)
      .limit(1)
      .executeTakeFirst()
    const { rows: borne } = await sql<Borne>`
      select e->>'level' as level, sum((e->>'amountFen')::bigint)::bigint as "amountFen"
        from claim_line l, jsonb_array_elements(coalesce(l.formula->'split', '[]')) e
       where l.county = ${county} and l.claim = ${id}
       group by 1 order by 1`.execute(db)
    const acts = await db
      .selectFrom('act_subject')
      .select('act')
      .where('county', '=', county)
      .where('subject_type', '=', 'claim')
      .where('subject', '=', id)
      .execute()
    return {
      id: claim.id,
      number: claim.number,
      state: claim.state,
      lot: { id: claim.lot, name: claim.lotName, line: claim.lotLine },
      contractor: claim.contractorName,
      homes: claim.homes,
      units: claim.units,
      areaM2: claim.centi_m2 / 100,
      totalFen: claim.total_fen,
      /** Taken off it, and of the rest kept until the warranty is over (decision 0032). */
      deductedFen: claim.deducted_fen,
      retainedFen: claim.retained_fen,
      releaseOn: claim.release_on,
      releaseReference: claim.release_reference,
      deductions: deductions.map(({ madeBy, struckBy, ...one }) => ({
        ...one,
        by: names.get(madeBy) ?? null,
        struckBy: struckBy && (names.get(struckBy) ?? null),
      })),
      /** The contract in force; null where none is on record. */
      terms,
      /** From this sum on approving needs a meeting's minutes; null where the pack says nothing. */
      meetingFromFen: meetingFromFen(context.pack, context.today),
      ...((await leftOf(db, county)).get(id) ?? noneLeft),
      fund: claim.fund && { id: claim.fund, name: claim.fundName },
      bankReference: claim.bank_reference,
      returnedReason: claim.returned_reason,
      papers: await papersOf(
        db,
        context,
        acts.map(({ act }) => act),
      ),
      /** What the amounts came from, as it stood when the claim was submitted. */
      parameters: line?.formula.parameters ?? [],
      /** Who bears it, where the pack says so; adds up to the total. */
      split: borne,
      /** Of a claim on its way: homes that have fallen out of the conditions since. */
      unpayable: isOpen ? [...(await unpayableOf(db, context, id)).keys()].length : 0,
      steps: {
        submitted: step(claim.submitted_by, claim.submitted_on),
        reviewed: step(claim.reviewed_by, claim.reviewed_on),
        approved: step(claim.approved_by, claim.approved_on),
        paid: step(claim.paid_by, claim.paid_on),
        released: step(claim.released_by, claim.released_on),
      },
    }
  },
})

interface Deduction {
  id: string
  kind: DeductionKind
  amountFen: number
  reason: string
  on: Day
  madeBy: string
  struckReason: string | null
  struckBy: string | null
}

/** What was taken off a claim, what was struck again among it, in order. */
async function deductionsOf(db: ReadDb, county: number, claim: string): Promise<Deduction[]> {
  const { rows } = await sql<Deduction>`
    select id, kind, amount_fen as "amountFen", reason, made_on as on, made_by as "madeBy",
           struck_reason as "struckReason", struck_by as "struckBy"
      from claim_deduction where county = ${county} and claim = ${claim} order by made_on, id`.execute(db)
  return rows
}

const noneLeft: LeftHomes = { leftHomes: 0, leftFen: 0 }

async function leftOf(db: ReadDb, county: number): Promise<Map<string, LeftHomes>> {
  const { rows } = await sql<{ claim: string; homes: number; fen: number }>`${leftHomesOf(county)}`.execute(
    db,
  )
  return new Map(rows.map(({ claim, homes, fen }) => [claim, { leftHomes: homes, leftFen: fen }]))
}

async function namesOf(
  db: ReadDb,
  county: number,
  people: readonly (string | null)[],
): Promise<Map<string, string>> {
  const ids = people.filter((person) => person !== null)
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('account')
    .select(['id', 'name'])
    .where('county', '=', county)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** Homes of a claim that the rules no longer pay, with the rules that say so. */
async function unpayableOf(
  db: ReadDb,
  context: QueryContext,
  claim: string,
): Promise<Map<string, readonly FailedRule[]>> {
  const lines = await db
    .selectFrom('claim_line')
    .select(['home', 'units', 'centi_m2'])
    .where('county', '=', context.county)
    .where('claim', '=', claim)
    .execute()
  return unpaidEquipment(
    db,
    context,
    lines.map(({ home, units, centi_m2 }) => ({ home, units, areaM2: centi_m2 / 100 })),
  )
}

/** The homes of a claim: how each amount came about, and whether anything speaks against it by now. */
const claimLines = defineQuery({
  name: 'claim.lines',
  input: z.object({
    claim: z.uuid(),
    only: z.enum(['unpayable', 'left']).optional(),
    page: z.int().min(0).default(0),
  }),
  permission: 'claim.read',
  run: async (db, { claim, only, page }, context) => {
    const { county } = context
    const found = await db
      .selectFrom('claim')
      .select(['id', 'state'])
      .where('county', '=', county)
      .where('id', '=', claim)
      .where(claimScope(context))
      .executeTakeFirst()
    if (!found) throw new NotFound()
    const isOpen = found.state !== 'paid' && found.state !== 'returned'
    const unpayable = isOpen || only ? await unpayableOf(db, context, claim) : new Map<string, FailedRule[]>()
    let of = db
      .selectFrom('claim_line')
      .innerJoin('home', (join) =>
        join.onRef('home.county', '=', 'claim_line.county').onRef('home.id', '=', 'claim_line.home'),
      )
      .innerJoin('area', (join) =>
        join.onRef('area.county', '=', 'home.county').onRef('area.code', '=', 'home.village'),
      )
      .where('claim_line.county', '=', county)
      .where('claim_line.claim', '=', claim)
    if (only === 'left') of = of.where('home.ended', 'is not', null)
    if (only === 'unpayable')
      of = of.where(sql<boolean>`claim_line.home = any(${[...unpayable.keys()]}::uuid[])`)
    const { total } = await of.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
    const rows = await of
      .select([
        'home.id as home',
        'home.householder',
        'home.sequence',
        'home.ended',
        'area.name as village',
        'claim_line.units',
        sql<number>`claim_line.centi_m2 / 100.0`.as('areaM2'),
        'claim_line.subsidy_fen as subsidyFen',
        sql<Reckoning | EarlierFormula>`claim_line.formula`.as('formula'),
      ])
      .orderBy('home.village')
      .orderBy('home.sequence')
      .limit(pageSize)
      .offset(page * pageSize)
      .execute()
    return {
      rows: rows.map((row) => ({
        ...row,
        formula: readFormula(row.formula, row.subsidyFen),
        failedRules: unpayable.get(row.home) ?? [],
      })),
      total,
      pageSize,
    }
  },
})

export interface ClaimedHome {
  householder: string
  townName: string
  villageName: string
  sequence: number
  acceptedOn: Day | null
  units: number
  areaM2: number
  subsidyFen: number
}

/** A claim with all its homes, as it is filed. Throws `NotFound`. */
export async function wholeClaim(db: ReadDb, context: QueryContext, id: string) {
  const claim = await claimPage.run(db, { claim: id }, context)
  const { rows: lines } = await sql<ClaimedHome>`
    select h.householder, t.name as "townName", v.name as "villageName", h.sequence, h.accepted_on as "acceptedOn",
           l.units, (l.centi_m2 / 100.0)::float8 as "areaM2", l.subsidy_fen as "subsidyFen"
      from claim_line l
      join home h on h.county = ${context.county} and h.id = l.home
      join area t on t.county = ${context.county} and t.code = h.town
      join area v on v.county = ${context.county} and v.code = h.village
     where l.county = ${context.county} and l.claim = ${id}
     order by h.village, h.sequence, h.id`.execute(db)
  return { claim, lines }
}

/** The lots one may claim for or look at, awarded ones. */
const claimLots = defineQuery({
  name: 'claim.lots',
  input: z.object({}),
  permission: 'claim.read',
  run: async (db, _input, context) =>
    db
      .selectFrom('lot')
      .select(['id', 'code', 'name', 'unit_price_fen as unitPriceFen'])
      .where('county', '=', context.county)
      .where('contractor', 'is not', null)
      .where(lotScope(context))
      .orderBy('code')
      .execute(),
})

export const claimQueries = [claimList, claimPage, claimLines, claimPreview, claimLots, lotAccount] as const
