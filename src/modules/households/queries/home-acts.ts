import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import { papersFor } from '../rules/paper-text.ts'
import { mayReadChoice, visible } from './home-filter.ts'

interface Row {
  id: string
  kind: string
  happenedAt: Date
  recordedAt: Date
  causedBy: string | null
  by: string | null
  organisation: string | null
  clauses: string[]
  sealed: boolean
  /** Which paper it signed, by the pack's id. */
  paper: string | null
}

const pageSize = 50

/** How a home came to be chosen, or was doubted: no business of who builds in it. */
const ofChoice = sql`(a.kind ~ '^(register|source|pair|notice|objection|letter|household)[.]'
                      or a.kind in ('home.settle-fact', 'home.reveal') or a.kind like 'home.%-exception')`

/** What was done to a home, the newest first: who, when, by which clause, on what evidence. */
export const homeActs = defineQuery({
  name: 'home.acts',
  input: z.object({ home: z.uuid(), after: z.uuid().optional() }),
  permission: 'register.read',
  run: async (db, { home, after }, context) => {
    const { county } = context
    const seen = await sql<{ line: string; areaKind: 'urban' | 'rural'; mayReadChoice: boolean }>`
      select h.line, h.area_kind as "areaKind", ${mayReadChoice(context)} as "mayReadChoice" from home h
       where h.county = ${county} and h.id = ${home} and ${visible(context)}`.execute(db)
    const [of] = seen.rows
    if (!of) throw new NotFound()
    const papers = papersFor(context.pack, of)
    const { rows } = await sql<Row>`
      select a.id, a.kind, a.happened_at as "happenedAt", a.recorded_at as "recordedAt", a.caused_by as "causedBy",
             p.name as by, o.name as organisation, a.text::jsonb -> 'clauses' as clauses, l.act is not null as sealed,
               (select max(g.paper) from signed_paper g
                 where g.county = ${county} and g.home = ${home} and g.act = a.id) as paper
        from act_subject s
        join act a on a.county = ${county} and a.id = s.act
        left join account p on p.county = ${county} and p.id = a.actor
        left join organisation o on o.county = ${county} and o.id = p.organisation
        left join log_leaf l on l.county = ${county} and l.act = a.id
       where s.county = ${county} and s.subject_type = 'home' and s.subject = ${home}
         ${after ? sql`and s.act < ${after}` : sql``} ${of.mayReadChoice ? sql`` : sql`and not ${ofChoice}`}
       order by s.act desc limit ${pageSize + 1}`.execute(db)
    const page = rows.slice(0, pageSize)
    const { rows: evidence } = await sql<{ act: string; kind: string; digest: Buffer; mediaType: string }>`
      select e.act, e.kind, e.digest, f.media_type as "mediaType"
        from act_evidence e join evidence_file f on f.county = ${county} and f.digest = e.digest
       where e.county = ${county} and e.act = any(${page.map((row) => row.id)}::uuid[])`.execute(db)
    return {
      rows: page.map((row) => ({
        ...row,
        paper: papers.find(({ id }) => id === row.paper)?.title ?? null,
        happenedAt: row.happenedAt.toISOString(),
        recordedAt: row.recordedAt.toISOString(),
        // A workbook holds other people's data too: it is named here, not handed out.
        evidence: evidence
          .filter(({ act }) => act === row.id)
          .map(({ kind, digest, mediaType }) => ({
            kind,
            mediaType,
            digest: kind === 'workbook' ? null : digest.toString('hex'),
          })),
      })),
      next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null,
    }
  },
})
