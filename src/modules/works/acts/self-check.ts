import { sql } from 'kysely'
import { defineAct } from '../../../kernel/act/define.ts'
import { dayOf } from '../../../kernel/dates/day.ts'
import { checklistFor } from '../../../kernel/pack/checklist.ts'
import { amount } from '../../../kernel/pack/pack.ts'
import { moveHomes } from '../../households/public.ts'
import { SelfCheckHome } from '../model.ts'
import { checkSelfCheck, maySelfCheck } from '../rules.ts'
import { loadInstalled } from './installed-facts.ts'

/** Photographs come as evidence of kind `photo`; the items name theirs by digest. */
export const selfCheckHome = defineAct({
  kind: 'home.self-check',
  version: 1,
  input: SelfCheckHome,
  permission: 'home.self-check',
  clauses: ['§3.3.3'],
  subject: { type: 'home', of: (input) => input.home },
  load: (db, items, { county }) =>
    loadInstalled(
      db,
      county,
      items.map((item) => ({ ...item, input: undefined })),
    ),
  place: ({ home }) => ({ organisations: [home.contractor] }),
  may: maySelfCheck,
  check: (facts, { input, evidence, happenedAt }, { pack, today }) =>
    checkSelfCheck(
      facts,
      { ...input, checkedOn: input.checkedOn ?? dayOf(happenedAt) },
      evidence,
      checklistFor(pack, facts.home, 'self-check'),
      amount(pack, 'acceptance.selfCheckPhotos', today),
      today,
    ),
  apply: async (tx, items, { county, actor }) => {
    await sql`
      update installation
         set self_checked_on = c.day, self_checked_by = ${actor.id}, self_check = c.items, self_check_act = c.act,
             sent_back_on = null
        from unnest(${items.map((i) => i.subject)}::uuid[], ${items.map((i) => i.input.checkedOn ?? dayOf(i.happenedAt))}::date[],
                    ${items.map((i) => JSON.stringify(i.input.items))}::jsonb[], ${items.map((i) => i.id)}::uuid[])
               as c (home, day, items, act)
       where installation.county = ${county} and installation.home = c.home`.execute(tx)
    await moveHomes(
      tx,
      county,
      items.map((item) => item.subject),
      'self-checked',
    )
    return items.map(() => ({}))
  },
})
