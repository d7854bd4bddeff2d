import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import { covers } from '../../../kernel/identity/authority.ts'
import type { Said } from '../../../kernel/words/words.ts'
import { within } from './home-work.ts'

interface Answer {
  act: string
  /** A word. */
  key: string
  /** Of a fact that was settled. */
  fact: string | null
}

/**
 * What acts about a home decided, beside its history: the log keeps that they were done, the tables what came of them. What
 * homes are chosen by (§3.1.3d) is told to those alone whose business it is.
 */
export const homeAnswers = defineQuery({
  name: 'home.answers',
  input: z.object({ home: z.uuid() }),
  permission: 'register.read',
  run: async (db, { home }, context) => {
    const { county, scope, scopeFor, pack } = context
    const { rows: seen } = await sql<{ village: string }>`
      select h.village from home h where h.county = ${county} and h.id = ${home} and ${within(scope)}`.execute(
      db,
    )
    const [of] = seen
    if (!of) throw new NotFound()
    const mayReadChoice = covers(scopeFor('selection.read'), { area: of.village })
    const chosenBy = sql`
      select act, 'kit.answer.' || answer as key, null as fact from screening
       where county = ${county} and home = ${home}
      union all
      select act, 'history.' || coalesce(value::text, 'null'), fact from settled_fact
       where county = ${county} and home = ${home}
      union all
      select act, 'choice.answer.' || answer, null from match_decision
       where county = ${county} and (first = ${home} or second = ${home})
      union all
      select decide_act, 'objection-state.' || state, null from objection
       where county = ${county} and home = ${home} and decide_act is not null
      union all`
    const { rows } = await sql<Answer>`
      ${mayReadChoice ? chosenBy : sql``}
      select act, case when passed then 'history.passed' else 'history.failed' end as key, null as fact
        from acceptance_visit where county = ${county} and home = ${home}
      union all
      select id, case when passed then 'history.passed' else 'history.failed' end, null
        from sample_check where county = ${county} and home = ${home}
      union all
      select id, case when passed then 'history.passed' else 'history.failed' end, null
        from commissioning where county = ${county} and home = ${home}`.execute(db)
    return rows.map(({ act, key, fact }) => ({ act, key, fact: labelOf(fact) }))

    function labelOf(fact: string | null): Said | null {
      if (fact === null) return null
      return pack.facts[fact]?.label ?? { zh: fact, en: fact }
    }
  },
})
