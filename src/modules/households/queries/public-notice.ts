import { sql } from 'kysely'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { supervisionTelephone } from '../../organisations/public.ts'
import { type PublicNotice, PublicRow } from '../model/notice.ts'
import { isOnWeb, lastDayOf } from '../rules/notice.ts'
import { withoutNumbers } from '../rules/public-row.ts'

export type FoundNotice =
  | { status: 'open'; id: string; notice: PublicNotice }
  /**
   * It was there; its days are over, and with them the page. Or its board has not come to hang in as many days as it was
   * to: names are not told for longer only because nobody posted them.
   */
  | { status: 'over' | 'unposted'; hotline: string }
  | { status: 'none' }

/** A notice as everybody may read it, from the day it opens to its last day, by the key of its address. */
export async function findPublicNotice(
  db: ReadDb,
  county: number,
  webKey: string,
  today: Day,
): Promise<FoundNotice> {
  const row = await db
    .selectFrom('notice')
    .select(['id', 'opened_on', 'posted_on as postedOn', 'closes_on as closesOn'])
    .where('county', '=', county)
    .where('web_key', '=', webKey)
    .executeTakeFirst()
  if (!row || today < row.opened_on) return { status: 'none' }
  if (!isOnWeb(row, today))
    return { status: row.postedOn ? 'over' : 'unposted', hotline: await supervisionTelephone(db, county) }
  const notice = await readNotice(db, county, row.id)
  return notice ? { status: 'open', id: row.id, notice } : { status: 'none' }
}

/**
 * The board itself, for the poster, the sheet and the public page alike. Every line passes the form of a public
 * row once more on its way out, so that nothing else leaves even if something else was stored. A home sent back upon an
 * objection is not told any longer to have been found eligible; how many are is said.
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
      'notice.posted_on as postedOn',
      'notice.closes_on as closesOn',
    ])
    .where('notice.county', '=', county)
    .where('notice.id', '=', id)
    .executeTakeFirst()
  if (!notice) return undefined
  const { rows } = await sql<{ published: unknown; isReturned: boolean }>`
    select published, outcome is not distinct from 'returned' as "isReturned"
      from notice_home where county = ${county} and notice = ${id} order by position`.execute(db)
  const { postedOn, closesOn, ...told } = notice
  return {
    ...told,
    closesOn: lastDayOf({ postedOn, closesOn }),
    village: withoutNumbers(notice.village),
    town: withoutNumbers(notice.town),
    hotline: await supervisionTelephone(db, county),
    rows: rows.flatMap(({ published, isReturned }) => (isReturned ? [] : [PublicRow.parse(published)])),
    returned: rows.filter(({ isReturned }) => isReturned).length,
  }
}

/** What became of one home an objection named, or of one about the list as a whole. */
export interface ObjectionAnswer {
  /** The home's line of the board; null for the list as a whole. */
  position: number | null
  /** Masked as the board has it, for as long as the board has it. */
  householder: string | null
  /** Who looks into it and answers. */
  town: string
  /** Which notice of which village it was about. */
  village: string
  number: number
  /** Narrowed: the answer says to which homes and why; they are answered each by itself. */
  state: 'open' | 'upheld' | 'rejected' | 'narrowed'
  raisedOn: Day
  answer: string | null
  answeredOn: Day | null
  /** What was promised upon an upheld one, and what came of it. */
  followUp: string | null
  followUpBy: Day | null
  followed: string | null
  followedOn: Day | null
}

/**
 * What became of an objection, home by home, for whoever holds its receipt; empty where there is none such. What was
 * said is not shown again, nor anybody the board does not show today.
 */
export async function findObjectionByReceipt(
  db: ReadDb,
  county: number,
  receipt: string,
  today: Day,
): Promise<ObjectionAnswer[]> {
  const { rows } = await sql<ObjectionAnswer & { published: unknown }>`
    select l.position, town.name as town, village.name as village, n.number, o.state, o.raised_on as "raisedOn", o.answer,
           o.answered_on as "answeredOn", o.follow_up as "followUp", o.follow_up_by as "followUpBy", o.followed,
           o.followed_on as "followedOn",
           case when n.closes_on >= ${today} and l.outcome is distinct from 'returned' then l.published end as published
      from objection o
      join notice n on n.county = ${county} and n.id = o.notice
      join area town on town.county = ${county} and town.code = n.town
      join area village on village.county = ${county} and village.code = n.village
      left join notice_home l on l.county = ${county} and l.notice = o.notice and l.home = o.home
     where o.county = ${county} and o.receipt = ${receipt}
     order by l.position nulls first, o.id`.execute(db)
  return rows.map(({ published, town, village, ...row }) => ({
    ...row,
    town: withoutNumbers(town),
    village: withoutNumbers(village),
    householder: published ? PublicRow.parse(published).householder : null,
  }))
}
