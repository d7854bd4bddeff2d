import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { inScope } from '../../../kernel/identity/authority.ts'
import { type Reckoning, splitSum } from '../../../kernel/pack/reckon.ts'
import type { FailedRule } from '../model.ts'
import { termsOf } from '../../suppliers/public.ts'
import { centiClaimed, centiOf } from '../acts/claim.ts'
import { totalM2 } from '../../works/public.ts'
import { claimableHomes, homesOfLot } from '../claimable.ts'
import { equipmentSubsidy, isClaimable, isPayable } from '../rules.ts'

const pageSize = 50

/** The whole county's lots for an office, one's own for a contractor. */
export const lotScope = ({ scope }: QueryContext) =>
  inScope(scope, { organisations: [sql.ref('lot.contractor')] })

/**
 * Before submitting: what a lot's claim would hold today, what it would not with why, and what other claims hold.
 * `which` and `rule` choose the homes listed; the sums are always the whole lot's.
 */
export const claimPreview = defineQuery({
  name: 'claim.preview',
  input: z.object({
    lot: z.uuid(),
    which: z.enum(['ready', 'left-out', 'claimed']).default('ready'),
    rule: z.string().max(80).optional(),
    page: z.int().min(0).default(0),
  }),
  permission: 'claim.read',
  run: async (db, { lot: id, which, rule, page }, context) => {
    const { county } = context
    const lot = await db
      .selectFrom('lot')
      .select(['id', 'name', 'line', 'contractor', 'unit_price_fen as unitPriceFen'])
      .where('county', '=', county)
      .where('id', '=', id)
      .where(lotScope(context))
      .executeTakeFirst()
    if (!lot) throw new NotFound()
    const homes = await claimableHomes(db, context, await homesOfLot(db, county, lot), lot.unitPriceFen ?? 0)
    const all = [...homes.values()]
    const ready = all.filter(isClaimable)
    const leftOut = all.filter((home) => !home.claimed && !isPayable(home))
    const reasons = new Map<string, FailedRule & { homes: number }>()
    for (const failed of leftOut.flatMap((home) => home.failedRules))
      reasons.set(failed.rule, { ...failed, homes: 1 + (reasons.get(failed.rule)?.homes ?? 0) })
    const claimed = all.filter((home) => home.claimed)
    const chosen = { ready, 'left-out': leftOut, claimed }[which].filter(
      (home) => !rule || home.failedRules.some((failed) => failed.rule === rule),
    )
    const terms = (await termsOf(db, county, [id])).get(id)
    const centiLeft = terms && Math.max(0, terms.centiOrdered - (await centiClaimed(db, county, lot)))
    const shown = chosen.slice(page * pageSize, (page + 1) * pageSize)
    const named = await namesOfHomes(
      db,
      county,
      shown.map((home) => home.id),
    )
    return {
      lot: { id: lot.id, name: lot.name, unitPriceFen: lot.unitPriceFen },
      homes: ready.length,
      units: ready.reduce((sum, home) => sum + home.units, 0),
      areaM2: totalM2(ready),
      totalFen: ready.reduce((sum, home) => sum + home.subsidyFen, 0),
      /** Who bears it, where the pack says so; adds up to the total. */
      split: splitSum(ready.map(({ formula }) => formula)),
      /** What the contract still lets be claimed, in machines or m²; null where none is on record (decision 0032). */
      contractLeft: centiLeft === undefined ? null : centiLeft / 100,
      isBeyondContract: centiLeft !== undefined && centiOf(lot, ready) > centiLeft,
      claimed: claimed.length,
      leftOut: leftOut.length,
      reasons: [...reasons.values()],
      /** What the amounts come from, as it stands today. */
      parameters: parametersOf(all.length > 0 ? all : [equipmentSubsidy(context.pack, context.today, 0, 0)]),
      rows: shown.flatMap(({ id: home, units, areaM2, subsidyFen, formula, failedRules }) => {
        const name = named.get(home)
        return name ? [{ home, ...name, units, areaM2, subsidyFen, formula, failedRules }] : []
      }),
      total: chosen.length,
      pageSize,
    }
  },
})

/** Each once: a lot of the building line may hold urban and rural homes, with a rate each. */
const parametersOf = (homes: readonly { formula: Reckoning }[]): Reckoning['parameters'] => [
  ...new Map(
    homes.flatMap(({ formula }) => formula.parameters.map((each) => [each.name, each] as const)),
  ).values(),
]

async function namesOfHomes(db: ReadDb, county: number, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, { householder: string; sequence: number; village: string }>()
  const rows = await db
    .selectFrom('home')
    .innerJoin('area', (join) =>
      join.onRef('area.county', '=', 'home.county').onRef('area.code', '=', 'home.village'),
    )
    .select(['home.id', 'home.householder', 'home.sequence', 'area.name as village'])
    .where('home.county', '=', county)
    .where('home.id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, ...name }) => [id, name]))
}
