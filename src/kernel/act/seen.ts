import { sql } from 'kysely'
import type { ReadDb } from '../database/database.ts'
import type { Subject } from './define.ts'
import type { Prepared } from './prepare.ts'
import type { LogEntry } from './record.ts'
import { refuse, type Refusal } from './refusal.ts'
import type { Registry } from './registry.ts'

const quietKinds = (registry: Registry): string[] =>
  [...registry.acts.values()].filter(({ quiet }) => quiet).map(({ kind }) => kind)

/** The newest act on each subject of one type that is not quiet, by subject; what nothing was done to is left out. */
export async function newestActs(
  db: ReadDb,
  registry: Registry,
  county: number,
  type: Subject['type'],
  subjects: readonly string[],
): Promise<Map<string, string>> {
  if (subjects.length === 0) return new Map()
  const { rows } = await sql<{ subject: string; act: string }>`
    select distinct on (s.subject) s.subject, s.act
      from act_subject s join act a on a.county = ${county} and a.id = s.act
     where s.county = ${county} and s.subject_type = ${type} and s.subject = any(${[...subjects]}::uuid[])
       and a.kind <> all(${quietKinds(registry)}::text[])
     order by s.subject, a.recorded_at desc, a.id desc`.execute(db)
  return new Map(rows.map(({ subject, act }) => [subject, act]))
}

/**
 * Whom others have overtaken: acts that name what their maker had seen of the subject, where somebody else has acted
 * on it since, or where what they had seen has not arrived. By act id. `before` are acts of this transaction.
 */
export async function seenRefusals(
  db: ReadDb,
  registry: Registry,
  county: number,
  run: readonly Prepared[],
  before: readonly LogEntry[],
): Promise<ReadonlyMap<string, Refusal>> {
  const arrived = new Set(before.map(({ item }) => item.id))
  const asking = run.flatMap(({ request, item, definition }) =>
    // What decides nothing about the subject holds whatever was done to it meanwhile.
    definition.quiet ||
    definition.adds ||
    request.seen === undefined ||
    (request.seen !== null && arrived.has(request.seen))
      ? []
      : [{ id: item.id, subject: item.subject, type: definition.subject.type, seen: request.seen }],
  )
  if (asking.length === 0) return new Map()
  // Acts of one transaction have one instant, and there, as in the log, the order of their ids.
  const { rows } = await sql<{
    id: string
    known: boolean
    act: string | null
    kind: string | null
    on: string | null
    count: number
  }>`
    with asked as (
      select * from unnest(${asking.map((a) => a.id)}::uuid[], ${asking.map((a) => a.subject)}::uuid[],
                           ${asking.map((a) => a.type)}::text[], ${asking.map((a) => a.seen)}::uuid[])
             as q (id, subject, type, seen)
    )
    select q.id, (q.seen is null or known.id is not null) as known, later.act, later.kind,
           to_char(later.recorded_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "on",
           coalesce(later.count, 0)::int as count
      from asked q
      left join act known on known.county = ${county} and known.id = q.seen
      left join lateral (
        select a.id as act, a.kind, a.recorded_at, count(*) over () as count
          from act_subject s join act a on a.county = ${county} and a.id = s.act
         where s.county = ${county} and s.subject_type = q.type and s.subject = q.subject
           and a.kind <> all(${quietKinds(registry)}::text[])
           and (q.seen is null or a.recorded_at > known.recorded_at
                or (a.recorded_at = known.recorded_at and a.id > known.id and a.actor <> known.actor))
         order by a.recorded_at desc, a.id desc
         limit 1
      ) later on true`.execute(db)
  return new Map(
    rows.flatMap((row): [string, Refusal][] => {
      if (!row.known) return [[row.id, refuse('act.seen-missing', [])]]
      if (row.act === null || row.kind === null) return []
      const facts = { act: row.act, kind: row.kind, on: row.on, count: row.count }
      return [[row.id, refuse('act.overtaken', ['§3.3.4'], facts)]]
    }),
  )
}
