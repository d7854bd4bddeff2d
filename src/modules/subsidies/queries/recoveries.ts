import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import { openField } from '../../../kernel/cipher/fields.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import { inScope } from '../../../kernel/identity/authority.ts'
import { papersOf } from '../../funds/public.ts'
import { reliefColumn } from '../acts/relief.ts'

const pageSize = 50
const recoveryStates = ['open', 'closed', 'lifted'] as const
const recoveryWaits = ['relief', 'instalment'] as const

/** Whose home it is: an area's, a firm's that works on it, or the household's own. */
export const ofHome = {
  town: sql.ref('home.town'),
  village: sql.ref('home.village'),
  organisations: [sql.ref('home.contractor'), sql.ref('home.supervisor')],
  home: sql.ref('home.id'),
}

/** What of the instalments agreed should have come by the day before and has not; 0 without a plan. Of `recovery`. */
export const overdueFen = (county: number, today: Day) => sql<number>`
  (case when recovery.state <> 'open' then 0 else greatest(0,
     coalesce((select sum(i.amount_fen) from recovery_instalment i
                where i.county = ${county} and i.recovery = recovery.id and i.act = recovery.instalments
                  and i.due_on < ${today}::date), 0)
     - (recovery.repaid_fen + recovery.waived_fen - recovery.settled_before_fen))::bigint end)`

/** Whether somebody asked that it be waived or written off, and nobody decided. Of `recovery`. */
export const isReliefAsked = (county: number) => sql<boolean>`
  (recovery.state = 'open' and exists (
    select 1 from recovery_relief w
     where w.county = ${county} and w.recovery = recovery.id and w.state = 'asked'))`

/** The instalments in force of recoveries, in their order, each with how much of it has come. */
export async function instalmentsOf(
  db: ReadDb,
  county: number,
  recoveries: readonly { id: string; instalments: string | null; settledSinceFen: number }[],
) {
  const plans = recoveries.flatMap(({ instalments }) => instalments ?? [])
  if (plans.length === 0) return []
  const rows = await db
    .selectFrom('recovery_instalment')
    .select(['recovery', 'number', 'due_on as dueOn', 'amount_fen as amountFen'])
    .where('county', '=', county)
    .where('act', 'in', plans)
    .orderBy('recovery')
    .orderBy('number')
    .execute()
  const left = new Map(recoveries.map(({ id, settledSinceFen }) => [id, settledSinceFen]))
  return rows.map((row) => {
    const come = Math.min(row.amountFen, left.get(row.recovery) ?? 0)
    left.set(row.recovery, (left.get(row.recovery) ?? 0) - come)
    return { ...row, settledFen: come }
  })
}

interface Relief {
  id: string
  kind: 'waiver' | 'write-off'
  amountFen: number
  state: 'asked' | 'granted' | 'declined'
  askedOn: Day
  askedBy: string | null
  decidedOn: Day | null
  decidedBy: string | null
  reason: Buffer
  answer: Buffer | null
  act: string
}

/** Reliefs asked for of one recovery, the newest first. */
async function reliefsOf(db: ReadDb, { county, keys }: QueryContext, recovery: string) {
  const { rows } = await sql<Relief>`
    select w.id, w.kind, w.amount_fen as "amountFen", w.state, w.asked_on as "askedOn", a.name as "askedBy",
           w.decided_on as "decidedOn", d.name as "decidedBy", w.reason, w.answer, w.act
      from recovery_relief w
      left join account a on a.county = ${county} and a.id = w.asked_by
      left join account d on d.county = ${county} and d.id = w.decided_by
     where w.county = ${county} and w.recovery = ${recovery} order by w.asked_on desc, w.id desc`.execute(db)
  return rows.map(({ reason, answer, ...row }) => ({
    ...row,
    reason: openField(keys, county, reliefColumn('reason'), reason),
    answer: answer && openField(keys, county, reliefColumn('answer'), answer),
  }))
}

export const recoveryList = defineQuery({
  name: 'recovery.list',
  input: z.object({
    state: z.enum(recoveryStates).optional(),
    /** A relief that waits for a decision; an instalment that is overdue. */
    waits: z.enum(recoveryWaits).optional(),
    page: z.int().min(0).default(0),
  }),
  permission: 'recovery.read',
  run: async (db, { state, waits, page }, { county, scope, today }) => {
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
        eb.fn.sum<number>('recovery.waived_fen').as('waivedFen'),
      ])
      .groupBy('recovery.state')
      .execute()
    if (state) of = of.where('recovery.state', '=', state)
    if (waits === 'relief') of = of.where(isReliefAsked(county))
    if (waits === 'instalment') of = of.where(sql<boolean>`${overdueFen(county, today)} > 0`)
    const { total } = await of.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
    const rows = await of
      .select([
        'recovery.id',
        'recovery.home',
        'recovery.state',
        'recovery.opened_on as openedOn',
        'recovery.owed_fen as owedFen',
        'recovery.repaid_fen as repaidFen',
        'recovery.waived_fen as waivedFen',
        'home.householder',
        'area.name as village',
        sql<Day>`coalesce(coal_finding.found_on, recovery.opened_on)`.as('foundOn'),
        'recovery.change',
        'recovery.failed_check as failedCheck',
        overdueFen(county, today).as('overdueFen'),
        isReliefAsked(county).as('reliefAsked'),
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
    const { county, scope, today } = context
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
        'recovery.waived_fen as waivedFen',
        'home.householder',
        'area.name as village',
        sql<Day>`coalesce(coal_finding.found_on, recovery.opened_on)`.as('foundOn'),
        'recovery.change',
        'recovery.failed_check as failedCheck',
        'recovery.instalments',
        sql<number>`recovery.repaid_fen + recovery.waived_fen - recovery.settled_before_fen`.as(
          'settledSinceFen',
        ),
        overdueFen(county, today).as('overdueFen'),
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
      waivedFen: number
      fund: string
      /** The claim or batch it was paid by. */
      paidBy: string
      number: number
      paidOn: string | null
    }>`
      select i.kind, i.source, i.amount_fen as "amountFen", i.repaid_fen as "repaidFen", i.waived_fen as "waivedFen",
             f.name as fund,
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
    const reliefs = await reliefsOf(db, context, id)
    const instalments = await instalmentsOf(db, county, [recovery])
    const papers = await papersOf(db, context, [
      findingAct,
      ...repayments.map(({ act }) => act),
      ...reliefs.map(({ act }) => act),
      ...(recovery.instalments === null ? [] : [recovery.instalments]),
    ])
    const ofAct = (act: string) => papers.filter((paper) => paper.act === act)
    return {
      ...found,
      papers: ofAct(findingAct),
      items,
      repayments: repayments.map(({ act, ...repayment }) => ({ ...repayment, papers: ofAct(act) })),
      plan: instalments.map((each) => ({
        ...each,
        overdue: recovery.state === 'open' && each.dueOn < today && each.settledFen < each.amountFen,
      })),
      planPapers: recovery.instalments === null ? [] : ofAct(recovery.instalments),
      reliefs: reliefs.map(({ act, ...relief }) => ({ ...relief, papers: ofAct(act) })),
    }
  },
})
