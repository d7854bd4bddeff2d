import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { inScope } from '../../../kernel/identity/authority.ts'
import { checklistFor } from '../../../kernel/pack/checklist.ts'
import { amount } from '../../../kernel/pack/pack.ts'
import { type LotLine, lotLines } from '../../suppliers/model.ts'
import { devicesOf } from '../../works/public.ts'
import { foundLabel } from '../found-label.ts'
import {
  type DrawCause,
  FindChecks,
  FindSamples,
  type Finding,
  type SampleLevel,
  sampleLevels,
  type SampleStanding,
} from '../model.ts'
import { partsToMeasure } from '../parts-to-measure.ts'
import { isWhole, type SampleCounts, sampleTerms, standingOf, wantedOf } from '../rules/samples.ts'
import { isOfLine, noHomes, sampleCounts } from '../sample-counts.ts'

const pageSize = 50

const inHomes = (context: Pick<QueryContext, 'scope'>) =>
  inScope(context.scope, { town: sql.ref('h.town'), village: sql.ref('h.village') })

export interface LevelStanding extends SampleCounts {
  wanted: number
  whole: boolean
  standing: SampleStanding
}

const levelOf = (counts: SampleCounts, level: SampleLevel, { pack, today }: QueryContext): LevelStanding => {
  const terms = sampleTerms(pack, level, today)
  const { accepted, undrawn, drawn, passed, failed, failures } = counts
  return {
    accepted,
    undrawn,
    drawn,
    passed,
    failed,
    failures,
    wanted: wantedOf(counts, terms),
    whole: isWhole(counts, terms),
    standing: standingOf(counts, terms),
  }
}

interface LineStanding extends Record<SampleLevel, LevelStanding> {
  code: string
  line: LotLine
}

/** By village and line of work, those of a village one after the other. */
async function standings(
  db: ReadDb,
  context: QueryContext,
  where: RawBuilder<unknown>,
): Promise<LineStanding[]> {
  const found = new Map<string, LineStanding>()
  const none = (level: SampleLevel) => levelOf(noHomes, level, context)
  for (const { village: code, line, level, ...counts } of await sampleCounts(db, context.county, where))
    found.set(`${code} ${line}`, {
      ...(found.get(`${code} ${line}`) ?? { code, line, town: none('town'), county: none('county') }),
      [level]: levelOf(counts, level, context),
    })
  return [...found.values()]
}

export async function listSampled(
  db: ReadDb,
  context: QueryContext,
  { search, line, ...wanted }: Omit<z.output<typeof FindSamples>, 'page'>,
) {
  const { county } = context
  const found = await standings(db, context, inHomes(context))
  const names = await sql<{ code: string; village: string; villageName: string; townName: string }>`
      select g.code, g.id as village, v.name as "villageName", t.name as "townName"
        from village g
        join area v on v.county = ${county} and v.code = g.code
        join area t on t.county = ${county} and t.code = g.town
       where g.county = ${county} and g.code = any(${[...new Set(found.map(({ code }) => code))]}::text[])
       order by g.code`.execute(db)
  return names.rows.flatMap((row) => {
    if (search && !row.villageName.includes(search) && !row.townName.includes(search)) return []
    return found
      .filter(
        (each) =>
          each.code === row.code &&
          (!line || each.line === line) &&
          sampleLevels.every((level) => !wanted[level] || each[level].standing === wanted[level]),
      )
      .map((each) => ({ ...row, ...each }))
  })
}

/** Villages and lines of which something is accepted or drawn, with where the samples of town and county stand. */
const sampleVillages = defineQuery({
  name: 'sample.villages',
  input: FindSamples,
  permission: 'sample.read',
  run: async (db, { page, ...wanted }, context) => {
    const rows = await listSampled(db, context, wanted)
    return {
      total: rows.length,
      pageSize,
      rows: rows.slice(page * pageSize, (page + 1) * pageSize),
    }
  },
})

interface DrawRow {
  id: string
  line: LotLine
  level: SampleLevel
  number: number
  cause: DrawCause
  reason: string | null
  seed: string
  method: string
  frameSize: number
  frameDigest: string
  size: number
  drawnOn: string
  drawnBy: string | null
}

interface DrawnRow {
  home: string
  level: SampleLevel
  draw: number
  place: number
  sequence: number
  householder: string
  address: string
  stage: string
  ended: string | null
  passed: boolean | null
  checks: number
  checkedOn: string | null
  checker: string | null
  findings: Finding[] | null
  line: LotLine
  areaKind: 'urban' | 'rural'
}

