import { defineAct } from '../../../kernel/act/define.ts'
import { refuse } from '../../../kernel/act/refusal.ts'
import { countyArea } from '../../organisations/public.ts'
import { findFunds } from '../ledger.ts'
import { ChangeBudget, OpenFund } from '../model.ts'

export const openFund = defineAct({
  kind: 'fund.open',
  version: 1,
  input: OpenFund,
  permission: 'fund.open',
  clauses: ['§5.2', '§A.3'],
  subject: { type: 'fund', of: (input) => input.id },
  load: async (db, items, { county }) => {
    const area = await countyArea(db, county)
    const known = await findFunds(
      db,
      county,
      items.map((item) => item.subject),
    )
    // Nobody is offered to open what is open; whoever sends it all the same is told.
    return items.map(({ subject, input }) =>
      known.has(subject) && !input ? undefined : { area, exists: known.has(subject) },
    )
  },
  place: (facts) => ({ area: facts.area }),
  may: (facts) => (facts.exists ? [refuse('fund.exists', ['§5.2'])] : []),
  apply: async (tx, items, { county }) => {
    await tx
      .insertInto('fund')
      .values(
        items.map(({ id, input }) => ({
          county,
          id: input.id,
          name: input.name,
          source: input.source,
          purpose: input.purpose,
          budget_fen: input.budgetFen,
          act: id,
        })),
      )
      .execute()
    return items.map(() => ({}))
  },
})

export const changeBudget = defineAct({
  kind: 'fund.change-budget',
  version: 1,
  input: ChangeBudget,
  permission: 'fund.change-budget',
  clauses: ['§5.2'],
  subject: { type: 'fund', of: (input) => input.fund },
  load: async (db, items, { county }) => {
    const area = await countyArea(db, county)
    const known = await findFunds(
      db,
      county,
      items.map((item) => item.subject),
    )
    return items.map((item) => {
      const fund = known.get(item.subject)
      return fund && { area, ...fund }
    })
  },
  place: (facts) => ({ area: facts.area }),
  may: () => [],
  check: (facts, { input }) =>
    input.budgetFen < facts.spentFen
      ? [
          refuse('fund.budget-below-spent', ['§5.2'], {
            spentFen: facts.spentFen,
            budgetFen: input.budgetFen,
          }),
        ]
      : [],
  apply: async (tx, items, { county }) => {
    for (const { input } of items)
      await tx
        .updateTable('fund')
        .set({ budget_fen: input.budgetFen })
        .where('county', '=', county)
        .where('id', '=', input.fund)
        .execute()
    return items.map(({ facts }) => ({ result: { budgetBeforeFen: facts.budgetFen } }))
  },
})
