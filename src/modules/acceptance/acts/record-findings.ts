import { sql } from 'kysely'
import type { ActContext } from '../../../kernel/act/define.ts'
import type { WriteDb } from '../../../kernel/database/database.ts'
import { type Day, dayOf } from '../../../kernel/dates/day.ts'
import { newId } from '../../../kernel/identity/id.ts'
import { periodOf } from '../../../kernel/pack/pack.ts'
import type { Finding, FindingSource } from '../model.ts'

interface Judged {
  /** Of the visit or check, and so of its act. */
  id: string
  subject: string
  findings: readonly Finding[]
  input: { visitedOn?: Day | undefined }
  happenedAt: Date
}

const dayOfVisit = ({ input, happenedAt }: Pick<Judged, 'input' | 'happenedAt'>): Day =>
  input.visitedOn ?? dayOf(happenedAt)

/**
 * Each visit or check is the re-check of what its own side found before (整改复查): what it does not find again is
 * closed, what it does is open again with a new term, and what is new begins one.
 */
export async function recordFindings(
  tx: WriteDb,
  source: FindingSource,
  judged: readonly Judged[],
  { county, actor, pack, today }: Pick<ActContext, 'county' | 'actor' | 'pack' | 'today'>,
): Promise<void> {
  const found = judged.flatMap(({ id, subject, findings, ...seen }) =>
    findings.map(({ kind, of }) => ({ act: id, home: subject, kind, about: of, day: dayOfVisit(seen) })),
  )
  await sql`
    update finding f set closed_on = j.day, closed_by = ${actor.id}, closed_act = j.act
      from unnest(${judged.map((j) => j.subject)}::uuid[], ${judged.map((j) => j.id)}::uuid[],
                  ${judged.map(dayOfVisit)}::date[]) as j (home, act, day)
     where f.county = ${county} and f.source = ${source} and f.home = j.home and f.closed_on is null
       and not exists (select 1 from unnest(${found.map((f) => f.home)}::uuid[], ${found.map((f) => f.kind)}::text[],
                                            ${found.map((f) => f.about)}::text[]) as n (home, kind, about)
                        where n.home = f.home and n.kind = f.kind and n.about = f.about)`.execute(tx)
  if (found.length === 0) return
  const dueOn = periodOf(pack, 'acceptance.rectifyDays', today).lastDay
  await sql`
    insert into finding (county, id, home, source, kind, about, found_on, found_by, found_act, times, due_on)
    select ${county}, n.id, n.home, ${source}, n.kind, n.about, n.day, ${actor.id}, n.act, 1, ${dueOn}
      from unnest(${found.map(() => newId())}::uuid[], ${found.map((f) => f.home)}::uuid[],
                  ${found.map((f) => f.kind)}::text[], ${found.map((f) => f.about)}::text[],
                  ${found.map((f) => f.act)}::uuid[], ${found.map((f) => f.day)}::date[])
               as n (id, home, kind, about, act, day)
        on conflict (county, home, source, kind, about) where closed_on is null
        do update set found_by = excluded.found_by, found_act = excluded.found_act, times = finding.times + 1,
                      due_on = excluded.due_on, fixed_on = null, fixed_by = null, fixed_note = null, fix_act = null`.execute(
    tx,
  )
}
