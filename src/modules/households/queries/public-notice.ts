import { sql } from 'kysely'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { supervisionTelephone } from '../../organisations/public.ts'
import { type PublicNotice, PublicRow } from '../model/notice.ts'
import { withoutNumbers } from '../rules/public-row.ts'

export type FoundNotice =
  | { status: 'open'; id: string; notice: PublicNotice }
  /** It was there; its days are over, and with them the page. */
  | { status: 'over'; hotline: string }
  | { status: 'none' }

/** A notice as everybody may read it, from the day it opens to the day it closes, by the key of its address. */
export async function findPublicNotice(
  db: ReadDb,
  county: number,
  webKey: string,
  today: Day,
): Promise<FoundNotice> {
  const row = await db
    .selectFrom('notice')
    .select(['id', 'opened_on', 'closes_on'])
    .where('county', '=', county)
    .where('web_key', '=', webKey)
    .executeTakeFirst()
  if (!row || today < row.opened_on) return { status: 'none' }
  if (today > row.closes_on) return { status: 'over', hotline: await supervisionTelephone(db, county) }
  const board = await readNotice(db, county, row.id)
  const notice = board && (await withoutReturned(db, county, row.id, board))
  return notice ? { status: 'open', id: row.id, notice } : { status: 'none' }
}

/** A home sent back upon an objection is not told any longer to have been found eligible; how many are is said. */
async function withoutReturned(
  db: ReadDb,
  county: number,
  id: string,
  board: PublicNotice,
): Promise<PublicNotice> {
  const { rows } = await sql<{ position: number }>`
    select position from notice_home
     where county = ${county} and notice = ${id} and outcome = 'returned'`.execute(db)
  const gone = new Set(rows.map(({ position }) => position))
  return { ...board, rows: board.rows.filter(({ position }) => !gone.has(position)), returned: gone.size }
}

/**
 * The board itself, for the poster, the sheet and the public page alike. Every line passes the form of a public
 * row once more on its way out, so that nothing else leaves even if something else was stored.
 */
export async function readNotice(db: ReadDb, county: number, id: string): Promise<PublicNotice | undefined> {
  const notice = await db
    .selectFrom('notice')
    .innerJoin('area as village', (join) =>
      join.onRef('village.county', '=', 'notice.county').onRef('village.code', '=', 'notice.village'),
    )
    .innerJoin('area as town', (join) =>
      join.onRef('town.county', '=', 'notice.county').onRef('town.code', '=', 'notice.town'),
    )
    .select([
      'village.name as village',
      'town.name as town',
      'notice.number',
      'notice.opened_on as opensOn',
      'notice.closes_on as closesOn',
    ])
    .where('notice.county', '=', county)
    .where('notice.id', '=', id)
    .executeTakeFirst()
  if (!notice) return undefined
  const { rows } = await sql<{ published: unknown }>`
    select published from notice_home where county = ${county} and notice = ${id} order by position`.execute(
    db,
  )
  return {
    ...notice,
    village: withoutNumbers(notice.village),
    town: withoutNumbers(notice.town),
    hotline: await supervisionTelephone(db, county),
    rows: rows.map(({ published }) => PublicRow.parse(published)),
    returned: 0,
  }
}

export interface ObjectionAnswer {
  /** Who looks into it and answers. */
  town: string
  state: 'open' | 'upheld' | 'rejected'
  raisedOn: Day
  answer: string | null
  answeredOn: Day | null
  /** What was promised upon an upheld one, and what came of it. */
  followUp: string | null
  followUpBy: Day | null
  followed: string | null
  followedOn: Day | null
}

/** What became of an objection, for whoever holds its receipt. What was said is not shown again. */
export async function findObjectionByReceipt(
  db: ReadDb,
  county: number,
  receipt: string,
): Promise<ObjectionAnswer | undefined> {
  const found = await db
    .selectFrom('objection')
    .innerJoin('notice', (join) =>
      join.onRef('notice.county', '=', 'objection.county').onRef('notice.id', '=', 'objection.notice'),
    )
    .innerJoin('area as town', (join) =>
      join.onRef('town.county', '=', 'notice.county').onRef('town.code', '=', 'notice.town'),
    )
    .select([
      'town.name as town',
      'objection.state',
      'objection.raised_on as raisedOn',
      'objection.answer',
      'objection.answered_on as answeredOn',
      'objection.follow_up as followUp',
      'objection.follow_up_by as followUpBy',
      'objection.followed',
      'objection.followed_on as followedOn',
    ])
    .where('objection.county', '=', county)
    .where('objection.receipt', '=', receipt)
    .executeTakeFirst()
  return found && { ...found, town: withoutNumbers(found.town) }
}
