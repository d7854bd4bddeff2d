import { sql } from 'kysely'
import { defineAct } from '../../../kernel/act/define.ts'
import { newId } from '../../../kernel/identity/id.ts'
import { NarrowObjection } from '../model/notice.ts'
import { checkNarrowed, mayNarrow, type Naming, type ObjectionState } from '../rules/objection.ts'
import { loadNamedHomes, namedAs } from './notice-facts.ts'
import { loadObjections } from './objection-decide.ts'

interface Facts extends Naming {
  objection: ObjectionState & { first: string }
}

/**
 * An objection to the whole list that turns out to be about some of its homes: from here on each of them is answered
 * by itself, under the receipt that was given. Whoever objected reads which homes, and why these.
 */
export const narrowObjection = defineAct({
  kind: 'objection.narrow',
  version: 1,
  input: NarrowObjection,
  permission: 'objection.decide',
  clauses: ['§3.1.3d', '§5.5'],
  subject: { type: 'objection', of: (input) => input.objection },
  load: async (db, items, { county }) => {
    const objections = await loadObjections(
      db,
      county,
      items.map((item) => item.subject),
    )
    const asked = items.map(({ subject, input }) => ({
      notice: objections.get(subject)?.notice.id ?? '',
      named: input?.homes ?? [],
    }))
    const found = await loadNamedHomes(
      db,
      county,
      asked.filter(({ notice }) => notice !== ''),
    )
    return items.map(({ subject }, at): Facts | undefined => {
      const objection = objections.get(subject)
      const { notice = '', named = [] } = asked[at] ?? {}
      return (
        objection && { objection, named, about: named.map((one) => found.get(namedAs(notice, one))?.about) }
      )
    })
  },
  place: ({ objection }) => ({ area: objection.notice.village }),
  may: ({ objection }, { actor }) => mayNarrow(objection, actor.id),
  check: (facts) => checkNarrowed(facts),
  apply: async (tx, items, { county, today, actor }) => {
    const narrowed = items.map((item) => ({
      ...item,
      parts: item.input.homes.map((home) => ({ id: newId(), home })),
    }))
    await sql`
      update objection set state = 'narrowed', answer = n.reason, answered_on = ${today}, decided_by = ${actor.id},
                           decide_act = n.act
        from unnest(${items.map((i) => i.subject)}::uuid[], ${items.map((i) => i.input.reason)}::text[],
                    ${items.map((i) => i.id)}::uuid[]) as n (objection, reason, act)
       where objection.county = ${county} and objection.id = n.objection`.execute(tx)
    const parts = narrowed.flatMap(({ id: act, subject, parts: homes }) =>
      homes.map((part) => ({ ...part, act, whole: subject })),
    )
    await sql`
      insert into objection (county, id, first, notice, home, way, speaker, said, contact, receipt, raised_on, raised_by,
                             state, act)
      select o.county, p.id, o.first, o.notice, p.home, o.way, o.speaker, o.said, o.contact, o.receipt, o.raised_on,
             o.raised_by, 'open', p.act
        from unnest(${parts.map((p) => p.id)}::uuid[], ${parts.map((p) => p.whole)}::uuid[],
                    ${parts.map((p) => p.home)}::uuid[], ${parts.map((p) => p.act)}::uuid[])
             as p (id, whole, home, act)
        join objection o on o.county = ${county} and o.id = p.whole`.execute(tx)
    return narrowed.map(({ facts, input, parts: homes }) => ({
      touched: [
        ...homes.map(({ id }) => ({ type: 'objection', id })),
        ...input.homes.map((home) => ({ type: 'home', id: home })),
      ],
      result: { notice: facts.objection.notice.id, objections: homes.map(({ id }) => id) },
    }))
  },
})
