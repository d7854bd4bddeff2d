import { sql } from 'kysely'
import { blockBits, blocks, nearMasks } from '../../kernel/evidence/looks.ts'
import type { ReadDb } from '../../kernel/database/database.ts'
import type { Day } from '../../kernel/dates/day.ts'
import type { Pack } from '../../kernel/pack/pack.ts'
import { kindsOfWeight } from './rules/doubts.ts'
import { homePlaces } from './home-places.ts'
import {
  type Found,
  judgedActs,
  judgeVisit,
  limitsOf,
  type Photo,
  type Position,
  type Visit,
} from './rules/judge.ts'

interface ActRow {
  act: string
  kind: string
  actor: string
  home: string
  village: string
  latitude: number | null
  longitude: number | null
  happenedAt: Date
  minuteOfDay: number
  onTelephone: boolean
}

/** Every doubt the pack asks for about the photographs and times of these acts, compared with all recorded before them. */
export async function findDoubts(
  db: ReadDb,
  county: number,
  { pack, today }: { pack: Pack; today: Day },
  which: readonly string[],
): Promise<Found[]> {
  const limits = limitsOf(pack, today)
  if (!limits) return []
  const { rows: acts } = await sql<ActRow>`
    select a.id as act, a.kind, a.actor, h.id as home, h.village, v.latitude, v.longitude, a.happened_at as "happenedAt",
           (extract(epoch from a.happened_at at time zone 'Asia/Shanghai')::bigint % 86400 / 60.0)::float8 as "minuteOfDay",
           exists (select 1 from handset_act k where k.county = ${county} and k.act = a.id) as "onTelephone"
      from act a
      join act_subject s on s.county = ${county} and s.act = a.id and s.subject_type = 'home'
      join home h on h.county = ${county} and h.id = s.subject
      join area v on v.county = ${county} and v.code = h.village
     where a.county = ${county} and a.id = any(${[...which]}::uuid[]) and a.kind = any(${judgedActs}::text[])
     order by a.recorded_at, a.id`.execute(db)
  if (acts.length === 0) return []
  const ids = acts.map(({ act }) => act)
  const villages = [...new Set(acts.map(({ village }) => village))]
  const [photos, around, places] = [
    await photosOf(db, county, ids, limits.sameAltitudePhotos),
    await actsAround(db, county, acts, limits.regularVisits * 3),
    await homePlaces(db, county, villages, limits, ids),
  ]
  const judgedEach = acts.flatMap((row) => {
    const visit: Visit = {
      act: row.act,
      kind: row.kind,
      home: row.home,
      village: row.village,
      happenedMs: row.happenedAt.getTime(),
      minuteOfDay: row.minuteOfDay,
      onTelephone: row.onTelephone,
      photos: photos.get(row.act) ?? [],
      around: around.get(row.act) ?? [],
    }
    const { latitude, longitude } = row
    const registered = latitude === null || longitude === null ? undefined : { latitude, longitude }
    return judgeVisit(visit, places, limits, registered)
  })
  const found = [
    ...(await reusedContent(db, county, ids)),
    ...(await reusedLook(db, county, ids, limits.lookDistance)),
    ...judgedEach,
  ]
  const asked = kindsOfWeight(pack, today, 'block', 'look')
  return found.filter(({ kind }) => asked.includes(kind))
}

interface PhotoRow {
  act: string
  digest: string
  by: 'camera' | 'gallery' | null
  takenAt: Date | null
  latitude: number | null
  longitude: number | null
  accuracyM: number | null
  altitudeM: number | null
  fileAt: Date | null
  fileLatitude: number | null
  fileLongitude: number | null
  sameCoordinatesHomes: number
  before: {
    takenMs: number
    latitude: number
    longitude: number
    accuracyM: number
    altitudeM: number | null
  }[]
}

