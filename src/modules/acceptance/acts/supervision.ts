import { sql } from 'kysely'
import { defineAct } from '../../../kernel/act/define.ts'
import { Overtaken } from '../../../kernel/act/overtaken.ts'
import { newId } from '../../../kernel/identity/id.ts'
import { amount } from '../../../kernel/pack/pack.ts'
import { loadVillages } from '../../sites/public.ts'
import { checkReport } from '../../sites/rules/days.ts'
import { FileLog, NameSupervisor } from '../model.ts'
import { supervisorsOf } from '../people.ts'
import { checkNamed, mayWatch } from '../rules/supervision.ts'

/** 监理派驻: the firm names who watches a village; whoever did so before is relieved. */
export const nameSupervisor = defineAct({
  kind: 'supervision.name',
  version: 1,
  input: NameSupervisor,
  permission: 'supervision.name',
  clauses: ['§3.2.4', '§3.3.4'],
  subject: { type: 'village', of: (input) => input.village },
  load: async (db, items, { county }) => {
    const villages = await loadVillages(db, county, items)
    const people = await supervisorsOf(
      db,
      county,
      villages.flatMap((village) => village?.supervisor ?? []),
    )
    const { rows } = await sql<{ village: string; person: string }>`
      select village, person from site_supervisor
       where county = ${county} and ended_on is null
         and village = any(${villages.flatMap((village) => village?.code ?? [])}::text[])`.execute(db)
    return villages.map(
      (village) =>
        village && {
          ...village,
          named: rows.find((row) => row.village === village.code)?.person ?? null,
          people: new Set(people.filter(({ firm }) => firm === village.supervisor).map(({ id }) => id)),
        },
    )
  },
  place: ({ supervisor }) => ({ organisations: [supervisor] }),
  may: mayWatch,
  check: (facts, { input }) => checkNamed(facts, input.person),
  apply: async (tx, items, { county, today }) => {
    await sql`
      update site_supervisor set ended_on = ${today}
       where county = ${county} and ended_on is null
         and village = any(${items.map(({ facts }) => facts.code)}::text[])`.execute(tx)
    await tx
      .insertInto('site_supervisor')
      .values(
        items.map(({ id, input, facts }) => ({
          county,
          id: newId(),
          village: facts.code,
          firm: facts.supervisor ?? '',
          person: input.person,
          since: today,
          act: id,
        })),
      )
      .execute()
    return items.map(() => ({}))
  },
})

/** 监理日志: what the supervisor saw, with a photograph; visits and findings are counted. */
export const fileLog = defineAct({
  kind: 'supervision.file-log',
  version: 1,
  input: FileLog,
  permission: 'supervision.file-log',
  clauses: ['§3.2.4', '§3.3.4'],
  evidence: ['photo'],
  subject: { type: 'village', of: (input) => input.village },
  load: async (db, items, { county }) => {
    const villages = await loadVillages(db, county, items)
    const { rows } = await sql<{ village: string; day: string }>`
      select village, day from supervision_log
       where county = ${county} and village = any(${villages.flatMap((village) => village?.code ?? [])}::text[])
         and day = any(${items.flatMap(({ input }) => input?.day ?? [])}::date[])`.execute(db)
    return villages.map(
      (village, at) =>
        village && {
          ...village,
          isThere: rows.some((row) => row.village === village.code && row.day === items[at]?.input?.day),
        },
    )
  },
  place: ({ supervisor }) => ({ organisations: [supervisor] }),
  may: mayWatch,
  check: (facts, { input }, { pack, today }) =>
    checkReport(facts, input, amount(pack, 'attendance.recordWithinDays', today), today),
  apply: async (tx, items, { county, today, actor }) => {
    const written = await tx
      .insertInto('supervision_log')
      .values(
        items.map(({ id, input, facts }) => ({
          county,
          id: input.id,
          village: facts.code,
          firm: facts.supervisor ?? '',
          day: input.day,
          weather: input.weather,
          seen: input.seen,
          problems: input.problems ?? null,
          recorded_on: today,
          recorded_by: actor.id,
          act: id,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute()
    if (written.length < items.length) throw new Overtaken('This day was written in the same moment.')
    return items.map(() => ({}))
  },
})
