import { type ActContext, type ActItem, defineAct } from '../../../kernel/act/define.ts'
import { Overtaken } from '../../../kernel/act/overtaken.ts'
import { refuse } from '../../../kernel/act/refusal.ts'
import { type Day, monthsAfter } from '../../../kernel/dates/day.ts'
import type { ReadDb, WriteDb } from '../../../kernel/database/database.ts'
import { holdHomes, moveHomes } from '../../households/public.ts'
import { countyArea } from '../../organisations/public.ts'
import { programmeId } from '../../policy/public.ts'
import { closingsOf, type ContractTerms, findLots, termsOf } from '../../suppliers/public.ts'
import { centiM2, totalM2 } from '../../works/public.ts'
import { claimableHomes, homesOfLot, unpaidEquipment } from '../claimable.ts'
import { book, findFunds, type FundState } from '../ledger.ts'
import { ApproveClaim, PayClaim, purposeOfLine, ReturnClaim, ReviewClaim, SubmitClaim } from '../model.ts'
import {
  type ClaimableHome,
  type ClaimFacts,
  isClaimable,
  mayCharge,
  mayPay,
  maySubmit,
  mayStep,
  unclosed,
  unfitHomes,
} from '../rules.ts'
import { checkMeeting, retentionOf, withinContract } from '../rules/settlement.ts'

/** §4.2: the contractor claims what it advanced, for accepted homes and the units accepted there, nothing else. */
export const submitClaim = defineAct({
  kind: 'claim.submit',
  version: 1,
  input: SubmitClaim,
  permission: 'claim.submit',
  clauses: ['§4.2', '§3.3.2a', '§3.3.2c'],
  subject: { type: 'lot', of: (input) => input.lot },
  alsoLock: (input) => (input.homes ?? []).map((id) => ({ type: 'home', id })),
  load: async (db, items, context) => {
    const { county } = context
    const lots = await findLots(
      db,
      county,
      items.map((item) => item.subject),
    )
    const terms = await termsOf(db, county, [...lots.keys()])
    const closings = await closingsOf(db, county, [...lots.keys()])
    const facts = []
    for (const { subject } of items) {
      const lot = lots.get(subject)
      const homes = lot ? await homesOfLot(db, county, lot) : []
      facts.push(
        lot && {
          lot,
          homes: await claimableHomes(db, context, homes, lot.unitPriceFen ?? 0),
          terms: terms.get(lot.id),
          closedOn: closings.get(lot.id)?.closedOn ?? null,
          centiClaimed: await centiClaimed(db, county, lot),
        },
      )
    }
    return facts
  },
  place: ({ lot }) => ({ organisations: [lot.contractor] }),
  may: ({ lot, homes, closedOn }) => [
    ...unclosed(closedOn),
    ...maySubmit({ contractor: lot.contractor, ready: [...homes.values()].filter(isClaimable).length }),
  ],
  check: ({ homes, lot, terms, centiClaimed: claimed }, { input }) => {
    if (input.homes) {
      const unfit = unfitHomes(input.homes.map((id) => homes.get(id)))
      if (unfit.length > 0) return unfit
    }
    const asked = linesOf([...homes.values()], input.homes)
    return withinContract(terms, { centiClaimed: claimed, centiAsked: centiOf(lot, asked) })
  },
  apply: async (tx, items, context) => {
    const { county, actor, today } = context
    const effects = []
    for (const { id, input, facts } of items) {
      const lines = linesOf([...facts.homes.values()], input.homes)
      const totalFen = lines.reduce((sum, line) => sum + line.subsidyFen, 0)
      const units = lines.reduce((sum, line) => sum + line.units, 0)
      const areaM2 = totalM2(lines)
      await tx
        .insertInto('claim')
        .values({
          county,
          id: input.id,
          number: await nextNumber(tx, county),
          lot: input.lot,
          contractor: facts.lot.contractor ?? '',
          state: 'submitted',
          homes: lines.length,
          units,
          centi_m2: centiM2(areaM2),
          total_fen: totalFen,
          submitted_on: today,
          submitted_by: actor.id,
          act: id,
        })
        .execute()
      // Within the parameter limit of one statement.
      for (let from = 0; from < lines.length; from += 2000)
        await tx
          .insertInto('claim_line')
          .values(
            lines.slice(from, from + 2000).map((line) => ({
              county,
              claim: input.id,
              home: line.id,
              units: line.units,
              centi_m2: centiM2(line.areaM2),
              unit_price_fen: facts.lot.unitPriceFen ?? 0,
              subsidy_fen: line.subsidyFen,
              formula: JSON.stringify(line.formula),
            })),
          )
          .execute()
      effects.push({
        touched: [{ type: 'claim', id: input.id }, ...lines.map((line) => ({ type: 'home', id: line.id }))],
        result: { claim: input.id, homes: lines.length, units, ...(areaM2 > 0 && { areaM2 }), totalFen },
      })
    }
    return effects
  },
})

