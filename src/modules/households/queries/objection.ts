import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import { openedBy } from '../../../kernel/act/opened-by.ts'
import { openField } from '../../../kernel/cipher/fields.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { inScope } from '../../../kernel/identity/authority.ts'
import { maskNumbersIn } from '../../../kernel/standards/mask.ts'
import { ListObjections } from '../model/notice.ts'
import type { Line } from '../model/fields.ts'
import { upheldBy } from '../acts/objection-decide.ts'
import { factsToSettle } from '../rules/objection-facts.ts'
import { spacedCode } from '../plain-code.ts'

interface ObjectionLine {
  id: string
  /** The first of what was raised together, under one receipt. */
  first: string
  notice: string
  number: number
  village: string
  villageName: string
  townName: string
  home: string | null
  position: number | null
  householder: string | null
  way: 'in-person' | 'own' | 'web'
  said: Buffer
  contact: Buffer | null
  receipt: string
  raisedOn: Day
  raisedBy: string
  state: 'open' | 'upheld' | 'rejected' | 'narrowed'
  fact: string | null
  answer: string | null
  answeredOn: Day | null
  followUp: string | null
  followUpWho: string | null
  followUpBy: Day | null
  followed: string | null
  followedOn: Day | null
  heard: Buffer | null
  heardOn: Day | null
  paper: string | null
  /** A household speaks of its own home. */
  aboutOwn: boolean
  /** That home, and its number in the village's register. */
  ownHome: string | null
  ownSequence: number | null
  /** Whoever upheld what this family asks to be looked at again. */
  upheldBy: string[]
  /** How many homes its receipt stands for, itself among them, whatever became of each. */
  together: number
}

const isToFollow = sql<boolean>`(o.follow_up is not null and o.followed_on is null)`
/**
 * What waits for an answer first, then what waits to be followed up by the day it is due; what was raised together
 * stays together, in the order of the board.
 */
const inTurn = sql`(o.state <> 'open'), (not ${isToFollow}), case when ${isToFollow} then o.follow_up_by end,
                   o.raised_on, o.first, l.position nulls first, o.id`

/** Objections of one's area, those that wait for somebody on top. Only who may decide sees who to call. */
export const objectionList = defineQuery({
  name: 'objection.list',
  input: ListObjections,
  permission: 'selection.read',
  run: async (db, { state, town, village, notice, page, pageSize }, context) => {
    const { county, keys, scope, actor, today, pack } = context
    const places = { town: sql.ref('n.town'), village: sql.ref('n.village') }
    const filters = [
      sql`o.county = ${county}`,
      inScope(scope, places),
      ...(state ? [state === 'to-follow' ? isToFollow : sql`o.state = ${state}`] : []),
      ...(town ? [sql`n.town = ${town}`] : []),
      ...(village ? [sql`n.village = ${village}`] : []),
      ...(notice ? [sql`o.notice = ${notice}`] : []),
    ]
    const from = sql`
      from objection o
      join notice n on n.county = ${county} and n.id = o.notice
      left join notice_home l on l.county = ${county} and l.notice = o.notice and l.home = o.home
     where ${sql.join(filters, sql` and `)}`
    const { rows } = await sql<ObjectionLine & { mayDecide: boolean }>`
      select o.id, o.first, o.notice, n.number, n.village, village.name as "villageName", town.name as "townName", o.home,
             l.position, l.published ->> 'householder' as householder, o.way, o.said, o.contact, o.receipt,
             o.raised_on as "raisedOn", o.raised_by as "raisedBy", o.state, o.fact, o.answer,
             o.answered_on as "answeredOn", o.follow_up as "followUp", o.follow_up_who as "followUpWho",
             o.follow_up_by as "followUpBy", o.followed, o.followed_on as "followedOn", o.heard,
             o.heard_on as "heardOn", o.paper, o.about_own as "aboutOwn",
             case when o.about_own then o.speaker end as "ownHome",
             case when o.about_own then own.sequence end as "ownSequence", ${upheldBy(county)} as "upheldBy",
             (select count(*) from objection t
               where t.county = ${county} and t.first = o.first and t.home is not null) as together,
             ${inScope(context.scopeFor('objection.decide'), places)} as "mayDecide"
        from (select o.* ${from} order by ${inTurn}
               limit ${pageSize} offset ${(page - 1) * pageSize}) o
        join notice n on n.county = ${county} and n.id = o.notice
        join area village on village.county = ${county} and village.code = n.village
        join area town on town.county = ${county} and town.code = n.town
        left join notice_home l on l.county = ${county} and l.notice = o.notice and l.home = o.home
        left join home own on own.county = ${county} and own.id = o.speaker
       order by ${inTurn}`.execute(db)
    const counted = await sql<{ total: number }>`select count(*) as total ${from}`.execute(db)
    const first = await firstFindings(
      db,
      county,
      rows.flatMap(({ id, upheldBy: upholders }) => (upholders.length > 0 ? [id] : [])),
    )
    return {
      total: counted.rows[0]?.total ?? 0,
      pageSize,
      rows: rows.map(({ contact, raisedBy, receipt, mayDecide, upheldBy: upholders, ...row }) => {
        const said = openField(keys, county, 'objection.said', row.said)
        const masked = maskNumbersIn(said)
        const heard = row.heard && openField(keys, county, 'objection.heard', row.heard)
        const shown = {
          answer: row.answer && maskNumbersIn(row.answer),
          followUp: row.followUp && maskNumbersIn(row.followUp),
          followUpWho: row.followUpWho && maskNumbersIn(row.followUpWho),
          followed: row.followed && maskNumbersIn(row.followed),
          heard: heard && maskNumbersIn(heard),
          paper: row.paper && maskNumbersIn(row.paper),
        }
        return {
          ...row,
          ...shown,
          receipt: spacedCode(receipt),
          said: masked,
          /** Numbers of persons stand in the text, to be read whole for a reason only. */
          hidesNumbers: masked !== said || shown.answer !== row.answer || shown.heard !== heard,
          isOverdue: row.followUpBy !== null && row.followedOn === null && row.followUpBy < today,
          contact: contact && mayDecide ? openField(keys, county, 'objection.contact', contact) : null,
          mayDecide,
          isOwn: raisedBy === actor.id,
          /** The family itself asks for another look at what was upheld about its home. */
          isReview: upholders.length > 0,
          /** What was upheld first, which it disputes. */
          disputed: (first.get(row.id) ?? []).map((found) => ({
            ...found,
            answer: maskNumbersIn(found.answer),
            paper: found.paper && maskNumbersIn(found.paper),
            label: pack.facts[found.fact]?.label ?? null,
          })),
          isOwnAnswer: upholders.includes(actor.id),
        }
      }),
    }
  },
})

