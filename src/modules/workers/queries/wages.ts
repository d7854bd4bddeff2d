import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import { openField } from '../../../kernel/cipher/fields.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { inScope } from '../../../kernel/identity/authority.ts'
import { parameter } from '../../../kernel/pack/pack.ts'
import { maskCard } from '../../../kernel/standards/mask.ts'
import { FirmMonth } from '../model.ts'
import { payTerms } from '../pay-terms.ts'
import { payOfMonths } from '../pay-of-months.ts'
import { type Month, monthAfter, monthOf } from '../rules/months.ts'
import { dueOn, wageState } from '../rules/wages.ts'
import type { Trade } from '../rules/workers.ts'

const monthsShown = 12
const isOverdue = (state: string) => state === 'late' || state === 'escalated'

/** 工资发放: firms by months, each month's standing; with a state only the firms that have such a month (§3.2.3). */
const wageMonths = defineQuery({
  name: 'wage.months',
  input: z.object({ state: z.enum(['late', 'escalated']).optional() }),
  permission: 'wage.read',
  run: async (db, { state }, context) => {
    const { county, scope, pack, today } = context
    const terms = payTerms(pack, today)
    const seen = inScope(scope, { organisations: [sql.ref('m.firm')] })
    const pays = (await payOfMonths(db, county, seen)).map((pay) => ({
      ...pay,
      due: dueOn(pay.month, terms),
      state: wageState(pay, terms, today),
    }))
    const asked = pays.filter((pay) =>
      state === undefined ? true : state === 'late' ? isOverdue(pay.state) : pay.state === state,
    )
    const shown = new Set(asked.map(({ firm }) => firm))
    const firms = await firmsSeen(db, context, state === undefined ? undefined : [...shown])
    const months = lastMonths(
      pays.map(({ month }) => month),
      today,
    )
    return {
      total: asked.length,
      terms: { ...terms, status: parameter(pack, 'wages.dueDay', today).status },
      months,
      rows: firms.map(({ account, ...firm }) => ({
        ...firm,
        account: account && maskCard(openField(context.keys, county, 'wage_account.number', account)),
        cells: months.flatMap(
          (month) => pays.find((pay) => pay.firm === firm.firm && pay.month === month) ?? [],
        ),
      })),
    }
  },
})

/** From the first month anybody worked, at most a year back. */
function lastMonths(worked: readonly Month[], today: Day): Month[] {
  const now = monthOf(today)
  const first = [...worked].sort()[0] ?? now
  const months: Month[] = []
  for (let month = first; month <= now; month = monthAfter(month)) months.push(month)
  return months.slice(-monthsShown)
}

const firmsSeen = async (db: ReadDb, { county, scope }: QueryContext, only?: readonly string[]) => {
  const conditions: RawBuilder<unknown>[] = [inScope(scope, { organisations: [sql.ref('o.id')] })]
  if (only) conditions.push(sql`o.id = any(${[...only]}::uuid[])`)
  const { rows } = await sql<{ firm: string; firmName: string; bank: string | null; account: Buffer | null }>`
    select o.id as firm, o.name as "firmName", c.bank, c.number as account
      from organisation o
      left join lateral (select bank, number from wage_account wa
                          where wa.county = ${county} and wa.firm = o.id order by id desc limit 1) c on true
     where o.county = ${county} and o.kind = 'contractor'
       and (exists (select 1 from worker w where w.county = ${county} and w.firm = o.id)
            or exists (select 1 from lot l where l.county = ${county} and l.contractor = o.id))
       and ${sql.join(conditions, sql` and `)} order by o.name`.execute(db)
  return rows
}

export interface PaidPerson {
  worker: string
  name: string
  trade: Trade
  days: number
  amountFen: number | null
  paidOn: Day | null
  proofAct: string | null
}

/** Everybody who worked for a firm in a month, or was paid for it. */
export const peopleOfMonth = async (
  db: ReadDb,
  county: number,
  firm: string,
  month: Month,
): Promise<PaidPerson[]> => {
  const { rows } = await sql<PaidPerson>`
    select w.id as worker, w.name, w.trade, coalesce(d.days, 0) as days, l.amount_fen as "amountFen",
           p.paid_on as "paidOn", p.act as "proofAct"
      from worker w
      left join (select worker, count(*) as days from attendance
                  where county = ${county} and firm = ${firm} and struck_on is null
                    and to_char(day, 'YYYY-MM') = ${month} group by worker) d on d.worker = w.id
      left join wage_line l on l.county = ${county} and l.worker = w.id and l.month = ${month}
      left join wage_proof p on p.county = ${county} and p.id = l.proof
     where w.county = ${county} and w.firm = ${firm} and (d.days > 0 or l.worker is not null)
     order by l.worker is not null, w.name, w.id`.execute(db)
  return rows
}

export async function firmOfWages(db: ReadDb, context: QueryContext, firm: string) {
  const [found] = await firmsSeen(db, context, [firm])
  if (!found) throw new NotFound()
  return found
}

const wagePage = defineQuery({
  name: 'wage.page',
  input: FirmMonth,
  permission: 'wage.read',
  run: async (db, { firm, month }, context) => {
    const { county, pack, today, keys } = context
    const { account, ...found } = await firmOfWages(db, context, firm)
    const people = await peopleOfMonth(db, county, firm, month)
    const worked = people.filter(({ days }) => days > 0)
    const paid = worked.filter(({ paidOn }) => paidOn !== null)
    const terms = payTerms(pack, today)
    const lastPaidOn =
      paid
        .flatMap(({ paidOn }) => paidOn ?? [])
        .sort()
        .at(-1) ?? null
    const steps = await db
      .selectFrom('wage_step')
      .leftJoin('account', (join) =>
        join.onRef('account.county', '=', 'wage_step.county').onRef('account.id', '=', 'wage_step.taken_by'),
      )
      .select([
        'wage_step.id',
        'wage_step.kind',
        'wage_step.said',
        'wage_step.taken_on as on',
        'account.name as by',
      ])
      .where('wage_step.county', '=', county)
      .where('wage_step.firm', '=', firm)
      .where('wage_step.month', '=', month)
      .orderBy('wage_step.id')
      .execute()
    const facts = { month, worked: worked.length, paid: paid.length, lastPaidOn }
    return {
      ...found,
      ...facts,
      account: account && maskCard(openField(keys, county, 'wage_account.number', account)),
      due: dueOn(month, terms),
      state: wageState(facts, terms, today),
      totalFen: people.reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0),
      people,
      steps,
    }
  },
})

export const queries = [wageMonths, wagePage] as const
