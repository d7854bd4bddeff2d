import { type ActContext, type ActItem, defineAct } from '../../../kernel/act/define.ts'
import { sealField } from '../../../kernel/cipher/fields.ts'
import type { ReadDb, WriteDb } from '../../../kernel/database/database.ts'
import { amount, hasParameter } from '../../../kernel/pack/pack.ts'
import { countyArea } from '../../organisations/public.ts'
import { AgreeInstalments, AskRelief, DecideRelief } from '../model.ts'
import { loadRecoveries, type RecoveryState, settle } from '../recoveries.ts'
import {
  checkGrant,
  checkInstalments,
  checkRelief,
  instalmentsOf,
  mayDecideRelief,
  mayRepay,
} from '../rules.ts'

const mostInstalments = 'recovery.mostInstalments'

export const reliefColumn = (what: 'reason' | 'answer'): string => `recovery_relief.${what}`

async function load(
  db: ReadDb,
  items: readonly Pick<ActItem<unknown>, 'subject'>[],
  { county }: ActContext,
): Promise<((RecoveryState & { area: string }) | undefined)[]> {
  const area = await countyArea(db, county)
  const found = await loadRecoveries(
    db,
    county,
    items.map((item) => item.subject),
  )
  return items.map(({ subject }) => {
    const row = found.get(subject)
    return row && { ...row, area }
  })
}

/** What a household cannot repay at once, month by month, as it signed it (§3.3.2b); a later plan replaces it. */
export const agreeInstalments = defineAct({
  kind: 'recovery.agree-instalments',
  version: 1,
  input: AgreeInstalments,
  permission: 'recovery.repay',
  clauses: ['§3.3.2b'],
  evidence: ['document'],
  subject: { type: 'recovery', of: (input) => input.recovery },
  load,
  place: ({ area }) => ({ area }),
  may: (recovery) => mayRepay(recovery),
  check: (recovery, { input }, { pack, today }) =>
    checkInstalments(
      recovery,
      input,
      hasParameter(pack, mostInstalments, today) ? amount(pack, mostInstalments, today) : undefined,
      today,
    ),
  apply: async (tx, items, { county }) => {
    const effects = []
    for (const { id, input, facts } of items) {
      const leftFen = facts.owedFen - facts.settledFen
      const plan = instalmentsOf(leftFen, input.count, input.firstOn)
      await tx
        .insertInto('recovery_instalment')
        .values(
          plan.map(({ number, dueOn, amountFen }) => ({
            ...{ county, recovery: facts.id, act: id },
            ...{ number, due_on: dueOn, amount_fen: amountFen },
          })),
        )
        .execute()
      await tx
        .updateTable('recovery')
        .set({ instalments: id, settled_before_fen: facts.settledFen })
        .where('county', '=', county)
        .where('id', '=', facts.id)
        .execute()
      effects.push({
        touched: [{ type: 'home', id: facts.home }],
        result: { leftFen, count: plan.length, lastOn: plan.at(-1)?.dueOn ?? null },
      })
    }
    return effects
  },
})

/** Asks that what is owed be waived for hardship, or written off where nothing can be had; another person decides. */
export const askRelief = defineAct({
  kind: 'recovery.ask-relief',
  version: 1,
  input: AskRelief,
  permission: 'recovery.repay',
  clauses: ['§3.3.2b', '§5.2'],
  evidence: ['document'],
  subject: { type: 'recovery', of: (input) => input.recovery },
  load,
  place: ({ area }) => ({ area }),
  may: (recovery) => mayRepay(recovery),
  check: (recovery, { input }) => checkRelief(recovery, input.amountFen),
  apply: async (tx, items, { county, keys, today, actor }) => {
    await tx
      .insertInto('recovery_relief')
      .values(
        items.map(({ id, input }) => ({
          ...{
            county,
            id: input.id,
            recovery: input.recovery,
            kind: input.relief,
            amount_fen: input.amountFen,
          },
          reason: sealField(keys, county, reliefColumn('reason'), input.reason),
          ...{ state: 'asked' as const, asked_on: today, asked_by: actor.id, act: id },
        })),
      )
      .execute()
    return items.map(({ input, facts }) => ({
      touched: [{ type: 'home', id: facts.home }],
      result: { relief: input.relief, amountFen: input.amountFen },
    }))
  },
})

const deciding = {
  version: 1,
  input: DecideRelief,
  permission: 'recovery.relieve',
  clauses: ['§3.3.2b', '§5.2'],
  subject: { type: 'recovery', of: (input: { recovery: string }) => input.recovery },
  load,
  place: ({ area }: { area: string }) => ({ area }),
  may: (recovery: RecoveryState, { actor }: ActContext) => mayDecideRelief(recovery, actor.id),
} as const

/** What is relieved is owed no more; the money stays spent by the fund that paid it (decision 0022). */
export const grantRelief = defineAct({
  ...deciding,
  kind: 'recovery.grant-relief',
  // It may have been lifted or repaid since somebody asked.
  may: (recovery, { actor }) => [...mayRepay(recovery), ...mayDecideRelief(recovery, actor.id)],
  check: (recovery) => checkGrant(recovery),
  apply: async (tx, items, context) => {
    const effects = []
    for (const { id, input, facts } of items) {
      if (!facts.asked) throw new Error('A relief was granted that nobody asked for.')
      await decide(tx, context, { act: id, relief: facts.asked.id, state: 'granted', answer: input.answer })
      const leftFen = await settle(tx, context, id, facts, 'waived', facts.asked.amountFen)
      effects.push({
        touched: [{ type: 'home', id: facts.home }],
        result: { amountFen: facts.asked.amountFen, leftFen },
      })
    }
    return effects
  },
})

export const declineRelief = defineAct({
  ...deciding,
  kind: 'recovery.decline-relief',
  apply: async (tx, items, context) => {
    const effects = []
    for (const { id, input, facts } of items) {
      if (!facts.asked) throw new Error('A relief was declined that nobody asked for.')
      await decide(tx, context, { act: id, relief: facts.asked.id, state: 'declined', answer: input.answer })
      effects.push({ touched: [{ type: 'home', id: facts.home }] })
    }
    return effects
  },
})

async function decide(
  tx: WriteDb,
  { county, keys, today, actor }: ActContext,
  decided: { act: string; relief: string; state: 'granted' | 'declined'; answer: string },
): Promise<void> {
  await tx
    .updateTable('recovery_relief')
    .set({
      ...{ state: decided.state, decided_on: today, decided_by: actor.id, decide_act: decided.act },
      answer: sealField(keys, county, reliefColumn('answer'), decided.answer),
    })
    .where('county', '=', county)
    .where('id', '=', decided.relief)
    .execute()
}
