import { sql } from 'kysely'
import { defineAct } from '../../../kernel/act/define.ts'
import type { WriteDb } from '../../../kernel/database/database.ts'
import { newId } from '../../../kernel/identity/id.ts'
import { programmeId } from '../../policy/public.ts'
import { AskException, DecideException, SettleFact } from '../model/register.ts'
import { homePlace } from '../public.ts'
import {
  checkAskingException,
  checkDecidingException,
  checkRevoking,
  checkSettling,
  checkTakingBack,
  mayAskException,
  mayDecideException,
  mayRevokeException,
  maySettle,
} from '../rules/settling.ts'
import { loadHomesToSettle } from './home-facts.ts'

const lockRegister = (_input: unknown, county: number) => [{ type: 'programme', id: programmeId(county) }]

async function load(
  db: Parameters<typeof loadHomesToSettle>[0],
  items: readonly { subject: string }[],
  context: Parameters<typeof loadHomesToSettle>[1],
) {
  const homes = await loadHomesToSettle(
    db,
    context,
    items.map((item) => item.subject),
  )
  return items.map((item) => homes.get(item.subject))
}

/** An official answers a fact nobody could, with evidence and reason; never one that is known and fails. */
export const settleFact = defineAct({
  kind: 'home.settle-fact',
  version: 1,
  input: SettleFact,
  permission: 'home.settle-fact',
  clauses: ['§3.1.3d', '§4.1b', '§4.4', '§2.3'],
  evidence: ['document'],
  subject: { type: 'home', of: (input) => input.home },
  alsoLock: lockRegister,
  load,
  place: homePlace,
  may: (home, { pack, today }) => maySettle(home, pack, today),
  check: (home, { input }, { pack, today }) => checkSettling(home, input.fact, pack, today),
  apply: async (tx, items, { county }) => {
    await insertSettled(
      tx,
      county,
      items.map(({ id, input }) => ({ act: id, ...input, exception: false })),
    )
    return items.map(({ input }) => ({ result: { fact: input.fact, value: input.value } }))
  },
})

/** §4.4 holds in principle: the town asks for an exception, with its reason and the papers. */
export const askException = defineAct({
  kind: 'home.ask-exception',
  version: 1,
  input: AskException,
  permission: 'home.ask-exception',
  clauses: ['§4.4'],
  evidence: ['document'],
  subject: { type: 'home', of: (input) => input.home },
  load,
  place: homePlace,
  may: (home, { pack, today }) => mayAskException(home, pack, today),
  check: (home, { input }, { pack, today }) => checkAskingException(home, input.fact, pack, today),
  apply: async (tx, items, { county, actor, today }) => {
    await tx
      .insertInto('exception_request')
      .values(
        items.map(({ id, input }) => ({
          county,
          id: input.request,
          home: input.home,
          fact: input.fact,
          reason: input.reason,
          asked_by: actor.id,
          asked_on: today,
          state: 'asked' as const,
          act: id,
        })),
      )
      .execute()
    return items.map(({ input }) => ({ result: { fact: input.fact, request: input.request } }))
  },
})

/** Grants the exception: another person than the one who asked, with a reason and the signed approval. */
export const grantException = defineAct({
  kind: 'home.grant-exception',
  version: 1,
  input: DecideException,
  permission: 'home.grant-exception',
  clauses: ['§4.4', '§5.2'],
  evidence: ['document'],
  subject: { type: 'home', of: (input) => input.home },
  alsoLock: lockRegister,
  load,
  place: homePlace,
  may: mayDecideException,
  check: (home, { input }, { actor }) => checkDecidingException(requestOf(home, input.request), actor.id),
  apply: async (tx, items, context) => {
    await decideRequests(tx, context, items, 'granted')
    const settled = exceptionsOf(items, true)
    await insertSettled(tx, context.county, settled)
    return settled.map(({ fact }) => ({ result: { fact } }))
  },
})

export const declineException = defineAct({
  kind: 'home.decline-exception',
  version: 1,
  input: DecideException,
  permission: 'home.decline-exception',
  clauses: ['§4.4'],
  subject: { type: 'home', of: (input) => input.home },
  load,
  place: homePlace,
  may: mayDecideException,
  check: (home, { input }, { actor }) => checkDecidingException(requestOf(home, input.request), actor.id),
  apply: async (tx, items, context) => {
    await decideRequests(tx, context, items, 'declined')
    return items.map(({ input }) => ({ result: { request: input.request } }))
  },
})

