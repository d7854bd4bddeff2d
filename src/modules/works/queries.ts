import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { defineQuery, type QueryContext } from '../../kernel/act/define.ts'
import { NotFound } from '../../kernel/act/not-found.ts'
import { inScope } from '../../kernel/identity/authority.ts'
import { checklistFor } from '../../kernel/pack/checklist.ts'
import { commissioningList } from '../../kernel/pack/measurements.ts'
import { amount, measuredWorks } from '../../kernel/pack/pack.ts'
import { FindInstallations, type InstallationStep } from './model.ts'
import {
  commissioningsOf,
  devicesOf,
  installationsOf,
  materialsOf,
  partsOf,
  recheckOf,
  withoutRun,
} from './public.ts'

const pageSize = 50

interface WaitingRow {
  home: string
  villageName: string
  townName: string
  sequence: number
  householder: string
  address: string
  wantedEquipment: string | null
  wantedUnits: number | null
  step: InstallationStep
  installedOn: string | null
  sentBackOn: string | null
}

/** Where a home stands for its contractor; null where nothing waits there. */
const stepOf = (run: RawBuilder<unknown>) => sql`case when r.home is not null then 'to-take-back'
                      when h.stage = 'assigned' then 'to-install'
                      when h.stage = 'installed' and i.sent_back_on is not null then 'sent-back'
                      when h.stage = 'installed' then 'to-self-check'
                      when ${run} then 'to-commission' end`

const waiting = ({ county, scope }: QueryContext, run: RawBuilder<unknown>) => sql`
  from home h
  join area v on v.county = ${county} and v.code = h.village
  join area t on t.county = ${county} and t.code = h.town
  left join installation i on i.county = ${county} and i.home = h.id
 left join device_return r on r.county = ${county} and r.home = h.id and r.returned_on is null
 where h.county = ${county}
   and (r.home is not null or (h.ended is null and (h.stage in ('assigned', 'installed') or ${run})))
   and ${inScope(scope, { organisations: [sql.ref('h.contractor')] })}`

