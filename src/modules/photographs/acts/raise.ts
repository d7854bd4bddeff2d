import { sql } from 'kysely'
import { defineAct } from '../../../kernel/act/define.ts'
import { refuse } from '../../../kernel/act/refusal.ts'
import { findHomes, homePlace } from '../../households/public.ts'
import { RaiseDoubt } from '../model.ts'

/** What was found about photographs or the time of a visit; nobody judges the home by it before it is settled (§5.4). */
export const raiseDoubt = defineAct({
  kind: 'doubt.raise',
  version: 1,
  input: RaiseDoubt,
  permission: 'doubt.raise',
  clauses: ['§3.3.3', '§3.3.4', '§5.4'],
  internal: true,
  quiet: true,
  subject: { type: 'home', of: (input) => input.home },
  load: async (db, items, { county }) => {
    const given = items.flatMap(({ input }) => (input ? [input] : []))
    const homes = await findHomes(db, county, [
      ...items.map((item) => item.subject),
      ...given.flatMap(({ otherHome }) => otherHome ?? []),
    ])
    const { rows } = await sql<{ about: string; maker: string; raised: string[] }>`
      select a.id as about, a.actor as maker,
             array(select d.kind || ' ' || d.digest from doubt d where d.county = ${county} and d.about = a.id) as raised
        from act a where a.county = ${county} and a.id = any(${given.map(({ about }) => about)}::uuid[])`.execute(
      db,
    )
    const acts = new Map(rows.map((row) => [row.about, row]))
    return items.map(({ subject, input }) => {
      const home = homes.get(subject)
      const act = input && acts.get(input.about)
      const other = input?.otherHome === undefined ? home : homes.get(input.otherHome)
      if (!home || !input || !act) return undefined
      return {
        home,
        maker: act.maker,
        wide: other?.town !== home.town,
        raised: act.raised.includes(`${input.kind} ${input.digest ?? ''}`),
      }
    })
  },
  place: ({ home }) => homePlace(home),
  may: ({ raised }) => (raised ? [refuse('doubt.raised-already', ['§5.4'])] : []),
  apply: async (tx, items, { county, now }) => {
    await tx
      .insertInto('doubt')
      .values(
        items.map(({ id, input, facts }) => ({
          county,
          id: input.doubt,
          kind: input.kind,
          home: input.home,
          about: input.about,
          maker: facts.maker,
          digest: input.digest ?? '',
          other_act: input.otherAct ?? null,
          other_home: input.otherHome ?? null,
          other_digest: input.otherDigest ?? null,
          wide: facts.wide,
          measures: JSON.stringify(input.measures),
          raised_at: now,
          act: id,
          state: 'open' as const,
        })),
      )
      .execute()
    return items.map(({ input }) => ({ touched: [{ type: 'doubt', id: input.doubt }] }))
  },
})
