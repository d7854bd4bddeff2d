import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { inScope } from '../../../kernel/identity/authority.ts'
import type { Reckoning } from '../../../kernel/pack/reckon.ts'
import type { EarlierFormula } from '../../funds/model.ts'
import { failedRules, unpaidEquipment, readFormula } from '../../funds/public.ts'
import { ownStanding } from '../../households/public.ts'
import type { EarlierUsageFormula, UsageFormula } from '../model.ts'
import { lackingOf, readUsageFormula } from '../rules/earlier-formulas.ts'
import { clausesOwedBy } from '../rules/recovery-cause.ts'
import { ownPayments } from './own-payment.ts'
import { instalmentsOf, ofHome } from './recoveries.ts'

/** Everything of money about one home: statements, payments, finding, recovery. */
async function moneyOf(
  db: ReadDb,
  context: Pick<QueryContext, 'county' | 'pack' | 'today' | 'homeFacts'>,
  home: string,
) {
  const { county, pack } = context
  const statements = await db
    .selectFrom('statement')
    .innerJoin('season', (join) =>
      join.onRef('season.county', '=', 'statement.county').onRef('season.id', '=', 'statement.season'),
    )
    .innerJoin('home', (join) =>
      join.onRef('home.county', '=', 'statement.county').onRef('home.id', '=', 'statement.home'),
    )
    .select([
      'statement.id',
      'season.id as seasonId',
      'season.name as season',
      'statement.state',
      'statement.answer',
      'statement.used_centi_kwh as usedCentiKwh',
      'statement.amount_fen as amountFen',
      'statement.sent_back_reason as sentBackReason',
      'home.ended',
      sql<UsageFormula | EarlierUsageFormula>`statement.formula`.as('formula'),
      sql<Parameters<typeof failedRules>[1]>`statement.decision->'rules'`.as('rules'),
      'statement.drawn_up_on as drawnUpOn',
      'statement.town_reviewed_on as townReviewedOn',
      'statement.bureau_reviewed_on as bureauReviewedOn',
    ])
    .where('statement.county', '=', county)
    .where('statement.home', '=', home)
    .orderBy('season.starts_on', 'desc')
    .execute()
  const payments = await db
    .selectFrom('payment')
    .innerJoin('payment_batch', (join) =>
      join
        .onRef('payment_batch.county', '=', 'payment.county')
        .onRef('payment_batch.id', '=', 'payment.batch'),
    )
    .select([
      'payment.id',
      'payment.batch',
      'payment_batch.number',
      'payment.reference',
      'payment.statement',
      'payment.amount_fen as amountFen',
      'payment.state',
      'payment.failure',
      'payment.settled_on as settledOn',
    ])
    .where('payment.county', '=', county)
    .where('payment.home', '=', home)
    .orderBy('payment.id')
    .execute()
  const recoveries = await db
    .selectFrom('recovery')
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
    .select([
      'recovery.id',
      'recovery.state',
      'recovery.opened_on as openedOn',
      'recovery.owed_fen as owedFen',
      'recovery.repaid_fen as repaidFen',
      'recovery.waived_fen as waivedFen',
      'recovery.instalments',
      sql<number>`recovery.repaid_fen + recovery.waived_fen - recovery.settled_before_fen`.as(
        'settledSinceFen',
      ),
      sql<Day>`coalesce(coal_finding.found_on, recovery.opened_on)`.as('foundOn'),
      'recovery.change',
      'recovery.failed_check as failedCheck',
      'home_change.kind as changeKind',
      /** The day it was settled, or lifted; null while it is owed. */
      settledOn(county).as('settledOn'),
    ])
    .where('recovery.county', '=', county)
    .where('recovery.home', '=', home)
    .orderBy('recovery.id')
    .execute()
  const items = recoveries.length
    ? await db
        .selectFrom('recovery_item')
        .select(['recovery', 'kind', 'source', 'amount_fen as amountFen', 'repaid_fen as repaidFen'])
        .where('county', '=', county)
        .where(
          'recovery',
          'in',
          recoveries.map((one) => one.id),
        )
        .execute()
    : []
  const equipment = await db
    .selectFrom('claim_line')
    .innerJoin('claim', (join) =>
      join.onRef('claim.county', '=', 'claim_line.county').onRef('claim.id', '=', 'claim_line.claim'),
    )
    .select([
      'claim.number',
      'claim.state',
      'claim.paid_on as paidOn',
      'claim.id',
      'claim_line.units',
      'claim_line.centi_m2 as centiM2',
      'claim_line.subsidy_fen as subsidyFen',
      sql<Reckoning | EarlierFormula>`claim_line.formula`.as('formula'),
    ])
    .where('claim_line.county', '=', county)
    .where('claim_line.home', '=', home)
    .where('claim_line.live', '=', true)
    .execute()
  const isOpen = equipment.some(({ state }) => state !== 'paid')
  const unmet = isOpen
    ? (
        await unpaidEquipment(
          db,
          context,
          equipment.map(({ units, centiM2 }) => ({ home, units, areaM2: centiM2 / 100 })),
        )
      ).get(home)
    : undefined
  const plans = await instalmentsOf(db, county, recoveries)
  const findings = await db
    .selectFrom('coal_finding')
    .select(['id', 'state', 'found_on as foundOn', 'hear_until as hearUntil'])
    .where('county', '=', county)
    .where('home', '=', home)
    .orderBy('found_on', 'desc')
    .execute()
  return {
    equipment: equipment.map((line) => ({
      ...line,
      formula: readFormula(line.formula, line.subsidyFen),
      /** Of a claim on its way: why it does not pay for this home as things stand. */
      failedRules: line.state === 'paid' ? [] : [...(unmet ?? [])],
    })),
    statements: statements.map(({ rules, ...statement }) => ({
      ...statement,
      formula: readUsageFormula(statement.formula, statement.amountFen),
      /** What was not met when the payment was last decided. */
      failedRules: [...failedRules(pack, rules), ...lackingOf(statement.formula)],
    })),
    payments,
    findings,
    recoveries: recoveries.map((one) => ({
      ...one,
      /** Why it is owed back, by the law of the land and of the pack. */
      clauses: clausesOwedBy(one, pack),
      items: items.filter((item) => item.recovery === one.id),
      plan: plans.filter(({ recovery }) => recovery === one.id),
    })),
  }
}

