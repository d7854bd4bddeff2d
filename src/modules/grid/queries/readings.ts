import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { covers, inScope } from '../../../kernel/identity/authority.ts'
import { maskAccount } from '../../../kernel/standards/mask.ts'
import { countyArea } from '../../organisations/public.ts'
import { findSeasons, type SeasonState } from '../../subsidies/public.ts'
import { ReadingHomes } from '../model.ts'
import { dayNumber, dayOfNumber, minutesADay } from '../rules/read-in.ts'

const ofHome = { town: sql.ref('h.town'), village: sql.ref('h.village') }

/** Homes `h` whose meters the season asks about: converted by its end and still with us. */
const isAsked = ({ ends_on }: SeasonState): RawBuilder<boolean> =>
  sql<boolean>`h.line = 'heating' and h.ended is null and h.accepted_on <= ${ends_on}`

/**
 * Of home `h` what the latest file that speaks of it says of the season's first and last day: asked home by home along the
 * index, for right after a season is read in the database has not counted its rows and would go through all of them for each.
 */
const boundaries = (county: number, season: string) => sql`
  (select count(*)::int as files, coalesce(sum(cardinality(r.at_minutes)), 0)::int as readings,
          coalesce((array_agg(r.first_day order by r.number desc) filter (where r.first_day > 0))[1], 0) as first_day,
          coalesce((array_agg(r.last_day order by r.number desc) filter (where r.last_day > 0))[1], 0) as last_day
     from meter_reading r where r.county = ${county} and r.season = ${season} and r.home = h.id)`

/** What has come in of a season's readings, by town and by day, and whose first and last day are not read. */
export const readingsPage = defineQuery({
  name: 'readings.page',
  input: z.object({ season: z.uuid(), town: z.string().length(12).optional() }),
  permission: 'statement.read',
  run: async (db, { season: id, town }, { county, scope, today }) => {
    const season = (await findSeasons(db, county, [id])).get(id)
    if (!season) throw new NotFound()
    const { rows: towns } = await sql<{
      town: string
      name: string
      homes: number
      read: number
      withoutFirst: number
      withoutLast: number
      readings: number
    }>`
      select h.town, a.name, count(*)::int as homes, count(*) filter (where b.files > 0)::int as read,
             count(*) filter (where b.first_day < 2)::int as "withoutFirst",
             count(*) filter (where b.last_day < 2)::int as "withoutLast",
             coalesce(sum(b.readings), 0)::int as readings
        from home h
        join area a on a.county = ${county} and a.code = h.town
        cross join lateral ${boundaries(county, id)} b
       where h.county = ${county} and ${isAsked(season)} and ${inScope(scope, ofHome)}
       group by h.town, a.name order by h.town`.execute(db)
    const asked = towns.filter((row) => !town || row.town === town).reduce((sum, row) => sum + row.homes, 0)
    const { rows: days } = await sql<{ day: number; homes: number }>`
      select day, count(*)::int as homes
        from (select r.home, m / ${minutesADay}::int as day
                from meter_reading r
                join home h on h.county = ${county} and h.id = r.home
               cross join unnest(r.at_minutes) m
               where r.county = ${county} and r.season = ${id} and ${isAsked(season)} and ${inScope(scope, ofHome)}
                 and (${town ?? null}::text is null or h.town = ${town ?? null})
               group by 1, 2) d
       group by day`.execute(db)
    const homesOn = new Map(days.map(({ day, homes }) => [day, homes]))
    const [from, to] = [
      dayNumber(season.starts_on),
      dayNumber(today < season.ends_on ? today : season.ends_on),
    ]
    // A town sees its own homes' readings, not what the whole county's files hold.
    const ofCounty = covers(scope, { area: await countyArea(db, county) })
    const celsius = await temperatureDays(db, county, id)
    return {
      id,
      name: season.name,
      startsOn: season.starts_on,
      endsOn: season.ends_on,
      over: today > season.ends_on,
      towns,
      asked,
      days: Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => {
        const homes = homesOn.get(from + at) ?? 0
        return {
          day: dayOfNumber(from + at),
          homes,
          without: asked - homes,
          centiCelsius: celsius.get(from + at) ?? null,
        }
      }),
      imports: ofCounty ? await importsOf(db, county, id) : [],
      temperatures: ofCounty ? await temperatureImports(db, county, id) : [],
    }
  },
})