interface Finding {
  fact: string
  answer: string
  on: Day
  paper: string | null
}

/** What was upheld about homes before their own families disputed it, by the family's objection. */
async function firstFindings(
  db: ReadDb,
  county: number,
  reviews: readonly string[],
): Promise<Map<string, Finding[]>> {
  if (reviews.length === 0) return new Map()
  const { rows } = await sql<Finding & { review: string }>`
    select o.id as review, u.fact, u.answer, u.answered_on as on, u.paper
      from objection o
      join objection u on u.county = ${county} and u.notice = o.notice and u.home = o.home and u.state = 'upheld'
                      and u.id <> o.id and u.speaker is distinct from u.home
     where o.county = ${county} and o.id = any(${[...reviews]}::uuid[]) and u.fact is not null
     order by u.answered_on, u.id`.execute(db)
  const found = new Map<string, Finding[]>()
  for (const { review, ...finding } of rows) found.set(review, [...(found.get(review) ?? []), finding])
  return found
}

/** The words an `objection.reveal` act was about, for the person who performed it and for a few minutes. */
export const objectionRevealed = defineQuery({
  name: 'objection.revealed',
  input: z.object({ act: z.uuid() }),
  permission: 'personal.reveal',
  run: async (db, { act }, context) => {
    const { county, keys, scope } = context
    const { objection } = z
      .object({ objection: z.uuid() })
      .parse(await openedBy(db, context, 'objection.reveal', act))
    const { rows } = await sql<{ said: Buffer; answer: string | null; heard: Buffer | null }>`
      select o.said, o.answer, o.heard from objection o join notice n on n.county = ${county} and n.id = o.notice
       where o.county = ${county} and o.id = ${objection}
         and ${inScope(scope, { town: sql.ref('n.town'), village: sql.ref('n.village') })}`.execute(db)
    const [found] = rows
    if (!found) throw new NotFound()
    return {
      said: openField(keys, county, 'objection.said', found.said),
      answer: found.answer,
      heard: found.heard && openField(keys, county, 'objection.heard', found.heard),
    }
  },
})

/** What an upheld objection can settle, of the home it is about or the one it is found to be about. */
export const objectionFacts = defineQuery({
  name: 'objection.facts',
  input: z.object({ objection: z.uuid(), home: z.uuid().optional() }),
  permission: 'objection.decide',
  run: async (db, { objection, home }, { county, keys, pack, scope, today }) => {
    const { rows } = await sql<{ said: Buffer; line: Line | null }>`
      select o.said, h.line
        from objection o
        join notice n on n.county = ${county} and n.id = o.notice
        left join notice_home l on l.county = ${county} and l.notice = o.notice
                               and l.home = coalesce(o.home, ${home ?? null}::uuid)
        left join home h on h.county = ${county} and h.id = l.home
       where o.county = ${county} and o.id = ${objection}
         and ${inScope(scope, { town: sql.ref('n.town'), village: sql.ref('n.village') })}`.execute(db)
    const [found] = rows
    if (!found) throw new NotFound()
    const said = openField(keys, county, 'objection.said', found.said)
    return factsToSettle(pack, today, said, found.line ?? undefined)
  },
})
