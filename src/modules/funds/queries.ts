import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery, type QueryContext } from '../../kernel/act/define.ts'
import { NotFound } from '../../kernel/act/not-found.ts'
import { inScope } from '../../kernel/identity/authority.ts'
import { claimableHomes, homesOfLot } from './claimable.ts'
import { claimStates, fundPurposes } from './model.ts'
import { isClaimable } from './rules.ts'

const pageSize = 50

const fundList = defineQuery({
  name: 'fund.list',
  input: z.object({ purpose: z.enum(fundPurposes).optional() }),
  permission: 'money.read',
  run: async (db, { purpose }, { county }) => {
    let funds = db
      .selectFrom('fund')
      .select(['id', 'name', 'source', 'purpose', 'budget_fen as budgetFen', 'spent_fen as spentFen'])
      .where('county', '=', county)
      .orderBy('purpose')
      .orderBy('name')
    if (purpose) funds = funds.where('purpose', '=', purpose)
    return funds.execute()
  },
})

const fundEntries = defineQuery({
  name: 'fund.entries',
  input: z.object({ fund: z.uuid(), page: z.int().min(0).default(0) }),
  permission: 'money.read',
  run: async (db, { fund, page }, { county }) => {
    const of = db.selectFrom('fund_entry').where('county', '=', county).where('fund', '=', fund)
    const { total } = await of.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
    const rows = await of
      .select(['id', 'amount_fen as amountFen', 'kind', 'reference', 'booked_on as bookedOn', 'act'])
      .orderBy('id', 'desc')
      .limit(pageSize)
      .offset(page * pageSize)
      .execute()
    return { rows, total }
  },
})

/** The whole county's for an office, one's own firm's for a contractor. */
const claimScope = ({ scope }: QueryContext) =>
  inScope(scope, { organisations: [sql.ref('claim.contractor')] })
const lotScope = ({ scope }: QueryContext) => inScope(scope, { organisations: [sql.ref('lot.contractor')] })

const claimList = defineQuery({
  name: 'claim.list',
  input: z.object({
    state: z.enum(claimStates).optional(),
    lot: z.uuid().optional(),
    page: z.int().min(0).default(0),
  }),
  permission: 'claim.read',
  run: async (db, { state, lot, page }, context) => {
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
    if (state) of = of.where('claim.state', '=', state)
    if (lot) of = of.where('claim.lot', '=', lot)
    const { total } = await of.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
    const rows = await of
      .select([
        'claim.id',
        'claim.number',
        'claim.state',
        'claim.homes',
        'claim.units',
        'claim.total_fen as totalFen',
        'claim.submitted_on as submittedOn',
        'claim.paid_on as paidOn',
        'lot.name as lot',
        'organisation.name as contractor',
      ])
      .orderBy('claim.number', 'desc')
      .limit(pageSize)
      .offset(page * pageSize)
      .execute()
    return { rows, total }
  },
})

const claimPage = defineQuery({
  name: 'claim.page',
  input: z.object({ claim: z.uuid(), page: z.int().min(0).default(0) }),
  permission: 'claim.read',
  run: async (db, { claim: id, page }, context) => {
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
      .select(['lot.name as lotName', 'organisation.name as contractorName', 'fund.name as fundName'])
      .where('claim.county', '=', county)
      .where('claim.id', '=', id)
      .where(claimScope(context))
      .executeTakeFirst()
    if (!claim) throw new NotFound()
    const people = [claim.submitted_by, claim.reviewed_by, claim.approved_by, claim.paid_by].filter(
      (p) => p !== null,
    )
    const names = new Map(
      (
        await db
          .selectFrom('account')
          .select(['id', 'name'])
          .where('county', '=', county)
          .where('id', 'in', people)
          .execute()
      ).map((row) => [row.id, row.name]),
    )
    const step = (by: string | null, on: string | null) =>
      by && on ? { by: names.get(by) ?? null, on } : null
    const lines = await db
      .selectFrom('claim_line')
      .innerJoin('home', (join) =>
        join.onRef('home.county', '=', 'claim_line.county').onRef('home.id', '=', 'claim_line.home'),
      )
      .innerJoin('area', (join) =>
        join.onRef('area.county', '=', 'home.county').onRef('area.code', '=', 'home.village'),
      )
      .select([
        'home.id as home',
        'home.householder',
        'home.sequence',
        'home.ended',
        'area.name as village',
        'claim_line.units',
        'claim_line.unit_price_fen as unitPriceFen',
        'claim_line.subsidy_fen as subsidyFen',
        'claim_line.formula',
      ])
      .where('claim_line.county', '=', county)
      .where('claim_line.claim', '=', id)
      .orderBy('home.village')
      .orderBy('home.sequence')
      .limit(pageSize)
      .offset(page * pageSize)
      .execute()
    return {
      id: claim.id,
      number: claim.number,
      state: claim.state,
      lot: { id: claim.lot, name: claim.lotName },
      contractor: claim.contractorName,
      homes: claim.homes,
      units: claim.units,
      totalFen: claim.total_fen,
      fund: claim.fundName,
      bankReference: claim.bank_reference,
      returnedReason: claim.returned_reason,
      steps: {
        submitted: step(claim.submitted_by, claim.submitted_on),
        reviewed: step(claim.reviewed_by, claim.reviewed_on),
        approved: step(claim.approved_by, claim.approved_on),
        paid: step(claim.paid_by, claim.paid_on),
      },
      lines,
    }
  },
})

