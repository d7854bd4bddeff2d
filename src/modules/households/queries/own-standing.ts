import { sql } from 'kysely'
import type { QueryContext } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { isOnSameList, isWaitingHome } from '../locked.ts'
import { waitingListOf } from '../rules/change.ts'
import { endingOf, type OwnStanding, type Standing, standingOf } from '../rules/standing.ts'
import { departureOf } from './departure.ts'

export interface StandingTold {
  standing: Standing
  /** How the home ended; null while it has not. */
  ending: ReturnType<typeof endingOf> | null
  /** On the waiting list: which place, and of whose list it is (§A.2). */
  waiting: { place: number; list: 'village' | 'town' } | null
  /** A change has to be put on notice before the home goes on, and is not yet. */
  toNotice: boolean
}

/** How a home stands to the programme, for its family. */
export async function ownStanding(
  db: ReadDb,
  context: Pick<QueryContext, 'county' | 'pack' | 'today'>,
  home: string,
): Promise<StandingTold> {
  const { county } = context
  const { rows } = await sql<OwnStanding & { toNotice: boolean }>`
    select h.stage, h.ended, h.answer, ${isWaitingHome(context)} as waits,
           h.change is not null and not exists (
             select 1 from notice_home l join notice n on n.county = ${county} and n.id = l.notice
              where l.county = ${county} and l.home = h.id and l.outcome is null and n.state = 'open') as "toNotice"
      from home h where h.county = ${county} and h.id = ${home}`.execute(db)
  const [own] = rows
  if (!own) throw new NotFound()
  const departure = await departureOf(db, county, home)
  const standing = standingOf(own)
  return {
    standing,
    ending: own.ended && endingOf(own.ended, departure?.kind ?? null),
    waiting: standing === 'waiting' ? await waitingPlaceOf(db, context, home) : null,
    toNotice: standing === 'in' && own.toNotice,
  }
}

/** A waiting home's place, and of whose list. */
export async function waitingPlaceOf(
  db: ReadDb,
  context: Pick<QueryContext, 'county' | 'pack' | 'today'>,
  home: string,
): Promise<StandingTold['waiting']> {
  const list = waitingListOf(context.pack, context.today)
  const { rows } = await sql<{ before: number }>`
    select count(*)::int as before from home h
      join home own on own.county = ${context.county} and own.id = ${home}
     where h.county = ${context.county} and ${isOnSameList(context)}
       and ${isWaitingHome(context)}
       and (h.applied_on, h.sequence, h.id) < (own.applied_on, own.sequence, own.id)`.execute(db)
  return { place: (rows[0]?.before ?? 0) + 1, list }
}
