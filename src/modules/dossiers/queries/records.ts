import { sql } from 'kysely'
import type { QueryContext } from '../../../kernel/act/define.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { type Day, dayOf } from '../../../kernel/dates/day.ts'
import type { DossierPaper } from '../../../kernel/pack/schema.ts'

/** A file behind a paper, as an act cites it. */
export interface PaperFile {
  digest: string
  kind: string
  mediaType: string
  size: number
}

/** A record that stands for a paper: the act that made it. */
export interface PaperRecord {
  proof: string
  act: string
  doneBy: string
  on: Day
  by: string | null
  files: PaperFile[]
}

/** Whether a record is one of those a paper rests on. */
export const restsOn = (
  { proof, signed }: Pick<DossierPaper, 'proof' | 'signed'>,
  record: PaperRecord,
): boolean =>
  proof === 'commitment'
    ? record.proof === 'signed:commitment'
    : record.proof === proof || (signed !== undefined && record.proof === `signed:${signed}`)

/** By home, the acts behind what the register proves itself. */
export async function recordsOf(
  db: ReadDb,
  { county }: Pick<QueryContext, 'county'>,
  homes: readonly string[],
): Promise<Map<string, PaperRecord[]>> {
  const ids = sql`any(${[...homes]}::uuid[])`
  const { rows } = await sql<Omit<PaperRecord, 'on'> & { home: string; at: Date }>`
    with record (home, proof, act) as (
      select id, 'application', act from home where county = ${county} and id = ${ids}
      union all
      select id, 'account', act from home where county = ${county} and id = ${ids}
         and (account_number is not null or bank_card is not null)
      union all
      select home, 'signed:' || paper, act from signed_paper where county = ${county} and home = ${ids}
      union all
      select home, 'installation', install_act from installation where county = ${county} and home = ${ids}
      union
      select home, 'devices', act from device where county = ${county} and home = ${ids} and removed_on is null
      union
      select home, 'parts', act from installation_part where county = ${county} and home = ${ids}
      union
      select home, 'materials', act from installation_material where county = ${county} and home = ${ids}
      union all
      select home, 'self-check', self_check_act from installation
       where county = ${county} and home = ${ids} and self_check_act is not null
      union all
      select h.id, 'commissioning', v.id from home h join lateral (
        select r.id, r.passed from commissioning r
         where r.county = ${county} and r.home = h.id and r.fell_on is null
         order by r.number desc limit 1) v on v.passed where h.county = ${county} and h.id = ${ids}
      union all
      select h.id, 'in-home', v.act from home h join lateral (
        select e.act, e.passed from acceptance_visit e where e.county = ${county} and e.home = h.id
         order by e.number desc limit 1) v on v.passed where h.county = ${county} and h.id = ${ids}
      union all
      select h.id, 'sign-offs', s.act from home h join lateral (
        select e.id, e.passed from acceptance_visit e where e.county = ${county} and e.home = h.id
         order by e.number desc limit 1) v on v.passed
        join sign_off s on s.county = ${county} and s.home = h.id and s.visit = v.id
       where h.county = ${county} and h.id = ${ids}
      union all
      select r.home, 'contribution', r.act from contribution_receipt r
       where r.county = ${county} and r.home = ${ids} and r.void_act is null
      union all
      select l.home, 'settlement', c.act from claim_line l join claim c on c.county = ${county} and c.id = l.claim
       where l.county = ${county} and l.home = ${ids} and l.live and c.state in ('approved', 'paid')
      union all
      select g.home, 'change', g.act from home_change g
       where g.county = ${county} and g.home = ${ids} and g.state = 'approved'
      union all
      select g.enters, 'change', g.act from home_change g
       where g.county = ${county} and g.enters = ${ids} and g.enters <> g.home and g.state = 'approved'
      union all
      select home, 'coal', act from coal_finding where county = ${county} and home = ${ids})
    select r.home, r.proof, r.act, a.kind as "doneBy", a.happened_at as at, p.name as by,
           coalesce((select json_agg(json_build_object('digest', encode(e.digest, 'hex'), 'kind', e.kind,
                                                       'mediaType', x.media_type, 'size', x.size)
                                     order by e.kind, e.digest)
                       from act_evidence e
                       join evidence_file x on x.county = ${county} and x.digest = e.digest
                      where e.county = ${county} and e.act = r.act and e.kind <> 'workbook'), '[]') as files
      from record r
      join act a on a.county = ${county} and a.id = r.act
      left join account p on p.county = ${county} and p.id = a.actor
     order by a.happened_at, r.act`.execute(db)
  const found = new Map<string, PaperRecord[]>()
  for (const { home, at, ...row } of rows)
    found.set(home, [...(found.get(home) ?? []), { ...row, on: dayOf(at) }])
  return found
}

export interface Brought {
  id: string
  paper: string
  on: Day
  by: string | null
  withdrawnOn: Day | null
  withdrawnReason: string | null
  withdrawnBy: string | null
  files: PaperFile[]
}

/** By home, the files that were brought, those taken out again included. */
export async function broughtTo(
  db: ReadDb,
  { county, pack }: Pick<QueryContext, 'county' | 'pack'>,
  homes: readonly string[],
): Promise<Map<string, Brought[]>> {
  const { rows } = await sql<Brought & { home: string }>`
    select d.home, d.id, d.paper, d.brought_on as "on", p.name as by, d.withdrawn_on as "withdrawnOn",
           d.withdrawn_reason as "withdrawnReason", w.name as "withdrawnBy",
           (select json_agg(json_build_object('digest', n.digest, 'mediaType', x.media_type, 'size', x.size)
                            order by n.at)
              from unnest(d.digests) with ordinality as n (digest, at)
              join evidence_file x on x.county = ${county} and x.digest = decode(n.digest, 'hex')) as files
      from dossier_paper d
      left join account p on p.county = ${county} and p.id = d.brought_by
      left join account w on w.county = ${county} and w.id = d.withdrawn_by
     where d.county = ${county} and d.home = any(${[...homes]}::uuid[]) order by d.id`.execute(db)
  const personal = new Set(pack.dossier.flatMap((paper) => (paper.personal ? paper.id : [])))
  const found = new Map<string, Brought[]>()
  for (const { home, ...row } of rows) {
    const kind = personal.has(row.paper) ? 'personal' : 'document'
    const files = row.files.map((file) => ({ ...file, kind }))
    found.set(home, [...(found.get(home) ?? []), { ...row, files }])
  }
  return found
}
