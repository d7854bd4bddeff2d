import { z } from 'zod'
import { defineAct } from '../../kernel/act/define.ts'
import { refuse } from '../../kernel/act/refusal.ts'
import { newId } from '../../kernel/identity/id.ts'
import { packFromContent } from '../../kernel/pack/content.ts'
import { countyArea } from '../organisations/public.ts'
import { programmeId } from './public.ts'

/** Puts a policy pack in force for the county's programme. Decisions made before stay as they were made. */
const adopt = defineAct({
  kind: 'policy.adopt',
  version: 1,
  input: z.object({
    programme: z.uuid(),
    year: z.int().min(2015).max(2100),
    /** The pack's files, so that every decision can be replayed from the database alone. */
    files: z.record(z.string(), z.string()),
  }),
  permission: 'policy.adopt',
  clauses: ['§1.1', '§1.2'],
  subject: { type: 'programme', of: (input) => input.programme },
  load: async (db, items, { county }) => {
    const area = await countyArea(db, county)
    const current = await db
      .selectFrom('programme')
      .innerJoin('policy_pack', (join) =>
        join
          .onRef('policy_pack.county', '=', 'programme.county')
          .onRef('policy_pack.id', '=', 'programme.pack'),
      )
      .select(['programme.id', 'policy_pack.digest'])
      .where('programme.county', '=', county)
      .executeTakeFirst()
    return items.map((item) => ({
      area,
      known: item.subject === programmeId(county),
      currentDigest: current?.digest ?? null,
    }))
  },
  place: (facts) => ({ area: facts.area }),
  may: (facts) => (facts.known ? [] : [refuse('policy.other-programme', ['§1.1'])]),
  check: (facts, { input }, { county }) => {
    try {
      const pack = packFromContent(input.files)
      if (pack.digest === facts.currentDigest)
        return [refuse('policy.in-force-already', ['§1.1'], { pack: pack.id })]
      return []
    } catch (error) {
      return [refuse('policy.faulty-pack', ['§1.1'], { problems: (error as Error).message, county })]
    }
  },
  apply: async (tx, items, { county, today }) => {
    const effects = []
    for (const { id, input } of items) {
      const pack = packFromContent(input.files)
      const earlier = await tx
        .selectFrom('policy_pack')
        .select('id')
        .where('county', '=', county)
        .where('digest', '=', pack.digest)
        .executeTakeFirst()
      const packRow = earlier?.id ?? newId()
      if (!earlier)
        await tx
          .insertInto('policy_pack')
          .values({
            county,
            id: packRow,
            pack: pack.id,
            digest: pack.digest,
            files: JSON.stringify(input.files),
            adopted_on: today,
            act: id,
          })
          .execute()
      await tx
        .insertInto('programme')
        .values({ county, id: input.programme, year: input.year, pack: packRow, act: id })
        .onConflict((conflict) => conflict.columns(['county', 'id']).doUpdateSet({ pack: packRow, act: id }))
        .execute()
      effects.push({ result: { pack: pack.id, digest: pack.digest } })
    }
    return effects
  },
})

export const acts = [adopt] as const
