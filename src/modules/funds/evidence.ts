import { sql } from 'kysely'
import type { QueryContext } from '../../kernel/act/define.ts'
import type { ReadDb } from '../../kernel/database/database.ts'
import { inScope } from '../../kernel/identity/authority.ts'

export interface Paper {
  act: string
  /** Of the act: `claim.pay`. */
  doneBy: string
  /** Of the file: `document`. */
  kind: string
  digest: string
}

const ofHome = {
  town: sql.ref('h.town'),
  village: sql.ref('h.village'),
  organisations: [sql.ref('h.contractor'), sql.ref('h.supervisor')],
  home: sql.ref('h.id'),
}

/**
 * The files that acts about money rest on, for whoever may open them: evidence opens with the homes of its act. A
 * workbook holds other people's data too and is not handed out.
 */
export async function papersOf(
  db: ReadDb,
  { county, scopeFor }: Pick<QueryContext, 'county' | 'scopeFor'>,
  acts: readonly string[],
): Promise<Paper[]> {
  if (acts.length === 0) return []
  const { rows } = await sql<Paper>`
    select e.act, a.kind as "doneBy", e.kind, encode(e.digest, 'hex') as digest
      from act_evidence e
      join act a on a.county = ${county} and a.id = e.act
      join evidence_file f on f.county = ${county} and f.digest = e.digest
     where e.county = ${county} and e.act = any(${[...acts]}::uuid[]) and e.kind <> 'workbook'
       and (exists (select 1 from act_subject s join home h on h.county = ${county} and h.id = s.subject
                    where s.county = ${county} and s.act = e.act and s.subject_type = 'home'
                      and ${inScope(scopeFor('register.read'), ofHome)})
         or (${inScope(scopeFor('money.read'), {})} and exists (
               select 1 from act_subject s where s.county = ${county} and s.act = e.act and s.subject_type = 'fund-receipt')))
     order by e.act, e.kind, e.digest`.execute(db)
  return rows
}
