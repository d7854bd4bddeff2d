import type { ActContext } from '../../kernel/act/define.ts'
import type { ReadDb } from '../../kernel/database/database.ts'
import type { Day } from '../../kernel/dates/day.ts'
import type { Decision } from '../../kernel/pack/decide.ts'
import { paymentDecisions } from '../funds/public.ts'
import { findHomes, type HomeState } from '../households/public.ts'
import { devicesOf } from '../works/public.ts'

export interface PayableHome extends HomeState {
  decision: Decision
}

/**
 * The payment rules' answer for each home today (§3.3.2a–c, §3.3.4), asked again at every step before money leaves. A
 * home accepted only after the season's last day did not heat with what is paid for in that season.
 */
export async function payableHomes(
  db: ReadDb,
  context: Pick<ActContext, 'county' | 'pack' | 'today'>,
  season: { ends_on: Day },
  ids: readonly string[],
): Promise<Map<string, PayableHome>> {
  if (ids.length === 0) return new Map()
  const homes = await findHomes(db, context.county, ids)
  const devices = await devicesOf(db, context.county, ids)
  const decisionFor = paymentDecisions(context, 'payment.operating')
  return new Map(
    [...homes.values()].map((home) => [
      home.id,
      {
        ...home,
        decision: decisionFor({
          accepted: home.acceptedOn !== null && home.acceptedOn <= season.ends_on,
          acceptedUnits: (devices.get(home.id) ?? []).filter((device) => device.accepted).length,
          committed: home.committed,
          coalFound: home.ended === 'revoked',
        }),
      },
    ]),
  )
}
