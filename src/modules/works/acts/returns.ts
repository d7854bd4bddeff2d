import { sql } from 'kysely'
import { z } from 'zod'
import { type ActContext, type ActItem, defineAct } from '../../../kernel/act/define.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { measuredWorks } from '../../../kernel/pack/pack.ts'
import { findHomes, homePlace } from '../../households/public.ts'
import { ReturnDevices } from '../model.ts'
import { devicesOf, takeBackAcceptance } from '../public.ts'
import { checkReturned, mayReturn } from '../rules.ts'

const OfChange = z.object({ home: z.uuid(), change: z.uuid() })
/** Why: a change that moved it, or a doubt about its photographs. */
const CheckAgain = z.object({ home: z.uuid(), change: z.uuid().optional(), doubt: z.uuid().optional() })

/** What follows an approved change by itself: the homes as they are, and nobody to ask. */
const ofHomes = {
  load: async (db: ReadDb, items: readonly ActItem<unknown>[], { county }: ActContext) => {
    const homes = await findHomes(
      db,
      county,
      items.map((item) => item.subject),
    )
    return items.map((item) => homes.get(item.subject))
  },
  place: homePlace,
  may: () => [],
}

/** Follows a departure: machines that nobody pays for are taken back by whoever fitted them (§4.2). */
export const openReturn = defineAct({
  kind: 'home.open-return',
  version: 1,
  internal: true,
  input: OfChange,
  permission: 'change.approve',
  clauses: ['§4.2', '§3.1.3d'],
  subject: { type: 'home', of: (input) => input.home },
  ...ofHomes,
  apply: async (tx, items, { county, pack, today }) => {
    // A wall stays on the house.
    for (const { id, input, facts } of items)
      if (facts.contractor && !measuredWorks(pack, facts))
        await tx
          .insertInto('device_return')
          .values({
            county,
            home: input.home,
            change: input.change,
            contractor: facts.contractor,
            opened_on: today,
            act: id,
          })
          .execute()
    return items.map(() => ({}))
  },
})

/**
 * Follows a return to the register: what was not taken back yet stays. Where the contractor has taken the machines down,
 * it fits some again, and they are checked and accepted as any (§3.3.3).
 */
export const callOffReturn = defineAct({
  kind: 'home.call-off-return',
  version: 1,
  internal: true,
  input: OfChange,
  permission: 'change.approve',
  clauses: ['§3.1.3d', '§3.3.3'],
  subject: { type: 'home', of: (input) => input.home },
  ...ofHomes,
  apply: async (tx, items, { county, pack, today }) => {
    const homes = items.map((item) => item.subject)
    await tx
      .deleteFrom('device_return')
      .where('county', '=', county)
      .where('home', 'in', homes)
      .where('returned_on', 'is', null)
      .execute()
    const devices = await devicesOf(tx, county, homes)
    const bare = items
      .filter(
        ({ subject, facts }) => !measuredWorks(pack, facts) && (devices.get(subject) ?? []).length === 0,
      )
      .map(({ subject }) => subject)
    await takeBackAcceptance(tx, county, bare, today)
    return items.map(({ subject }) => ({ result: { machines: devices.get(subject)?.length ?? 0 } }))
  },
})

/** The contractor has taken the machines down; their serials are free for the home they go to next. */
export const returnDevices = defineAct({
  kind: 'home.return-devices',
  version: 1,
  input: ReturnDevices,
  permission: 'home.return-devices',
  clauses: ['§4.2', '§3.2.3'],
  evidence: ['photo'],
  subject: { type: 'home', of: (input) => input.home },
  load: async (db, items, { county }) => {
    const ids = items.map((item) => item.subject)
    const homes = await findHomes(db, county, ids)
    const open = await db
      .selectFrom('device_return')
      .select(['home', 'opened_on as openedOn'])
      .where('county', '=', county)
      .where('home', 'in', ids)
      .where('returned_on', 'is', null)
      .execute()
    return items.map(({ subject }) => {
      const home = homes.get(subject)
      return home && { home, openedOn: open.find((row) => row.home === subject)?.openedOn }
    })
  },
  place: ({ home }) => ({ organisations: [home.contractor] }),
  may: mayReturn,
  check: (facts, { input }, { today }) => checkReturned(facts, input.returnedOn, today),
  apply: async (tx, items, { county, actor }) => {
    const devices = await devicesOf(
      tx,
      county,
      items.map((item) => item.subject),
    )
    await sql`
      update device set removed_on = r.day, removed_act = r.act, accepted = false
        from unnest(${items.map((i) => i.subject)}::uuid[], ${items.map((i) => i.input.returnedOn)}::date[],
                    ${items.map((i) => i.id)}::uuid[]) as r (home, day, act)
       where device.county = ${county} and device.home = r.home and device.removed_on is null`.execute(tx)
    await sql`
      update device_return set returned_on = r.day, returned_by = ${actor.id}::uuid, return_act = r.act
        from unnest(${items.map((i) => i.subject)}::uuid[], ${items.map((i) => i.input.returnedOn)}::date[],
                    ${items.map((i) => i.id)}::uuid[]) as r (home, day, act)
       where device_return.county = ${county} and device_return.home = r.home
         and device_return.returned_on is null`.execute(tx)
    return items.map(({ subject }) => ({ result: { machines: devices.get(subject)?.length ?? 0 } }))
  },
})

/**
 * Follows a move, or evidence that does not stand up: the machines are checked and accepted again before anything more
 * is paid (§3.3.3, §3.3.4).
 */
export const checkAgain = defineAct({
  kind: 'home.check-again',
  version: 1,
  internal: true,
  input: CheckAgain,
  permission: 'change.approve',
  clauses: ['§3.3.3', '§3.3.4'],
  subject: { type: 'home', of: (input) => input.home },
  ...ofHomes,
  apply: async (tx, items, { county, today }) => {
    await takeBackAcceptance(
      tx,
      county,
      items.map((item) => item.subject),
      today,
    )
    return items.map(() => ({}))
  },
})
