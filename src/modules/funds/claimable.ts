import { sql } from 'kysely'
import type { ActContext } from '../../kernel/act/define.ts'
import type { ReadDb } from '../../kernel/database/database.ts'
import { type Decision, decide } from '../../kernel/pack/decide.ts'
import { bindRules, factsOf } from '../../kernel/pack/rules.ts'
import { measuredWorks } from '../../kernel/pack/pack.ts'
import { samplesOf } from '../acceptance/public.ts'
import { coalFoundIn, findHomes, traitsOf } from '../households/public.ts'
import { doubtFacts, doubtsOf } from '../photographs/public.ts'
import { devicesOf, partsOf, totalM2 } from '../works/public.ts'
import type { FailedRule } from './model.ts'
import {
  areaSubsidy,
  type ClaimableHome,
  type Claimed,
  equipmentSubsidy,
  failedRules,
  type HomeToPay,
  isLessAccepted,
  lackingRules,
  lessAccepted,
  paymentFacts,
} from './rules.ts'

/**
 * Every home of a lot that was handed to its contractor and is on the road, and those revoked since: whatever of it a
 * claim leaves out, it can say why.
 */
export async function homesOfLot(
  db: ReadDb,
  county: number,
  lot: { id: string; contractor: string | null },
): Promise<string[]> {
  if (lot.contractor === null) return []
  const rows = await db
    .selectFrom('home')
    .innerJoin('village', (join) =>
      join.onRef('village.county', '=', 'home.county').onRef('village.code', '=', 'home.village'),
    )
    .select('home.id')
    .where('home.county', '=', county)
    .where('village.county', '=', county)
    .where(
      sql<boolean>`(${lot.id} = case home.line when 'building' then village.building_lot else village.lot end)`,
    )
    .where('home.contractor', '=', lot.contractor)
    .where((eb) => eb.or([eb('home.ended', 'is', null), eb('home.ended', '=', 'revoked')]))
    .orderBy('home.village')
    .orderBy('home.sequence')
    .execute()
  return rows.map((row) => row.id)
}

/** The homes as a claim sees them: payable by the rules of today, with what they are worth. */
export async function claimableHomes(
  db: ReadDb,
  context: Pick<ActContext, 'county' | 'pack' | 'today' | 'homeFacts'>,
  homes: readonly string[],
  unitPriceFen: number,
): Promise<Map<string, ClaimableHome>> {
  if (homes.length === 0) return new Map()
  const { county, pack, today } = context
  const states = await findHomes(db, county, homes)
  const traits = await traitsOf(db, county, homes)
  const units = await acceptedUnits(db, county, homes)
  const parts = await partsOf(db, county, homes)
  const samples = await samplesOf(
    db,
    context,
    [...states.values()].map(({ village }) => village),
  )
  const claimed = await claimsHolding(db, county, homes)
  const doubted = await doubtsOf(db, county, homes)
  const known = await context.homeFacts(db, homes)
  const deciders = new Map<string, ReturnType<typeof paymentDecisions>>()
  const decisionBy = (group: string) => {
    const decider = deciders.get(group) ?? paymentDecisions(context, group)
    deciders.set(group, decider)
    return decider
  }
  return new Map(
    homes.flatMap((id) => {
      const home = states.get(id)
      if (!home) return []
      const works = measuredWorks(pack, home)
      const accepted = works ? 0 : (units.get(id) ?? 0)
      const areaM2 = works
        ? totalM2((parts.get(id) ?? []).map(({ acceptedM2 }) => ({ areaM2: acceptedM2 ?? 0 })))
        : 0
      const decision = decisionBy(works?.pays ?? 'payment.equipment')({
        accepted: home.acceptedOn !== null,
        acceptedUnits: accepted,
        ...(works && { acceptedM2: areaM2 }),
        committed: home.committed,
        coalFound: coalFoundIn(home),
        left: home.ended !== null && home.ended !== 'revoked',
        doubts: doubtFacts(pack, today, doubted(id)),
        samples: samples(home.village, home.line),
        known: known.get(id),
      })
      const subsidy = works
        ? areaSubsidy(pack, today, works, areaM2, unitPriceFen)
        : equipmentSubsidy(pack, today, accepted, unitPriceFen, traits.get(id))
      const { lacking } = subsidy.formula
      return [
        [
          id,
          {
            id,
            answer: decision.answer,
            lacking,
            failedRules: [...failedRules(pack, decision.rules), ...lackingRules(lacking)],
            units: accepted,
            areaM2,
            ...subsidy,
            claimed: claimed.has(id),
          },
        ],
      ]
    }),
  )
}

/** Homes of a claim that are not paid today, with the rules that say so. */
export async function unpaidEquipment(
  db: ReadDb,
  context: Pick<ActContext, 'county' | 'pack' | 'today' | 'homeFacts'>,
  lines: readonly (Claimed & { home: string })[],
): Promise<Map<string, readonly FailedRule[]>> {
  const found = await claimableHomes(
    db,
    context,
    lines.map(({ home }) => home),
    0,
  )
  return new Map(
    lines.flatMap((line) => {
      const home = found.get(line.home)
      if (home?.answer !== 'yes') return [[line.home, home?.failedRules ?? []] as const]
      return isLessAccepted(home, line) ? [[line.home, [lessAccepted]] as const] : []
    }),
  )
}

/** Decides payments; homes with the same facts share one decision, so a whole season decides a handful of times. */
export function paymentDecisions(
  { pack, today }: Pick<ActContext, 'pack' | 'today'>,
  group: string,
): (home: HomeToPay) => Decision {
  const decided = new Map<string, Decision>()
  const asked = factsOf(bindRules(pack, group, today))
  return (home) => {
    const all = paymentFacts(home)
    const facts = Object.fromEntries(asked.flatMap((name) => (all[name] ? [[name, all[name]] as const] : [])))
    const key = JSON.stringify(facts)
    const decision = decided.get(key) ?? decide(pack, group, facts, today)
    decided.set(key, decision)
    return decision
  }
}

async function claimsHolding(db: ReadDb, county: number, homes: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ home: string }>`
    select home from claim_line
     where county = ${county} and live and home = any(${[...homes]}::uuid[])`.execute(db)
  return new Set(rows.map((row) => row.home))
}

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