/** Of `recovery`: the day of the last money or waiver that settled it, or of the act that lifted it. */
const settledOn = (county: number) => sql<Day | null>`
  case recovery.state
    when 'closed' then greatest(
      (select max(p.paid_on) from repayment p where p.county = ${county} and p.recovery = recovery.id),
      (select max(w.decided_on) from recovery_relief w
        where w.county = ${county} and w.recovery = recovery.id and w.state = 'granted'))
    when 'lifted' then (
      select max((a.recorded_at at time zone 'Asia/Shanghai')::date)
        from act_subject s join act a on a.county = ${county} and a.id = s.act and a.kind = 'recovery.lift'
       where s.county = ${county} and s.subject_type = 'recovery' and s.subject = recovery.id)
  end`

export const moneyOfHome = defineQuery({
  name: 'money.of-home',
  input: z.object({ home: z.uuid() }),
  permission: 'register.read',
  run: async (db, { home }, context) => {
    const { county, scope } = context
    const there = await db
      .selectFrom('home')
      .select('id')
      .where('county', '=', county)
      .where('id', '=', home)
      .where(inScope(scope, ofHome))
      .executeTakeFirst()
    if (!there) throw new NotFound()
    return moneyOf(db, context, home)
  },
})

/** The household's own money; what an office wrote about it for itself is left out. */
export const ownMoney = defineQuery({
  name: 'home.money',
  input: z.object({}),
  permission: 'home.own',
  run: async (db, _input, context) => {
    const [home] = context.scope.homes
    if (!home) throw new NotFound()
    const money = await moneyOf(db, context, home)
    return {
      ...money,
      ...(await ownStanding(db, context, home)),
      ...(await ownPayments(db, context, home)),
      statements: money.statements.map(({ sentBackReason, ...statement }) => ({
        ...statement,
        sentBack: sentBackReason !== null,
      })),
    }
  },
})
