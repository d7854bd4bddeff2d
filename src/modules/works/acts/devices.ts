import { sql } from 'kysely'
import { defineAct } from '../../../kernel/act/define.ts'
import { Overtaken } from '../../../kernel/act/overtaken.ts'
import type { WriteDb } from '../../../kernel/database/database.ts'
import { type Day, dayOf } from '../../../kernel/dates/day.ts'
import { newId } from '../../../kernel/identity/id.ts'
import { moveHomes } from '../../households/public.ts'
import { CorrectDevices, type Entered, InstallHome } from '../model.ts'
import { letCommissioningsFall } from '../commissionings.ts'
import { checkCorrection, checkInstall, deviceChanges, mayCorrectDevices, mayInstall } from '../rules.ts'
import { keepCrews } from './crew.ts'
import { loadInstalled } from './installed-facts.ts'

const installedOn = ({
  input,
  happenedAt,
}: {
  input: { installedOn?: Day | undefined }
  happenedAt: Date
}): Day => input.installedOn ?? dayOf(happenedAt)

export const installHome = defineAct({
  kind: 'home.install',
  version: 1,
  input: InstallHome,
  permission: 'home.install',
  clauses: ['§3.2.3', '§3.3.3'],
  evidence: ['photo'],
  subject: { type: 'home', of: (input) => input.home },
  load: (db, items, { county }) => loadInstalled(db, county, items),
  place: ({ home }) => ({ organisations: [home.contractor] }),
  may: mayInstall,
  check: (facts, item, context) =>
    checkInstall(facts, item.input.devices, installedOn(item), context, item.input.workers),
  apply: async (tx, items, { county, actor }) => {
    await sql`
      insert into installation (county, home, contractor, installed_on, installed_by, install_act)
      select ${county}, i.home, i.contractor, i.day, ${actor.id}, i.act
        from unnest(${items.map((i) => i.subject)}::uuid[], ${items.map((i) => i.facts.home.contractor)}::uuid[],
                    ${items.map(installedOn)}::date[], ${items.map((i) => i.id)}::uuid[])
               as i (home, contractor, day, act)`.execute(tx)
    await insertDevices(
      tx,
      county,
      items.flatMap((item) =>
        item.input.devices.map((device) => ({
          ...device,
          home: item.subject,
          day: installedOn(item),
          act: item.id,
        })),
      ),
    )
    await keepCrews(tx, county, items)
    await moveHomes(
      tx,
      county,
      items.map((item) => item.subject),
      'installed',
    )
    return items.map(({ input }) => ({ result: { units: input.devices.length } }))
  },
})

/** A machine taken off the record stays as history; the firm's own check has to cover what is there now. */
export const correctDevices = defineAct({
  kind: 'home.correct-devices',
  version: 1,
  input: CorrectDevices,
  permission: 'home.correct-devices',
  clauses: ['§3.3.3', '§4.2'],
  evidence: ['photo'],
  subject: { type: 'home', of: (input) => input.home },
  load: (db, items, { county }) => loadInstalled(db, county, items),
  place: ({ home }) => ({ organisations: [home.contractor] }),
  may: mayCorrectDevices,
  check: (facts, { input }, context) => checkCorrection(facts, input.devices, context),
  apply: async (tx, items, { county, today }) => {
    const changes = items.map((item) => ({
      ...item,
      ...deviceChanges(item.facts.devices, item.input.devices),
    }))
    const removed = changes.flatMap((c) =>
      c.removed.map(({ serial }) => ({ home: c.subject, serial, act: c.id })),
    )
    await sql`
      update device set removed_on = ${today}, removed_act = r.act
        from unnest(${removed.map((r) => r.home)}::uuid[], ${removed.map((r) => r.serial)}::text[],
                    ${removed.map((r) => r.act)}::uuid[]) as r (home, serial, act)
       where device.county = ${county} and device.home = r.home and device.serial = r.serial
         and device.removed_on is null`.execute(tx)
    await insertDevices(
      tx,
      county,
      changes.flatMap((c) =>
        c.added.map((device) => ({ ...device, home: c.subject, day: today, act: c.id })),
      ),
    )
    const homes = items.map((item) => item.subject)
    await sql`
      update installation set self_checked_on = null, self_checked_by = null, self_check = null, self_check_act = null
       where county = ${county} and home = any(${homes}::uuid[])`.execute(tx)
    await letCommissioningsFall(tx, county, homes, today)
    await moveHomes(tx, county, homes, 'installed')
    return changes.map((c) => ({ result: { added: c.added.length, removed: c.removed.length } }))
  },
})

interface NewDevice {
  home: string
  serial: string
  entered?: Entered | undefined
  model: string
  day: Day
  act: string
}

/** In the order of serials, so that two submissions that cross wait for each other instead of for ever. */
async function insertDevices(tx: WriteDb, county: number, devices: readonly NewDevice[]): Promise<void> {
  if (devices.length === 0) return
  const rows = [...devices].sort((a, b) => (a.serial < b.serial ? -1 : 1))
  const { numAffectedRows } = await sql`
    insert into device (county, id, home, serial, model, installed_on, act, entered)
    select ${county}, * from unnest(
      ${rows.map(() => newId())}::uuid[], ${rows.map((d) => d.home)}::uuid[], ${rows.map((d) => d.serial)}::text[],
      ${rows.map((d) => d.model)}::uuid[], ${rows.map((d) => d.day)}::date[], ${rows.map((d) => d.act)}::uuid[],
      ${rows.map((d) => d.entered ?? null)}::text[])
        on conflict (county, serial) where removed_on is null do nothing`.execute(tx)
  if (Number(numAffectedRows ?? 0n) < rows.length)
    throw new Overtaken('A serial number was taken by another home in the same moment.')
}
