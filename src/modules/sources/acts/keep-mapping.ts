import { sql } from 'kysely'
import { defineAct } from '../../../kernel/act/define.ts'
import { headerKey } from '../../../kernel/sheets/sheet-form.ts'
import { countyArea } from '../../organisations/public.ts'
import { KeepMapping } from '../model.ts'
import { kindsOf } from '../own-kinds.ts'
import { signatureOf } from '../read-uploaded.ts'
import { otherKind } from '../rules/import.ts'

/** Keeps what a user said of a layout: the next list with these headers is read so. */
export const keepMapping = defineAct({
  kind: 'source.keep-mapping',
  version: 1,
  input: KeepMapping,
  permission: 'source.import',
  clauses: ['§3.1.3d'],
  subject: { type: 'programme', of: (input) => input.programme },
  load: async (db, items, { county }) => {
    const area = await countyArea(db, county)
    return items.map(() => ({ area }))
  },
  place: ({ area }) => ({ area }),
  may: () => [],
  check: (_facts, { input }, { actor }) => (kindsOf(actor).includes(input.kind) ? [] : otherKind()),
  apply: async (tx, items, { county, actor, today }) => {
    for (const { id, input } of items) {
      const columns = Object.fromEntries(
        Object.entries(input.columns).map(([label, field]) => [headerKey(label), field]),
      )
      await sql`
        insert into source_mapping (county, kind, signature, columns, kept_on, kept_by, act)
        values (${county}, ${input.kind}, ${signatureOf(Object.keys(input.columns))}, ${JSON.stringify(columns)}::jsonb,
                ${today}::date, ${actor.id}::uuid, ${id}::uuid)
        on conflict (county, kind, signature) do update
           set columns = excluded.columns, kept_on = excluded.kept_on, kept_by = excluded.kept_by, act = excluded.act`.execute(
        tx,
      )
    }
    return items.map(({ input }) => ({ result: { columns: Object.keys(input.columns).length } }))
  },
})