/** The photographs of acts, each with the person's ones before it, of other acts, and who else stood just there. */
async function photosOf(
  db: ReadDb,
  county: number,
  acts: readonly string[],
  before: number,
): Promise<Map<string, Photo[]>> {
  const { rows } = await sql<PhotoRow>`
    select e.act, encode(e.digest, 'hex') as digest, t.taken_by as by, t.taken_at as "takenAt", t.latitude, t.longitude,
           t.accuracy_m as "accuracyM", t.altitude_m as "altitudeM", coalesce(l.file_at, t.file_at) as "fileAt",
           coalesce(l.file_latitude, t.file_latitude) as "fileLatitude",
           coalesce(l.file_longitude, t.file_longitude) as "fileLongitude",
           (select count(distinct other.subject)::int
              from evidence_taken o
              join act_subject other on other.county = ${county} and other.act = o.act and other.subject_type = 'home'
             where o.county = ${county} and o.latitude = t.latitude and o.longitude = t.longitude and o.taker = t.taker
               and not exists (select 1 from act_subject mine
                                where mine.county = ${county} and mine.act = e.act and mine.subject_type = 'home'
                                  and mine.subject = other.subject)) as "sameCoordinatesHomes",
           coalesce((select jsonb_agg(jsonb_build_object(
                              'takenMs', extract(epoch from p.taken_at) * 1000, 'latitude', p.latitude,
                              'longitude', p.longitude, 'accuracyM', p.accuracy_m, 'altitudeM', p.altitude_m)
                            order by p.taken_at desc)
                       from (select * from evidence_taken p
                              where p.county = ${county} and p.taker = t.taker and p.taken_at <= t.taken_at
                                and p.act <> t.act and p.latitude is not null
                              order by p.taken_at desc limit ${before}) p), '[]') as before
      from act_evidence e
      left join evidence_taken t on t.county = ${county} and t.act = e.act and t.digest = e.digest
      left join evidence_look l on l.county = ${county} and l.digest = e.digest
     where e.county = ${county} and e.act = any(${[...acts]}::uuid[]) and e.kind = 'photo'
     order by e.act, t.taken_at, e.digest`.execute(db)
  const found = new Map<string, Photo[]>()
  for (const row of rows) {
    const { fileLatitude, fileLongitude } = row
    const photo: Photo = {
      digest: row.digest,
      by: row.by ?? undefined,
      takenMs: row.takenAt?.getTime(),
      position: positionOf(row),
      fileMs: row.fileAt?.getTime(),
      filePlace:
        fileLatitude === null || fileLongitude === null
          ? undefined
          : { latitude: fileLatitude, longitude: fileLongitude },
      sameCoordinatesHomes: row.sameCoordinatesHomes,
      before: row.before.map(({ takenMs, ...position }) => ({ takenMs, position })),
    }
    found.set(row.act, [...(found.get(row.act) ?? []), photo])
  }
  return found
}

const positionOf = ({ latitude, longitude, accuracyM, altitudeM }: PhotoRow): Position | undefined =>
  latitude === null || longitude === null || accuracyM === null
    ? undefined
    : { latitude, longitude, accuracyM, altitudeM }

/** A person's acts on a telephone before and at each of these, and the next one, the oldest first. */
async function actsAround(
  db: ReadDb,
  county: number,
  acts: readonly ActRow[],
  before: number,
): Promise<Map<string, Visit['around']>> {
  const asking = acts.filter(({ onTelephone }) => onTelephone)
  if (asking.length === 0) return new Map()
  const line = sql`
    select a.id as act, a.kind, s.subject as home, a.happened_at
      from act a
      join handset_act k on k.county = ${county} and k.act = a.id
      join act_subject s on s.county = ${county} and s.act = a.id and s.subject_type = 'home'
     where a.county = ${county} and a.actor = q.actor and a.kind = any(${judgedActs}::text[])`
  const { rows } = await sql<{ of: string; act: string; kind: string; home: string; happenedAt: Date }>`
    select q.act as of, o.act, o.kind, o.home, o.happened_at as "happenedAt"
      from unnest(${asking.map(({ act }) => act)}::uuid[], ${asking.map(({ actor }) => actor)}::uuid[],
                  ${asking.map(({ happenedAt }) => happenedAt)}::timestamptz[]) as q (act, actor, at)
      cross join lateral (
        (${line} and (a.happened_at, a.id) <= (q.at, q.act) order by a.happened_at desc, a.id desc limit ${before})
        union all
        (${line} and (a.happened_at, a.id) > (q.at, q.act) order by a.happened_at, a.id limit 1)) o
     order by q.act, o.happened_at, o.act`.execute(db)
  const found = new Map<string, Visit['around'][number][]>()
  for (const { of, act, kind, home, happenedAt } of rows)
    found.set(of, [...(found.get(of) ?? []), { act, kind, home, happenedMs: happenedAt.getTime() }])
  return found
}

