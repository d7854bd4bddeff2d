import { sql } from 'kysely'
import { defineAct } from '../../../kernel/act/define.ts'
import { loadVillages } from '../../villages/public.ts'
import { RecordPublicity, StrikePublicity } from '../model.ts'
import { checkPublicity, mayStrike } from '../rules/publicity.ts'

/** 宣传活动 (§3.1.3a) */
export const recordPublicity = defineAct({
  kind: 'publicity.record',
  version: 1,
  input: RecordPublicity,
  permission: 'publicity.record',
  clauses: ['§3.1.3a', '§A.2'],
  evidence: ['photo'],
  subject: { type: 'village', of: (input) => input.village },
  load: async (db, items, { county }) => {
    const villages = await loadVillages(
      db,
      county,
      items.map(({ subject }) => subject),
    )
    const named = items.flatMap(({ input }) => input?.homes ?? [])
    const { rows } = await sql<{ id: string; village: string }>`
      select id, village from home where county = ${county} and id = any(${named}::uuid[]) and ended is null`.execute(
      db,
    )
    return items.map(({ subject }) => {
      const village = villages.get(subject)
      return (
        village && {
          code: village.code,
          ownHomes: rows.filter((home) => home.village === village.code).map(({ id }) => id),
        }
      )
    })
  },
  place: ({ code }) => ({ area: code }),
  may: () => [],
  check: (facts, { input }, { pack, today }) => checkPublicity(facts, input, pack, today),
  apply: async (tx, items, { county, today, actor }) => {
    await tx
      .insertInto('publicity')
      .values(
        items.map(({ id, input, facts }) => ({
          county,
          id: input.id,
          village: facts.code,
          kind: input.activity,
          held_on: input.heldOn,
          carried_out_by: input.carriedOutBy,
          families: input.families,
          reached: input.reached ?? null,
          recorded_on: today,
          recorded_by: actor.id,
          act: id,
        })),
      )
      .execute()
    const named = items.flatMap(({ input }) =>
      [...new Set(input.homes ?? [])].map((home) => ({ county, publicity: input.id, home })),
    )
    if (named.length > 0) await tx.insertInto('publicity_home').values(named).execute()
    return items.map(() => ({}))
  },
})

/** An activity entered by mistake no longer counts; it stays on record with the reason. */
export const strikePublicity = defineAct({
  kind: 'publicity.strike',
  version: 1,
  input: StrikePublicity,
  permission: 'publicity.record',
  clauses: ['§3.1.3a'],
  subject: { type: 'publicity', of: (input) => input.publicity },
  load: async (db, items, { county }) => {
    const rows = await db
      .selectFrom('publicity')
      .select(['id', 'village', 'struck_on as struckOn'])
      .where('county', '=', county)
      .where(
        'id',
        'in',
        items.map(({ subject }) => subject),
      )
      .execute()
    return items.map(({ subject }) => rows.find(({ id }) => id === subject))
  },
  place: ({ village }) => ({ area: village }),
  may: mayStrike,
  apply: async (tx, items, { county, today }) => {
    for (const { id, input } of items)
      await tx
        .updateTable('publicity')
        .set({ struck_on: today, struck_reason: input.reason, struck_act: id })
        .where('county', '=', county)
        .where('id', '=', input.publicity)
        .execute()
    return items.map(() => ({}))
  },
})
