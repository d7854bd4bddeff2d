import { sql } from 'kysely'
import { type ActContext, type ActItem, defineAct } from '../../../kernel/act/define.ts'
import { Overtaken } from '../../../kernel/act/overtaken.ts'
import { sealField } from '../../../kernel/cipher/fields.ts'
import type { ReadDb, WriteDb } from '../../../kernel/database/database.ts'
import { newId } from '../../../kernel/identity/id.ts'
import { readBankCard } from '../../../kernel/standards/bank-card.ts'
import { countyArea } from '../../organisations/public.ts'
import { DeclareWageAccount, InterviewOnWages, ProveWages, UrgeWages } from '../model.ts'
import { payTerms } from '../pay-terms.ts'
import { payOfMonths } from '../pay-of-months.ts'
import {
  checkAccount,
  checkProof,
  mayProve,
  type ProofFacts,
  stepRefusals,
  type WageState,
  wageState,
} from '../rules/wages.ts'
import { mayRegister } from '../rules/workers.ts'
import { loadFirms } from './firm-load.ts'

/** 工资专户: where wages come from and nothing else (§3.2.3). */
export const declareWageAccount = defineAct({
  kind: 'wage-account.declare',
  version: 1,
  input: DeclareWageAccount,
  permission: 'wage.prove',
  clauses: ['§3.2.3'],
  evidence: ['document'],
  subject: { type: 'organisation', of: (input) => input.firm },
  load: async (db, items, { county }) => (await loadFirms(db, county, items)).map((firm) => firm && { firm }),
  place: ({ firm }) => ({ organisations: [firm.id] }),
  may: mayRegister,
  check: (_facts, { input }, { today }) => checkAccount(input, today),
  apply: async (tx, items, { county, keys, today }) => {
    for (const { id, input } of items) {
      const read = readBankCard(input.number)
      if (!read.ok) throw new Error('A wage account was decided without a number that reads.')
      await tx
        .insertInto('wage_account')
        .values({
          county,
          id: newId(),
          firm: input.firm,
          bank: input.bank,
          number: sealField(keys, county, 'wage_account.number', read.card),
          opened_on: input.openedOn,
          declared_on: today,
          act: id,
        })
        .execute()
    }
    return items.map(() => ({}))
  },
})

/** 工资发放证明: what each worker was paid for a month, with the bank's paper (§3.2.3). */
export const proveWages = defineAct({
  kind: 'wage.prove',
  version: 1,
  input: ProveWages,
  permission: 'wage.prove',
  clauses: ['§3.2.3'],
  evidence: ['document'],
  subject: { type: 'organisation', of: (input) => input.firm },
  load: async (db, items, { county }): Promise<(ProofFacts | undefined)[]> => {
    const firms = await loadFirms(db, county, items)
    const facts: (ProofFacts | undefined)[] = []
    for (const [at, { subject, input }] of items.entries()) {
      const firm = firms[at]
      if (!firm) {
        facts.push(undefined)
        continue
      }
      const { rows } = await sql<{ account: boolean; proof: boolean }>`
        select exists (select 1 from wage_account where county = ${county} and firm = ${subject}) as account,
               exists (select 1 from wage_proof where county = ${county} and id = ${input?.id ?? null}::uuid) as proof`.execute(
        db,
      )
      const asked = input?.lines.map(({ worker }) => worker) ?? []
      const { rows: own } = await sql<{ id: string; paid: boolean }>`
        select w.id, l.worker is not null as paid
          from worker w
          left join wage_line l on l.county = ${county} and l.worker = w.id and l.month = ${input?.month ?? ''}
         where w.county = ${county} and w.firm = ${subject} and w.id = any(${asked}::uuid[])`.execute(db)
      facts.push({
        firm,
        exists: rows[0]?.proof === true,
        hasAccount: rows[0]?.account === true,
        own: new Set(own.map(({ id }) => id)),
        paid: new Set(own.filter(({ paid }) => paid).map(({ id }) => id)),
      })
    }
    return facts
  },
  place: ({ firm }) => ({ organisations: [firm.id] }),
  may: mayProve,
  check: (facts, { input }, { today }) => checkProof(facts, input, today),
  apply: async (tx, items, { county, today, actor }) => {
    for (const { id, input } of items) {
      const total = input.lines.reduce((sum, { amountFen }) => sum + amountFen, 0)
      await tx
        .insertInto('wage_proof')
        .values({
          county,
          id: input.id,
          firm: input.firm,
          month: input.month,
          paid_on: input.paidOn,
          total_fen: total,
          recorded_on: today,
          recorded_by: actor.id,
          act: id,
        })
        .execute()
      const written = await tx
        .insertInto('wage_line')
        .values(
          input.lines.map(({ worker, amountFen }) => ({
            county,
            firm: input.firm,
            month: input.month,
            worker,
            proof: input.id,
            amount_fen: amountFen,
          })),
        )
        .onConflict((conflict) => conflict.doNothing())
        .returning('worker')
        .execute()
      if (written.length < input.lines.length)
        throw new Overtaken('One of them was paid for this month in the same moment.')
    }
    return items.map(({ input }) => ({
      touched: input.lines.map(({ worker }) => ({ type: 'worker', id: worker })),
      result: { people: input.lines.length },
    }))
  },
})

