import { sql } from 'kysely'
import { defineAct } from '../../../kernel/act/define.ts'
import { findFirms, findLots } from '../../suppliers/public.ts'
import { JoinLot } from '../model.ts'
import { checkJoinLot, mayJoinLot } from '../rules.ts'
import { loadVillages } from './village-facts.ts'

export const joinLot = defineAct({
  kind: 'village.join-lot',
  version: 1,
  input: JoinLot,
  permission: 'village.join-lot',
  clauses: ['§3.2.0', '§4.1a', '§3.1.2'],
  subject: { type: 'village', of: (input) => input.village },
  alsoLock: (input) => [{ type: 'lot', id: input.lot }],
  load: async (db, items, { county }) => {
    const villages = await loadVillages(
      db,
      county,
      items.map((item) => item.subject),
    )
    const lots = await findLots(
      db,
      county,
      items.flatMap(({ input }) => (input ? [input.lot] : [])),
    )
    const firms = await findFirms(
      db,
      county,
      [...lots.values()].flatMap(({ contractor, supervisor }) => [contractor ?? [], supervisor ?? []].flat()),
    )
    return items.map(({ subject, input }) => {
      const facts = villages.get(subject)
      const lot = input && lots.get(input.lot)
      return (
        facts && {
          ...facts,
          wantedLot: lot,
          firms: [lot?.contractor, lot?.supervisor].flatMap((id) => (id && firms.get(id)) || []),
        }
      )
    })
  },
  place: (facts) => ({ area: facts.code }),
  may: mayJoinLot,
  check: (facts, _item, { pack, today }) => checkJoinLot(facts, facts.firms, pack, today),
  apply: async (tx, items, { county }) => {
    await sql`
      update village set lot = case when l.line = 'heating' then l.id else village.lot end,
                         building_lot = case when l.line = 'building' then l.id else village.building_lot end
        from unnest(${items.map((i) => i.subject)}::uuid[], ${items.map((i) => i.input.lot)}::uuid[])
             as w (village, lot)
        join lot l on l.county = ${county} and l.id = w.lot
       where village.county = ${county} and village.id = w.village`.execute(tx)
    return items.map(({ input }) => ({ touched: [{ type: 'lot', id: input.lot }] }))
  },
})
