import { sql } from 'kysely'
import { defineAct } from '../../../kernel/act/define.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { Facts as PackFacts } from '../../../kernel/pack/condition.ts'
import { newId } from '../../../kernel/identity/id.ts'
import { DecideObjection } from '../model/notice.ts'
import { checkDecision, mayDecide, type NamedHome, type ObjectionState } from '../rules/objection.ts'
import { loadHomesToSettle } from './home-facts.ts'
import { judgeAsIf } from './screen-homes.ts'
import { loadNamedHomes, loadNotices, namedAs } from './notice-facts.ts'

interface Facts {
  objection: ObjectionState
  /** The home of the objection, or the one the decider names. */
  home: string | null
  about: NamedHome
  /** What the home's screening rests on now. */
  known: PackFacts
  /** Settled as it is to be, the home's answer would stay what it is. */
  isUnchanged: boolean
}

/**
 * Answers an objection, by another person than who wrote it down. Upheld about a home: a fact is settled, the home
 * leaves the notice and is screened again in consequence; with a yes it needs a notice of its own. Upheld about
 * anything else: what will be done stays work until `objection.follow-up`.
 */
export const decideObjection = defineAct({
  kind: 'objection.decide',
  version: 1,
  input: DecideObjection,
  permission: 'objection.decide',
  clauses: ['§3.1.3d', '§5.5'],
  subject: { type: 'objection', of: (input) => input.objection },
  load: async (db, items, context) => {
    const { county } = context
    const objections = await loadObjections(
      db,
      county,
      items.map((item) => item.subject),
    )
    const wanted = items.map(({ subject, input }) => {
      const objection = objections.get(subject)
      return { notice: objection?.notice.id ?? '', home: objection?.home ?? input?.home ?? null }
    })
    const named = await loadNamedHomes(
      db,
      county,
      wanted.map(({ notice, home }) => ({ notice, named: home === null || notice === '' ? [] : [home] })),
    )
    const homes = await loadHomesToSettle(
      db,
      context,
      wanted.flatMap(({ home }) => home ?? []),
    )
    const unchanged = new Set<number>()
    for (const [at, { subject, input }] of items.entries()) {
      const home = wanted[at]?.home
      if (
        objections.get(subject)?.state !== 'open' ||
        !home ||
        input?.decision !== 'upheld' ||
        !input.fact ||
        !input.settled
      )
        continue
      if (context.pack.facts[input.fact]?.type !== 'boolean') continue
      const value = input.settled === 'unknown' ? null : input.settled === 'yes'
      const judged = await judgeAsIf(db, context, home, { fact: input.fact, value, since: context.today })
      if (judged && judged.answer === homes.get(home)?.answer) unchanged.add(at)
    }
    return items.map(({ subject }, at): Facts | undefined => {
      const objection = objections.get(subject)
      const { notice, home } = wanted[at] ?? {}
      return (
        objection && {
          objection,
          home: home ?? null,
          about: notice && home ? named.get(namedAs(notice, home))?.about : undefined,
          known: objection.state === 'open' ? (homes.get(home ?? '')?.facts ?? {}) : {},
          isUnchanged: unchanged.has(at),
        }
      )
    })
  },
  place: ({ objection }) => ({ area: objection.notice.village }),
  may: ({ objection }, { actor }) => mayDecide(objection, actor.id),
  check: ({ home, about, known, isUnchanged }, { input }, { pack, today }) =>
    checkDecision({ ...input, home, about, known, isUnchanged }, pack, today),
  apply: async (tx, items, { county, today, actor }) => {
    await sql`
      update objection set state = d.state, answer = d.answer, answered_on = ${today}, decided_by = ${actor.id},
                           decide_act = d.act, home = d.home, fact = d.fact,
                           follow_up = d.what, follow_up_who = d.who, follow_up_by = d.by
        from unnest(${items.map((i) => i.subject)}::uuid[], ${items.map((i) => i.input.decision)}::text[],
                    ${items.map((i) => i.input.answer)}::text[], ${items.map((i) => i.id)}::uuid[],
                    ${items.map((i) => i.facts.home)}::uuid[], ${items.map((i) => i.input.fact ?? null)}::text[],
                    ${items.map((i) => i.input.followUp?.what ?? null)}::text[],
                    ${items.map((i) => i.input.followUp?.who ?? null)}::text[],
                    ${items.map((i) => i.input.followUp?.by ?? null)}::date[])
             as d (objection, state, answer, act, home, fact, what, who, by)
       where objection.county = ${county} and objection.id = d.objection`.execute(tx)
    const upheld = items.flatMap(({ id, input, facts }) =>
      input.decision === 'upheld' && facts.home && input.fact && input.settled
        ? [
            {
              act: id,
              notice: facts.objection.notice.id,
              home: facts.home,
              fact: input.fact,
              settled: input.settled,
              reason: input.answer,
            },
          ]
        : [],
    )
    if (upheld.length > 0) {
      await sql`
        update notice_home set outcome = 'returned', outcome_reason = 'objection', outcome_act = u.act
          from unnest(${upheld.map((u) => u.notice)}::uuid[], ${upheld.map((u) => u.home)}::uuid[],
                      ${upheld.map((u) => u.act)}::uuid[]) as u (notice, home, act)
         where notice_home.county = ${county} and notice_home.notice = u.notice and notice_home.home = u.home
           and notice_home.outcome is null`.execute(tx)
      await sql`
        update home set stage = 'screened'
         where county = ${county} and id = any(${upheld.map((u) => u.home)}::uuid[]) and stage = 'noticed'`.execute(
        tx,
      )
      await sql`
        insert into settled_fact (county, id, home, fact, value, reason, act)
        select ${county}, * from unnest(
          ${upheld.map(() => newId())}::uuid[], ${upheld.map((u) => u.home)}::uuid[],
          ${upheld.map((u) => u.fact)}::text[],
          ${upheld.map((u) => (u.settled === 'unknown' ? null : u.settled === 'yes'))}::boolean[],
          ${upheld.map((u) => u.reason)}::text[], ${upheld.map((u) => u.act)}::uuid[])`.execute(tx)
    }
    return items.map(({ input, facts }) => ({
      touched: facts.home ? [{ type: 'home', id: facts.home }] : [],
      result: {
        decision: input.decision,
        notice: facts.objection.notice.id,
        ...(input.decision === 'upheld' && facts.home ? { home: facts.home, fact: input.fact } : {}),
        ...(input.followUp ? { followUpBy: input.followUp.by } : {}),
      },
    }))
  },
})

export async function loadObjections(
  db: ReadDb,
  county: number,
  ids: readonly string[],
): Promise<Map<string, ObjectionState & { first: string }>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('objection')
    .select([
      'id',
      'first',
      'state',
      'raised_by as raisedBy',
      'home',
      'notice',
      'follow_up_by as followUpBy',
      'followed_on as followedOn',
    ])
    .where('county', '=', county)
    .where('id', 'in', [...ids])
    .execute()
  const notices = await loadNotices(
    db,
    county,
    rows.map((row) => row.notice),
  )
  return new Map(
    rows.flatMap((row) => {
      const notice = notices.get(row.notice)
      return notice ? [[row.id, { ...row, notice }] as const] : []
    }),
  )
}
