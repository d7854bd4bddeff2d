import { sql } from 'kysely'
import { defineAct } from '../../../kernel/act/define.ts'
import { refuse } from '../../../kernel/act/refusal.ts'
import { Overtaken } from '../../../kernel/act/overtaken.ts'
import { findVillages } from '../../villages/public.ts'
import { AssignPremises, CorrectPremises, ListPremises, WithdrawPremises } from '../model.ts'
import { checkAssign, checkName, mayChange, mayWithdraw } from '../rules.ts'
import { isNameTaken, loadPremises } from './facts.ts'

const clauses = ['§A.13', '§A.15', '§A.16'] as const

/** Puts premises of a village on the list of what is to be converted. */
export const listPremises = defineAct({
  kind: 'premises.list',
  version: 1,
  input: ListPremises,
  permission: 'premises.list',
  clauses,
  subject: { type: 'village', of: (input) => input.village },
  load: async (db, items, { county }) => {
    const villages = await findVillages(
      db,
      county,
      items.map(({ subject }) => subject),
    )
    const facts = []
    for (const [at, { subject, input }] of items.entries()) {
      const village = villages.get(subject)
      const inBatch = items
        .slice(0, at)
        .some((one) => one.subject === subject && one.input?.name === input?.name)
      facts.push(
        village && {
          code: village.code,
          town: village.town,
          demolitionPlanned: village.demolitionPlanned === true,
          taken: input !== undefined && (await idTaken(input.id)),
          nameTaken:
            input !== undefined && (inBatch || (await isNameTaken(db, county, village.code, input.name))),
        },
      )
    }
    return facts

    async function idTaken(id: string): Promise<boolean> {
      const row = await db
        .selectFrom('premises')
        .select('id')
        .where('county', '=', county)
        .where('id', '=', id)
        .executeTakeFirst()
      return row !== undefined
    }
  },
  place: ({ code }) => ({ area: code }),
  may: ({ demolitionPlanned }) => (demolitionPlanned ? [refuse('village.to-be-demolished', ['§4.1b'])] : []),
  check: (facts, { input }) =>
    facts.taken ? [refuse('premises.known', [...clauses])] : checkName(facts, input.name),
  apply: async (tx, items, { county, today }) => {
    const written = await tx
      .insertInto('premises')
      .values(
        items.map(({ id, input, facts }) => ({
          county,
          id: input.id,
          kind: input.premisesKind,
          name: input.name,
          town: facts.town,
          village: facts.code,
          address: input.address,
          area_m2: input.areaM2,
          stage: 'listed' as const,
          lot: null,
          contractor: null,
          supervisor: null,
          listed_on: today,
          accepted_on: null,
          sent_back: null,
          act: id,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute()
    if (written.length < items.length)
      throw new Overtaken('Premises of this name were listed in the same moment.')
    return items.map(({ input }) => ({
      touched: [{ type: 'premises', id: input.id }],
      result: { premises: input.id },
    }))
  },
})

export const correctPremises = defineAct({
  kind: 'premises.correct',
  version: 1,
  input: CorrectPremises,
  permission: 'premises.list',
  clauses,
  subject: { type: 'premises', of: (input) => input.premises },
  load: (db, items, { county }) => loadPremises(db, county, items),
  place: ({ village }) => ({ area: village }),
  may: mayChange,
  check: (facts, { input }) => checkName(facts, input.name),
  apply: async (tx, items, { county }) => {
    for (const { input } of items)
      await tx
        .updateTable('premises')
        .set({ kind: input.premisesKind, name: input.name, address: input.address, area_m2: input.areaM2 })
        .where('county', '=', county)
        .where('id', '=', input.premises)
        .execute()
    return items.map(() => ({}))
  },
})

/** Hands it to the two firms of an awarded lot. */
export const assignPremises = defineAct({
  kind: 'premises.assign',
  version: 1,
  input: AssignPremises,
  permission: 'premises.assign',
  clauses: [...clauses, '§3.2.0'],
  subject: { type: 'premises', of: (input) => input.premises },
  load: (db, items, { county }) => loadPremises(db, county, items),
  place: ({ village }) => ({ area: village }),
  may: mayChange,
  check: (facts, _item, context) => checkAssign(facts, context),
  apply: async (tx, items, { county }) => {
    for (const { subject, facts } of items)
      await sql`
        update premises set stage = 'assigned', lot = ${facts.lot?.id}, contractor = ${facts.lot?.contractor},
                            supervisor = ${facts.lot?.supervisor}
         where county = ${county} and id = ${subject}`.execute(tx)
    return items.map(({ facts }) => ({ result: { lot: facts.lot?.code ?? null } }))
  },
})

export const withdrawPremises = defineAct({
  kind: 'premises.withdraw',
  version: 1,
  input: WithdrawPremises,
  permission: 'premises.list',
  clauses,
  subject: { type: 'premises', of: (input) => input.premises },
  load: (db, items, { county }) =>
    loadPremises(
      db,
      county,
      items.map((item) => ({ ...item, input: undefined })),
    ),
  place: ({ village }) => ({ area: village }),
  may: mayWithdraw,
  apply: async (tx, items, { county }) => {
    await tx
      .updateTable('premises')
      .set({ stage: 'withdrawn' })
      .where('county', '=', county)
      .where(
        'id',
        'in',
        items.map(({ subject }) => subject),
      )
      .execute()
    return items.map(() => ({}))
  },
})
