import { sql } from 'kysely'
import type { ActContext } from '../../../kernel/act/define.ts'
import { openField } from '../../../kernel/cipher/fields.ts'
import type { Keys } from '../../../kernel/cipher/keys.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { homeFields, type HomeFields } from '../model/fields.ts'
import { factsFromStored } from '../rules/facts.ts'
import type { ExceptionRequest, HomeToSettle } from '../rules/settling.ts'
import type { HomeOnTheRoad } from '../rules/application.ts'
import type { OfLine } from '../rules/line-area.ts'
import { isAtLeast, type Stage } from '../stages.ts'

export interface HomeFacts extends HomeOnTheRoad, OfLine {
  id: string
  village: string
  contractor: string | null
  supervisor: string | null
  fields: HomeFields
}

/** Homes with all their fields opened, by id. */
export async function loadHomesWithFields(
  db: ReadDb,
  county: number,
  keys: Keys,
  ids: readonly string[],
): Promise<Map<string, HomeFacts>> {
  const rows = await db
    .selectFrom('home')
    .selectAll()
    .where('county', '=', county)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        village: row.village,
        contractor: row.contractor,
        supervisor: row.supervisor,
        line: row.line,
        areaKind: row.area_kind,
        stage: row.stage as Stage,
        ended: row.ended,
        fields: fieldsOfRow(row as unknown as Record<string, unknown>, keys, county),
      },
    ]),
  )
}

const sealedColumns = { idNumber: 'id_number', telephone: 'telephone', bankCard: 'bank_card' } as const

/** The application as its row keeps it: sealed values opened, blanks left out. */
export function fieldsOfRow(row: Record<string, unknown>, keys: Keys, county: number): HomeFields {
  const fields: Record<string, unknown> = {}
  for (const field of homeFields) {
    const column = columnOf(field)
    const value = row[column]
    if (value === null || value === undefined) continue
    fields[field] =
      field in sealedColumns ? openField(keys, county, `home.${column}`, value as Buffer) : value
  }
  return fields as unknown as HomeFields
}

/** `heatingAreaM2` is kept in `heating_area_m2`. */
const columnOf = (field: string): string => field.replace(/([A-Z]+\d*)/g, (part) => `_${part.toLowerCase()}`)

export interface HomeWithRequests extends HomeToSettle {
  id: string
  village: string
  contractor: string | null
  supervisor: string | null
  requests: (ExceptionRequest & { id: string })[]
}

/**
 * Homes with the facts of their last screening and the exceptions asked for, by id; of a confirmed one also what else the
 * rules of payment ask.
 */
export async function loadHomesToSettle(
  db: ReadDb,
  { county, homeFacts }: Pick<ActContext, 'county' | 'homeFacts'>,
  ids: readonly string[],
): Promise<Map<string, HomeWithRequests>> {
  const { rows } = await sql<Omit<HomeWithRequests, 'facts' | 'requests'> & { facts: unknown }>`
    select array(select distinct f.fact from settled_fact f
                  where f.county = ${county} and f.home = h.id and f.superseded_act is null) as settled, h.id, h.village, h.contractor, h.supervisor, h.stage, h.ended, h.line, h.answer, s.facts
      from home h left join screening s on s.county = ${county} and s.id = h.screening
     where h.county = ${county} and h.id = any(${[...ids]}::uuid[])`.execute(db)
  const { rows: requests } = await sql<ExceptionRequest & { id: string; home: string }>`
    select id, home, fact, state, asked_by as "askedBy" from exception_request
     where county = ${county} and home = any(${[...ids]}::uuid[]) order by id desc`.execute(db)
  const confirmed = rows.filter(({ stage }) => isAtLeast(stage, 'confirmed'))
  const beside = await homeFacts(
    db,
    confirmed.map(({ id }) => id),
  )
  return new Map(
    rows.map((row) => [
      row.id,
      {
        ...row,
        facts: { ...beside.get(row.id), ...factsFromStored(row.facts ?? {}) },
        requests: requests.filter(({ home }) => home === row.id),
      },
    ]),
  )
}
