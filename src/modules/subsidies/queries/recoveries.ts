import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery } from '../../../kernel/act/define.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import { inScope } from '../../../kernel/identity/authority.ts'
import { papersOf } from '../../funds/public.ts'

const pageSize = 50
const recoveryStates = ['open', 'closed', 'lifted'] as const

/** Whose home it is: an area's, a firm's that works on it, or the household's own. */
export const ofHome = {
  town: sql.ref('home.town'),
  village: sql.ref('home.village'),
  organisations: [sql.ref('home.contractor'), sql.ref('home.supervisor')],
  home: sql.ref('home.id'),
}

export const recoveryList = defineQuery({
  name: 'recovery.list',
  input: z.object({ state: z.enum(recoveryStates).optional(), page: z.int().min(0).default(0) }),
  permission: 'recovery.read',
  run: async (db, { state, page }, { county, scope }) => {
    let of = db
      .selectFrom('recovery')
      .innerJoin('home', (join) =>
        join.onRef('home.county', '=', 'recovery.county').onRef('home.id', '=', 'recovery.home'),
      )
      .innerJoin('area', (join) =>
        join.onRef('area.county', '=', 'home.county').onRef('area.code', '=', 'home.village'),
      )
      .leftJoin('coal_finding', (join) =>
        join
          .onRef('coal_finding.county', '=', 'recovery.county')
          .onRef('coal_finding.id', '=', 'recovery.finding'),
      )
      .where('recovery.county', '=', county)
      .where(inScope(scope, ofHome))
    const counts = await of
      .select((eb) => [
        'recovery.state',
        eb.fn.countAll<number>().as('recoveries'),
        eb.fn.sum<number>('recovery.owed_fen').as('owedFen'),
        eb.fn.sum<number>('recovery.repaid_fen').as('repaidFen'),
      ])
      .groupBy('recovery.state')
      .execute()
    if (state) of = of.where('recovery.state', '=', state)
    const total = counts.reduce((sum, row) => (!state || row.state === state ? sum + row.recoveries : sum), 0)
    const rows = await of
      .select([
        'recovery.id',
        'recovery.home',
        'recovery.state',
        'recovery.opened_on as openedOn',
        'recovery.owed_fen as owedFen',
        'recovery.repaid_fen as repaidFen',
        'home.householder',
        'area.name as village',
        sql<Day>`coalesce(coal_finding.found_on, recovery.opened_on)`.as('foundOn'),
        'recovery.change',
        'recovery.failed_check as failedCheck',
      ])
      .orderBy('recovery.opened_on', 'desc')
      .orderBy('recovery.id')
      .limit(pageSize)
      .offset(page * pageSize)
      .execute()
    return { rows, total, pageSize, counts }
  },
})

/** One recovery: every fen the home received, from which fund and by what; what came back; who found what. */
export const recoveryPage = defineQuery({
  name: 'recovery.page',
  input: z.object({ recovery: z.uuid() }),
  permission: 'recovery.read',
  run: async (db, { recovery: id }, context) => {
    const { county, scope } = context
    const recovery = await db
      .selectFrom('recovery')
      .innerJoin('home', (join) =>
        join.onRef('home.county', '=', 'recovery.county').onRef('home.id', '=', 'recovery.home'),
      )
      .innerJoin('area', (join) =>
        join.onRef('area.county', '=', 'home.county').onRef('area.code', '=', 'home.village'),
      )
      .leftJoin('coal_finding', (join) =>
        join
          .onRef('coal_finding.county', '=', 'recovery.county')
          .onRef('coal_finding.id', '=', 'recovery.finding'),
      )
      .leftJoin('home_change', (join) =>
        join
          .onRef('home_change.county', '=', 'recovery.county')
          .onRef('home_change.id', '=', 'recovery.change'),
      )
      .leftJoin('sample_check', (join) =>
        join
          .onRef('sample_check.county', '=', 'recovery.county')
          .onRef('sample_check.id', '=', 'recovery.failed_check'),
      )
      .leftJoin('account', (join) =>
        join
          .onRef('account.county', '=', 'recovery.county')
          .on(
            sql<boolean>`account.id = coalesce(coal_finding.found_by, home_change.decided_by, sample_check.checker)`,
          ),
      )
      .select([
        'recovery.id',
        'recovery.home',
        'recovery.state',
        'recovery.opened_on as openedOn',
        'recovery.owed_fen as owedFen',
        'recovery.repaid_fen as repaidFen',
        'home.householder',
        'area.name as village',
        sql<Day>`coalesce(coal_finding.found_on, recovery.opened_on)`.as('foundOn'),
        'recovery.change',
        'recovery.failed_check as failedCheck',
        'sample_check.level as checkLevel',
        'coal_finding.description',
        sql<string>`coalesce(coal_finding.act, home_change.act, recovery.failed_check)`.as('findingAct'),
        'home_change.number as changeNumber',
        'home_change.kind as changeKind',
        'account.name as foundBy',
      ])
      .where('recovery.county', '=', county)
      .where('recovery.id', '=', id)
      .where(inScope(scope, ofHome))
      .executeTakeFirst()
    if (!recovery) throw new NotFound()
    const { rows: items } = await sql<{
      kind: 'equipment' | 'operating'
      source: string
      amountFen: number
      repaidFen: number
      fund: string
      /** The claim or batch it was paid by. */
      paidBy: string
      number: number
      paidOn: string | null
    }>`
      select i.kind, i.source, i.amount_fen as "amountFen", i.repaid_fen as "repaidFen", f.name as fund,
             coalesce(c.id, b.id) as "paidBy", coalesce(c.number, b.number) as number,
             coalesce(c.paid_on, p.settled_on) as "paidOn"
        from recovery_item i
        join fund f on f.county = ${county} and f.id = i.fund
        left join claim c on c.county = ${county} and c.id = i.source and i.kind = 'equipment'
        left join payment p on p.county = ${county} and p.id = i.source and i.kind = 'operating'
        left join payment_batch b on b.county = ${county} and b.id = p.batch
       where i.county = ${county} and i.recovery = ${id} order by i.kind, i.source`.execute(db)
    const { rows: repayments } = await sql<{
      id: string
      act: string
      amountFen: number
      paidOn: string
      bankReference: string
      by: string | null
    }>`
      select r.id, r.act, r.amount_fen as "amountFen", r.paid_on as "paidOn", r.bank_reference as "bankReference", p.name as by
        from repayment r
        left join act a on a.county = ${county} and a.id = r.act
        left join account p on p.county = ${county} and p.id = a.actor
       where r.county = ${county} and r.recovery = ${id} order by r.paid_on, r.id`.execute(db)
    const { findingAct, ...found } = recovery
    const papers = await papersOf(db, context, [findingAct, ...repayments.map(({ act }) => act)])
    const ofAct = (act: string) => papers.filter((paper) => paper.act === act)
    return {
      ...found,
      papers: ofAct(findingAct),
      items,
      repayments: repayments.map(({ act, ...repayment }) => ({ ...repayment, papers: ofAct(act) })),
    }
  },
})
