import { sql } from 'kysely'
import { defineQuery } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import { inScope } from '../../../kernel/identity/authority.ts'
import { decide } from '../../../kernel/pack/decide.ts'
import { loadHomesToSettle } from '../acts/home-facts.ts'
import { judgeAsIf } from '../acts/screen-homes.ts'
import { ForeseeObjection } from '../model/notice.ts'
import { factsFromStored } from '../rules/facts.ts'
import { standsSo } from '../rules/objection.ts'
import { termsOf } from './home-decision.ts'

/**
 * What screening would say of the home if the objection were upheld with this fact: the same rules on the same facts,
 * and nothing is written. Null where the home has left and is screened no more.
 */
export const objectionOutlook = defineQuery({
  name: 'objection.outlook',
  input: ForeseeObjection,
  permission: 'objection.decide',
  run: async (db, { objection, home: named, fact, settled }, context) => {
    const { county, pack, today, scope } = context
    const { rows } = await sql<{ home: string }>`
      select l.home
        from objection o
        join notice n on n.county = ${county} and n.id = o.notice
        join notice_home l on l.county = ${county} and l.notice = o.notice
                          and l.home = coalesce(o.home, ${named ?? null}::uuid)
       where o.county = ${county} and o.id = ${objection}
         and ${inScope(scope, { town: sql.ref('n.town'), village: sql.ref('n.village') })}`.execute(db)
    const home = rows[0]?.home
    if (home === undefined || pack.facts[fact]?.type !== 'boolean') throw new NotFound()
    const value = settled === 'unknown' ? null : settled === 'yes'
    const judged = await judgeAsIf(db, context, home, { fact, value, since: today })
    if (!judged) return null
    const now = (await loadHomesToSettle(db, context, [home])).get(home)
    const decision = decide(pack, judged.group, factsFromStored(JSON.parse(judged.facts)), today)
    return {
      now: now?.answer ?? null,
      /** It is on record so already: upheld, the objection would change nothing, and is refused. */
      isSo: standsSo(now?.facts ?? {}, fact, settled),
      decision,
      terms: termsOf(pack, decision),
    }
  },
})