/** Those who asked take it back, whoever of them it was; it can be asked for again. */
export const takeBackException = defineAct({
  kind: 'home.take-back-exception',
  version: 1,
  input: DecideException,
  permission: 'home.ask-exception',
  clauses: ['§4.4'],
  subject: { type: 'home', of: (input) => input.home },
  load,
  place: homePlace,
  may: mayDecideException,
  check: (home, { input }) => checkTakingBack(requestOf(home, input.request)),
  apply: async (tx, items, context) => {
    await endRequests(tx, context, items, 'taken-back')
    return items.map(({ input }) => ({ result: { request: input.request } }))
  },
})

/** Those who grant revoke what was granted by mistake; the home is screened again without it. */
export const revokeException = defineAct({
  kind: 'home.revoke-exception',
  version: 1,
  input: DecideException,
  permission: 'home.grant-exception',
  clauses: ['§4.4', '§5.2'],
  subject: { type: 'home', of: (input) => input.home },
  alsoLock: lockRegister,
  load,
  place: homePlace,
  may: (home, { pack, today }) => mayRevokeException(home, pack, today),
  check: (home, { input }, { pack, today }) =>
    checkRevoking(home, requestOf(home, input.request), pack, today),
  apply: async (tx, items, context) => {
    await endRequests(tx, context, items, 'revoked')
    const settled = exceptionsOf(items, false)
    await insertSettled(tx, context.county, settled)
    return settled.map(({ fact }) => ({ result: { fact } }))
  },
})

const requestOf = <R extends { id: string }>(home: { requests: readonly R[] }, id: string): R | undefined =>
  home.requests.find((request) => request.id === id)

/** What a request asked for, as the fact it settles once it is granted, or revoked. */
const exceptionsOf = (
  items: readonly {
    id: string
    input: { home: string; request: string; reason: string }
    facts: { requests: readonly { id: string; fact: string }[] }
  }[],
  value: boolean,
) =>
  items.flatMap(({ id: act, input: { home, request, reason }, facts }) => {
    const asked = requestOf(facts, request)
    return asked ? [{ act, home, fact: asked.fact, value, reason, exception: true }] : []
  })

async function insertSettled(
  tx: WriteDb,
  county: number,
  settled: readonly {
    act: string
    home: string
    fact: string
    value: boolean
    reason: string
    exception: boolean
  }[],
): Promise<void> {
  await sql`
    insert into settled_fact (county, id, home, fact, value, reason, exception, act)
    select ${county}, * from unnest(
      ${settled.map(() => newId())}::uuid[], ${settled.map((s) => s.home)}::uuid[],
      ${settled.map((s) => s.fact)}::text[], ${settled.map((s) => s.value)}::boolean[],
      ${settled.map((s) => s.reason)}::text[], ${settled.map((s) => s.exception)}::boolean[],
      ${settled.map((s) => s.act)}::uuid[])`.execute(tx)
}

async function decideRequests(
  tx: WriteDb,
  { county, actor, today }: { county: number; actor: { id: string }; today: string },
  items: readonly { input: { request: string; reason: string } }[],
  state: 'granted' | 'declined',
): Promise<void> {
  await sql`
    update exception_request set state = ${state}, answer = given.answer, decided_by = ${actor.id}::uuid,
                                 decided_on = ${today}::date
      from unnest(${items.map(({ input }) => input.request)}::uuid[],
                  ${items.map(({ input }) => input.reason)}::text[]) as given (request, answer)
     where exception_request.county = ${county} and exception_request.id = given.request`.execute(tx)
}

async function endRequests(
  tx: WriteDb,
  { county, actor, today }: { county: number; actor: { id: string }; today: string },
  items: readonly { input: { request: string; reason: string } }[],
  state: 'taken-back' | 'revoked',
): Promise<void> {
  await sql`
    update exception_request set state = ${state}, end_reason = given.reason, ended_by = ${actor.id}::uuid,
                                 ended_on = ${today}::date
      from unnest(${items.map(({ input }) => input.request)}::uuid[],
                  ${items.map(({ input }) => input.reason)}::text[]) as given (request, reason)
     where exception_request.county = ${county} and exception_request.id = given.request`.execute(tx)
}