/** What a claim holds: every home that can be claimed, or those named. */
function linesOf(homes: readonly ClaimableHome[], named: readonly string[] | undefined): ClaimableHome[] {
  const wanted = named && new Set(named)
  return homes.filter((home) => isClaimable(home) && (!wanted || wanted.has(home.id)))
}

/** Hundredths of what the lot's line of work counts: machines, or m². */
export const centiOf = (
  lot: { line: keyof typeof purposeOfLine },
  lines: readonly ClaimableHome[],
): number =>
  lot.line === 'heating' ? lines.reduce((sum, { units }) => sum + units * 100, 0) : centiM2(totalM2(lines))

/** The same, of the lot's claims that were not returned. */
export async function centiClaimed(
  db: ReadDb,
  county: number,
  lot: { id: string; line: keyof typeof purposeOfLine },
): Promise<number> {
  const { units, centi } = await db
    .selectFrom('claim')
    .select((eb) => [
      eb.fn.coalesce(eb.fn.sum<number>('units'), eb.lit(0)).as('units'),
      eb.fn.coalesce(eb.fn.sum<number>('centi_m2'), eb.lit(0)).as('centi'),
    ])
    .where('county', '=', county)
    .where('lot', '=', lot.id)
    .where('state', '<>', 'returned')
    .executeTakeFirstOrThrow()
  return lot.line === 'heating' ? Number(units) * 100 : Number(centi)
}

export interface LoadedClaim extends ClaimFacts {
  /** Of the total what is left after what was taken off. */
  netFen: number
  deductedFen: number
  /** Of the net, kept until the warranty is over; 0 before the approval. */
  retainedFen: number
  warrantyMonths: number | null
  releaseOn: Day | null
  releasedOn: Day | null
  /** Of the contract in force. */
  terms: ContractTerms | undefined
  area: string
  number: number
  lot: string
  line: keyof typeof purposeOfLine
  contractor: string
  fund: FundState | undefined
  homes: string[]
}

export async function loadClaims(
  db: ReadDb,
  items: readonly ActItem<{ claim: string; fund?: string }>[],
  context: ActContext,
): Promise<(LoadedClaim | undefined)[]> {
  const { county } = context
  const area = await countyArea(db, county)
  const ids = items.map((item) => item.subject)
  const claims = await db
    .selectFrom('claim')
    .selectAll()
    .where('county', '=', county)
    .where('id', 'in', ids)
    .execute()
  const lines = await db
    .selectFrom('claim_line')
    .select(['claim', 'home', 'units', 'centi_m2', 'unit_price_fen'])
    .where('county', '=', county)
    .where('claim', 'in', ids)
    .execute()
  const funds = await findFunds(db, county, [
    ...claims.flatMap((claim) => (claim.fund ? [claim.fund] : [])),
    ...items.flatMap((item) => (item.input?.fund ? [item.input.fund] : [])),
  ])
  const lots = await findLots(
    db,
    county,
    claims.map(({ lot }) => lot),
  )
  const terms = await termsOf(db, county, [...lots.keys()])
  const deductors = await db
    .selectFrom('claim_deduction')
    .select(['claim', 'made_by', 'struck_by'])
    .where('county', '=', county)
    .where('claim', 'in', ids)
    .execute()
  const loaded = []
  for (const item of items) {
    const claim = claims.find((row) => row.id === item.subject)
    const lot = claim && lots.get(claim.lot)
    if (!claim || !lot) {
      loaded.push(undefined)
      continue
    }
    const own = lines.filter((line) => line.claim === claim.id)
    const homes = own.map((line) => line.home)
    const unpaid = await unpaidEquipment(
      db,
      context,
      own.map(({ home, units, centi_m2 }) => ({ home, units, areaM2: centi_m2 / 100 })),
    )
    const fund = item.input?.fund ?? claim.fund
    loaded.push({
      area,
      number: claim.number,
      state: claim.state,
      totalFen: claim.total_fen,
      netFen: claim.total_fen - claim.deducted_fen,
      deductedFen: claim.deducted_fen,
      retainedFen: claim.retained_fen,
      warrantyMonths: claim.warranty_months,
      releaseOn: claim.release_on,
      releasedOn: claim.released_on,
      terms: terms.get(claim.lot),
      takenOffBy: deductors
        .filter((one) => one.claim === claim.id)
        .flatMap(({ made_by, struck_by }) => [made_by, ...(struck_by ? [struck_by] : [])]),
      submittedBy: claim.submitted_by,
      reviewedBy: claim.reviewed_by,
      approvedBy: claim.approved_by,
      lot: claim.lot,
      line: lot.line,
      contractor: claim.contractor,
      fund: fund ? funds.get(fund) : undefined,
      homes,
      unpayable: [...unpaid.keys()],
    })
  }
  return loaded
}

