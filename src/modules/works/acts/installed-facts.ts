import { sql } from 'kysely'
import type { ActItem } from '../../../kernel/act/define.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { type Day, dayOf } from '../../../kernel/dates/day.ts'
import { findHomes } from '../../households/public.ts'
import { findFirms, findModels, type LotLine } from '../../suppliers/public.ts'
import { findVillages } from '../../villages/public.ts'
import { peopleOnSite } from '../../workers/public.ts'
import type { DeviceEntry } from '../model.ts'
import { devicesOf, installationsOf } from '../public.ts'
import type { InstalledFacts } from '../rules.ts'

interface MayNameDevices {
  devices?: readonly DeviceEntry[]
  installedOn?: Day | undefined
}

/** The facts of installing, correcting and checking, a handful of queries for any number of homes. */
export async function loadInstalled(
  db: ReadDb,
  county: number,
  items: readonly ActItem<MayNameDevices>[],
): Promise<(InstalledFacts | undefined)[]> {
  const ids = items.map((item) => item.subject)
  const homes = await findHomes(db, county, ids)
  const devices = await devicesOf(db, county, ids)
  const installations = await installationsOf(db, county, ids)
  const wanted = items.flatMap(({ input }) => input?.devices ?? [])
  const models = await findModels(
    db,
    county,
    wanted.map(({ model }) => model),
  )
  const firms = await findFirms(
    db,
    county,
    [...homes.values()].flatMap(({ contractor }) => contractor ?? []),
  )
  const people = await peopleAt(
    db,
    county,
    items.flatMap(({ subject, input, happenedAt }) => {
      const home = homes.get(subject)
      const day = input?.installedOn ?? installations.get(subject)?.installedOn ?? dayOf(happenedAt)
      return home ? [{ home: subject, village: home.village, line: home.line, day }] : []
    }),
  )
  const holders = await holdersOf(
    db,
    county,
    wanted.map(({ serial }) => serial),
  )
  return items.map(({ subject, input }) => {
    const home = homes.get(subject)
    if (!home) return undefined
    const takenSerials = new Set<string>()
    for (const { serial } of input?.devices ?? []) {
      const holder = holders.get(serial)
      if (holder === undefined) holders.set(serial, subject)
      else if (holder !== subject) takenSerials.add(serial)
    }
    return {
      home,
      devices: (devices.get(subject) ?? []).map(({ serial, model }) => ({ serial, model })),
      takenSerials,
      models,
      contractor: home.contractor ? firms.get(home.contractor) : undefined,
      installedOn: installations.get(subject)?.installedOn ?? null,
      people: people.get(subject),
    }
  })
}

/** The contractor's people on site of each home's lot on a day, by home. */
async function peopleAt(
  db: ReadDb,
  county: number,
  asked: readonly { home: string; village: string; line: LotLine; day: Day }[],
): Promise<Map<string, ReadonlySet<string>>> {
  const villages = await findVillages(
    db,
    county,
    asked.map(({ village }) => village),
  )
  const placed = asked.flatMap(({ home, village, line, day }) => {
    const lot = villages.get(village)?.lots[line]
    return lot ? [{ home, lot, day }] : []
  })
  const people = await peopleOnSite(db, county, placed)
  return new Map(placed.map((at) => [at.home, people(at)]))
}

/** Which home holds each of these serials; one nobody holds goes to the first of the submission that names it. */
async function holdersOf(
  db: ReadDb,
  county: number,
  serials: readonly string[],
): Promise<Map<string, string>> {
  if (serials.length === 0) return new Map()
  const { rows } = await sql<{ serial: string; home: string }>`
    select serial, home from device
     where county = ${county} and serial = any(${[...serials]}::text[]) and removed_on is null`.execute(db)
  return new Map(rows.map(({ serial, home }) => [serial, home]))
}
