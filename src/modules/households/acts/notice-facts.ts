import { sql } from 'kysely'
import type { ActContext } from '../../../kernel/act/define.ts'
import { blindIndex } from '../../../kernel/cipher/fields.ts'
import type { Keys } from '../../../kernel/cipher/keys.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { type Line, lines } from '../model/fields.ts'
import {
  blockingKeys,
  judgedDuplicates,
  type NoticeState,
  type NoticeToConfirm,
  type WaitingHome,
} from '../rules/notice.ts'
import type { NamedHome } from '../rules/objection.ts'
import { noticeText } from '../rules/public-row.ts'

type Surroundings = Pick<ActContext, 'county' | 'keys' | 'pack' | 'today'>

/** Notices by id, one query for all. */
export async function loadNotices(
  db: ReadDb,
  county: number,
  ids: readonly string[],
): Promise<Map<string, NoticeState>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('notice')
    .select([
      'id',
      'village',
      'town',
      'number',
      'state',
      'opened_on as openedOn',
      'closes_on as closesOn',
      'posted_on as postedOn',
    ])
    .where('county', '=', county)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Notices with their open objections and the homes that still wait on them. */
export async function loadNoticesToConfirm(
  db: ReadDb,
  context: Surroundings,
  ids: readonly string[],
): Promise<Map<string, NoticeToConfirm>> {
  const { county } = context
  const notices = await loadNotices(db, county, ids)
  if (notices.size === 0) return new Map()
  const objections = await db
    .selectFrom('objection')
    .select(['notice', (eb) => eb.fn.countAll<number>().as('count')])
    .where('county', '=', county)
    .where('notice', 'in', [...notices.keys()])
    .where('state', '=', 'open')
    .groupBy('notice')
    .execute()
  const open = new Map(objections.map((row) => [row.notice, row.count]))
  const waiting = await loadWaiting(db, context, [...notices.keys()])
  return new Map(
    [...notices].map(([id, notice]) => [
      id,
      { ...notice, openObjections: open.get(id) ?? 0, waiting: waiting.get(id) ?? [] },
    ]),
  )
}

/** The homes of notices that wait for confirmation, by notice, as they are now. */
export async function loadWaiting(
  db: ReadDb,
  { county, keys, pack, today }: Surroundings,
  notices: readonly string[],
): Promise<Map<string, WaitingHome[]>> {
  const { rows } = await sql<{
    notice: string
    home: string
    line: Line
    answer: WaitingHome['answer']
    ended: string | null
    stage: string
    duplicates: number
    fingerprint: Buffer
    householder: string
    idNumberIndex: Buffer | null
    wantedEquipment: string | null
    wantedUnits: number | null
  }>`
    select n.notice, n.home, h.line, h.answer, h.ended, h.stage, h.duplicates, n.fingerprint, h.householder,
           h.id_number_index as "idNumberIndex", h.wanted_equipment as "wantedEquipment",
           h.wanted_units as "wantedUnits"
      from notice_home n
      join home h on h.county = n.county and h.id = n.home
     where n.county = ${county} and h.county = ${county} and n.notice = any(${[...notices]}::uuid[])
       and n.outcome is null
     order by n.notice, n.position`.execute(db)
  const judged = new Map(lines.map((line) => [line, judgedDuplicates(pack, line, today)]))
  const waiting = new Map<string, WaitingHome[]>()
  for (const row of rows) {
    const homes = waiting.get(row.notice) ?? []
    homes.push({
      home: row.home,
      answer: row.answer,
      ended: row.ended !== null,
      onRoad: row.stage !== 'noticed',
      duplicates: row.duplicates,
      blockingDuplicates: row.duplicates & blockingKeys & ~(judged.get(row.line) ?? 0),
      changed: !fingerprintOf(keys, county, row).equals(row.fingerprint),
    })
    waiting.set(row.notice, homes)
  }
  return waiting
}

/** 16 bytes that change where the home is no longer the one the board shows; meaningless without the key. */
export const fingerprintOf = (keys: Keys, county: number, home: Parameters<typeof noticeText>[0]): Buffer =>
  blindIndex(keys, county, 'notice-line', noticeText(home))

/** How a home was named: by its id, or by its place on the board. */
export const namedAs = (notice: string, named: string | number): string =>
  typeof named === 'string' ? `${notice}:${named}` : `${notice}#${named}`

/** What notices say of homes, by what `namedAs` answers for either way of naming them. */
export async function loadNamedHomes(
  db: ReadDb,
  county: number,
  asked: readonly { notice: string; named: readonly (string | number)[] }[],
): Promise<Map<string, { home: string; about: NamedHome }>> {
  const each = asked.flatMap(({ notice, named }) => named.map((one) => ({ notice, one })))
  if (each.length === 0) return new Map()
  const { rows } = await sql<{
    notice: string
    home: string
    position: number
    outcome: 'confirmed' | 'returned' | 'ended' | null
  }>`
    select distinct n.notice, n.home, n.position, n.outcome
      from notice_home n
      join unnest(${each.map(({ notice }) => notice)}::uuid[],
                  ${each.map(({ one }) => (typeof one === 'string' ? one : null))}::uuid[],
                  ${each.map(({ one }) => (typeof one === 'number' ? one : null))}::int[])
           as a (notice, home, position)
        on n.notice = a.notice and (n.home = a.home or n.position = a.position)
     where n.county = ${county}`.execute(db)
  return new Map(
    rows.flatMap(({ notice, home, position, outcome }) => {
      const found = { home, about: { outcome } }
      return [[namedAs(notice, home), found] as const, [namedAs(notice, position), found] as const]
    }),
  )
}
