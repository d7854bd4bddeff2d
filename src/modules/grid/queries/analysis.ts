import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { covers, inScope } from '../../../kernel/identity/authority.ts'
import { hasParameter, type Pack, parameter } from '../../../kernel/pack/pack.ts'
import { findHomes, homePlace } from '../../households/public.ts'
import { findSeasons, type SeasonState } from '../../subsidies/public.ts'
import { AnalysedHomes } from '../model.ts'
import { bitOf, type SeasonFlag, seasonFlags, flagsOf } from '../rules/flags.ts'
import type { KeptPart } from '../rules/home-results.ts'
import { doubtfulBits, mostAllocatedName, whyLeftOut } from '../rules/may-take.ts'
import type { Reason, SeasonSign } from '../rules/reasons.ts'
import { byLotName } from '../rules/visits.ts'
import { seasonFiles } from '../season-inputs.ts'

const ofHome = { town: sql.ref('h.town'), village: sql.ref('h.village') }

const latestOf = (db: ReadDb, county: number, season: string) =>
  db
    .selectFrom('season_analysis as s')
    .leftJoin('account', (join) =>
      join.onRef('account.county', '=', 's.county').onRef('account.id', '=', 's.analysed_by'),
    )
    .select([
      's.id',
      's.number',
      's.from_on as fromOn',
      's.to_on as toOn',
      's.files_digest as filesDigest',
      's.weights_digest as weightsDigest',
      's.reading_files as readingFiles',
      's.temperature_files as temperatureFiles',
      's.reading_count as readings',
      's.home_count as homes',
      's.finding_count as findings',
      's.analysed_on as analysedOn',
      'account.name as by',
    ])
    .where('s.county', '=', county)
    .where('s.season', '=', season)
    .orderBy('s.number', 'desc')
    .limit(1)
    .executeTakeFirst()

/** The share as it stands at the season's end; nothing may be allocated where the pack says none. */
function mostAllocated(pack: Pack, { ends_on }: SeasonState) {
  const day = ends_on < pack.validFrom ? pack.validFrom : ends_on
  return hasParameter(pack, mostAllocatedName, day) ? parameter(pack, mostAllocatedName, day) : null
}

/** The latest analysis of a season: what it was run on, and how many homes each flag stands at. */
export const analysisPage = defineQuery({
  name: 'season.analysis',
  input: z.object({ season: z.uuid() }),
  permission: 'statement.read',
  run: async (db, { season: id }, { county, scope, pack, today }) => {
    const season = (await findSeasons(db, county, [id])).get(id)
    if (!season) throw new NotFound()
    const share = mostAllocated(pack, season)
    const frame = {
      id,
      name: season.name,
      startsOn: season.starts_on,
      endsOn: season.ends_on,
      over: today > season.ends_on,
      mostAllocated: share,
      byLotPercent: Number(parameter(pack, byLotName, today).value),
    }
    const analysis = await latestOf(db, county, id)
    if (!analysis) return { ...frame, analysis: null, flags: [], doubtful: 0, homes: 0, taken: 0, towns: [] }
    const { digest } = await seasonFiles(db, county, season, today)
    const counts = seasonFlags.map(
      (flag) => sql`count(*) filter (where (s.flags & ${bitOf(flag)}::int) <> 0)::int as ${sql.ref(flag)}`,
    )
    const { rows } = await sql<Record<SeasonFlag | 'homes' | 'doubtful' | 'taken', number>>`
      select count(*)::int as homes, ${sql.join(counts)},
             count(*) filter (where ${isDoubtful(Number(share?.value ?? 0))})::int as doubtful,
             count(u.home)::int as taken
        from season_home s
        join home h on h.county = ${county} and h.id = s.home
        left join usage_reading u on u.county = ${county} and u.season = ${id} and u.home = s.home
       where s.county = ${county} and s.analysis = ${analysis.id} and ${inScope(scope, ofHome)}`.execute(db)
    const [found] = rows
    const { rows: towns } = await sql<{ town: string; name: string }>`
      select distinct h.town, a.name
        from season_home s
        join home h on h.county = ${county} and h.id = s.home
        join area a on a.county = ${county} and a.code = h.town
       where s.county = ${county} and s.analysis = ${analysis.id} and ${inScope(scope, ofHome)}
       order by h.town`.execute(db)
    const { filesDigest, weightsDigest, ...told } = analysis
    return {
      ...frame,
      analysis: {
        ...told,
        filesDigest: filesDigest.toString('hex'),
        weightsDigest: weightsDigest.toString('hex'),
        // What came in since is not in it.
        isOld: Buffer.compare(filesDigest, digest) !== 0,
      },
      flags: seasonFlags.flatMap((flag) => {
        const homes = found?.[flag] ?? 0
        return homes > 0 ? [{ flag, homes }] : []
      }),
      homes: found?.homes ?? 0,
      doubtful: found?.doubtful ?? 0,
      taken: found?.taken ?? 0,
      towns,
    }
  },
})

const isDoubtful = (percent: number) =>
  sql<boolean>`((s.flags & ${doubtfulBits}::int) <> 0 or s.allocated * 100 > ${percent}::float8)`

