import { sql } from 'kysely'
import { type Actor, inScope, type Scope, scopeOf } from '../kernel/identity/authority.ts'
import type { Program } from './program.ts'

/**
 * One's own upload, or evidence of an act about a home, village, firm, model or fund within one's scope; of a model and of
 * market regulation's samples, for whoever may read about its maker. What shows ID cards opens as masked numbers do. A workbook of an act holds other people's data
 * too, and is its uploader's alone.
 */
export async function findVisibleEvidence(program: Program, actor: Actor, digest: string) {
  const scopeTo = (...permissions: string[]): Scope => {
    const scopes = permissions.map((permission) => scopeOf(program.roles, actor, permission))
    return {
      areas: scopes.flatMap((s) => s.areas),
      organisations: scopes.flatMap((s) => s.organisations),
      homes: scopes.flatMap((s) => s.homes),
    }
  }
  const homeColumns = {
    town: sql.ref('home.town'),
    village: sql.ref('home.village'),
    organisations: [sql.ref('home.contractor'), sql.ref('home.supervisor')],
    home: sql.ref('home.id'),
  }
  const scope = scopeTo('register.read', 'home.own')
  const ofHome = sql`${inScope(scope, homeColumns)}
    and (e.kind <> 'personal' or ${inScope(scopeTo('personal.reveal', 'home.own'), homeColumns)})`
  const ofVillage = inScope(scope, { town: sql.ref('village.town'), village: sql.ref('village.code') })
  const firms = scopeOf(program.roles, actor, 'firm.read')
  const ofFirm = inScope(firms, { organisations: [sql.ref('firm.id')] })
  const ofModel = inScope(firms, { organisations: [sql.ref('equipment_model.firm')] })
  // The bank's slip for money that came in: funds are the county's.
  const ofReceipt = inScope(scopeOf(program.roles, actor, 'money.read'), {})
  const bytes = Buffer.from(digest, 'hex')
  return program.database.read(actor.county, async (db) => {
    const { rows } = await sql<{ media_type: string }>`
      select media_type from evidence_file f
       where f.county = ${actor.county} and f.digest = ${bytes}
         and (exists (
           select 1 from evidence_upload u
            where u.county = ${actor.county} and u.digest = ${bytes} and u.uploaded_by = ${actor.id}) or exists (
           select 1 from act_evidence e
             join act_subject s on s.county = e.county and s.act = e.act
             left join home on home.county = s.county and s.subject_type = 'home' and home.id = s.subject
             left join organisation firm
               on firm.county = s.county and s.subject_type = 'organisation' and firm.id = s.subject
             left join equipment_model
               on equipment_model.county = s.county and s.subject_type = 'model' and equipment_model.id = s.subject
             left join village on village.county = s.county and s.subject_type = 'village' and village.id = s.subject
            where e.county = ${actor.county} and e.digest = ${bytes} and e.kind <> 'workbook'
              and ((home.id is not null and ${ofHome}) or (village.id is not null and ${ofVillage})
                or (s.subject_type = 'fund-receipt' and ${ofReceipt})
                or (firm.id is not null and ${ofFirm}) or (equipment_model.id is not null and ${ofModel}))))`.execute(
      db,
    )
    return rows[0]
  })
}
