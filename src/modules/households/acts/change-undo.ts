import { sql } from 'kysely'
import { defineAct } from '../../../kernel/act/define.ts'
import { programmeId } from '../../policy/public.ts'
import { UndoChange } from '../model/change.ts'
import { holdHomes, homePlace } from '../public.ts'
import { isLeaving } from '../model/change.ts'
import { mayUndoChange } from '../rules/change.ts'
import { loadChanges, loadHomesToChange } from './change-facts.ts'
import { touchedBy } from './change-decide.ts'
import { keepCorrections } from './keep-corrections.ts'
import { partnersOf } from './shared-keys.ts'
import { toScreenAgain } from './to-screen-again.ts'

/** A departure or addition approved by mistake is undone by a third person, until something was built on it. */
export const undoChange = defineAct({
  kind: 'change.undo',
  version: 1,
  input: UndoChange,
  permission: 'change.undo',
  clauses: ['§3.1.3d', '§5.2'],
  evidence: ['document'],
  subject: { type: 'change', of: (input) => input.change },
  alsoLock: (_input, county) => [{ type: 'programme', id: programmeId(county) }],
  load: async (db, items, context) => {
    const changes = await loadChanges(
      db,
      context.county,
      context.keys,
      items.map((item) => item.subject),
    )
    const homes = await loadHomesToChange(
      db,
      context,
      [...changes.values()].flatMap(({ home, enters }) => (enters ? [home, enters] : [home])),
    )
    return items.map(({ subject }) => {
      const change = changes.get(subject)
      const about = change && homes.get(change.home)
      if (!change || !about) return undefined
      const enters = change.enters ? (homes.get(change.enters) ?? null) : null
      return { ...change, about, entering: enters }
    })
  },
  place: ({ about }) => homePlace(about),
  may: ({ state, kind, about, entering }) => mayUndoChange({ state, kind, home: about, enters: entering }),
  apply: async (tx, items, context) => {
    const { county } = context
    await holdHomes(
      tx,
      county,
      items.flatMap(({ facts }) => (facts.enters ? [facts.home, facts.enters] : [facts.home])),
    )
    const back = items.filter(({ facts }) => isLeaving(facts.kind))
    const ids = back.map(({ facts }) => facts.home)
    await sql`update home set ended = null where county = ${county} and id = any(${ids}::uuid[])`.execute(tx)
    await keepCorrections(
      tx,
      context,
      back.map(({ id, facts, input }) => ({
        act: id,
        home: facts.home,
        reason: input.reason,
        fields: [{ field: 'ended', before: facts.about.ended, after: undefined }],
      })),
    )
    await sql`update home set change = null
               where county = ${county} and id = any(${items.flatMap(({ facts }) => facts.enters ?? [])}::uuid[])`.execute(
      tx,
    )
    await sql`update home_change set state = 'undone', undo_act = u.act
                from unnest(${items.map(({ subject }) => subject)}::uuid[],
                            ${items.map(({ id }) => id)}::uuid[]) as u (change, act)
               where home_change.county = ${county} and home_change.id = u.change`.execute(tx)
    const partners = await partnersOf(tx, county, ids)
    return items.map(({ facts }, at) => ({
      touched: touchedBy(facts),
      result: { number: facts.number, home: facts.home, ...(at === 0 ? toScreenAgain(partners) : {}) },
    }))
  },
})
