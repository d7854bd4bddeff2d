import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { inScope } from '../../../kernel/identity/authority.ts'
import { parseActText } from '../../../kernel/log/act-text.ts'
import { proveAct } from '../../../kernel/log/prove-act.ts'
import { requireWholeCounty } from '../../../kernel/act/whole-county.ts'

const shownSubjects = 60

/** One act as it was sealed: its text, its place in the tree proven now, whom it touched, what it rests on. */
export const logAct = defineQuery({
  name: 'log.act',
  input: z.object({ act: z.uuid() }),
  permission: 'log.read',
  run: async (db, { act: id }, context) => {
    requireWholeCounty(context)
    const { county } = context
    const row = await db
      .selectFrom('act')
      .select([
        'id',
        'kind',
        'version',
        'actor',
        'happened_at',
        'recorded_at',
        'caused_by',
        'corrects',
        'text',
      ])
      .where('county', '=', county)
      .where('id', '=', id)
      .executeTakeFirst()
    if (!row) throw new NotFound()
    const proof = await proveAct(db, county, id, [context.keys.signing])
    const { rows: consequences } = await sql<{ id: string; kind: string }>`
      select id, kind from act
       where county = ${county} and recorded_at = ${row.recorded_at} and caused_by = ${id}
       order by id limit 20`.execute(db)
    return {
      id,
      kind: row.kind,
      version: row.version,
      recordedAt: row.recorded_at.toISOString(),
      happenedAt: row.happened_at.toISOString(),
      actor: { id: row.actor, name: (await namesOf(db, county, [row.actor])).get(row.actor) ?? null },
      causedBy: await kindOf(db, county, row.caused_by),
      corrects: await kindOf(db, county, row.corrects),
      consequences,
      /** Exactly the sealed bytes. */
      text: row.text,
      isWellFormed: parseActText(row.text) !== undefined,
      clauses: clausesOf(row.text),
      ...(await subjectsOf(db, id, context)),
      evidence: await evidenceOf(db, county, id),
      proof: proof ?? null,
    }
  },
})

function clausesOf(text: string): string[] {
  try {
    const { clauses } = JSON.parse(text) as { clauses?: unknown }
    return Array.isArray(clauses) ? clauses.filter((each) => typeof each === 'string') : []
  } catch {
    return []
  }
}

async function namesOf(db: ReadDb, county: number, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('account')
    .select(['id', 'name'])
    .where('county', '=', county)
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

async function kindOf(db: ReadDb, county: number, id: string | null) {
  if (id === null) return null
  const row = await db
    .selectFrom('act')
    .select(['id', 'kind'])
    .where('county', '=', county)
    .where('id', '=', id)
    .executeTakeFirst()
  return { id, kind: row?.kind ?? null }
}

/** Whom and what the act touched; homes by name only for those who may see them in the register. */
async function subjectsOf(db: ReadDb, act: string, { county, scopeFor }: QueryContext) {
  const seen = inScope(scopeFor('register.read'), {
    town: sql.ref('h.town'),
    village: sql.ref('h.village'),
  })
  const { rows } = await sql<{ type: string; id: string; name: string | null; place: string | null }>`
    select s.subject_type as type, s.subject as id,
           coalesce(h.householder, v.name, lot.name, p.name, o.name) as name, hv.name as place
      from (select * from act_subject where county = ${county} and act = ${act}
             order by subject_type, subject limit ${shownSubjects}) s
      left join home h on h.county = ${county} and s.subject_type = 'home' and h.id = s.subject and ${seen}
      left join area hv on hv.county = ${county} and hv.code = h.village
      left join village v on v.county = ${county} and s.subject_type = 'village' and v.id = s.subject
      left join lot on lot.county = ${county} and s.subject_type = 'lot' and lot.id = s.subject
      left join account p on p.county = ${county} and s.subject_type = 'account' and p.id = s.subject
      left join organisation o on o.county = ${county} and s.subject_type = 'organisation' and o.id = s.subject
     order by s.subject_type, s.subject`.execute(db)
  const { total } = await db
    .selectFrom('act_subject')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('county', '=', county)
    .where('act', '=', act)
    .executeTakeFirstOrThrow()
  return { subjects: rows, subjectCount: total }
}

async function evidenceOf(db: ReadDb, county: number, act: string) {
  const rows = await db
    .selectFrom('act_evidence')
    .leftJoin('evidence_file', (join) =>
      join
        .onRef('evidence_file.county', '=', 'act_evidence.county')
        .onRef('evidence_file.digest', '=', 'act_evidence.digest'),
    )
    .select([
      'act_evidence.kind',
      'act_evidence.digest',
      'evidence_file.size',
      'evidence_file.media_type as mediaType',
    ])
    .where('act_evidence.county', '=', county)
    .where('act_evidence.act', '=', act)
    .orderBy('act_evidence.kind')
    .execute()
  return rows.map((row) => ({ ...row, digest: row.digest.toString('hex') }))
}
