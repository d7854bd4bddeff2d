import { sql } from 'kysely'
import { defineAct } from '../../../kernel/act/define.ts'
import { getChecklist } from '../../../kernel/pack/checklist.ts'
import { moveHomes } from '../../households/public.ts'
import { markDevicesAccepted, markPartsAccepted } from '../../works/public.ts'
import { type Level, SignOff } from '../model.ts'
import { checkSignOff, completes, maySignOff } from '../rules.ts'
import { loadAcceptance } from './acceptance-facts.ts'

/**
 * With the second of the two sign-offs the home is accepted and its machines, or the area measured, count. The commitment blocks payment,
 * not acceptance (§3.3.2a): it is shown where people sign, and judged where money is paid.
 */
const signOffOf = <const K extends string>(kind: K, level: Level) =>
  defineAct({
    kind,
    version: 1,
    input: SignOff,
    permission: kind,
    clauses: ['§3.3.2a', '§4.2'],
    subject: { type: 'home', of: (input) => input.home },
    load: (db, items, context) => loadAcceptance(db, context, items),
    place: ({ home }) => ({ area: home.village }),
    may: (facts, { actor }) => maySignOff(facts, level, actor),
    check: (facts, { input, evidence }, { pack }) =>
      checkSignOff(facts, input, evidence, getChecklist(pack, 'sign-off')),
    apply: async (tx, items, { county, actor, today }) => {
      await sql`
        insert into sign_off (county, home, level, visit, signer, signed_on, items, act)
        select ${county}, s.home, ${level}, s.visit, ${actor.id}, ${today}, s.items, s.act
          from unnest(${items.map((i) => i.subject)}::uuid[], ${items.map((i) => i.facts.visit?.id ?? null)}::uuid[],
                      ${items.map((i) => JSON.stringify(i.input.items))}::jsonb[], ${items.map((i) => i.id)}::uuid[])
                 as s (home, visit, items, act)`.execute(tx)
      const accepted = items.filter(({ facts }) => completes(facts, level)).map((item) => item.subject)
      await markDevicesAccepted(tx, county, accepted)
      await markPartsAccepted(
        tx,
        county,
        items
          .filter(({ subject }) => accepted.includes(subject))
          .flatMap(({ subject, facts }) =>
            (facts.visit?.parts ?? []).map((part) => ({ home: subject, ...part })),
          ),
      )
      await moveHomes(tx, county, accepted, 'accepted', { acceptedOn: today })
      return items.map(({ subject }) => ({ result: { accepted: accepted.includes(subject) } }))
    },
  })

export const signOffVillage = signOffOf('home.sign-off-village', 'village')
export const signOffTown = signOffOf('home.sign-off-town', 'town')
