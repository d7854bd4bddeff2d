import { type RawBuilder, sql } from 'kysely'
import { literal } from '../../kernel/database/literal.ts'
import { z } from 'zod'
import { defineQuery, type QueryContext } from '../../kernel/act/define.ts'
import { NotFound } from '../../kernel/act/not-found.ts'
import type { ReadDb } from '../../kernel/database/database.ts'
import { inScope, type Scope } from '../../kernel/identity/authority.ts'
import { type ChecklistAnswer, checklistFor, getChecklist } from '../../kernel/pack/checklist.ts'
import { amount, measuredWorks } from '../../kernel/pack/pack.ts'
import { commissioningsOf, devicesOf, isCommissioningAsked } from '../works/public.ts'
import { partsToMeasure } from './parts-to-measure.ts'
import {
  FindInspections,
  FindSignOffs,
  type Finding,
  type InspectionStep,
  type Level,
  type SampleLevel,
} from './model.ts'

const pageSize = 50

const latestVisit = (county: number) => sql`
  lateral (select * from acceptance_visit e where e.county = ${county} and e.home = h.id
            order by e.number desc limit 1) a on true`

async function countOf(db: ReadDb, where: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*) as total ${where}`.execute(db)
  return rows[0]?.total ?? 0
}

const sumOf = (rows: readonly { homes: number }[]): number => rows.reduce((sum, { homes }) => sum + homes, 0)

interface InspectionRow {
  home: string
  villageName: string
  townName: string
  sequence: number
  householder: string
  address: string
  step: InspectionStep
  units: number
  /** Of measured parts; 0 of machines. */
  areaM2: number
  selfCheckedOn: string | null
  visits: number
  lastVisitedOn: string | null
}

const inspectionStep = sql`case when h.stage = 'self-checked' then 'to-visit'
                                when h.stage = 'installed' then 'sent-back'
                                when h.stage = 'inspected' then 'passed' end`

/** A supervisor's homes: to visit, sent back and with the contractor again, passed and waiting for sign-off. */
const workInspections = defineQuery({
  name: 'work.inspections',
  input: FindInspections,
  permission: 'home.inspect',
  run: async (db, { step, village, search, page }, { county, scope }) => {
    const all = sql`
      from home h
      join area v on v.county = ${county} and v.code = h.village
      join area t on t.county = ${county} and t.code = h.town
      join installation i on i.county = ${county} and i.home = h.id
     where h.county = ${county} and h.ended is null
       and (h.stage in ('self-checked', 'inspected') or (h.stage = 'installed' and i.sent_back_on is not null))
       and ${inScope(scope, { organisations: [sql.ref('h.supervisor')] })}`
    const counted = await sql<{ step: InspectionStep; village: string; villageName: string; homes: number }>`
      select ${inspectionStep} as step, h.village, v.name as "villageName", count(*) as homes ${all}
       group by 1, 2, 3 order by 2, 1`.execute(db)
    const narrowed: RawBuilder<unknown>[] = [sql`${inspectionStep} = ${step}`]
    if (village) narrowed.push(sql`h.village = ${village}`)
    if (search) {
      const pattern = `%${literal(search)}%`
      narrowed.push(
        sql`(h.householder like ${pattern} or h.address like ${pattern} or v.name like ${pattern})`,
      )
    }
    const where = sql`${all} and ${sql.join(narrowed, sql` and `)}`
    // Of a whole step or village the total is counted already; only a search has to be counted by itself.
    const total = search
      ? await countOf(db, where)
      : sumOf(counted.rows.filter((row) => row.step === step && (!village || row.village === village)))
    const { rows } = await sql<InspectionRow>`
      select h.id as home, h."villageName", h."townName", h.sequence, h.householder, h.address, h.step,
             h."selfCheckedOn",
             (select count(*) from device d where d.county = ${county} and d.home = h.id and d.removed_on is null) as units,
             (select coalesce(sum(p.centi_m2), 0)::int from installation_part p
               where p.county = ${county} and p.home = h.id) / 100.0 as "areaM2",
             coalesce(a.number, 0) as visits, a.visited_on as "lastVisitedOn"
        from (select h.id, v.name as "villageName", t.name as "townName", h.village, h.sequence, h.householder,
                     h.address, ${inspectionStep} as step, i.self_checked_on as "selfCheckedOn"
                ${where}
               order by i.self_checked_on nulls last, h.village, h.sequence
               limit ${pageSize} offset ${page * pageSize}) h
        left join ${latestVisit(county)}
       order by h."selfCheckedOn" nulls last, h.village, h.sequence`.execute(db)
    return { total, pageSize, counts: counted.rows, rows }
  },
})

interface SignOffRow {
  home: string
  village: string
  villageName: string
  sequence: number
  householder: string
  address: string
  units: number
  /** Of measured parts; 0 of machines. */
  areaM2: number
  visitedOn: string
  otherSignedOn: string | null
  committed: boolean
}

const permissionOf: Record<Level, string> = {
  village: 'home.sign-off-village',
  town: 'home.sign-off-town',
}

/** Homes with a passed visit that wait for this level's sign-off, as far as this person may give it. */
const workSignOffs = defineQuery({
  name: 'work.sign-offs',
  input: FindSignOffs,
  permission: 'register.read',
  run: async (db, { level, village, page }, { county, scopeFor, pack }) => {
    const scope: Scope = scopeFor(permissionOf[level])
    const other: Level = level === 'village' ? 'town' : 'village'
    const all = sql`
      from home h
      join area v on v.county = ${county} and v.code = h.village
      join ${latestVisit(county)}
      left join sign_off o on o.county = ${county} and o.home = h.id and o.visit = a.id and o.level = ${other}
      left join signed_paper c on c.county = ${county} and c.home = h.id and c.paper = 'commitment'
     where h.county = ${county} and h.ended is null and h.stage = 'inspected' and a.passed
       and not exists (select 1 from sign_off s where s.county = ${county} and s.home = h.id and s.visit = a.id
                        and s.level = ${level})
       and ${inScope(scope, { town: sql.ref('h.town'), village: sql.ref('h.village') })}`
    const villages = await sql<{ village: string; villageName: string; homes: number }>`
      select h.village, v.name as "villageName", count(*) as homes ${all} group by 1, 2 order by 1`.execute(
      db,
    )
    const where = village ? sql`${all} and h.village = ${village}` : all
    const { rows } = await sql<SignOffRow>`
      select h.id as home, h.village, v.name as "villageName", h.sequence, h.householder, h.address,
             (select count(*) from device d where d.county = ${county} and d.home = h.id and d.removed_on is null) as units,
             (select coalesce(sum(p.centi_m2), 0)::int from installation_part p
               where p.county = ${county} and p.home = h.id) / 100.0 as "areaM2",
             a.visited_on as "visitedOn", o.signed_on as "otherSignedOn", c.home is not null as committed
        ${where}
       order by h.village, h.sequence limit ${pageSize} offset ${page * pageSize}`.execute(db)
    const total = sumOf(villages.rows.filter((row) => !village || row.village === village))
    return { total, pageSize, villages: villages.rows, rows, checklist: getChecklist(pack, 'sign-off') }
  },
})

interface PageRow {
  id: string
  stage: string
  ended: string | null
  acceptedOn: string | null
  committed: boolean
  line: string
  areaKind: 'urban' | 'rural'
  /** The household has signed the acceptance. */
  confirmed: boolean
  householder: string
  address: string
  villageName: string
}

interface CheckRow {
  id: string
  level: SampleLevel
  number: number
  passed: boolean
  checkedOn: string
  items: ChecklistAnswer[]
  findings: Finding[]
  parts: { part: string; areaM2: number }[]
  remark: string | null
}

interface VisitRow {
  id: string
  number: number
  passed: boolean
  visitedOn: string
  items: ChecklistAnswer[]
  serials: string[]
  findings: Finding[]
  parts: { part: string; areaM2: number }[]
  remark: string | null
  supervisorName: string | null
  villageSignedOn: string | null
  townSignedOn: string | null
}

/** Everything about one home's acceptance: machines, each visit with its findings, sign-offs, what is still missing. */
const acceptancePage = defineQuery({
  name: 'acceptance.page',
  input: z.object({ home: z.uuid() }),
  permission: 'register.read',
  run: async (db, { home }, context: QueryContext) => {
    const { county, scope, pack, today } = context
    const seen = inScope(scope, {
      town: sql.ref('h.town'),
      village: sql.ref('h.village'),
      organisations: [sql.ref('h.contractor'), sql.ref('h.supervisor')],
      home: sql.ref('h.id'),
    })
    const found = await sql<PageRow>`
      select h.id, h.stage, h.ended, h.accepted_on as "acceptedOn", c.home is not null as committed,
             h.line, h.area_kind as "areaKind", k.home is not null as confirmed, h.householder, h.address, v.name as "villageName"
        from home h
        join area v on v.county = ${county} and v.code = h.village
        left join signed_paper c on c.county = ${county} and c.home = h.id and c.paper = 'commitment'
        left join signed_paper k on k.county = ${county} and k.home = h.id and k.paper = 'acceptance'
       where h.county = ${county} and h.id = ${home} and ${seen}`.execute(db)
    const [row] = found.rows
    if (!row) throw new NotFound()
    const visits = await sql<VisitRow>`
      select a.id, a.number, a.passed, a.visited_on as "visitedOn", a.items, a.serials, a.findings, a.parts, a.remark,
             o.name as "supervisorName", v.signed_on as "villageSignedOn", t.signed_on as "townSignedOn"
        from acceptance_visit a
        left join organisation o on o.county = ${county} and o.id = a.supervisor
        left join sign_off v on v.county = ${county} and v.home = a.home and v.visit = a.id and v.level = 'village'
        left join sign_off t on t.county = ${county} and t.home = a.home and t.visit = a.id and t.level = 'town'
       where a.county = ${county} and a.home = ${home}
       order by a.number desc`.execute(db)
    const checks = await sql<CheckRow>`
      select c.id, c.level, c.number, c.passed, c.checked_on as "checkedOn", c.items, c.findings, c.parts, c.remark
        from sample_check c
       where c.county = ${county} and c.home = ${home}
       order by c.checked_on desc, c.id desc`.execute(db)
    const devices = (await devicesOf(db, county, [home])).get(home) ?? []
    return {
      ...row,
      onRecord: { commitment: row.committed, confirmation: row.confirmed },
      devices: devices.map(({ serial, maker, modelName, accepted }) => ({
        serial,
        maker,
        modelName,
        accepted,
      })),
      /** A visit cannot pass before the contractor’s run has. */
      wantsRun:
        isCommissioningAsked(pack, today) &&
        !measuredWorks(pack, row) &&
        !(await commissioningsOf(db, county, [home])).get(home)?.passed,
      visits: visits.rows,
      checks: checks.rows,
      parts: await partsToMeasure(db, county, pack, row, home),
      sampleChecklist: checklistFor(pack, row, 'sample-check'),
      checklist: checklistFor(pack, row, 'in-home'),
      signOffChecklist: getChecklist(pack, 'sign-off'),
      leastPhotos: amount(pack, 'acceptance.inHomePhotos', today),
    }
  },
})

export const queries = [workInspections, workSignOffs, acceptancePage] as const