/** Before submitting: what a lot's claim would hold today, and what it would not, each home with why. */
const claimPreview = defineQuery({
  name: 'claim.preview',
  input: z.object({ lot: z.uuid() }),
  permission: 'claim.read',
  run: async (db, { lot: id }, context) => {
    const { county } = context
    const lot = await db
      .selectFrom('lot')
      .select(['id', 'name', 'contractor', 'unit_price_fen'])
      .where('county', '=', county)
      .where('id', '=', id)
      .where(lotScope(context))
      .executeTakeFirst()
    if (!lot) throw new NotFound()
    const homes = await claimableHomes(db, context, await homesOfLot(db, county, id), lot.unit_price_fen ?? 0)
    const all = [...homes.values()]
    const ready = all.filter(isClaimable)
    return {
      lot: { id: lot.id, name: lot.name, unitPriceFen: lot.unit_price_fen },
      homes: ready.length,
      units: ready.reduce((sum, home) => sum + home.units, 0),
      totalFen: ready.reduce((sum, home) => sum + home.subsidyFen, 0),
      claimed: all.filter((home) => home.claimed).length,
      leftOut: all
        .filter((home) => !home.claimed && home.answer !== 'yes')
        .map((home) => ({ home: home.id, failedRules: home.failedRules }))
        .slice(0, 200),
    }
  },
})

/** The lots whose contractor one is, with what waits to be claimed. */
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

/** What one home's equipment cost and who bore it, for the home's page. */
const homeClaim = defineQuery({
  name: 'claim.of-home',
  input: z.object({ home: z.uuid() }),
  permission: 'register.read',
  run: async (db, { home }, { county, scope }) =>
    db
      .selectFrom('claim_line')
      .innerJoin('claim', (join) =>
        join.onRef('claim.county', '=', 'claim_line.county').onRef('claim.id', '=', 'claim_line.claim'),
      )
      .innerJoin('home', (join) =>
        join.onRef('home.county', '=', 'claim_line.county').onRef('home.id', '=', 'claim_line.home'),
      )
      .select([
        'claim.id as claim',
        'claim.number',
        'claim.state',
        'claim.submitted_on as submittedOn',
        'claim.paid_on as paidOn',
        'claim_line.units',
        'claim_line.unit_price_fen as unitPriceFen',
        'claim_line.subsidy_fen as subsidyFen',
        'claim_line.formula',
        'claim_line.live',
      ])
      .where('claim_line.county', '=', county)
      .where('claim_line.home', '=', home)
      .where(
        inScope(scope, {
          town: sql.ref('home.town'),
          village: sql.ref('home.village'),
          organisations: [sql.ref('home.contractor'), sql.ref('home.supervisor')],
        }),
      )
      .orderBy('claim.number', 'desc')
      .execute(),
})

export const queries = [
  fundList,
  fundEntries,
  claimList,
  claimPage,
  claimPreview,
  claimLots,
  homeClaim,
] as const
