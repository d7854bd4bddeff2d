import { sql } from 'kysely'
import type { QueryContext } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { isWaitingHome } from '../locked.ts'
import { endingOf, type OwnStanding, type Standing, standingOf } from '../rules/standing.ts'
import { departureOf } from './departure.ts'

export interface StandingTold {
  standing: Standing
  /** How the home ended; null while it has not. */
  ending: ReturnType<typeof endingOf> | null
}

/** How a home stands to the programme, for its family. */
export async function ownStanding(
  db: ReadDb,
  context: Pick<QueryContext, 'county' | 'pack' | 'today'>,
  home: string,
): Promise<StandingTold> {
  const { county } = context
  const { rows } = await sql<OwnStanding>`
    select h.stage, h.ended, h.answer, ${isWaitingHome(context)} as waits
      from home h where h.county = ${county} and h.id = ${home}`.execute(db)
  const [own] = rows
  if (!own) throw new NotFound()
  const departure = await departureOf(db, county, home)
  return { standing: standingOf(own), ending: own.ended && endingOf(own.ended, departure?.kind ?? null) }
}
