import { sql } from 'kysely'
import { type ActContext, type ActItem, type ActRequest, defineAct } from '../../../kernel/act/define.ts'
import { openField, sealField } from '../../../kernel/cipher/fields.ts'
import type { ReadDb, WriteDb } from '../../../kernel/database/database.ts'
import type { Actor } from '../../../kernel/identity/authority.ts'
import { loadActor } from '../../../kernel/identity/load-actor.ts'
import { refuse } from '../../../kernel/act/refusal.ts'
import { type HeldState, KeepHeld, SettleHeld } from '../model.ts'
import { maySettle } from '../rules.ts'

/** Keeps what could not be applied, in its maker's name, with why (§3.3.4). Nobody judges a home by it yet. */
export const keepHeld = defineAct({
  kind: 'held.keep',
  version: 1,
  input: KeepHeld,
  permission: 'held.keep',
  clauses: ['§3.3.4'],
  internal: true,
  quiet: true,
  subject: { type: 'held-act', of: (input) => input.act },
  load: async (db, items, { county }) => {
    const rows = await db
      .selectFrom('held_act')
      .select('id')
      .where('county', '=', county)
      .where(
        'id',
        'in',
        items.map((item) => item.subject),
      )
      .execute()
    const there = new Set(rows.map((row) => row.id))
    return items.map((item) => ({ there: there.has(item.subject) }))
  },
  place: () => ({}),
  may: ({ there }) => (there ? [refuse('held.kept-already', ['§3.3.4'])] : []),
  apply: async (tx, items, { county, actor, now, keys }) => {
    await tx
      .insertInto('held_act')
      .values(
        items.map(({ id, input }) => ({
          county,
          id: input.act,
          handset: input.handset,
          number: input.number,
          maker: actor.id,
          kind: input.kind,
          version: input.version,
          subject_type: input.about.type,
          subject: input.about.id,
          area: input.area,
          organisations: input.organisations,
          seen: input.seen,
          evidence: JSON.stringify(input.evidence),
          claimed_at: input.claimedAt,
          happened_at: input.happenedAt,
          arrived_at: now,
          input: sealField(keys, county, 'held_act.input', JSON.stringify(input.input ?? null)),
          reasons: sealField(keys, county, 'held_act.reasons', JSON.stringify(input.reasons)),
          state: 'held' as const,
          act: id,
        })),
      )
      .execute()
    // Whoever may see the home may see the photographs brought with the act.
    return items.map(({ input }) => ({ touched: [input.about] }))
  },
})

interface Held {
  id: string
  state: HeldState
  maker: string
  area: string
  subject: { type: string; id: string }
  /** As it would be asked for now; only where it is going to be. */
  asked: { actor: Actor; request: ActRequest } | undefined
}

async function loadHeld(
  db: ReadDb,
  items: readonly ActItem<unknown>[],
  { county, keys }: ActContext,
): Promise<(Held | undefined)[]> {
  const rows = await db
    .selectFrom('held_act')
    .selectAll()
    .where('county', '=', county)
    .where(
      'id',
      'in',
      items.map((item) => item.subject),
    )
    .execute()
  const makers = new Map<string, Actor | undefined>()
  for (const maker of new Set(rows.map((row) => row.maker)))
    makers.set(maker, await loadActor(db, county, maker))
  const found = new Map(
    rows.map((row): [string, Held] => {
      const actor = makers.get(row.maker)
      const request: ActRequest = {
        id: row.id,
        kind: row.kind,
        version: row.version,
        input: JSON.parse(openField(keys, county, 'held_act.input', row.input)) as unknown,
        evidence: row.evidence,
        happenedAt: row.happened_at,
      }
      return [
        row.id,
        {
          id: row.id,
          state: row.state,
          maker: row.maker,
          area: row.area,
          subject: { type: row.subject_type, id: row.subject },
          asked: actor && { actor, request },
        },
      ]
    }),
  )
  return items.map((item) => found.get(item.subject))
}

async function settle(
  tx: WriteDb,
  items: readonly { id: string; subject: string; input: { reason: string }; facts: Held }[],
  state: 'applied' | 'set-aside',
  { county, actor, now, keys }: ActContext,
) {
  await sql`
    update held_act
       set state = ${state}, settled_by = ${actor.id}, settled_at = ${now}, answer = s.answer, settle_act = s.act
      from unnest(${items.map((i) => i.subject)}::uuid[], ${items.map((i) => i.id)}::uuid[],
                  ${items.map((i) => sealField(keys, county, 'held_act.answer', i.input.reason))}::bytea[])
             as s (id, act, answer)
     where held_act.county = ${county} and held_act.id = s.id`.execute(tx)
  return items.map(({ facts }) => ({ touched: [facts.subject] }))
}

/** Both sides seen, it counts after all: performed as its maker's, under the rules of now. */
export const applyHeld = defineAct({
  kind: 'held.apply',
  version: 1,
  input: SettleHeld,
  permission: 'held.settle',
  clauses: ['§3.3.4'],
  quiet: true,
  subject: { type: 'held-act', of: (input) => input.held },
  load: loadHeld,
  place: ({ area }) => ({ area }),
  may: (facts, { actor }) => [
    ...maySettle(facts, actor),
    ...(facts.asked ? [] : [refuse('held.maker-gone', ['§5.2'])]),
  ],
  performs: ({ asked }) => asked,
  apply: (tx, items, context) => settle(tx, items, 'applied', context),
})

/** Both sides seen, it does not count; it stays on record with its photographs. */
export const setAsideHeld = defineAct({
  kind: 'held.set-aside',
  version: 1,
  input: SettleHeld,
  permission: 'held.settle',
  clauses: ['§3.3.4'],
  quiet: true,
  subject: { type: 'held-act', of: (input) => input.held },
  load: loadHeld,
  place: ({ area }) => ({ area }),
  may: (facts, { actor }) => maySettle(facts, actor),
  apply: (tx, items, context) => settle(tx, items, 'set-aside', context),
})