interface ReuseRow {
  act: string
  home: string
  digest: string
  otherAct: string
  otherHome: string
  otherDigest: string
  distance: number
}

const foundOf = (kind: 'content-reused' | 'look-reused', row: ReuseRow): Found => ({
  home: row.home,
  kind,
  about: row.act,
  digest: row.digest,
  otherAct: row.otherAct,
  otherHome: row.otherHome,
  otherDigest: row.otherDigest,
  measures: kind === 'look-reused' ? { bits: row.distance } : {},
})

/** The same photograph cited by an earlier act, at another home or at another step (§5.4). */
async function reusedContent(db: ReadDb, county: number, acts: readonly string[]): Promise<Found[]> {
  const { rows } = await sql<ReuseRow>`
    select distinct on (e.act, e.digest) e.act, s.subject as home, encode(e.digest, 'hex') as digest,
           o.act as "otherAct", os.subject as "otherHome", encode(o.digest, 'hex') as "otherDigest", 0 as distance
      from act_evidence e
      join act a on a.county = ${county} and a.id = e.act
      join act_subject s on s.county = ${county} and s.act = e.act and s.subject_type = 'home'
      join act_evidence o on o.county = ${county} and o.digest = e.digest and o.act <> e.act and o.kind = 'photo'
      join act oa on oa.county = ${county} and oa.id = o.act
      join act_subject os on os.county = ${county} and os.act = o.act and os.subject_type = 'home'
     where e.county = ${county} and e.act = any(${[...acts]}::uuid[]) and e.kind = 'photo'
       and oa.kind not like 'held.%' and (oa.recorded_at, oa.id) < (a.recorded_at, a.id)
     order by e.act, e.digest, oa.recorded_at, oa.id`.execute(db)
  return rows.map((row) => foundOf('content-reused', row))
}

/** Another home's photograph that looks the same, whatever its bytes: the nearest one. */
async function reusedLook(
  db: ReadDb,
  county: number,
  acts: readonly string[],
  distance: number,
): Promise<Found[]> {
  const { rows } = await sql<ReuseRow>`
    with mine as materialized (
      select e.act, e.digest, a.recorded_at, s.subject as home, l.look
        from act_evidence e
        join act a on a.county = ${county} and a.id = e.act
        join act_subject s on s.county = ${county} and s.act = e.act and s.subject_type = 'home'
        join evidence_look l on l.county = ${county} and l.digest = e.digest and l.look is not null
       where e.county = ${county} and e.act = any(${[...acts]}::uuid[]) and e.kind = 'photo'),
    -- Step by step, each block looked up by all its bits: of tables that have just begun to grow the planner would
    -- compare every look with every other.
    alike as materialized (
      select distinct m.act, m.digest, ob.digest as other
        from mine m
        cross join generate_series(0, ${blocks - 1}) as cut (block)
        cross join unnest(${nearMasks(distance)}::int[]) as turned (mask)
        cross join lateral (
          select digest from evidence_block
           where county = ${county} and block = cut.block
             and bits = ((m.look >> (${blockBits} * cut.block)) & ${2 ** blockBits - 1})::int # turned.mask offset 0) ob
       where ob.digest <> m.digest),
    near as (
      select m.act, m.recorded_at, m.home, m.digest, a.other,
             bit_count((m.look # o.look)::bit(64))::int as distance
        from alike a
        join mine m on m.act = a.act and m.digest = a.digest
        join evidence_look o on o.county = ${county} and o.digest = a.other
       where bit_count((m.look # o.look)::bit(64)) <= ${distance})
    select distinct on (n.act, n.digest) n.act, n.home, encode(n.digest, 'hex') as digest, o.act as "otherAct",
           os.subject as "otherHome", encode(n.other, 'hex') as "otherDigest", n.distance
      from near n
      join act_evidence o on o.county = ${county} and o.digest = n.other and o.kind = 'photo'
      join act oa on oa.county = ${county} and oa.id = o.act
      join act_subject os on os.county = ${county} and os.act = o.act and os.subject_type = 'home'
     where oa.kind not like 'held.%' and (oa.recorded_at, oa.id) < (n.recorded_at, n.act) and os.subject <> n.home
     order by n.act, n.digest, n.distance, oa.recorded_at, oa.id`.execute(db)
  return rows.map((row) => foundOf('look-reused', row))
}
