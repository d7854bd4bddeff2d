import { type RawBuilder, sql } from 'kysely'
import { literal } from '../../../kernel/database/literal.ts'
import { z } from 'zod'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { amount } from '../../../kernel/pack/pack.ts'
import { FindOutreach, OutreachOfVillage } from '../model.ts'
import type { Vote } from '../rules/meeting.ts'
import { surveyOf } from '../rules/survey.ts'
import { outreachOf } from '../standing.ts'

const pageSize = 50

export interface VillageRow {
  id: string
  code: string
  name: string
  townName: string
  route: string | null
  routeDecidedOn: Day | null
  activities: number
  /** Null while no activity has said. */
  families: number | null
  covered: number
  homes: number
  wants: number
  against: number
  undecided: number
  notAsked: number
  state: 'short' | 'covered'
}

const terms = ({ pack, today }: QueryContext) => ({
  coveragePercent: amount(pack, 'outreach.coveragePercent', today),
  ...surveyOf(pack),
  kinds: pack.outreach.activities.map(({ id, label, reach }) => ({ id, label, reach })),
})

type Wanted = Omit<z.output<typeof FindOutreach>, 'page'>

const villagesThat = (context: QueryContext, { search, town, state }: Wanted) => {
  const like = `%${literal(search ?? '')}%`
  const conditions: RawBuilder<unknown>[] = [
    sql`true`,
    ...(town ? [sql`s.town = ${town}`] : []),
    ...(state ? [sql`s.state = ${state}`] : []),
    ...(search ? [sql`(s.name like ${like} or t.name like ${like} or s.code like ${like})`] : []),
  ]
  return sql`
    from (${outreachOf(context)}) s join area t on t.county = ${context.county} and t.code = s.town
   where ${sql.join(conditions, sql` and `)}`
}

/** The villages that the filters find, whole. */
export async function listVillages(db: ReadDb, context: QueryContext, wanted: Wanted): Promise<VillageRow[]> {
  const { rows } = await sql<VillageRow>`
    select s.*, t.name as "townName" ${villagesThat(context, wanted)} order by s.code`.execute(db)
  return rows
}

/** The activities of the villages that the filters find, struck ones marked. */
export async function listActivities(db: ReadDb, context: QueryContext, wanted: Wanted) {
  const { county } = context
  const { rows } = await sql<Omit<ActivityRow, 'photos'> & { townName: string; villageName: string }>`
    select f."townName", f.name as "villageName", p.id, p.kind, p.held_on as "heldOn",
           p.carried_out_by as "carriedOutBy", p.families, p.reached,
           (select count(*)::int from publicity_home n where n.county = ${county} and n.publicity = p.id) as named,
           p.struck_on as "struckOn", p.struck_reason as "struckReason", b.name as "recordedBy"
      from (select s.code, s.name, t.name as "townName" ${villagesThat(context, wanted)}) f
      join publicity p on p.county = ${county} and p.village = f.code
      left join account b on b.county = ${county} and b.id = p.recorded_by
     order by f.code, p.held_on, p.act`.execute(db)
  return rows
}

/** The representatives' meetings of the villages that the filters find. */
export async function listMeetings(db: ReadDb, context: QueryContext, wanted: Wanted) {
  const { county } = context
  const { rows } = await sql<
    Omit<MeetingRow, 'photos' | 'minutes'> & { townName: string; villageName: string }
  >`
    select f."townName", f.name as "villageName", m.id, m.held_on as "heldOn", m.representatives, m.present, m.votes,
           m.quorum_percent::float8 as "quorumPercent", m.majority_percent::float8 as "majorityPercent",
           m.route, m.why, b.name as "recordedBy"
      from (select s.code, s.name, t.name as "townName" ${villagesThat(context, wanted)}) f
      join village_meeting m on m.county = ${county} and m.village = f.code
      left join account b on b.county = ${county} and b.id = m.recorded_by
     order by f.code, m.held_on, m.act`.execute(db)
  return rows
}

/** 宣传覆盖与意愿: villages with how many families were told and what the homes wish (§3.1.3a, §3.1.3b). */
const outreachVillages = defineQuery({
  name: 'outreach.villages',
  input: FindOutreach,
  permission: 'outreach.read',
  run: async (db, { page, ...wanted }, context) => {
    const found = villagesThat(context, wanted)
    const counted = await sql<{ total: number }>`select count(*)::int as total ${found}`.execute(db)
    const { rows } = await sql<VillageRow>`
      select s.*, t.name as "townName" ${found} order by s.code limit ${pageSize} offset ${page * pageSize}`.execute(
      db,
    )
    return { total: counted.rows[0]?.total ?? 0, pageSize, rows, ...terms(context) }
  },
})

