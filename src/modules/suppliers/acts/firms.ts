import { defineAct } from '../../../kernel/act/define.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { countyArea } from '../../organisations/public.ts'
import { loadFirms } from '../firm-facts.ts'
import { keepPapers } from '../keep-papers.ts'
import { AdmitFirm, WithdrawAdmission } from '../model.ts'
import {
  type AdmitFacts,
  checkAdmission,
  isFirmKind,
  mayAdmit,
  mayWithdrawAdmission,
} from '../rules/firms.ts'

interface Item {
  subject: string
  input?: { id?: string }
}

async function loadToAdmit(
  db: ReadDb,
  county: number,
  items: readonly Item[],
): Promise<(AdmitFacts | undefined)[]> {
  const area = await countyArea(db, county)
  const firms = await loadFirms(
    db,
    county,
    items.map(({ subject }) => subject),
  )
  const ids = items.flatMap(({ input }) => input?.id ?? [])
  const there =
    ids.length === 0
      ? []
      : await db
          .selectFrom('firm_admission')
          .select('id')
          .where('county', '=', county)
          .where('id', 'in', ids)
          .execute()
  return items.map(({ subject, input }) => {
    const firm = firms.get(subject)
    // An office is no firm, and nothing is offered on it.
    if (!firm || (input === undefined && !isFirmKind(firm.kind))) return undefined
    return { area, firm, exists: there.some(({ id }) => id === input?.id) }
  })
}

/** 供应商准入: each paper of the standard answered with a file; once more before it runs out (§3.1.2). */
export const admitFirm = defineAct({
  kind: 'firm.admit',
  version: 1,
  input: AdmitFirm,
  permission: 'firm.admit',
  clauses: ['§3.1.2'],
  evidence: ['document'],
  subject: { type: 'organisation', of: (input) => input.firm },
  load: (db, items, { county }) => loadToAdmit(db, county, items),
  place: (facts) => ({ area: facts.area }),
  may: (facts, { pack, today }) => mayAdmit(facts, pack, today),
  check: (facts, { input, evidence }, { pack, today }) => checkAdmission(facts, input, evidence, pack, today),
  apply: async (tx, items, { county, today }) => {
    await tx
      .insertInto('firm_admission')
      .values(
        items.map(({ id, input }) => ({
          county,
          id: input.id,
          firm: input.firm,
          valid_from: input.validFrom,
          valid_to: input.validTo,
          admitted_on: today,
          withdrawn_on: null,
          withdrawn_reason: null,
          withdraw_act: null,
          act: id,
        })),
      )
      .execute()
    await keepPapers(
      tx,
      county,
      today,
      items.map(({ id, input }) => ({ whose: { firm: input.firm }, papers: input.papers, act: id })),
    )
    return items.map(({ input }) => ({ result: { validFrom: input.validFrom, validTo: input.validTo } }))
  },
})

/** An admission given in error, or whose ground is gone: all of the firm's that still run end; awards stand. */
export const withdrawAdmission = defineAct({
  kind: 'firm.withdraw-admission',
  version: 1,
  input: WithdrawAdmission,
  permission: 'firm.admit',
  clauses: ['§3.1.2'],
  subject: { type: 'organisation', of: (input) => input.firm },
  load: (db, items, { county }) =>
    loadToAdmit(
      db,
      county,
      items.map(({ subject, input }) => ({ subject, ...(input && { input: {} }) })),
    ),
  place: (facts) => ({ area: facts.area }),
  may: (facts, { today }) => mayWithdrawAdmission(facts, today),
  apply: async (tx, items, { county, today }) => {
    for (const { id, input, facts } of items)
      await tx
        .updateTable('firm_admission')
        .set({ withdrawn_on: today, withdrawn_reason: input.reason, withdraw_act: id })
        .where('county', '=', county)
        .where(
          'id',
          'in',
          facts.firm.admissions.filter(({ to }) => today <= to).map((admission) => admission.id),
        )
        .execute()
    return items.map(() => ({}))
  },
})
