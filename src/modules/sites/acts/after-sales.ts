import { defineAct } from '../../../kernel/act/define.ts'
import { sealField } from '../../../kernel/cipher/fields.ts'
import { newId } from '../../../kernel/identity/id.ts'
import { readTelephone } from '../../../kernel/standards/telephone.ts'
import { findLots } from '../../suppliers/public.ts'
import { findVillages } from '../../villages/public.ts'
import { NameAfterSales } from '../model.ts'
import { type AfterSalesFacts, checkPoint, mayNamePoint } from '../rules/after-sales.ts'

/** 公布售后服务点: whom the families of these villages call, by name and telephone (§3.3.3). It takes the place of any before. */
export const nameAfterSales = defineAct({
  kind: 'after-sales.name',
  version: 1,
  input: NameAfterSales,
  permission: 'safety.name-firm',
  clauses: ['§3.3.3', '§3.1.2'],
  subject: { type: 'lot', of: (input) => input.lot },
  load: async (db, items, { county }) => {
    const lots = await findLots(
      db,
      county,
      items.map(({ subject }) => subject),
    )
    const villages = await findVillages(
      db,
      county,
      items.flatMap(({ input }) => input?.villages ?? []),
    )
    return items.map(({ subject, input }): AfterSalesFacts | undefined => {
      const lot = lots.get(subject)
      if (!lot) return undefined
      const own = (input?.villages ?? []).flatMap((id) => {
        const village = villages.get(id)
        return village && Object.values(village.lots).includes(subject) ? [[id, village.code] as const] : []
      })
      return { contractor: lot.contractor, villages: new Map(own) }
    })
  },
  place: ({ contractor }) => ({ organisations: [contractor] }),
  may: mayNamePoint,
  check: (facts, { input }) => checkPoint(facts, input),
  apply: async (tx, items, { county, keys, today }) => {
    for (const { id: act, input, facts } of items) {
      const read = readTelephone(input.telephone)
      if (!read.ok) throw new Error('A service point was decided without a telephone that reads.')
      const codes = [...facts.villages.values()]
      await tx
        .updateTable('after_sales')
        .set({ ended_on: today })
        .where('county', '=', county)
        .where('lot', '=', input.lot)
        .where('village', 'in', codes)
        .where('ended_on', 'is', null)
        .execute()
      await tx
        .insertInto('after_sales')
        .values(
          codes.map((village) => ({
            ...{ county, act, village, id: newId(), lot: input.lot, since: today },
            ...{ name: input.name, address: input.address, person: input.person },
            telephone: sealField(keys, county, 'after_sales.telephone', read.telephone),
            ended_on: null,
          })),
        )
        .execute()
    }
    return items.map(({ input }) => ({ result: { lot: input.lot, villages: input.villages.length } }))
  },
})
