import type { z } from 'zod'
import { defineAct } from '../../../kernel/act/define.ts'
import type { ReadDb, WriteDb } from '../../../kernel/database/database.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { countyArea, findOrganisations } from '../../organisations/public.ts'
import { programmeId } from '../../policy/public.ts'
import { BarFirm, BarModel, LiftBar } from '../model.ts'
import { isFirmKind } from '../rules/firms.ts'
import { checkBarring, type LiftFacts, mayLift, type ToBarFacts } from '../rules/negative-list.ts'

/** 列入负面清单: a firm, with the paper it rests on (§3.1.2). */
export const barFirm = defineAct({
  kind: 'firm.bar',
  version: 1,
  input: BarFirm,
  permission: 'firm.bar',
  clauses: ['§3.1.2', '§3.2.3'],
  evidence: ['document'],
  subject: { type: 'organisation', of: (input) => input.firm },
  // Entries are numbered through.
  alsoLock: (_input, county) => [{ type: 'programme', id: programmeId(county) }],
  load: async (db, items, { county }): Promise<(ToBarFacts | undefined)[]> => {
    const area = await countyArea(db, county)
    const firms = await findOrganisations(
      db,
      county,
      items.map(({ subject }) => subject),
    )
    const exists = await taken(db, county, items)
    return items.map(({ subject, input }) => {
      const kind = firms.get(subject)?.kind
      return isFirmKind(kind) ? { area, exists: exists(input?.id) } : undefined
    })
  },
  place: (facts) => ({ area: facts.area }),
  may: () => [],
  check: (facts, { input }, { pack, today }) => checkBarring(facts, input, pack, today),
  apply: (tx, items, { county, today, actor }) =>
    enter(
      tx,
      county,
      items.map(({ id, input: { firm, ...entry } }) => ({ act: id, firm, model: null, entry })),
      { today, by: actor.id },
    ),
})

/** A model alone: its maker's other models are not touched. */
export const barModel = defineAct({
  kind: 'equipment.bar',
  version: 1,
  input: BarModel,
  permission: 'firm.bar',
  clauses: ['§3.1.2', '§A.6'],
  evidence: ['document'],
  subject: { type: 'model', of: (input) => input.model },
  alsoLock: (_input, county) => [{ type: 'programme', id: programmeId(county) }],
  load: async (db, items, { county }): Promise<(ToBarFacts | undefined)[]> => {
    const area = await countyArea(db, county)
    const there = await db
      .selectFrom('equipment_model')
      .select('id')
      .where('county', '=', county)
      .where(
        'id',
        'in',
        items.map(({ subject }) => subject),
      )
      .execute()
    const exists = await taken(db, county, items)
    return items.map(({ subject, input }) =>
      there.some(({ id }) => id === subject) ? { area, exists: exists(input?.id) } : undefined,
    )
  },
  place: (facts) => ({ area: facts.area }),
  may: () => [],
  check: (facts, { input }, { pack, today }) => checkBarring(facts, input, pack, today),
  apply: (tx, items, { county, today, actor }) =>
    enter(
      tx,
      county,
      items.map(({ id, input: { model, ...entry } }) => ({ act: id, firm: null, model, entry })),
      { today, by: actor.id },
    ),
})

/** 移出负面清单, by the director. */
export const liftBar = defineAct({
  kind: 'bar.lift',
  version: 1,
  input: LiftBar,
  permission: 'bar.lift',
  clauses: ['§3.1.2', '§5.2'],
  evidence: ['document'],
  subject: { type: 'bar', of: (input) => input.bar },
  load: async (db, items, { county }): Promise<(LiftFacts | undefined)[]> => {
    const area = await countyArea(db, county)
    const rows = await db
      .selectFrom('bar')
      .select(['id', 'number', 'barred_by as barredBy', 'to_day as to', 'lifted_on as liftedOn'])
      .where('county', '=', county)
      .where(
        'id',
        'in',
        items.map(({ subject }) => subject),
      )
      .execute()
    return items.map(({ subject }) => {
      const row = rows.find(({ id }) => id === subject)
      return row && { area, ...row }
    })
  },
  place: (facts) => ({ area: facts.area }),
  may: (facts, { actor, today }) => mayLift(facts, actor.id, today),
  apply: async (tx, items, { county, today, actor }) => {
    for (const { id, input } of items)
      await tx
        .updateTable('bar')
        .set({ lifted_on: today, lifted_by: actor.id, lifted_reason: input.reason, lift_act: id })
        .where('county', '=', county)
        .where('id', '=', input.bar)
        .execute()
    return items.map(({ facts }) => ({ result: { number: facts.number } }))
  },
})

async function taken(
  db: ReadDb,
  county: number,
  items: readonly { input?: { id: string } }[],
): Promise<(id: string | undefined) => boolean> {
  const ids = items.flatMap(({ input }) => input?.id ?? [])
  if (ids.length === 0) return () => false
  const rows = await db
    .selectFrom('bar')
    .select('id')
    .where('county', '=', county)
    .where('id', 'in', ids)
    .execute()
  return (id) => rows.some((row) => row.id === id)
}

type Entry = Omit<z.output<typeof BarFirm>, 'firm'>

async function enter(
  tx: WriteDb,
  county: number,
  entries: readonly { act: string; firm: string | null; model: string | null; entry: Entry }[],
  { today, by }: { today: Day; by: string },
) {
  const { last } = await tx
    .selectFrom('bar')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('county', '=', county)
    .executeTakeFirstOrThrow()
  const numbered = entries.map((each, at) => ({ ...each, number: Number(last ?? 0) + at + 1 }))
  await tx
    .insertInto('bar')
    .values(
      numbered.map(({ act, firm, model, number, entry }) => ({
        county,
        id: entry.id,
        number,
        firm,
        model,
        reason: entry.reason,
        remark: entry.remark,
        from_day: entry.fromDay,
        to_day: entry.toDay ?? null,
        barred_on: today,
        barred_by: by,
        lifted_on: null,
        lifted_by: null,
        lifted_reason: null,
        lift_act: null,
        act,
      })),
    )
    .execute()
  return numbered.map(({ number, entry }) => ({
    touched: [{ type: 'bar', id: entry.id }],
    result: { bar: entry.id, number },
  }))
}