export const subject = { type: 'claim', of: (input: { claim: string }) => input.claim }
export const place = (facts: LoadedClaim) => ({ area: facts.area })

export const reviewClaim = defineAct({
  kind: 'claim.review',
  version: 1,
  input: ReviewClaim,
  permission: 'claim.review',
  clauses: ['§4.2', '§5.2'],
  subject,
  load: loadClaims,
  place,
  may: (facts, { actor }) => mayStep('review', facts, actor.id),
  apply: (tx, items, context) =>
    setClaims(tx, items, context, () => ({
      state: 'reviewed',
      reviewed_on: context.today,
      reviewed_by: context.actor.id,
    })),
})

export const returnClaim = defineAct({
  kind: 'claim.return',
  version: 1,
  input: ReturnClaim,
  permission: 'claim.return',
  clauses: ['§4.2', '§5.2'],
  subject,
  load: loadClaims,
  place,
  may: ({ state }) =>
    state === 'paid' || state === 'returned'
      ? [refuse('claim.wrong-state', ['§4.2'], { state, step: 'return' })]
      : [],
  apply: async (tx, items, context) => {
    const { county } = context
    const ids = items.map((item) => item.subject)
    // What an approval had reserved goes back to its fund.
    await book(
      tx,
      context,
      items.flatMap(({ id, subject: claim, facts }) =>
        facts.state === 'approved' && facts.fund
          ? [
              {
                fund: facts.fund.id,
                amountFen: facts.netFen,
                kind: 'claim-returned' as const,
                reference: claim,
                number: facts.number,
                party: facts.contractor,
                act: id,
              },
            ]
          : [],
      ),
    )
    await tx
      .updateTable('claim_line')
      .set({ live: false })
      .where('county', '=', county)
      .where('claim', 'in', ids)
      .execute()
    return setClaims(tx, items, context, ({ input }) => ({
      state: 'returned',
      returned_reason: input.reason,
      retained_fen: 0,
      warranty_months: null,
    }))
  },
})

export const approveClaim = defineAct({
  kind: 'claim.approve',
  version: 1,
  input: ApproveClaim,
  permission: 'claim.approve',
  clauses: ['§4.2', '§5.2'],
  subject,
  alsoLock: (input) => [{ type: 'fund', id: input.fund }],
  load: loadClaims,
  place,
  may: (facts, { actor }) => mayStep('approve', facts, actor.id),
  check: (facts, { evidence }, { pack, today }) => [
    ...mayCharge(facts.fund, purposeOfLine[facts.line], facts.netFen),
    ...checkMeeting(
      pack,
      today,
      facts.netFen,
      evidence.some(({ kind }) => kind === 'document'),
    ),
  ],
  apply: async (tx, items, context) => {
    await book(
      tx,
      context,
      items.map(({ id, input, facts }) => ({
        fund: input.fund,
        amountFen: facts.netFen,
        kind: 'claim-approved',
        reference: input.claim,
        number: facts.number,
        party: facts.contractor,
        act: id,
      })),
    )
    return setClaims(tx, items, context, ({ input, facts }) => ({
      retained_fen: retentionOf(facts.netFen, facts.terms),
      warranty_months: facts.terms?.warrantyMonths ?? null,
      state: 'approved',
      approved_on: context.today,
      approved_by: context.actor.id,
      fund: input.fund,
    }))
  },
})