/** The temperature of each day; of two files the later one counts. */
async function temperatureDays(db: ReadDb, county: number, season: string): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('temperature_import')
    .select(['days', 'centi_celsius'])
    .where('county', '=', county)
    .where('season', '=', season)
    .orderBy('number')
    .execute()
  return new Map(
    rows.flatMap(({ days, centi_celsius }) =>
      days.map((day, at): [number, number] => [day, centi_celsius[at] ?? 0]),
    ),
  )
}

const importsOf = (db: ReadDb, county: number, season: string) =>
  db
    .selectFrom('meter_import as i')
    .leftJoin('account', (join) =>
      join.onRef('account.county', '=', 'i.county').onRef('account.id', '=', 'i.imported_by'),
    )
    .select([
      'i.id',
      'i.file_name as fileName',
      'i.reading_count as readings',
      'i.home_count as homes',
      'i.unmatched_count as unmatched',
      'i.first_on as firstOn',
      'i.last_on as lastOn',
      'i.imported_on as importedOn',
      'account.name as by',
    ])
    .where('i.county', '=', county)
    .where('i.season', '=', season)
    .orderBy('i.number', 'desc')
    .execute()

const temperatureImports = (db: ReadDb, county: number, season: string) =>
  db
    .selectFrom('temperature_import as i')
    .leftJoin('account', (join) =>
      join.onRef('account.county', '=', 'i.county').onRef('account.id', '=', 'i.imported_by'),
    )
    .select((eb) => [
      'i.id',
      'i.file_name as fileName',
      eb.fn<number>('cardinality', ['i.days']).as('days'),
      'i.first_on as firstOn',
      'i.last_on as lastOn',
      'i.imported_on as importedOn',
      'account.name as by',
    ])
    .where('i.county', '=', county)
    .where('i.season', '=', season)
    .orderBy('i.number', 'desc')
    .execute()

interface HomeRow {
  home: string
  town: string
  village: string
  sequence: number
  householder: string
  accountNumber: string | null
  readings: number
  firstDay: 0 | 1 | 2
  lastDay: 0 | 1 | 2
}

/** The homes behind a figure of the readings page, whole account numbers and all. */
export async function findReadingHomes(
  db: ReadDb,
  { county, scope }: Pick<QueryContext, 'county' | 'scope'>,
  { season: id, gap, day, town, search }: z.output<typeof ReadingHomes>,
  part: { limit: number; offset: number },
): Promise<{ rows: HomeRow[]; total: number }> {
  const season = (await findSeasons(db, county, [id])).get(id)
  if (!season) throw new NotFound()
  const on = dayNumber(day ?? season.starts_on) * minutesADay
  const isMissing = {
    none: sql`b.files = 0`,
    'first-day': sql`b.first_day < 2`,
    'last-day': sql`b.last_day < 2`,
    day: sql`not exists (
      select 1 from meter_reading r cross join unnest(r.at_minutes) m
       where r.county = ${county} and r.season = ${id} and r.home = h.id and m >= ${on}::int
         and m < ${on + minutesADay}::int)`,
  }
  const found = sql`
    from home h
    join area t on t.county = ${county} and t.code = h.town
    join area v on v.county = ${county} and v.code = h.village
    cross join lateral ${boundaries(county, id)} b
   where h.county = ${county} and ${isAsked(season)} and ${inScope(scope, ofHome)}
     and ${gap ? isMissing[gap] : sql`true`}
     and (${town ?? null}::text is null or h.town = ${town ?? null})
     and (${search ?? null}::text is null or h.householder like ${`%${search ?? ''}%`})`
  const { rows } = await sql<HomeRow>`
    select h.id as home, t.name as town, v.name as village, h.sequence, h.householder,
           h.account_number as "accountNumber", b.readings,
           b.first_day as "firstDay", b.last_day as "lastDay"
      ${found} order by h.village, h.sequence, h.id limit ${part.limit} offset ${part.offset}`.execute(db)
  const { rows: counted } = await sql<{ total: number }>`select count(*)::int as total ${found}`.execute(db)
  return { rows, total: counted[0]?.total ?? 0 }
}

export const readingHomes = defineQuery({
  name: 'readings.homes',
  input: ReadingHomes.extend({
    page: z.int().min(0).max(100_000).default(0),
    pageSize: z.int().min(1).max(200).default(50),
  }),
  permission: 'statement.read',
  run: async (db, { page, pageSize, ...asked }, context) => {
    const { rows, total } = await findReadingHomes(db, context, asked, {
      limit: pageSize,
      offset: page * pageSize,
    })
    return {
      rows: rows.map((row) => ({
        ...row,
        accountNumber: row.accountNumber === null ? null : maskAccount(row.accountNumber),
      })),
      total,
      pageSize,
    }
  },
})
