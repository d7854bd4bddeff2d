import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery } from '../../../kernel/act/define.ts'
import { inScope } from '../../../kernel/identity/authority.ts'
import { maskAccount } from '../../../kernel/standards/mask.ts'
import { failedRules } from '../../funds/public.ts'
import { type EarlierUsageFormula, StatementFilter, type UsageFormula } from '../model.ts'
import { lackingOf, readUsageFormula } from '../rules/earlier-formulas.ts'

/** Of statement `s`: the same in every sum and in the list that it opens. */
const isPayable = sql<boolean>`(s.state not in ('blocked', 'revoked'))`
export const isSentBack = sql<boolean>`(s.state = 'blocked' and s.sent_back_on is not null)`

/** The filters of a season's statements, for the list and for its export. */
export const statementsWhere = (
  { season, town, village, state, payable, sentBack, search }: z.output<typeof StatementFilter>,
  scope: Parameters<typeof inScope>[0],
) => sql<boolean>`
  s.season = ${season}
  and (${town ?? null}::text is null or s.town = ${town ?? null})
  and (${village ?? null}::text is null or s.village = ${village ?? null})
  and (${state ?? null}::text is null or s.state = ${state ?? null})
  and (${payable ?? null}::boolean is null or ${isPayable} = ${payable ?? null})
  and (${sentBack ?? null}::boolean is null or ${isSentBack} = ${sentBack ?? null})
  and (${search ?? null}::text is null or h.householder like ${`%${search ?? ''}%`})
  and ${inScope(scope, { town: sql.ref('s.town'), village: sql.ref('s.village') })}`

interface StatementRow {
  id: string
  home: string
  state: z.output<typeof StatementFilter>['state'] & string
  answer: 'yes' | 'no' | 'unknown'
  usedCentiKwh: number
  amountFen: number
  formula: UsageFormula | EarlierUsageFormula
  householder: string
  sequence: number
  village: string
  rules: { rule: string; clauses: string[]; answer: 'yes' | 'no' | 'unknown' }[]
  sentBackReason: string | null
  accountNumber: string
  accountCorrected: boolean
  /** Of the last payment, where it failed. */
  failure: string | null
  /** How the home left, where it did. */
  ended: 'withdrawn' | 'refused' | 'revoked' | null
}

/** Homes of a season with amount, formula and state; what is held back says why. */
export const statementList = defineQuery({
  name: 'statement.list',
  input: StatementFilter.extend({
    page: z.int().min(0).default(0),
    pageSize: z.int().min(1).max(200).default(50),
  }),
  permission: 'statement.read',
  run: async (db, { page, pageSize, ...filter }, { county, scope, pack }) => {
    const where = statementsWhere(filter, scope)
    const {
      rows: [sums],
    } = await sql<{ total: number; payableFen: number; heldFen: number; usedCentiKwh: number }>`
      select count(*)::int as total, coalesce(sum(s.amount_fen) filter (where ${isPayable}), 0) as "payableFen",
             coalesce(sum(s.amount_fen) filter (where not ${isPayable}), 0) as "heldFen",
             coalesce(sum(s.used_centi_kwh), 0) as "usedCentiKwh"
        from statement s join home h on h.county = ${county} and h.id = s.home
       where s.county = ${county} and ${where}`.execute(db)
    const { rows } = await sql<StatementRow>`
      select s.id, s.home, s.state, s.answer, s.used_centi_kwh as "usedCentiKwh", s.amount_fen as "amountFen",
             s.formula, h.householder, h.sequence, a.name as village, s.account_number as "accountNumber",
             s.account_corrected_by is not null as "accountCorrected", s.sent_back_reason as "sentBackReason",
             s.decision->'rules' as rules, h.ended,
             (select p.failure from payment p where p.county = ${county} and p.statement = s.id
               order by p.id desc limit 1) as failure
        from statement s
        join home h on h.county = ${county} and h.id = s.home
        join area a on a.county = ${county} and a.code = s.village
       where s.county = ${county} and ${where}
       order by s.village, h.sequence limit ${pageSize} offset ${page * pageSize}`.execute(db)
    return {
      rows: rows.map(({ rules, ...row }) => ({
        ...row,
        accountNumber: maskAccount(row.accountNumber),
        /** What was not met when the payment was last decided. */
        formula: readUsageFormula(row.formula, row.amountFen),
        failedRules: [...failedRules(pack, rules), ...lackingOf(row.formula)],
      })),
      ...(sums ?? { total: 0, payableFen: 0, heldFen: 0, usedCentiKwh: 0 }),
      pageSize,
    }
  },
})