export const payClaim = defineAct({
  kind: 'claim.pay',
  version: 1,
  input: PayClaim,
  permission: 'claim.pay',
  clauses: ['§4.2', '§5.2'],
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
  may: (facts, { actor }) => [
    ...mayStep('pay', facts, actor.id),
    ...(facts.state === 'approved' ? mayPay(facts.fund, facts.netFen - facts.retainedFen) : []),
  ],
  check: ({ paidBefore }) =>
    paidBefore
      ? [refuse('claim.reference-used', ['§5.2'], { number: paidBefore.number, day: paidBefore.day })]
      : [],
  apply: async (tx, items, context) => {
    const homes = items.flatMap(({ facts }) => facts.homes)
    // Coal reported in the same moment: either the payment is seen by the recovery, or it is not made.
    const ended = await holdHomes(tx, context.county, homes)
    if (ended.size > 0) throw new Overtaken('A home of the claim was revoked in the same moment.')
    await moveHomes(tx, context.county, homes, 'settled')
    await book(
      tx,
      context,
      items.map(({ id, input, facts }) => {
        if (!facts.fund) throw new Error('A claim was approved without its fund.')
        const { number, contractor, netFen, retainedFen } = facts
        return {
          fund: facts.fund.id,
          amountFen: netFen - retainedFen,
          kind: 'claim-paid',
          reference: input.claim,
          number,
          party: contractor,
          act: id,
        }
      }),
    )
    const effects = await setClaims(tx, items, context, ({ input, facts }) => ({
      release_on: facts.retainedFen > 0 ? monthsAfter(context.today, facts.warrantyMonths ?? 0) : null,
      state: 'paid',
      paid_on: context.today,
      paid_by: context.actor.id,
      bank_reference: input.bankReference,
    }))
    return effects.map((effect, i) => ({
      ...effect,
      touched: (items[i]?.facts.homes ?? []).map((id) => ({ type: 'home', id })),
    }))
  },
})

/** Claims that were paid by these transfers of the bank. */
export async function paidBy(db: ReadDb, county: number, references: readonly string[]) {
  if (references.length === 0) return []
  const rows = await db
    .selectFrom('claim')
    .select(['bank_reference', 'release_reference', 'number', 'paid_on', 'released_on'])
    .where('county', '=', county)
    .where((eb) => eb.or([eb('bank_reference', 'in', references), eb('release_reference', 'in', references)]))
    .execute()
  return rows.flatMap(({ number, ...row }) => [
    { reference: row.bank_reference, number, day: row.paid_on },
    { reference: row.release_reference, number, day: row.released_on },
  ])
}

export async function setClaims<I extends { claim: string }>(
  tx: WriteDb,
  items: readonly { input: I; facts: LoadedClaim }[],
  { county }: ActContext,
  change: (item: { input: I; facts: LoadedClaim }) => Record<string, unknown>,
) {
  for (const item of items)
    await tx
      .updateTable('claim')
      .set(change(item))
      .where('county', '=', county)
      .where('id', '=', item.input.claim)
      .execute()
  return items.map(({ input, facts }) => ({
    result: {
      claim: input.claim,
      homes: facts.homes.length,
      totalFen: facts.totalFen,
      ...(facts.deductedFen > 0 && { deductedFen: facts.deductedFen }),
    },
  }))
}

/** The programme's claims are numbered in one row of numbers; the unique key settles who was first. */
async function nextNumber(tx: WriteDb, county: number): Promise<number> {
  const { last } = await tx
    .selectFrom('claim')
    .select((eb) => eb.fn.coalesce(eb.fn.max('number'), eb.lit(0)).as('last'))
    .where('county', '=', county)
    .executeTakeFirstOrThrow()
  return last + 1
}