/** What waits for a contractor's people: homes to fit, to check, and those the supervisor sent back (§3.3.3). */
const workInstallations = defineQuery({
  name: 'work.installations',
  input: FindInstallations,
  permission: 'home.install',
  run: async (db, { step: wanted, village, search, page }, context) => {
    const { county, pack, today } = context
    const run = sql`(h.stage in ('self-checked', 'inspected') and ${withoutRun(county, pack, today)})`
    const step = stepOf(run)
    const all = waiting(context, run)
    const narrowed: RawBuilder<unknown>[] = []
    if (wanted) narrowed.push(sql`${step} = ${wanted}`)
    if (village) narrowed.push(sql`h.village = ${village}`)
    if (search) {
      const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`
      narrowed.push(
        sql`(h.householder like ${pattern} or h.address like ${pattern} or v.name like ${pattern})`,
      )
    }
    const rest = narrowed.length ? sql`and ${sql.join(narrowed, sql` and `)}` : sql``
    const counted = await sql<{
      step: InstallationStep
      village: string
      villageName: string
      homes: number
    }>`
      select ${step} as step, h.village, v.name as "villageName", count(*) as homes ${all}
       group by 1, 2, 3 order by 2, 1`.execute(db)
    // Of a whole step or village the total is counted already; only a search has to be counted by itself.
    const total = search
      ? (await sql<{ total: number }>`select count(*) as total ${all} ${rest}`.execute(db)).rows[0]?.total
      : counted.rows
          .filter((row) => (!wanted || row.step === wanted) && (!village || row.village === village))
          .reduce((sum, { homes }) => sum + homes, 0)
    const { rows } = await sql<WaitingRow>`
      select h.id as home, v.name as "villageName", t.name as "townName", h.sequence, h.householder, h.address,
             h.wanted_equipment as "wantedEquipment", h.wanted_units as "wantedUnits", ${step} as step,
             i.installed_on as "installedOn", i.sent_back_on as "sentBackOn"
        ${all} ${rest}
       order by i.sent_back_on nulls last, h.village, h.sequence limit ${pageSize} offset ${page * pageSize}`.execute(
      db,
    )
    return { total: total ?? 0, pageSize, counts: counted.rows, rows }
  },
})

interface HomeRow {
  id: string
  stage: string
  contractor: string | null
  contractorName: string | null
  supervisorName: string | null
  wantedEquipment: string | null
  wantedUnits: number | null
  householder: string
  line: string
  areaKind: 'urban' | 'rural'
  address: string
  villageName: string
  route: string | null
}

/** A home's machines, those taken off the record included, and the firm's own check, with its checklist. */
const installationPage = defineQuery({
  name: 'installation.page',
  input: z.object({ home: z.uuid() }),
  permission: 'register.read',
  run: async (db, { home }, { county, scope, pack, today }) => {
    const seen = inScope(scope, {
      town: sql.ref('h.town'),
      village: sql.ref('h.village'),
      organisations: [sql.ref('h.contractor'), sql.ref('h.supervisor')],
      home: sql.ref('h.id'),
    })
    const found = await sql<HomeRow>`
      select h.id, h.stage, h.contractor, c.name as "contractorName", s.name as "supervisorName",
             h.wanted_equipment as "wantedEquipment", h.wanted_units as "wantedUnits", h.householder, h.address,
             h.line, h.area_kind as "areaKind", v.name as "villageName", g.route
        from home h
        join area v on v.county = ${county} and v.code = h.village
        left join village g on g.county = ${county} and g.code = h.village
        left join organisation c on c.county = ${county} and c.id = h.contractor
        left join organisation s on s.county = ${county} and s.id = h.supervisor
       where h.county = ${county} and h.id = ${home} and ${seen}`.execute(db)
    const [row] = found.rows
    if (!row) throw new NotFound()
    const removed = await sql<{ serial: string; maker: string; modelName: string; removedOn: string }>`
      select d.serial, m.maker, m.model as "modelName", d.removed_on as "removedOn"
        from device d join equipment_model m on m.county = ${county} and m.id = d.model
       where d.county = ${county} and d.home = ${home} and d.removed_on is not null
       order by d.removed_on, d.serial`.execute(db)
    const installation = (await installationsOf(db, county, [home])).get(home)
    return {
      ...row,
      installation: installation
        ? {
            installedOn: installation.installedOn,
            selfCheckedOn: installation.selfCheckedOn,
            selfCheck: installation.selfCheck,
            sentBackOn: installation.sentBackOn,
          }
        : null,
      devices: (await devicesOf(db, county, [home])).get(home) ?? [],
      recheck: await recheckOf(db, county, home),
      removed: removed.rows,
      checklist: checklistFor(pack, row, 'self-check'),
      measured: measuredWorks(pack, row) ?? null,
      parts: (await partsOf(db, county, [home])).get(home) ?? [],
      materials: (await materialsOf(db, county, [home])).get(home) ?? [],
      commissioning: (await commissioningsOf(db, county, [home])).get(home) ?? null,
      commissioningList: measuredWorks(pack, row)
        ? null
        : (commissioningList(pack, row.route, today) ?? null),
      leastCommissioningPhotos: amount(pack, 'commissioning.photos', today),
      leastPhotos: amount(pack, 'acceptance.selfCheckPhotos', today),
    }
  },
})

/** Whether the family's machines are to be checked again, since when, whether because they moved, and how far that is. */
const ownRecheck = defineQuery({
  name: 'home.own-recheck',
  input: z.object({}),
  permission: 'home.own',
  run: async (db, _input, { county, scope }) => {
    const [home] = scope.homes
    if (!home) throw new NotFound()
    return { recheck: await recheckOf(db, county, home) }
  },
})

export const queries = [workInstallations, installationPage, ownRecheck] as const
