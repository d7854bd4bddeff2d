import { sql } from 'kysely'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { DoubtKind, DoubtState } from '../model.ts'

/** A photograph as an act cites it, with how it came about. Whoever reads it may see the home. */
export interface PhotoTold {
  digest: string
  /** Null where nothing was said: brought at a desk. */
  by: 'camera' | 'gallery' | null
  takenAt: string | null
  latitude: number | null
  longitude: number | null
  accuracyM: number | null
  /** What the file says of its own time. */
  fileAt: string | null
}

export interface ActTold {
  act: string
  kind: string
  home: string
  makerName: string | null
  organisationName: string | null
  happenedAt: string
  photos: PhotoTold[]
}

interface Row {
  act: string
  kind: string
  home: string
  makerName: string | null
  organisationName: string | null
  happenedAt: Date
  photos: (Omit<PhotoTold, 'takenAt' | 'fileAt'> & { takenAt: number | null; fileAt: number | null })[]
}

const instant = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString())

/** Acts on homes with their photographs, the newest first; held ones are not here, they have a page of their own. */
export async function actsTold(
  db: ReadDb,
  county: number,
  which: { home: string } | { acts: readonly string[] },
): Promise<ActTold[]> {
  const asked = 'home' in which ? sql`s.subject = ${which.home}` : sql`a.id = any(${[...which.acts]}::uuid[])`
  const { rows } = await sql<Row>`
    select a.id as act, a.kind, s.subject as home, m.name as "makerName", o.name as "organisationName",
           a.happened_at as "happenedAt",
           jsonb_agg(jsonb_build_object(
             'digest', encode(e.digest, 'hex'), 'by', t.taken_by,
             'takenAt', extract(epoch from t.taken_at) * 1000, 'latitude', t.latitude, 'longitude', t.longitude,
             'accuracyM', t.accuracy_m,
             'fileAt', extract(epoch from coalesce(l.file_at, t.file_at)) * 1000)
             order by t.taken_at, e.digest) as photos
      from act_subject s
      join act a on a.county = ${county} and a.id = s.act and a.kind not like 'held.%'
      join act_evidence e on e.county = ${county} and e.act = a.id and e.kind = 'photo'
      left join evidence_taken t on t.county = ${county} and t.act = e.act and t.digest = e.digest
      left join evidence_look l on l.county = ${county} and l.digest = e.digest
      left join account m on m.county = ${county} and m.id = a.actor
      left join organisation o on o.county = ${county} and o.id = m.organisation
     where s.county = ${county} and s.subject_type = 'home' and ${asked}
     group by a.id, a.kind, s.subject, m.name, o.name, a.happened_at, a.recorded_at
     order by a.recorded_at desc, a.id desc limit 100`.execute(db)
  return rows.map(({ happenedAt, photos, ...row }) => ({
    ...row,
    happenedAt: happenedAt.toISOString(),
    photos: photos.map((photo) => ({
      ...photo,
      takenAt: instant(photo.takenAt),
      fileAt: instant(photo.fileAt),
    })),
  }))
}

export interface DoubtTold {
  id: string
  kind: DoubtKind
  state: DoubtState
  about: string
  digest: string
  measures: Record<string, number | string>
}

/** The doubts about a home's photographs and visits, the open ones first. */
export async function doubtsTold(db: ReadDb, county: number, home: string): Promise<DoubtTold[]> {
  const { rows } = await sql<DoubtTold>`
    select id, kind, state, about, digest, measures from doubt
     where county = ${county} and home = ${home}
     order by state <> 'open', raised_at desc, id limit 200`.execute(db)
  return rows
}
