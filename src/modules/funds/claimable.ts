import type { ActContext } from '../../kernel/act/define.ts'
import type { ReadDb } from '../../kernel/database/database.ts'
import { decide } from '../../kernel/pack/decide.ts'
import { acceptanceOf } from '../acceptance/public.ts'
import { findHomes, type HomeState } from '../households/public.ts'
import { devicesOf } from '../works/public.ts'
import { type ClaimableHome, equipmentSubsidy, paymentFacts } from './rules.ts'

/** Every home of a lot that was assigned to its contractor and has not ended otherwise than by revocation. */
export async function homesOfLot(db: ReadDb, county: number, lot: string): Promise<string[]> {
  const rows = await db
    .selectFrom('home')
    .innerJoin('village', (join) =>
      join.onRef('village.county', '=', 'home.county').onRef('village.code', '=', 'home.village'),
    )
    .select('home.id')
    .where('home.county', '=', county)
    .where('village.county', '=', county)
    .where('village.lot', '=', lot)
    .where('home.accepted_on', 'is not', null)
    .orderBy('home.village')
    .orderBy('home.sequence')
    .execute()
  return rows.map((row) => row.id)
}

/** The homes as a claim sees them: payable by the rules of today, with what they are worth. */
export async function claimableHomes(
  db: ReadDb,
  context: Pick<ActContext, 'county' | 'pack' | 'today'>,
  homes: readonly string[],
  unitPriceFen: number,
): Promise<Map<string, ClaimableHome>> {
  if (homes.length === 0) return new Map()
  const { county, pack, today } = context
  const states = await findHomes(db, county, homes)
  const units = await acceptedUnits(db, county, homes)
  const accepted = await acceptanceOf(db, county, homes)
  const claimed = new Set(
    (
      await db
        .selectFrom('claim_line')
        .select('home')
        .where('county', '=', county)
        .where('live', '=', true)
        .where('home', 'in', [...homes])
        .execute()
    ).map((row) => row.home),
  )
  return new Map(
    [...states.values()].map((home) => {
      const acceptedUnitsOfHome = units.get(home.id) ?? 0
      const decision = decide(
        pack,
        'payment.equipment',
        paymentFacts({
          accepted: accepted.get(home.id)?.accepted ?? false,
          acceptedUnits: acceptedUnitsOfHome,
          committed: home.committed,
          coalFound: isRevoked(home),
        }),
        today,
      )
      return [
        home.id,
        {
          id: home.id,
          answer: decision.answer,
          failedRules: decision.rules.filter((rule) => rule.answer !== 'yes').map((rule) => rule.rule),
          units: acceptedUnitsOfHome,
          ...equipmentSubsidy(pack, today, acceptedUnitsOfHome, unitPriceFen),
          claimed: claimed.has(home.id),
        },
      ]
    }),
  )
}

/** Coal found ends a home as revoked (§3.3.2b). */
const isRevoked = (home: HomeState): boolean => home.ended === 'revoked'

async function acceptedUnits(
  db: ReadDb,
  county: number,
  homes: readonly string[],
): Promise<Map<string, number>> {
  const devices = await devicesOf(db, county, homes)
  return new Map(
    [...devices].map(([home, list]) => [home, list.filter((device) => device.accepted).length] as const),
  )
}
