import { sql } from 'kysely'
import { type ActContext, type ActItem, defineAct } from '../../../kernel/act/define.ts'
import { refuse } from '../../../kernel/act/refusal.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { countyArea } from '../../organisations/public.ts'
import { programmeId } from '../../policy/public.ts'
import { closeLots, closingsOf, findLots } from '../../suppliers/public.ts'
import { claimableHomes, homesOfLot } from '../claimable.ts'
import { book } from '../ledger.ts'
import { CloseLot, DeductFromClaim, ReleaseRetention, StrikeDeduction } from '../model.ts'
import { isClaimable, mayPay } from '../rules.ts'
import { checkDeduction, mayClose, mayDeduct, mayRelease } from '../rules/settlement.ts'
import { loadClaims, type LoadedClaim, paidBy, place, setClaims, subject } from './claim.ts'

const clauses = ['§4.2', '§5.2'] as const

/** A penalty, a defect, what a review of prices found: off the claim, with the paper it rests on. */
export const deductFromClaim = defineAct({
  kind: 'claim.deduct',
  version: 1,
  input: DeductFromClaim,
  permission: 'claim.review',
  clauses,
  evidence: ['document'],
  subject,
  load: async (db, items, context) => {
    const claims = await loadClaims(db, items, context)
    const ids = items.flatMap(({ input }) => input?.id ?? [])
    const there = ids.length
      ? await db
          .selectFrom('claim_deduction')
          .select('id')
          .where('county', '=', context.county)
          .where('id', 'in', ids)
          .execute()
      : []
    return items.map(({ input }, at) => {
      const claim = claims[at]
      return claim && { ...claim, isThere: there.some(({ id }) => id === input?.id) }
    })
  },
  place,
  may: mayDeduct,
  check: (facts, { input }) => checkDeduction(facts, input.amountFen),
  apply: async (tx, items, context) => {
    await tx
      .insertInto('claim_deduction')
      .values(
        items.map(({ id: act, input }) => ({
          ...{ county: context.county, act, id: input.id, claim: input.claim },
          ...{ kind: input.kind, amount_fen: input.amountFen, reason: input.reason },
          ...{ made_on: context.today, made_by: context.actor.id },
          ...{ struck_reason: null, struck_by: null, struck_act: null },
        })),
      )
      .execute()
    return addUp(tx, items, context)
  },
})

/** Takes back a sum that was taken off wrongly; it stays to be read. */
export const strikeDeduction = defineAct({
  kind: 'claim.strike-deduction',
  version: 1,
  input: StrikeDeduction,
  permission: 'claim.review',
  clauses,
  subject,
  load: async (db, items, context) => {
    const claims = await loadClaims(db, items, context)
    const standing = await db
      .selectFrom('claim_deduction')
      .select(['id', 'claim', 'amount_fen'])
      .where('county', '=', context.county)
      .where(
        'claim',
        'in',
        items.map((item) => item.subject),
      )
      .where('struck_act', 'is', null)
      .execute()
    return items.map(({ subject: claim, input }, at) => {
      const facts = claims[at]
      return (
        facts && {
          ...facts,
          /** Some stand that could be struck. */
          any: standing.some((one) => one.claim === claim),
          stands: standing.some((one) => one.claim === claim && one.id === input?.deduction),
        }
      )
    })
  },
  place,
  may: (facts) => [...mayDeduct(facts), ...(facts.any ? [] : [refuse('claim.nothing-deducted', clauses)])],
  check: ({ any, stands }) => (stands || !any ? [] : [refuse('claim.nothing-deducted', clauses)]),
  apply: async (tx, items, context) => {
    for (const { id, input } of items)
      await tx
        .updateTable('claim_deduction')
        .set({ struck_reason: input.reason, struck_by: context.actor.id, struck_act: id })
        .where('county', '=', context.county)
        .where('id', '=', input.deduction)
        .execute()
    return addUp(tx, items, context)
  },
})

/** What is taken off a claim is the sum of what stands. */
async function addUp<I extends { claim: string }>(
  tx: Parameters<typeof setClaims>[0],
  items: readonly { input: I; facts: LoadedClaim }[],
  { county }: ActContext,
) {
  await sql`
    update claim set deducted_fen = coalesce((
             select sum(d.amount_fen) from claim_deduction d
              where d.county = ${county} and d.claim = claim.id and d.struck_act is null), 0)
     where county = ${county} and id = any(${items.map(({ input }) => input.claim)}::uuid[])`.execute(tx)
  return items.map(({ input }) => ({ result: { claim: input.claim } }))
}

