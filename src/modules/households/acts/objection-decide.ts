import { sql } from 'kysely'
import { defineAct } from '../../../kernel/act/define.ts'
import { sealField } from '../../../kernel/cipher/fields.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { Facts as PackFacts } from '../../../kernel/pack/condition.ts'
import type { Answer } from '../../../kernel/pack/kleene.ts'
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
  /** What screening would answer, once it is settled so; undefined for a home that left. */
  outcome: Answer | undefined
}

/**
 * Answers an objection, by another person than who wrote it down. Upheld about a home: a fact is settled on a paper, the
 * home leaves the notice and is screened again in consequence; with a yes it needs a notice of its own, and a family
 * that is refused was heard before (decision 0031). Upheld about anything else: what will be done stays work until
 * `objection.follow-up`.
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
      // A family speaks of its own home: where the board does not have that, no other is found to be meant.
      const named = objection?.aboutOwn ? null : input?.home
      return { notice: objection?.notice.id ?? '', home: objection?.home ?? named ?? null }
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
    const outcomes = new Map<number, Answer>()
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
      if (judged) outcomes.set(at, judged.answer)
    }
    return items.map(({ subject }, at): Facts | undefined => {
      const objection = objections.get(subject)
      const { notice, home } = wanted[at] ?? {}
      const outcome = outcomes.get(at)
      return (
        objection && {
          objection,
          home: home ?? null,
          about: notice && home ? named.get(namedAs(notice, home))?.about : undefined,
          known: objection.state === 'open' ? (homes.get(home ?? '')?.facts ?? {}) : {},
          isUnchanged: outcome !== undefined && outcome === homes.get(home ?? '')?.answer,
          outcome,
        }
      )
    })
  },
  place: ({ objection }) => ({ area: objection.notice.village }),
  may: ({ objection }, { actor }) => mayDecide(objection, actor.id),
  check: ({ objection, home, about, known, isUnchanged, outcome }, { input, evidence }, { pack, today }) =>
    checkDecision(
      {
        ...input,
        ...{ home, about, known, isUnchanged, outcome, raisedOn: objection.raisedOn },
        hasPaper: evidence.some(({ kind }) => kind === 'document'),
      },
      pack,
      today,
    ),
  apply: async (tx, items, { county, keys, today, actor }) => {
    await sql`
      update objection set state = d.state, answer = d.answer, answered_on = ${today}, decided_by = ${actor.id},
                           decide_act = d.act, home = d.home, fact = d.fact,
                           follow_up = d.what, follow_up_who = d.who, follow_up_by = d.by,
                           heard = d.heard, heard_on = d.heard_on, paper = d.paper
        from unnest(${items.map((i) => i.subject)}::uuid[], ${items.map((i) => i.input.decision)}::text[],
                    ${items.map((i) => i.input.answer)}::text[], ${items.map((i) => i.id)}::uuid[],
                    ${items.map((i) => i.facts.home)}::uuid[], ${items.map((i) => i.input.fact ?? null)}::text[],
                    ${items.map((i) => i.input.followUp?.what ?? null)}::text[],
                    ${items.map((i) => i.input.followUp?.who ?? null)}::text[],
                    ${items.map((i) => i.input.followUp?.by ?? null)}::date[],
                    ${items.map(({ input: { heard } }) => heard && sealField(keys, county, 'objection.heard', heard.said))}::bytea[],
                    ${items.map((i) => i.input.heard?.on ?? null)}::date[],
                    ${items.map((i) => i.input.paper ?? null)}::text[])
             as d (objection, state, answer, act, home, fact, what, who, by, heard, heard_on, paper)
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

/** Who upheld what was said of a home whose own family objects now: `o` is the family's objection. */
export const upheldBy = (county: number) => sql<string[]>`
  case when o.speaker is distinct from o.home then '{}'::uuid[] else array(
    select u.decided_by from objection u
     where u.county = ${county} and u.notice = o.notice and u.home = o.home and u.state = 'upheld'
       and u.id <> o.id) end`

export async function loadObjections(
  db: ReadDb,
  county: number,
  ids: readonly string[],
): Promise<Map<string, ObjectionState & { first: string }>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Omit<ObjectionState, 'notice'> & { first: string; notice: string }>`
    select o.id, o.first, o.state, o.raised_by as "raisedBy", o.home, o.about_own as "aboutOwn", o.notice, o.follow_up_by as "followUpBy",
           o.followed_on as "followedOn", o.raised_on as "raisedOn", ${upheldBy(county)} as "upheldBy"
      from objection o
     where o.county = ${county} and o.id = any(${[...ids]}::uuid[])`.execute(db)
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
