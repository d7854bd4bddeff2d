import { type RawBuilder, sql } from 'kysely'
import type { QueryContext } from '../../../kernel/act/define.ts'
import { openField } from '../../../kernel/cipher/fields.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { changeColumn } from '../acts/change-facts.ts'
import {
  type AskedKind,
  type ChangeFilter,
  type ChangeState,
  groupOf,
  leavingKinds,
} from '../model/change.ts'
import type { Line } from '../model/fields.ts'
import type { Stage } from '../stages.ts'
import { declinedLately } from '../declined-changes.ts'
import { mayReadChoice, visible } from './home-filter.ts'
import { searchConditions } from './search.ts'

interface Row {
  id: string
  number: number
  kind: AskedKind
  state: ChangeState
  home: string
  householder: string
  sequence: number
  enters: string | null
  entersHouseholder: string | null
  entersSequence: number | null
  town: string
  townName: string
  village: string
  villageName: string
  line: Line
  stage: Stage
  happenedOn: Day
  askedOn: Day
  askedBy: string | null
  decidedOn: Day | null
  decidedBy: string | null
  passed: number
  reason: Buffer
  passedReason: Buffer | null
  explained: Buffer | null
  answer: Buffer | null
  /** The newest notice after the change: null before there is one. */
  noticed: 'running' | 'confirmed' | 'returned' | 'ended' | null
  toNotice: boolean
  /** How homes are chosen is this person's business: why it was asked for, its papers and what it rewrites are told. */
  mayReadWhy: boolean
}

/** 增, 减, 换, 变 as a condition over `home_change c`. */
export const groupCondition = {
  more: sql`c.kind in ('add', 'return')`,
  fewer: sql`(c.kind = any(${[...leavingKinds]}::text[]) and c.enters is null)`,
  replaced: sql`(c.kind = any(${[...leavingKinds]}::text[]) and c.enters is not null)`,
  rewritten: sql`c.kind in ('correct', 'move', 'succeed')`,
} as const

/** The changes of homes one may see, `home_change c` beside its `home h`. */
export function changesWhere(filter: ChangeFilter, context: QueryContext): RawBuilder<unknown> {
  const { county, keys } = context
  const conditions = [
    sql`c.county = ${county}`,
    visible(context),
    ...(filter.state ? [sql`c.state = ${filter.state}`] : []),
    ...(filter.group ? [groupCondition[filter.group]] : []),
    ...(filter.kind ? [sql`c.kind = ${filter.kind}`] : []),
    ...(filter.town ? [sql`c.town = ${filter.town}`] : []),
    ...(filter.village ? [sql`c.village = ${filter.village}`] : []),
    ...(filter.home ? [sql`(c.home = ${filter.home} or c.enters = ${filter.home})`] : []),
    ...(filter.declined ? [declinedLately(context)] : []),
    ...(filter.search
      ? [
          /^\d{1,4}$/.test(filter.search)
            ? sql`(c.number = ${Number(filter.search)} or ${searchConditions(filter.search, keys, county, [])})`
            : searchConditions(filter.search, keys, county, []),
        ]
      : []),
  ]
  return sql.join(conditions, sql` and `)
}

export type ListedChange = Awaited<ReturnType<typeof listedChanges>>[number]

/** Requests, the newest first, with their reasons opened to those whose business it is how homes are chosen. */
export async function listedChanges(
  db: ReadDb,
  context: QueryContext,
  where: RawBuilder<unknown>,
  limit: number,
  offset: number,
) {
  const { county, keys } = context
  const { rows } = await sql<Row>`
    select c.id, c.number, c.kind, c.state, c.home, h.householder, h.sequence, c.enters, c.town,
           e.householder as "entersHouseholder", e.sequence as "entersSequence",
           town.name as "townName", c.village, village.name as "villageName", c.line, c.stage,
           c.happened_on as "happenedOn", c.asked_on as "askedOn", asker.name as "askedBy",
           c.decided_on as "decidedOn", decider.name as "decidedBy", cardinality(c.passed) as passed, c.reason,
           c.passed_reason as "passedReason", c.explained, c.answer,
           (select coalesce(n.outcome, 'running') from notice_home n
             where n.county = ${county} and n.change = c.id and n.home = coalesce(c.enters, c.home)
             order by n.notice desc limit 1) as noticed,
           (c.state = 'approved' and coalesce(e.change, h.change) = c.id) as "toNotice",
           ${mayReadChoice(context)} as "mayReadWhy"
      from home_change c
      join home h on h.county = ${county} and h.id = c.home
      left join home e on e.county = ${county} and e.id = c.enters
      join area town on town.county = ${county} and town.code = c.town
      join area village on village.county = ${county} and village.code = c.village
      left join account asker on asker.county = ${county} and asker.id = c.asked_by
      left join account decider on decider.county = ${county} and decider.id = c.decided_by
     where ${where} order by c.number desc limit ${limit} offset ${offset}`.execute(db)
  return rows.map(({ reason, passedReason, explained, answer, ...row }) => {
    const opened = (what: 'reason' | 'passed' | 'answer' | 'explained', sealed: Buffer | null) =>
      sealed === null || !row.mayReadWhy ? null : openField(keys, county, changeColumn(what), sealed)
    return {
      ...row,
      group: groupOf(row.kind, row.enters !== null),
      reason: opened('reason', reason),
      passedReason: opened('passed', passedReason),
      explained: opened('explained', explained),
      answer: opened('answer', answer),
    }
  })
}
