import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { covers } from '../../../kernel/identity/authority.ts'
import { findVillages } from '../../villages/public.ts'
import { loadNoticesToConfirm } from '../acts/notice-facts.ts'
import { isWaitingHome } from '../locked.ts'
import { PublicRow } from '../model/notice.ts'
import { isOnWeb, isRunning, lastDayOf, noticePeriod, type NoticeState, readiness } from '../rules/notice.ts'
import { readNotice } from './public-notice.ts'

/** A notice within one's area; anything else is not there. */
export async function getNotice(db: ReadDb, id: string, context: QueryContext) {
  const notice = (await loadNoticesToConfirm(db, context, [id])).get(id)
  if (!notice || !covers(context.scope, { area: notice.village })) throw new NotFound()
  return notice
}

interface Line {
  home: string
  sequence: number
  published: unknown
  outcome: 'confirmed' | 'returned' | 'ended' | null
  reason: string | null
  /** An objection to it waits for its answer; until then the notice is not confirmed. */
  objected: boolean
}

/** A notice with what the board says, what became of each home, and what confirmation would do with it now. */
export const noticeGet = defineQuery({
  name: 'notice.get',
  input: z.object({ notice: z.uuid() }),
  permission: 'selection.read',
  run: async (db, { notice: id }, context) => {
    const { county, today, pack } = context
    const notice = await getNotice(db, id, context)
    const board = await readNotice(db, county, id)
    if (!board) throw new NotFound()
    const { rows } = await sql<Line>`
      select l.home, h.sequence, l.published, l.outcome, l.outcome_reason as reason,
             exists (select 1 from objection o
                      where o.county = ${county} and o.notice = l.notice and o.home = l.home and o.state = 'open') as objected
        from notice_home l join home h on h.county = ${county} and h.id = l.home
       where l.county = ${county} and l.notice = ${id} order by l.position`.execute(db)
    const now = new Map(notice.waiting.map((home) => [home.home, readiness(home)]))
    const { webKey } = await db
      .selectFrom('notice')
      .select('web_key as webKey')
      .where('county', '=', county)
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const { waiting: _, ...state } = notice
    return {
      ...state,
      villageId: (await findVillages(db, county, [notice.village])).get(notice.village)?.id ?? '',
      villageName: board.village,
      townName: board.town,
      hotline: board.hotline,
      closesOn: lastDayOf(notice),
      isRunning: isRunning(notice, today),
      isOnWeb: isOnWeb(notice, today),
      period: noticePeriod(pack, notice.postedOn ?? notice.openedOn),
      webPath: `/n/${county}/${webKey}`,
      lines: rows.map(({ published, ...line }) => ({
        ...line,
        row: PublicRow.parse(published),
        now: now.get(line.home) ?? null,
      })),
      leftOut: await leftOut(db, context, notice),
      photos: await photosOf(db, county, id),
      goneSince: await goneSincePosted(db, county, notice),
    }
  },
})

/** The board alone, for the poster. */
export const noticeBoard = defineQuery({
  name: 'notice.board',
  input: z.object({ notice: z.uuid() }),
  permission: 'selection.read',
  run: async (db, { notice: id }, context) => {
    const notice = await getNotice(db, id, context)
    const board = await readNotice(db, context.county, id)
    if (!board) throw new NotFound()
    const { webKey } = await db
      .selectFrom('notice')
      .select('web_key as webKey')
      .where('county', '=', context.county)
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const period = noticePeriod(context.pack, notice.postedOn ?? notice.openedOn)
    return { ...board, period, webPath: `/n/${context.county}/${webKey}` }
  },
})

const mostListed = 500

/** The village's homes that stand on no notice, with why. */
async function leftOut(db: ReadDb, context: QueryContext, { village }: NoticeState) {
  const { county } = context
  const rows = await db
    .selectFrom('home as h')
    .select(['id', 'sequence', 'householder', 'stage', 'answer', isWaitingHome(context).as('waiting')])
    .where('county', '=', county)
    .where('village', '=', village)
    .where('stage', 'in', ['applied', 'screened'])
    .where('ended', 'is', null)
    .orderBy('sequence')
    .limit(mostListed)
    .execute()
  return rows
    .filter(({ stage, answer, waiting }) => stage === 'applied' || answer !== 'yes' || waiting)
    .map(({ id, sequence, householder, stage, answer, waiting }) => ({
      home: id,
      sequence,
      householder,
      reason: waiting
        ? ('waiting' as const)
        : stage === 'applied'
          ? ('unscreened' as const)
          : (answer as 'unknown' | 'no'),
    }))
}

/** Photographs of the posted board, newest first: digests to be fetched as evidence. */
/** Homes no longer told that were still told when the board was photographed last: it hangs as it was. */
async function goneSincePosted(db: ReadDb, county: number, { id, postedOn, state }: NoticeState) {
  if (postedOn === null || state === 'confirmed') return 0
  const { rows } = await sql<{ gone: number }>`
    select count(*)::int as gone
      from notice_home l join act a on a.county = ${county} and a.id = l.outcome_act
     where l.county = ${county} and l.notice = ${id} and l.outcome = 'returned'
       and a.recorded_at > (select max(p.recorded_at) from act_subject s
                             join act p on p.county = ${county} and p.id = s.act and p.kind = 'notice.post'
                            where s.county = ${county} and s.subject_type = 'notice' and s.subject = ${id})`.execute(
    db,
  )
  return rows[0]?.gone ?? 0
}

async function photosOf(db: ReadDb, county: number, notice: string) {
  const { rows } = await sql<{ digest: Buffer; recordedAt: Date }>`
    select e.digest, a.recorded_at as "recordedAt"
      from act_subject s
      join act a on a.county = ${county} and a.id = s.act and a.kind = 'notice.post'
      join act_evidence e on e.county = ${county} and e.act = a.id and e.kind = 'photo'
     where s.county = ${county} and s.subject_type = 'notice' and s.subject = ${notice}
     order by a.recorded_at desc, e.digest`.execute(db)
  return rows.map(({ digest, recordedAt }) => ({ digest: digest.toString('hex'), recordedAt }))
}
