import { type ActItem, defineAct } from '../../../kernel/act/define.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { findHomes, homePlace } from '../../households/public.ts'
import { AddPaper, WithdrawPaper } from '../model.ts'
import { checkPaper, checkWithdrawal, type DossierFacts } from '../rules/papers.ts'

export const addPaper = defineAct({
  kind: 'dossier.add-paper',
  version: 1,
  input: AddPaper,
  permission: 'dossier.add-paper',
  clauses: ['§3.3.3'],
  subject: { type: 'home', of: (input) => input.home },
  load: (db, items, { county }) => loadDossiers(db, county, items),
  place: ({ place }) => place,
  may: () => [],
  check: (facts, { input, evidence }, { actor, pack }) =>
    checkPaper(facts, input.paper, evidence, actor, pack),
  quiet: true,
  apply: async (tx, items, { county, today, actor }) => {
    await tx
      .insertInto('dossier_paper')
      .values(
        items.map(({ id, subject, input, evidence }) => ({
          county,
          id: input.id,
          home: subject,
          paper: input.paper,
          digests: [...new Set(evidence.map(({ digest }) => digest))],
          brought_on: today,
          brought_by: actor.id,
          act: id,
        })),
      )
      .execute()
    return items.map(({ input }) => ({ result: { paper: input.paper } }))
  },
})

/** The file stays in the history, with why it does not count any more. */
export const withdrawPaper = defineAct({
  kind: 'dossier.withdraw-paper',
  version: 1,
  input: WithdrawPaper,
  permission: 'dossier.add-paper',
  clauses: ['§3.3.3'],
  subject: { type: 'home', of: (input) => input.home },
  load: (db, items, { county }) => loadDossiers(db, county, items),
  place: ({ place }) => place,
  may: () => [],
  check: (facts, { input }, { actor, pack }) => checkWithdrawal(facts, input.brought, actor, pack),
  quiet: true,
  apply: async (tx, items, { county, today, actor }) => {
    for (const { id, input } of items)
      await tx
        .updateTable('dossier_paper')
        .set({
          withdrawn_on: today,
          withdrawn_by: actor.id,
          withdrawn_reason: input.reason,
          withdraw_act: id,
        })
        .where('county', '=', county)
        .where('id', '=', input.brought)
        .execute()
    return items.map(() => ({}))
  },
})

async function loadDossiers(
  db: ReadDb,
  county: number,
  items: readonly ActItem<{ home: string; id?: string }>[],
): Promise<(DossierFacts | undefined)[]> {
  const homes = await findHomes(
    db,
    county,
    items.map(({ subject }) => subject),
  )
  const ids = items.flatMap(({ input }) => input?.id ?? [])
  const rows = await db
    .selectFrom('dossier_paper')
    .select(['id', 'home', 'paper', 'digests', 'withdrawn_on as withdrawnOn'])
    .where('county', '=', county)
    .where((eb) =>
      eb.or([
        eb(
          'home',
          'in',
          items.map(({ subject }) => subject),
        ),
        ...(ids.length > 0 ? [eb('id', 'in', ids)] : []),
      ]),
    )
    .orderBy('id')
    .execute()
  return items.map(({ subject, input }) => {
    const home = homes.get(subject)
    return (
      home && {
        place: homePlace(home),
        brought: rows
          .filter((row) => row.home === subject)
          .map(({ withdrawnOn, ...row }) => ({ ...row, withdrawn: withdrawnOn !== null })),
        taken: rows.some(({ id }) => id === input?.id),
      }
    )
  })
}