interface StepFacts {
  area: string
  state: WageState
}

const ofLatePay = {
  version: 1,
  clauses: ['§3.2.3'],
  subject: { type: 'organisation', of: (input: { firm: string }) => input.firm },
  load: async (
    db: ReadDb,
    items: readonly ActItem<{ firm: string; month: string }>[],
    { county, pack, today }: ActContext,
  ): Promise<(StepFacts | undefined)[]> => {
    const area = await countyArea(db, county)
    const firms = await loadFirms(db, county, items)
    const terms = payTerms(pack, today)
    const facts: (StepFacts | undefined)[] = []
    for (const [at, { subject, input }] of items.entries()) {
      const months = await payOfMonths(db, county, sql<boolean>`m.firm = ${subject}::uuid`)
      const states = months
        .filter(({ month }) => input === undefined || month === input.month)
        .map((month) => wageState(month, terms, today))
      const state = (['escalated', 'late'] as const).find((worst) => states.includes(worst)) ?? 'nothing'
      facts.push(firms[at] && { area, state })
    }
    return facts
  },
  place: ({ area }: StepFacts) => ({ area }),
} as const

async function keepSteps(
  tx: WriteDb,
  { county, today, actor }: ActContext,
  kind: 'urged' | 'interviewed',
  items: readonly { id: string; input: { id: string; firm: string; month: string; said: string } }[],
) {
  await tx
    .insertInto('wage_step')
    .values(
      items.map(({ id, input }) => ({
        county,
        id: input.id,
        firm: input.firm,
        month: input.month,
        kind,
        said: input.said,
        taken_on: today,
        taken_by: actor.id,
        act: id,
      })),
    )
    .execute()
  return items.map(() => ({}))
}

/** 催办: the bureau asks a firm whose wages are late for them. */
export const urgeWages = defineAct({
  ...ofLatePay,
  kind: 'wage.urge',
  input: UrgeWages,
  permission: 'wage.urge',
  may: ({ state }) => stepRefusals(state, 'urged'),
  apply: (tx, items, context) => keepSteps(tx, context, 'urged', items),
})

/** 约谈: wages that stay unpaid are talked over with the firm, and minuted. */
export const interviewOnWages = defineAct({
  ...ofLatePay,
  kind: 'wage.interview',
  input: InterviewOnWages,
  permission: 'wage.interview',
  evidence: ['minutes'],
  may: ({ state }) => stepRefusals(state, 'interviewed'),
  apply: (tx, items, context) => keepSteps(tx, context, 'interviewed', items),
})
