import { sql } from 'kysely'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { Pack } from '../../../kernel/pack/pack.ts'
import type { PlaceToGo } from '../rules/own-question.ts'

/**
 * The places of the pack as a home's family finds them: its own town's office, its own contractor and supervisor, the
 * county's one of the others. Name and telephone are told where the county has entered them.
 */
export async function placesOf(
  db: ReadDb,
  county: number,
  pack: Pack,
  home: string,
): Promise<(id: string) => PlaceToGo | undefined> {
  const { rows } = await sql<{ kind: string; name: string; telephone: string | null }>`
    select distinct on (o.kind) o.kind, o.name, o.telephone
      from home h
      join area town on town.county = ${county} and town.code = h.town
      join organisation o on o.county = ${county}
       and case o.kind when 'town-office' then position(town.name in o.name) > 0
                       when 'contractor' then o.id = h.contractor
                       when 'supervisor' then o.id = h.supervisor
                       else true end
     where h.county = ${county} and h.id = ${home}
     order by o.kind, o.telephone is null, o.id`.execute(db)
  return (id) => {
    const place = pack.places?.[id]
    if (!place) return undefined
    const found = rows.find(({ kind }) => kind === place.organisation)
    return { id, label: place.label, name: found?.name ?? null, telephone: found?.telephone ?? null }
  }
}
