import { type ActContext, type ActItem, defineAct } from '../../../kernel/act/define.ts'
import { Overtaken } from '../../../kernel/act/overtaken.ts'
import { sealField } from '../../../kernel/cipher/fields.ts'
import type { ReadDb, WriteDb } from '../../../kernel/database/database.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { amount } from '../../../kernel/pack/pack.ts'
import { findHomes, type HomeState, homePlace } from '../../households/public.ts'
import { FileReport, MakeAppointment, MoveAppointment } from '../model.ts'
import {
  type AppointmentFacts,
  checkAppointment,
  checkReport,
  type Half,
  mayMake,
  mayMove,
} from '../rules/days.ts'
import { loadVillages } from '../public.ts'
import { mayOpen } from '../rules/matters.ts'

/** 施工日报 (§3.2.1) */
export const fileReport = defineAct({
  kind: 'report.file',
  version: 1,
  input: FileReport,
  permission: 'report.file',
  clauses: ['§3.2.1', '§3.2.3'],
  subject: { type: 'village', of: (input) => input.village },
  load: async (db, items, { county }) => {
    const villages = await loadVillages(db, county, items)
    const facts = []
    for (const [at, { input }] of items.entries()) {
      const village = villages[at]
      const there =
        village && input
          ? await db
              .selectFrom('site_report')
              .select('id')
              .where('county', '=', county)
              .where('village', '=', village.code)
              .where('day', '=', input.day)
              .executeTakeFirst()
          : undefined
      facts.push(village && { ...village, isThere: there !== undefined })
    }
    return facts
  },
  place: ({ contractor }) => ({ organisations: [contractor] }),
  may: mayOpen,
  check: (facts, { input }, { pack, today }) =>
    checkReport(facts, input, amount(pack, 'attendance.recordWithinDays', today), today),
  apply: async (tx, items, { county, today, actor }) => {
    const written = await tx
      .insertInto('site_report')
      .values(
        items.map(({ id, input, facts }) => ({
          county,
          id: input.id,
          village: facts.code,
          lot: facts.lotId ?? '',
          contractor: facts.contractor ?? '',
          day: input.day,
          weather: input.weather,
          done: input.done,
          problems: input.problems ?? null,
          recorded_on: today,
          recorded_by: actor.id,
          act: id,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute()
    if (written.length < items.length) throw new Overtaken('This day was reported in the same moment.')
    return items.map(() => ({}))
  },
})

type OfHome = AppointmentFacts & { home: HomeState }

const ofHome = {
  version: 1,
  clauses: ['§3.2.2'],
  subject: { type: 'home', of: (input: { home: string }) => input.home },
  quiet: true,
  load: async (
    db: ReadDb,
    items: readonly ActItem<unknown>[],
    { county }: ActContext,
  ): Promise<(OfHome | undefined)[]> => {
    const ids = items.map(({ subject }) => subject)
    const homes = await findHomes(db, county, ids)
    const open = await db
      .selectFrom('appointment')
      .select(['home', 'day'])
      .where('county', '=', county)
      .where('home', 'in', ids)
      .where('moved_on', 'is', null)
      .execute()
    return items.map(({ subject }) => {
      const home = homes.get(subject)
      return home && { home, open: open.find((row) => row.home === subject) }
    })
  },
  place: ({ home }: OfHome) => homePlace(home),
  check: (_facts: OfHome, { input }: { input: { day: Day } }, { today }: ActContext) =>
    checkAppointment(input, today),
} as const

interface Asked {
  id: string
  input: { id: string; home: string; day: Day; half: Half; reason?: string }
}

async function enter(tx: WriteDb, { county, today, actor }: ActContext, items: readonly Asked[]) {
  await tx
    .insertInto('appointment')
    .values(
      items.map(({ id, input }) => ({
        county,
        id: input.id,
        home: input.home,
        day: input.day,
        half: input.half,
        made_on: today,
        made_by: actor.id,
        act: id,
      })),
    )
    .execute()
  return items.map(() => ({}))
}

async function move(tx: WriteDb, context: ActContext, items: readonly Asked[]) {
  const { county, today, keys } = context
  for (const { id, input } of items)
    await tx
      .updateTable('appointment')
      .set({
        moved_on: today,
        moved_reason: sealField(keys, county, 'appointment.moved_reason', input.reason ?? ''),
        moved_act: id,
      })
      .where('county', '=', county)
      .where('home', '=', input.home)
      .where('moved_on', 'is', null)
      .execute()
  return enter(tx, context, items)
}

/** 预约上门 */
export const makeAppointment = defineAct({
  ...ofHome,
  kind: 'appointment.make',
  input: MakeAppointment,
  permission: 'appointment.make',
  may: mayMake,
  apply: (tx, items, context) => enter(tx, context, items),
})

/** 改约, with the reason. */
export const moveAppointment = defineAct({
  ...ofHome,
  kind: 'appointment.move',
  input: MoveAppointment,
  permission: 'appointment.make',
  may: mayMove,
  apply: (tx, items, context) => move(tx, context, items),
})

/** The household itself cannot be there that day. */
export const moveOwnAppointment = defineAct({
  ...ofHome,
  kind: 'appointment.move-own',
  input: MoveAppointment,
  permission: 'home.own',
  may: mayMove,
  apply: (tx, items, context) => move(tx, context, items),
})
