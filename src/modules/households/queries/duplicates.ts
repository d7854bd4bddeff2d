import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import { covers } from '../../../kernel/identity/authority.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { maskAccount, maskIdNumber } from '../../../kernel/standards/mask.ts'
import { openField } from '../../../kernel/cipher/fields.ts'
import { type DuplicateKey, duplicateBits } from '../rules/facts.ts'
import type { Stage } from '../stages.ts'
import { visible } from './home-filter.ts'

interface Shared {
  key: DuplicateKey
  id: string
  town: string
  townName: string
  village: string
  villageName: string
  sequence: number
  householder: string
  stage: Stage
  answer: 'yes' | 'no' | 'unknown'
  contractor: string | null
  supervisor: string | null
}

const columns: Record<DuplicateKey, string> = {
  id: 'id_number_index',
  account: 'account_key',
  title: 'title_index',
}

/**
 * Who shares a key with a home (§4.4). Of a home outside one's area only its town is told, so that the two towns can
 * call each other and nothing else leaks.
 */
export const homeDuplicates = defineQuery({
  name: 'home.duplicates',
  input: z.object({ home: z.uuid() }),
  permission: 'register.read',
  run: async (db, { home }, context) => {
    const { county } = context
    const seen =
      await sql`select 1 from home h where h.county = ${county} and h.id = ${home} and ${visible(context)}`.execute(
        db,
      )
    if (seen.rows.length === 0) throw new NotFound()
    const rows: Shared[] = []
    for (const [key, column] of Object.entries(columns) as [DuplicateKey, string][])
      rows.push(...(await sharing(db, county, home, key, column)))
    return rows.map(({ contractor, supervisor, ...row }) => {
      const place = { area: row.village, organisations: [contractor, supervisor], home: row.id }
      return covers(context.scope, place)
        ? { ...row, hidden: false as const }
        : { key: row.key, town: row.town, townName: row.townName, hidden: true as const }
    })
  },
})

async function sharing(
  db: ReadDb,
  county: number,
  home: string,
  key: DuplicateKey,
  column: string,
): Promise<Shared[]> {
  const { rows } = await sql<Shared>`
    select ${key} as key, o.id, o.town, t.name as "townName", o.village, v.name as "villageName", o.sequence,
           o.householder, o.stage, o.answer, o.contractor, o.supervisor
      from home h
      join home o on o.county = ${county} and o.line = h.line and ${sql.ref(`o.${column}`)} = ${sql.ref(`h.${column}`)}
      join area t on t.county = ${county} and t.code = o.town
      join area v on v.county = ${county} and v.code = o.village
     where h.county = ${county} and h.id = ${home} and o.id <> h.id and o.ended is null
     order by o.id limit 50`.execute(db)
  return rows
}

const pageSize = 50

/** The work list of §4.4: homes that share a key, group by group, within one's area. */
export const duplicateGroups = defineQuery({
  name: 'home.duplicate-groups',
  input: z.object({
    key: z.enum(Object.keys(duplicateBits) as [DuplicateKey, ...DuplicateKey[]]).default('id'),
    town: z
      .string()
      .regex(/^\d{12}$/)
      .optional(),
    page: z.int().min(0).max(10_000).default(0),
  }),
  permission: 'register.read',
  run: async (db, { key, town, page }, context) => {
    const { county } = context
    const column = sql.ref(`h.${columns[key]}`)
    const where = sql`h.county = ${county} and h.duplicates > 0 and h.duplicates & ${duplicateBits[key]} > 0
                      and h.ended is null and ${visible(context)} ${town ? sql`and h.town = ${town}` : sql``}`
    const { rows: counted } = await sql<{ total: number }>`
      select count(distinct (h.line, ${column})) as total from home h where ${where}`.execute(db)
    const { rows } = await sql<{ line: string; shared: Buffer | string; mine: number; first: string }>`
      select h.line, ${column} as shared, count(*) as mine, min(h.id::text) as first from home h where ${where}
       group by h.line, ${column} order by min(h.village), min(h.sequence), ${column}
       limit ${pageSize} offset ${page * pageSize}`.execute(db)
    const groups = await Promise.all(rows.map((row) => groupOf(db, context, key, row)))
    return { rows: groups, total: counted[0]?.total ?? 0, pageSize }
  },
})

interface Member {
  id: string
  townName: string
  village: string
  villageName: string
  sequence: number
  householder: string
  accountHolder: string | null
  stage: Stage
  answer: 'yes' | 'no' | 'unknown'
  idNumber: Buffer | null
  accountNumber: string | null
  titleNumber: string | null
  contractor: string | null
  supervisor: string | null
}

async function groupOf(
  db: ReadDb,
  { county, keys, scope }: QueryContext,
  key: DuplicateKey,
  { line, shared }: { line: string; shared: Buffer | string },
) {
  const { rows } = await sql<Member>`
    select h.id, t.name as "townName", h.village, v.name as "villageName", h.sequence, h.householder,
           h.account_holder as "accountHolder", h.stage, h.answer, h.id_number as "idNumber",
           h.account_number as "accountNumber", h.title_number as "titleNumber", h.contractor, h.supervisor
      from home h
      join area t on t.county = ${county} and t.code = h.town
      join area v on v.county = ${county} and v.code = h.village
     where h.county = ${county} and h.line = ${line} and ${sql.ref(`h.${columns[key]}`)} = ${shared} and h.ended is null
     order by h.id limit 50`.execute(db)
  const [first] = rows
  return {
    key,
    line,
    shared: first ? sharedText(first) : '',
    homes: rows.map(
      ({ idNumber: _id, accountNumber: _account, titleNumber: _title, contractor, supervisor, ...row }) =>
        covers(scope, { area: row.village, organisations: [contractor, supervisor], home: row.id })
          ? { ...row, hidden: false as const }
          : { townName: row.townName, hidden: true as const },
    ),
  }

  function sharedText(member: Member): string {
    if (key === 'id')
      return member.idNumber ? maskIdNumber(openField(keys, county, 'home.id_number', member.idNumber)) : ''
    return maskAccount((key === 'account' ? member.accountNumber : member.titleNumber) ?? '')
  }
}
