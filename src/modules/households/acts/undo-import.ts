import { type RawBuilder, sql } from 'kysely'
import { defineAct } from '../../../kernel/act/define.ts'
import { Overtaken } from '../../../kernel/act/overtaken.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { UndoImport } from '../model/register.ts'
import { type ImportToUndo, mayUndo } from '../rules/import.ts'
import { ownArea } from './own-area.ts'
import { partnersOfImport } from './shared-keys.ts'
import { toScreenAgain } from './to-screen-again.ts'

interface Facts extends ImportToUndo {
  area: string
}

/** Acts that read or re-reckon a home without anybody building on it. */
const without = ['register.import', 'register.screen', 'register.compare', 'home.reveal']

/**
 * Import and kind of the acts that build on a home, once a home and kind, among the homes `h` that `among` says. Home by home through the
 * subject's index: right after a large import the planner knows nothing of its rows yet.
 */
export const buildingActs = (county: number, among: RawBuilder<unknown>) => sql`
  select h.import, s.kind
    from home h
    cross join lateral (
      select distinct a.kind
        from act_subject s join act a on a.county = ${county} and a.id = s.act
       where s.county = ${county} and s.subject_type = 'home' and s.subject = h.id
         and a.kind <> all(${without}::text[])
      offset 0) s
   where h.county = ${county} and ${among}`

/** How many homes of each import such acts stand on, by kind. */
async function builtUpon(
  db: ReadDb,
  county: number,
  imports: readonly string[],
): Promise<{ import: string; kind: string; homes: number }[]> {
  const { rows } = await sql<{ import: string; kind: string; homes: number }>`
    select b.import, b.kind, count(*) as homes
      from (${buildingActs(county, sql`h.import = any(${[...imports]}::uuid[])`)}) b
     group by b.import, b.kind order by b.kind`.execute(db)
  return rows
}

/** Takes an import back: its homes are gone as if they had not been entered; the acts stay in the log. */
export const undoImport = defineAct({
  kind: 'register.undo-import',
  version: 1,
  input: UndoImport,
  permission: 'register.undo-import',
  clauses: ['§3.1.3d', '§5.4'],
  subject: { type: 'programme', of: (input) => input.programme },
  load: async (db, items, { county, actor }) => {
    const wanted = items.flatMap((item) => (item.input ? [item.input.import] : []))
    const imports = wanted.length
      ? await db
          .selectFrom('register_import')
          .select(['id', 'area', 'homes', 'undone_act as undoneAct'])
          .where('county', '=', county)
          .where('id', 'in', wanted)
          .execute()
      : []
    const built = await builtUpon(db, county, wanted)
    return items.map((item): Facts | undefined => {
      if (!item.input) {
        const area = ownArea(actor)
        return area === undefined ? undefined : { area, undone: false, homes: 0, builtUpon: [] }
      }
      const { import: wantedImport } = item.input
      const found = imports.find((row) => row.id === wantedImport)
      return (
        found && {
          area: found.area,
          undone: found.undoneAct !== null,
          homes: found.homes,
          builtUpon: built
            .filter((row) => row.import === found.id)
            .map(({ kind, homes }) => ({ kind, homes })),
        }
      )
    })
  },
  place: ({ area }) => ({ area }),
  may: mayUndo,
  apply: async (tx, items, { county, actor, today }) => {
    const effects = []
    const imports = items.map(({ input }) => input.import)
    await sql`select 1 from home where county = ${county} and import = any(${imports}::uuid[])
               order by id for update`.execute(tx)
    // Locked: whoever built on a home meanwhile, such as by a notice of its village, has committed by now.
    if ((await builtUpon(tx, county, imports)).length > 0)
      throw new Overtaken('Somebody built on the import in the same moment.')
    for (const { id, input } of items) {
      const partners = await partnersOfImport(tx, county, input.import)
      await sql`delete from screening where county = ${county} and home in
                  (select id from home where county = ${county} and import = ${input.import})`.execute(tx)
      const gone = await tx
        .deleteFrom('home')
        .where('county', '=', county)
        .where('import', '=', input.import)
        .returning('id')
        .execute()
      await tx
        .updateTable('register_import')
        .set({ undone_act: id, undone_on: today, undone_by: actor.id })
        .where('county', '=', county)
        .where('id', '=', input.import)
        .execute()
      effects.push({
        touched: gone.map((home) => ({ type: 'home', id: home.id })),
        result: {
          import: input.import,
          homes: gone.length,
          ...toScreenAgain(partners),
        },
      })
    }
    return effects
  },
})
