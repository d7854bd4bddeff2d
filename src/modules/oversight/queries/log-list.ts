import { type RawBuilder, sql } from 'kysely'
import { defineQuery } from '../../../kernel/act/define.ts'
import { FindActs } from '../model.ts'
import { requireWholeCounty } from '../../../kernel/act/whole-county.ts'

const pageSize = 50
/** Subjects beyond this are not counted one by one: an import names a whole town. */
const mostSubjects = 1000

interface Row {
  id: string
  kind: string
  recordedAt: Date
  actor: string
  who: string | null
  organisation: string | null
  causedBy: string | null
  clauses: string | null
  subjects: { type: string; count: number }[] | null
  evidence: number
  sealed: boolean
}

/** Every act, the newest first: who, what, when, by which clause, on what evidence, sealed or not yet. */
export const logList = defineQuery({
  name: 'log.list',
  input: FindActs,
  permission: 'log.read',
  run: async (db, input, context) => {
    requireWholeCounty(context)
    const { county } = context
    const conditions: RawBuilder<unknown>[] = [sql`a.county = ${county}`]
    if (input.act) conditions.push(sql`a.id = ${input.act}`)
    if (input.kind?.length) conditions.push(sql`a.kind = any(${input.kind}::text[])`)
    if (input.actor) conditions.push(sql`a.actor = ${input.actor}`)
    if (input.who) {
      const pattern = `%${input.who.replace(/[\\%_]/g, '\\$&')}%`
      conditions.push(
        sql`a.actor in (select id from account where county = ${county} and name like ${pattern})`,
      )
    }
    if (input.from) conditions.push(sql`a.recorded_at >= ${`${input.from}T00:00:00+08:00`}::timestamptz`)
    if (input.to)
      conditions.push(sql`a.recorded_at < ${`${input.to}T00:00:00+08:00`}::timestamptz + interval '1 day'`)
    if (input.subject)
      conditions.push(
        sql`exists (select 1 from act_subject s
                     where s.county = ${county} and s.act = a.id and s.subject = ${input.subject})`,
      )
    if (input.after) {
      const [at, id] = input.after.split('_')
      conditions.push(sql`(a.recorded_at, a.id) < (${at}::timestamptz, ${id}::uuid)`)
    }
    // Canonical JSON sorts its names, so that the clauses stand near the front of the text; what somebody has
    // broken the text into must not break the list it is looked for in.
    const { rows } = await sql<Row>`
      select a.id, a.kind, a.recorded_at as "recordedAt", a.actor, p.name as who, o.name as organisation,
             a.caused_by as "causedBy", substring(left(a.text, 2000) from '"clauses":(\\[[^]]*\\])') as clauses,
             s.subjects,
             (select count(*) from act_evidence e where e.county = ${county} and e.act = a.id) as evidence,
             l.position < (select coalesce(max(size), 0) from log_checkpoint where county = ${county})
               is true as sealed
        from (select * from act a where ${sql.join(conditions, sql` and `)}
               order by a.recorded_at desc, a.id desc limit ${pageSize + 1}) a
        left join account p on p.county = ${county} and p.id = a.actor
        left join organisation o on o.county = ${county} and o.id = p.organisation
        left join log_leaf l on l.county = ${county} and l.act = a.id
        left join lateral (
          select json_agg(json_build_object('type', type, 'count', found) order by found, type) as subjects
            from (select subject_type as type, count(*) as found
                    from (select subject_type from act_subject s
                           where s.county = ${county} and s.act = a.id limit ${mostSubjects + 1}) s
                   group by subject_type) s) s on true
       order by a.recorded_at desc, a.id desc`.execute(db)
    const page = rows.slice(0, pageSize)
    const last = page.at(-1)
    return {
      rows: page.map(({ clauses, subjects, ...row }) => ({
        ...row,
        recordedAt: row.recordedAt.toISOString(),
        clauses: clausesIn(clauses),
        subjects: subjects ?? [],
        /** There are more than were counted. */
        isCapped: (subjects ?? []).reduce((sum, { count }) => sum + count, 0) > mostSubjects,
      })),
      next: rows.length > pageSize && last ? `${last.recordedAt.toISOString()}_${last.id}` : null,
    }
  },
})

function clausesIn(text: string | null): string[] {
  try {
    const read = JSON.parse(text ?? '[]') as unknown
    return Array.isArray(read) ? read.filter((each) => typeof each === 'string') : []
  } catch {
    return []
  }
}
