import type { ActContext } from '../../kernel/act/define.ts'
import type { ReadDb } from '../../kernel/database/database.ts'
import { decide, type Decision } from '../../kernel/pack/decide.ts'
import { acceptanceOf } from '../acceptance/public.ts'
import { paymentFacts } from '../funds/public.ts'
import { findHomes, type HomeState } from '../households/public.ts'
import { devicesOf } from '../works/public.ts'

export interface PayableHome extends HomeState {
  decision: Decision
}

/** The payment rules' answer for each home today (§3.3.2a–c, §3.3.4): asked again at every step before money leaves. */
export async function payableHomes(
  db: ReadDb,
  { county, pack, today }: Pick<ActContext, 'county' | 'pack' | 'today'>,
  ids: readonly string[],
): Promise<Map<string, PayableHome>> {
  if (ids.length === 0) return new Map()
  const homes = await findHomes(db, county, ids)
  const devices = await devicesOf(db, county, ids)
  const accepted = await acceptanceOf(db, county, ids)
  return new Map(
    [...homes.values()].map((home) => [
      home.id,
      {
        ...home,
        decision: decide(
          pack,
          'payment.operating',
          paymentFacts({
            accepted: accepted.get(home.id)?.accepted ?? false,
            acceptedUnits: (devices.get(home.id) ?? []).filter((device) => device.accepted).length,
            committed: home.committed,
            coalFound: home.ended === 'revoked',
          }),
          today,
        ),
      },
    ]),
  )
}
