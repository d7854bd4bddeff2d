import { sql } from 'kysely'
import { literal } from '../../kernel/database/literal.ts'
import type { ReadDb, WriteDb } from '../../kernel/database/database.ts'
import { dayOf } from '../../kernel/dates/day.ts'

/** One read by somebody who audits. */
export interface Look {
  account: string
  at: Date
  /** The query or file by its name. */
  read: string
  /** What it was about: a home, a claim, an act …; empty of a list. */
  about: string
}

/** The first of these that an input names is what a read is about. */
const abouts = [
  ...[
    'home',
    'claim',
    'act',
    'lot',
    'fund',
    'notice',
    'change',
    'village',
    'sample',
    'recovery',
    'season',
    'batch',
  ],
  ...['organisation', 'account', 'source', 'import', 'draw', 'finding', 'town', 'check', 'first'],
]

export function aboutOf(input: unknown): string {
  if (typeof input !== 'object' || input === null) return ''
  const named = input as Record<string, unknown>
  const key = abouts.find((one) => typeof named[one] === 'string')
  return key === undefined ? '' : `${key} ${String(named[key]).slice(0, 80)}`
}

/** Keeps looks: one line a day for each person, read and thing. */
export async function writeLooks(tx: WriteDb, county: number, looks: readonly Look[]): Promise<void> {
  for (const { account, at, read, about } of looks)
    await sql`
      insert into audit_look (county, account, day, read, about, times, first_at, last_at)
      values (${county}, ${account}, ${dayOf(at)}, ${read}, ${about}, 1, ${at}, ${at})
      on conflict (county, account, day, read, about) do update
         set times = audit_look.times + 1, last_at = excluded.last_at`.execute(tx)
}

export interface LookTold {
  account: string
  who: string
  day: string
  read: string
  about: string
  times: number
  lastAt: string
  /** Where it was a home. */
  home: { id: string; householder: string; villageName: string; sequence: number } | null
}

export async function readLooks(
  db: ReadDb,
  county: number,
  { account, about }: { account?: string | undefined; about?: string | undefined },
  { limit, offset }: { limit: number; offset: number },
): Promise<{ rows: LookTold[]; total: number }> {
  const where = sql`l.county = ${county}
    ${account ? sql`and l.account = ${account}` : sql``}
    ${about ? sql`and (h.householder like ${`%${literal(about)}%`} or l.about like ${`%${literal(about)}%`})` : sql``}`
  const from = sql`
    from audit_look l
    left join account a on a.county = ${county} and a.id = l.account
    left join home h on h.county = ${county} and l.about = 'home ' || h.id::text
    left join area v on v.county = ${county} and v.code = h.village
   where ${where}`
  const { rows } = await sql<Omit<LookTold, 'lastAt'> & { lastAt: Date }>`
    select l.account, coalesce(a.name, '') as who, l.day, l.read, l.about, l.times, l.last_at as "lastAt",
           case when h.id is not null then json_build_object('id', h.id, 'householder', h.householder,
             'villageName', v.name, 'sequence', h.sequence) end as home
      ${from} order by l.last_at desc, l.read, l.about limit ${limit} offset ${offset}`.execute(db)
  const counted = await sql<{ total: number }>`select count(*)::int as total ${from}`.execute(db)
  return {
    rows: rows.map((row) => ({ ...row, lastAt: row.lastAt.toISOString() })),
    total: counted.rows[0]?.total ?? 0,
  }
}
