import { defineAct } from '../../../kernel/act/define.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { countyArea } from '../../organisations/public.ts'
import { RecordContract } from '../model.ts'
import { amountOf, checkContract, type ContractFacts, countsOf, mayRecord, sumOf } from '../rules/contract.ts'

/** §4.2: the contract with its bill of quantities; recorded again, a supplement that counts from now on (decision 0032). */
export const recordContract = defineAct({
  kind: 'contract.record',
  version: 1,
  input: RecordContract,
  permission: 'lot.award',
  clauses: ['§4.2', '§3.2.0'],
  evidence: ['document'],
  subject: { type: 'lot', of: (input) => input.lot },
  load: async (db, items, { county }) => {
    const area = await countyArea(db, county)
    const ids = items.map(({ subject }) => subject)
    const lots = await db
      .selectFrom('lot')
      .select(['id', 'line', 'contractor', 'awarded_on', 'unit_price_fen'])
      .where('county', '=', county)
      .where('id', 'in', ids)
      .execute()
    const recorded = await versionsOf(db, county, ids)
    const closed = await db
      .selectFrom('lot_closing')
      .select('lot')
      .where('county', '=', county)
      .where('lot', 'in', ids)
      .execute()
    return items.map(({ subject, input }): ContractFacts | undefined => {
      const lot = lots.find(({ id }) => id === subject)
      return (
        lot && {
          area,
          line: lot.line,
          awardedOn: lot.awarded_on,
          unitPriceFen: lot.unit_price_fen,
          contractor: lot.contractor,
          versions: recorded.filter((one) => one.lot === subject).length,
          own: recorded.filter((one) => one.lot === subject && one.contractor === lot.contractor).length,
          closed: closed.some((one) => one.lot === subject),
          isThere: recorded.some(({ id }) => id === input?.id),
        }
      )
    })
  },
  place: ({ area }) => ({ area }),
  may: mayRecord,
  check: (facts, { input }, { today }) => checkContract(facts, input, today),
  apply: async (tx, items, { county }) => {
    const versions = new Map<string, number>()
    for (const { id: act, input, facts } of items) {
      // Two of one lot in one batch count up.
      const version = (versions.get(input.lot) ?? facts.versions) + 1
      versions.set(input.lot, version)
      await tx
        .insertInto('lot_contract')
        .values({
          ...{ county, act, id: input.id, lot: input.lot, version, number: input.number },
          signed_on: input.signedOn,
          sum_fen: sumOf(input.items),
          advance_basis: input.advanceBasis,
          retention_percent: input.retentionPercent,
          warranty_months: input.warrantyMonths,
          contractor: facts.contractor ?? '',
          reason: facts.own > 0 ? (input.reason ?? null) : null,
        })
        .execute()
      await tx
        .insertInto('lot_contract_item')
        .values(
          input.items.map((item, at) => ({
            ...{ county, contract: input.id, position: at + 1, name: item.name, unit: item.unit },
            counts: countsOf(facts.line, item.unit),
            centi_quantity: item.centiQuantity,
            unit_price_fen: item.unitPriceFen,
            amount_fen: amountOf(item),
          })),
        )
        .execute()
    }
    return items.map(({ input }) => ({ result: { contract: input.id, sumFen: sumOf(input.items) } }))
  },
})

const versionsOf = (db: ReadDb, county: number, lots: readonly string[]) =>
  db
    .selectFrom('lot_contract')
    .select(['id', 'lot', 'contractor'])
    .where('county', '=', county)
    .where('lot', 'in', [...lots])
    .execute()