/** What the contract kept until the warranty was over (decision 0032). */
export const releaseRetention = defineAct({
  kind: 'claim.release-retention',
  version: 1,
  input: ReleaseRetention,
  permission: 'claim.pay',
  clauses,
  evidence: ['document'],
  subject,
  // No two at once, so that one reference is seen by the other.
  alsoLock: (_input, county) => [{ type: 'programme', id: programmeId(county) }],
  load: async (db, items, context) => {
    const claims = await loadClaims(db, items, context)
    const references = items.flatMap(({ input }) => input?.bankReference ?? [])
    const used = await paidBy(db, context.county, references)
    return items.map(({ input }, at) => {
      const claim = claims[at]
      return claim && { ...claim, paidBefore: used.find((one) => one.reference === input?.bankReference) }
    })
  },
  place,
  may: (facts, { actor, today }) => {
    const refusals = mayRelease(facts, today, actor.id)
    return refusals.length > 0 ? refusals : mayPay(facts.fund, facts.retainedFen)
  },
  check: ({ paidBefore }) =>
    paidBefore
      ? [
          refuse('claim.reference-used', ['§5.2'], {
            number: paidBefore.number,
            day: paidBefore.day ?? '',
          }),
        ]
      : [],
  apply: async (tx, items, context) => {
    await book(
      tx,
      context,
      items.map(({ id, input, facts }) => ({
        fund: facts.fund?.id ?? '',
        amountFen: facts.retainedFen,
        kind: 'retention-released',
        reference: input.claim,
        number: facts.number,
        party: facts.contractor,
        act: id,
      })),
    )
    return setClaims(tx, items, context, ({ input }) => ({
      released_on: context.today,
      released_by: context.actor.id,
      release_reference: input.bankReference,
    }))
  },
})

/** 竣工决算定案: the account of a lot, once nothing of it is open. */
export const closeLot = defineAct({
  kind: 'lot.close',
  version: 1,
  input: CloseLot,
  permission: 'claim.approve',
  clauses: ['§4.2'],
  evidence: ['document'],
  subject: { type: 'lot', of: (input) => input.lot },
  load: async (db, items: readonly ActItem<{ lot: string }>[], context) => {
    const { county } = context
    const ids = items.map((item) => item.subject)
    const lots = await findLots(db, county, ids)
    const closings = await closingsOf(db, county, ids)
    const area = await countyArea(db, county)
    const open = await openClaims(db, county, ids)
    const facts = []
    for (const id of ids) {
      const lot = lots.get(id)
      if (!lot) {
        facts.push(undefined)
        continue
      }
      const homes = await claimableHomes(
        db,
        context,
        await homesOfLot(db, county, lot),
        lot.unitPriceFen ?? 0,
      )
      facts.push({
        area,
        awarded: lot.contractor !== null,
        closed: closings.has(id),
        unclaimed: [...homes.values()].filter(isClaimable).length,
        ...(open.get(id) ?? { underWay: 0, kept: 0 }),
      })
    }
    return facts
  },
  place: ({ area }) => ({ area }),
  may: mayClose,
  apply: async (tx, items, { county, today, actor }) => {
    await closeLots(
      tx,
      county,
      items.map(({ id, input }) => ({
        ...{ act: id, lot: input.lot, auditedFen: input.auditedFen, remark: input.remark },
        ...{ closedOn: today, closedBy: actor.id },
      })),
    )
    return items.map(({ input }) => ({ result: { lot: input.lot, auditedFen: input.auditedFen } }))
  },
})

/** Claims of lots that are on their way, and those of which something is still kept. */
async function openClaims(
  db: ReadDb,
  county: number,
  lots: readonly string[],
): Promise<Map<string, { underWay: number; kept: number }>> {
  const { rows } = await sql<{ lot: string; underWay: number; kept: number }>`
    select lot, count(*) filter (where state in ('submitted', 'reviewed', 'approved'))::int as "underWay",
           count(*) filter (where state = 'paid' and retained_fen > 0 and released_on is null)::int as kept
      from claim where county = ${county} and lot = any(${[...lots]}::uuid[]) group by lot`.execute(db)
  return new Map(rows.map(({ lot, ...open }) => [lot, open]))
}
