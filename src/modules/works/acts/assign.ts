import { sql } from 'kysely'
import { defineAct } from '../../../kernel/act/define.ts'
import { Overtaken } from '../../../kernel/act/overtaken.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { moveHomes } from '../../households/public.ts'
import { findFirms, findLots, type LotLine } from '../../suppliers/public.ts'
import { findVillages } from '../../villages/public.ts'
import { AssignVillage } from '../model.ts'
import { type AssignFacts, mayAssign } from '../rules.ts'

const lines: readonly LotLine[] = ['heating', 'building']

/** Hands all confirmed homes of a village and line to its lot's firms; homes confirmed later follow with a second call. */
export const assignVillage = defineAct({
  kind: 'village.assign',
  version: 1,
  input: AssignVillage,
  permission: 'village.assign',
  clauses: ['§3.2.0', '§4.1a'],
  subject: { type: 'village', of: (input) => input.village },
  load: async (db, items, { county }): Promise<(AssignFacts | undefined)[]> => {
    const villages = await findVillages(
      db,
      county,
      items.map((item) => item.subject),
    )
    const lots = await findLots(
      db,
      county,
      [...villages.values()].flatMap(({ lots: own }) => Object.values(own).flatMap((id) => id ?? [])),
    )
    const firms = await findFirms(
      db,
      county,
      [...lots.values()].flatMap(({ contractor, supervisor }) =>
        [contractor, supervisor].filter((id) => id !== null),
      ),
    )
    const waiting = await waitingHomes(
      db,
      county,
      [...villages.values()].map(({ code }) => code),
    )
    return items.map(({ subject, input }) => {
      const village = villages.get(subject)
      const lotOf = (line: LotLine) => lots.get(village?.lots[line] ?? '')
      const linesWaiting = lines.filter((line) => waiting.has(`${village?.code} ${line}`))
      // Before a line is chosen: the one whose homes wait for nothing but this.
      const line = input?.line ?? linesWaiting.find((each) => lotOf(each)?.awardedOn) ?? 'heating'
      const lot = lotOf(line)
      return (
        village && {
          code: village.code,
          kind: village.kind,
          line,
          route: village.route,
          demolitionPlanned: village.demolitionPlanned,
          lot,
          firms: [lot?.contractor, lot?.supervisor].flatMap((id) => (id && firms.get(id)) || []),
          waiting: waiting.get(`${village.code} ${line}`) ?? [],
        }
      )
    })
  },
  place: (facts) => ({ area: facts.code }),
  may: mayAssign,
  apply: async (tx, items, { county }) => {
    for (const { facts } of items) {
      // Homes are not subjects of this act; one that ended in the same moment must not be moved on.
      const { rows } = await sql<{ id: string }>`
        select id from home
         where county = ${county} and id = any(${[...facts.waiting]}::uuid[]) and stage = 'confirmed' and ended is null
         order by id for update`.execute(tx)
      if (rows.length < facts.waiting.length)
        throw new Overtaken('A home of the village changed in the same moment.')
      await moveHomes(tx, county, facts.waiting, 'assigned', {
        contractor: facts.lot?.contractor ?? undefined,
        supervisor: facts.lot?.supervisor ?? undefined,
      })
    }
    return items.map(({ facts }) => ({
      touched: facts.waiting.map((id) => ({ type: 'home', id })),
      result: { homes: facts.waiting.length, lot: facts.lot?.code ?? null },
    }))
  },
})

/** By village and line. */
async function waitingHomes(
  db: ReadDb,
  county: number,
  villages: readonly string[],
): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ village: string; line: LotLine; homes: string[] }>`
    select village, line, array_agg(id::text order by id) as homes from home
     where county = ${county} and village = any(${[...villages]}::text[])
       and stage = 'confirmed' and ended is null
     group by village, line`.execute(db)
  return new Map(rows.map(({ village, line, homes }) => [`${village} ${line}`, homes]))
}
