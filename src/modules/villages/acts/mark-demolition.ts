import { sql } from 'kysely'
import { defineAct } from '../../../kernel/act/define.ts'
import { MarkDemolition } from '../model.ts'
import { checkDemolition } from '../rules.ts'
import { loadVillages } from './village-facts.ts'

/** A fact for screening: the households module screens the village's homes again in consequence. */
export const markDemolition = defineAct({
  kind: 'village.mark-demolition',
  version: 1,
  input: MarkDemolition,
  permission: 'village.mark-demolition',
  clauses: ['§4.1b'],
  evidence: ['document'],
  subject: { type: 'village', of: (input) => input.village },
  load: async (db, items, { county }) => {
    const villages = await loadVillages(
      db,
      county,
      items.map((item) => item.subject),
    )
    return items.map((item) => villages.get(item.subject))
  },
  place: (facts) => ({ area: facts.code }),
  may: () => [],
  check: (facts, { input }) => checkDemolition(facts, input),
  apply: async (tx, items, { county, today }) => {
    await sql`
      update village set demolition_planned = w.planned, demolition_marked = w.planned,
                         demolition_marked_on = ${today}::date, demolition_source = null, demolition_as_of = null
        from unnest(${items.map((i) => i.subject)}::uuid[], ${items.map((i) => i.input.planned)}::boolean[])
             as w (village, planned)
       where village.county = ${county} and village.id = w.village`.execute(tx)
    return items.map(({ input, facts }) => ({ result: { village: facts.code, planned: input.planned } }))
  },
})