interface AnalysedRow {
  home: string
  town: string
  village: string
  sequence: number
  householder: string
  centiKwh: number
  lowerCentiKwh: number
  upperCentiKwh: number
  allocated: number
  flags: number
  taken: boolean
}

/** What the latest analysis says of homes: electricity, bounds and flags; whoever has no business with scores sees none. */
export async function findAnalysedHomes(
  db: ReadDb,
  { county, scope, pack }: Pick<QueryContext, 'county' | 'scope' | 'pack'>,
  { season: id, flag, doubtful, town, search }: z.output<typeof AnalysedHomes>,
  part: { limit: number; offset: number },
) {
  const season = (await findSeasons(db, county, [id])).get(id)
  if (!season) throw new NotFound()
  const analysis = await latestOf(db, county, id)
  if (!analysis) return { rows: [], total: 0 }
  const percent = Number(mostAllocated(pack, season)?.value ?? 0)
  const found = sql`
    from season_home s
    join home h on h.county = ${county} and h.id = s.home
    join area t on t.county = ${county} and t.code = h.town
    join area v on v.county = ${county} and v.code = h.village
   where s.county = ${county} and s.analysis = ${analysis.id} and ${inScope(scope, ofHome)}
     and ${flag ? sql`(s.flags & ${bitOf(flag)}::int) <> 0` : sql`true`}
     and ${doubtful === undefined ? sql`true` : doubtful ? isDoubtful(percent) : sql`not ${isDoubtful(percent)}`}
     and (${town ?? null}::text is null or h.town = ${town ?? null})
     and (${search ?? null}::text is null or h.householder like ${`%${search ?? ''}%`})`
  const { rows } = await sql<AnalysedRow>`
    select s.home, t.name as town, v.name as village, h.sequence, h.householder, s.centi_kwh as "centiKwh",
           s.lower_centi_kwh as "lowerCentiKwh", s.upper_centi_kwh as "upperCentiKwh", s.allocated, s.flags,
           exists (select 1 from usage_reading u
                    where u.county = ${county} and u.season = ${id} and u.home = s.home) as taken
      ${found} order by h.village, h.sequence, h.id limit ${part.limit} offset ${part.offset}`.execute(db)
  const { rows: counted } = await sql<{ total: number }>`select count(*)::int as total ${found}`.execute(db)
  return {
    rows: rows.map(({ flags, ...row }) => ({
      ...row,
      flags: flagsOf(flags),
      leftOut: whyLeftOut({ flags, allocated: row.allocated }, percent),
    })),
    total: counted[0]?.total ?? 0,
  }
}

export const analysedHomes = defineQuery({
  name: 'season.homes',
  input: AnalysedHomes.extend({
    page: z.int().min(0).max(100_000).default(0),
    pageSize: z.int().min(1).max(200).default(50),
  }),
  permission: 'statement.read',
  run: async (db, { page, pageSize, ...asked }, context) => ({
    ...(await findAnalysedHomes(db, context, asked, { limit: pageSize, offset: page * pageSize })),
    pageSize,
  }),
})

interface OwnRow extends Omit<AnalysedRow, 'town' | 'village' | 'sequence' | 'householder' | 'taken'> {
  season: string
  name: string
  fromOn: string
  analysedOn: string
  days: (number | null)[]
  signs: SeasonSign[]
  score: number
  probability: number
  low: number
  high: number
  parts: KeptPart[]
  reasons: Reason[]
}

/** What the latest analysis of each season says of one home. */
export const seasonsOfHome = defineQuery({
  name: 'season.of-home',
  input: z.object({ home: z.uuid() }),
  permission: 'statement.read',
  run: async (db, { home: id }, { county, scope, scopeFor }) => {
    const home = (await findHomes(db, county, [id])).get(id)
    if (!home || !covers(scope, homePlace(home))) throw new NotFound()
    const { rows } = await sql<OwnRow>`
      select s.home, z.id as season, z.name, a.from_on as "fromOn", a.analysed_on as "analysedOn",
             s.centi_kwh as "centiKwh", s.lower_centi_kwh as "lowerCentiKwh", s.upper_centi_kwh as "upperCentiKwh",
             s.allocated, s.flags, s.day_centi_kwh as days, s.signs, s.score, s.probability, s.low, s.high, s.parts,
             s.reasons
        from season_home s
        join season_analysis a on a.county = ${county} and a.id = s.analysis
        join season z on z.county = ${county} and z.id = a.season
       where s.county = ${county} and s.home = ${id}
         and a.number = (select max(l.number) from season_analysis l
                          where l.county = ${county} and l.season = a.season)
       order by z.starts_on desc`.execute(db)
    // A score asks for a visit; who pays, reviews or sends readings has no business with it.
    const seesScore = covers(scopeFor('suspicion.read'), homePlace(home))
    return {
      seasons: rows.map(({ signs, score, probability, low, high, parts, reasons, flags, ...row }) => ({
        ...row,
        flags: flagsOf(flags),
        suspicion: seesScore ? { signs, score, probability, low, high, parts, reasons } : null,
      })),
    }
  },
})
