import { sql } from 'kysely'
import { defineAct } from '../../../kernel/act/define.ts'
import { findVillages } from '../../villages/public.ts'
import { PostNotice } from '../model/notice.ts'
import { checkPosted, closesOn, mayPost } from '../rules/notice.ts'
import { loadNotices } from './notice-facts.ts'

/**
 * The photograph of the board as it hangs. The period runs from the day of the first posting, so a board put up
 * late closes later; further photographs of the same board change nothing but the evidence.
 */
export const postNotice = defineAct({
  kind: 'notice.post',
  version: 1,
  input: PostNotice,
  permission: 'notice.post',
  clauses: ['§3.1.3d'],
  evidence: ['photo'],
  subject: { type: 'notice', of: (input) => input.notice },
  load: async (db, items, { county }) => {
    const notices = await loadNotices(
      db,
      county,
      items.map((item) => item.subject),
    )
    return items.map((item) => notices.get(item.subject))
  },
  place: (facts) => ({ area: facts.village }),
  may: mayPost,
  check: (facts, { input }, { today }) => checkPosted(facts, input.postedOn, today),
  apply: async (tx, items, { county, pack, actor }) => {
    const posted = items.map(({ subject, facts, input }) => {
      const from = facts.postedOn ?? input.postedOn
      return { subject, from, closes: facts.postedOn ? facts.closesOn : closesOn(pack, from) }
    })
    await sql`
      update notice set posted_on = p.day, closes_on = p.closes, posted_by = coalesce(posted_by, ${actor.id}::uuid)
        from unnest(${posted.map((p) => p.subject)}::uuid[], ${posted.map((p) => p.from)}::date[],
                    ${posted.map((p) => p.closes)}::date[]) as p (notice, day, closes)
       where notice.county = ${county} and notice.id = p.notice`.execute(tx)
    const villages = await findVillages(
      tx,
      county,
      items.map(({ facts }) => facts.village),
    )
    return posted.map(({ closes }, at) => {
      const village = villages.get(items[at]?.facts.village ?? '')
      return {
        // Whoever may see the village sees the photograph.
        touched: village ? [{ type: 'village', id: village.id }] : [],
        result: { closesOn: closes },
      }
    })
  },
})
