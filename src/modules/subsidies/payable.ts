import { sql } from 'kysely'
import type { ActContext } from '../../kernel/act/define.ts'
import type { ReadDb } from '../../kernel/database/database.ts'
import type { Day } from '../../kernel/dates/day.ts'
import type { Decision } from '../../kernel/pack/decide.ts'
import { paymentDecisions } from '../funds/public.ts'
import { coalFoundIn, findHomes, type HomeState } from '../households/public.ts'
import { doubtFacts, doubtsOf } from '../photographs/public.ts'
import { devicesOf } from '../works/public.ts'

export interface PayableHome extends HomeState {
  decision: Decision
  /** Other seasons it is subsidised for. */
  seasonsPaid: number
}

/**
 * The payment rules' answer for each home today (§3.3.2a–c, §3.3.4, §4.3), asked again at every step before money leaves. A
 * home accepted only after the season's last day did not heat with what is paid for in that season.
 */
export async function payableHomes(
  db: ReadDb,
  context: Pick<ActContext, 'county' | 'pack' | 'today' | 'homeFacts'>,
  season: { id: string; starts_on: Day; ends_on: Day },
  ids: readonly string[],
): Promise<Map<string, PayableHome>> {
  if (ids.length === 0) return new Map()
  const homes = await findHomes(db, context.county, ids)
  const devices = await devicesOf(db, context.county, ids)
  const doubted = await doubtsOf(db, context.county, ids)
  const known = await context.homeFacts(db, ids)
  const seasons = await seasonsPaid(db, context.county, season, ids)
  const decisionFor = paymentDecisions(context, 'payment.operating')
  return new Map(
    [...homes.values()].map((home) => [
      home.id,
      {
        ...home,
        seasonsPaid: seasons.get(home.id) ?? 0,
        decision: decisionFor({
          accepted: home.acceptedOn !== null && home.acceptedOn <= season.ends_on,
          acceptedUnits: (devices.get(home.id) ?? []).filter((device) => device.accepted).length,
          committed: home.committed,
          coalFound: coalFoundIn(home),
          left: home.ended !== null && home.ended !== 'revoked',
          doubts: doubtFacts(context.pack, context.today, doubted(home.id)),
          seasonsPaid: seasons.get(home.id) ?? 0,
          known: known.get(home.id),
        }),
      },
    ]),
  )
}

/** Other seasons each home is subsidised for: earlier ones unless they were held back, later ones once they are being paid. */
async function seasonsPaid(
  db: ReadDb,
  county: number,
  season: { id: string; starts_on: Day },
  ids: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ home: string; seasons: number }>`
    select s.home, count(*) as seasons
      from statement s join season other on other.county = ${county} and other.id = s.season
     where s.county = ${county} and s.home = any(${[...ids]}::uuid[]) and s.season <> ${season.id}
       and (s.state in ('batched', 'paid', 'failed')
            or (other.starts_on < ${season.starts_on} and s.state not in ('blocked', 'revoked')))
     group by s.home`.execute(db)
  return new Map(rows.map(({ home, seasons }) => [home, seasons]))
}