/** One village, line by line: its draws with all that is needed to draw them again, and the homes drawn with what was found. */
const samplePage = defineQuery({
  name: 'sample.page',
  input: z.object({ village: z.uuid() }),
  permission: 'sample.read',
  run: async (db, { village }, context) => {
    const { county, pack } = context
    const named = await sql<{ code: string; villageName: string; townName: string }>`
      select h.code, v.name as "villageName", t.name as "townName"
        from village h
        join area v on v.county = ${county} and v.code = h.code
        join area t on t.county = ${county} and t.code = h.town
       where h.county = ${county} and h.id = ${village}
         and ${inScope(context.scope, { town: sql.ref('h.town'), village: sql.ref('h.code') })}`.execute(db)
    const [place] = named.rows
    if (!place) throw new NotFound()
    const found = await standings(db, context, sql`h.village = ${place.code}`)
    const draws = await sql<DrawRow>`
      select d.id, l.line, d.level, d.number, d.cause, d.reason, d.seed, d.method, cardinality(d.frame) as "frameSize",
             d.frame_digest as "frameDigest", d.size, d.drawn_on as "drawnOn", p.name as "drawnBy"
        from sample_draw d
        join unnest(${[...lotLines]}::text[]) l (line) on ${isOfLine(county, sql.ref('l.line'))}
        left join account p on p.county = ${county} and p.id = d.drawn_by
       where d.county = ${county} and d.code = ${place.code}
       order by l.line desc, d.level desc, d.number`.execute(db)
    const homes = await sql<DrawnRow>`
      select s.home, s.level, d.number as draw, s.place, h.sequence, h.householder, h.address, h.stage, h.ended,
             h.line, h.area_kind as "areaKind", s.passed, coalesce(c.number, 0) as checks, c.checked_on as "checkedOn", p.name as checker, c.findings
        from sample_draw d
        join sample_home s on s.county = ${county} and s.draw = d.id
        join home h on h.county = ${county} and h.id = s.home
        left join lateral (select * from sample_check e
                            where e.county = ${county} and e.home = s.home and e.level = s.level
                            order by e.number desc limit 1) c on true
        left join account p on p.county = ${county} and p.id = c.checker
       where d.county = ${county} and d.code = ${place.code}
       order by s.level desc, d.number, s.place`.execute(db)
    return {
      ...place,
      lines: found.map(({ line, town, county: bureau }) => ({ line, town, county: bureau })),
      draws: draws.rows,
      homes: homes.rows.map((row) => ({
        ...row,
        findings: (row.findings ?? []).map((finding) => ({
          ...finding,
          about: finding.of,
          item: foundLabel(pack, row, 'sample-check', finding.kind, finding.of),
        })),
      })),
    }
  },
})

interface CheckRow {
  home: string
  village: string
  villageName: string
  sequence: number
  householder: string
  address: string
  units: number
  /** Of measured parts; 0 of machines. */
  areaM2: number
  line: LotLine
  checks: number
}

const permissionOf = { town: 'home.check-town', county: 'home.check-county' } as const

/** Homes drawn for this level that somebody has to enter; those being put right come back once accepted anew. */
const workChecks = defineQuery({
  name: 'work.checks',
  input: FindChecks,
  permission: 'sample.read',
  run: async (db, { level, village, page }, { county, scopeFor }) => {
    const all = sql`
      from sample_home s
      join home h on h.county = ${county} and h.id = s.home
      join area v on v.county = ${county} and v.code = h.village
     where s.county = ${county} and s.level = ${level} and s.passed is not true and h.ended is null
       and h.stage not in ('installed', 'self-checked')
       and ${inHomes({ scope: scopeFor(permissionOf[level]) })}`
    const villages = await sql<{ village: string; villageName: string; homes: number }>`
      select h.village, v.name as "villageName", count(*)::int as homes ${all} group by 1, 2 order by 1`.execute(
      db,
    )
    const { rows } = await sql<CheckRow>`
      select h.id as home, h.village, v.name as "villageName", h.sequence, h.householder, h.address, h.line,
             (select count(*)::int from device d
               where d.county = ${county} and d.home = h.id and d.removed_on is null) as units,
             (select coalesce(sum(p.centi_m2), 0)::int from installation_part p
               where p.county = ${county} and p.home = h.id) / 100.0 as "areaM2",
             (select count(*)::int from sample_check c
               where c.county = ${county} and c.home = h.id and c.level = ${level}) as checks
        ${village ? sql`${all} and h.village = ${village}` : all}
       order by h.village, h.sequence limit ${pageSize} offset ${page * pageSize}`.execute(db)
    const total = villages.rows
      .filter((row) => !village || row.village === village)
      .reduce((sum, { homes }) => sum + homes, 0)
    return { total, pageSize, villages: villages.rows, rows }
  },
})

interface ToCheckRow {
  home: string
  village: string
  villageName: string
  householder: string
  address: string
  stage: string
  line: string
  areaKind: 'urban' | 'rural'
}

/** What somebody needs who stands in a drawn home. */
const checkForm = defineQuery({
  name: 'check.form',
  input: z.object({ home: z.uuid() }),
  permission: 'sample.read',
  run: async (db, { home }, context) => {
    const { county, pack, today } = context
    const found = await sql<ToCheckRow>`
      select h.id as home, g.id as village, v.name as "villageName", h.householder, h.address, h.stage,
             h.line, h.area_kind as "areaKind"
        from home h
        join village g on g.county = ${county} and g.code = h.village
        join area v on v.county = ${county} and v.code = h.village
       where h.county = ${county} and h.id = ${home} and ${inHomes(context)}`.execute(db)
    const [row] = found.rows
    if (!row) throw new NotFound()
    const devices = (await devicesOf(db, county, [home])).get(home) ?? []
    return {
      ...row,
      devices: devices.map(({ serial }) => ({ serial })),
      parts: await partsToMeasure(db, county, pack, row, home),
      checklist: checklistFor(pack, row, 'sample-check'),
      leastPhotos: amount(pack, 'acceptance.samplePhotos', today),
    }
  },
})

export const sampleQueries = [sampleVillages, samplePage, workChecks, checkForm] as const