interface TownRow {
  code: string
  name: string
  villages: number
  short: number
  families: number
  covered: number
  homes: number
  wants: number
  against: number
  undecided: number
  notAsked: number
}

/** The same by town. Families are counted where a village has said how many it has. */
const outreachTowns = defineQuery({
  name: 'outreach.towns',
  input: z.object({}),
  permission: 'outreach.read',
  run: async (db, _input, context) => {
    const { rows } = await sql<TownRow>`
      select t.code, t.name, count(*)::int as villages, count(*) filter (where s.state = 'short')::int as short,
             coalesce(sum(s.families), 0)::int as families,
             coalesce(sum(s.covered) filter (where s.families is not null), 0)::int as covered,
             sum(s.homes)::int as homes, sum(s.wants)::int as wants, sum(s.against)::int as against,
             sum(s.undecided)::int as undecided, sum(s."notAsked")::int as "notAsked"
        from (${outreachOf(context)}) s join area t on t.county = ${context.county} and t.code = s.town
       group by t.code, t.name order by t.code`.execute(db)
    return { rows }
  },
})

interface ActivityRow {
  id: string
  kind: string
  heldOn: Day
  carriedOutBy: string
  families: number
  reached: number | null
  named: number
  struckOn: Day | null
  struckReason: string | null
  recordedBy: string
  photos: string[]
}

interface MeetingRow {
  id: string
  heldOn: Day
  representatives: number
  present: number
  votes: Vote[]
  quorumPercent: number
  majorityPercent: number
  route: string | null
  why: 'no-quorum' | 'no-majority' | 'tie' | null
  recordedBy: string
  minutes: string[]
  photos: string[]
}

const filesOf = (act: RawBuilder<unknown>, kind: string, county: number) => sql`
  array(select encode(e.digest, 'hex') from act_evidence e
         where e.county = ${county} and e.act = ${act} and e.kind = ${kind} order by e.digest)`

/** One village: its activities, its meetings and what its homes wish. */
const outreachVillage = defineQuery({
  name: 'outreach.village',
  input: OutreachOfVillage,
  permission: 'outreach.read',
  run: async (db, { village }, context) => {
    const { county } = context
    const { rows } = await sql<VillageRow>`
      select s.*, t.name as "townName"
        from (${outreachOf(context)}) s join area t on t.county = ${county} and t.code = s.town
       where s.code = ${village}`.execute(db)
    const [standing] = rows
    if (!standing) throw new NotFound()
    const activities = await sql<ActivityRow>`
      select p.id, p.kind, p.held_on as "heldOn", p.carried_out_by as "carriedOutBy", p.families, p.reached,
             (select count(*)::int from publicity_home n where n.county = ${county} and n.publicity = p.id) as named,
             p.struck_on as "struckOn", p.struck_reason as "struckReason", b.name as "recordedBy",
             ${filesOf(sql.ref('p.act'), 'photo', county)} as photos
        from publicity p left join account b on b.county = ${county} and b.id = p.recorded_by
       where p.county = ${county} and p.village = ${village} order by p.held_on desc, p.act desc limit 500`.execute(
      db,
    )
    const meetings = await sql<MeetingRow>`
      select m.id, m.held_on as "heldOn", m.representatives, m.present, m.votes,
             m.quorum_percent::float8 as "quorumPercent", m.majority_percent::float8 as "majorityPercent",
             m.route, m.why, b.name as "recordedBy", ${filesOf(sql.ref('m.act'), 'minutes', county)} as minutes,
             ${filesOf(sql.ref('m.act'), 'photo', county)} as photos
        from village_meeting m left join account b on b.county = ${county} and b.id = m.recorded_by
       where m.county = ${county} and m.village = ${village} order by m.held_on desc, m.act desc limit 100`.execute(
      db,
    )
    const homes = await sql<{ id: string; sequence: number; householder: string }>`
      select id, sequence, householder from home
       where county = ${county} and village = ${village} and ended is null order by sequence limit 2000`.execute(
      db,
    )
    return {
      ...standing,
      ...terms(context),
      publicity: activities.rows,
      meetings: meetings.rows,
      register: homes.rows,
    }
  },
})

export const queries = [outreachVillages, outreachTowns, outreachVillage] as const
