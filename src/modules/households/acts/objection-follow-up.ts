import { sql } from 'kysely'
import { defineAct } from '../../../kernel/act/define.ts'
import { FollowUpObjection } from '../model/notice.ts'
import { mayFollowUp } from '../rules/objection.ts'
import { loadObjections } from './objection-decide.ts'

/** What an answer promised was done: says what came of it, with the paper that shows it. */
export const followUpObjection = defineAct({
  kind: 'objection.follow-up',
  version: 1,
  input: FollowUpObjection,
  permission: 'objection.decide',
  clauses: ['§3.1.3d', '§5.5'],
  evidence: ['document'],
  subject: { type: 'objection', of: (input) => input.objection },
  load: async (db, items, { county }) => {
    const objections = await loadObjections(
      db,
      county,
      items.map((item) => item.subject),
    )
    return items.map((item) => objections.get(item.subject))
  },
  place: ({ notice }) => ({ area: notice.village }),
  may: (objection) => mayFollowUp(objection),
  apply: async (tx, items, { county, today, actor }) => {
    await sql`
      update objection set followed = f.followed, followed_on = ${today}, followed_by = ${actor.id}, follow_act = f.act
        from unnest(${items.map((i) => i.subject)}::uuid[], ${items.map((i) => i.input.followed)}::text[],
                    ${items.map((i) => i.id)}::uuid[]) as f (objection, followed, act)
       where objection.county = ${county} and objection.id = f.objection`.execute(tx)
    return items.map(({ facts }) => ({
      touched: [{ type: 'notice', id: facts.notice.id }],
      result: { notice: facts.notice.id },
    }))
  },
})
