import { type RawBuilder, sql } from 'kysely'
import type { ActContext } from '../../kernel/act/define.ts'
import { addDays, type Day } from '../../kernel/dates/day.ts'
import { amount, hasParameter, type Pack } from '../../kernel/pack/pack.ts'
import { waitingListOf } from './rules/change.ts'

type Surroundings = Pick<ActContext, 'county' | 'pack' | 'today'>

/** Registers whose first confirmation is of this day or an earlier one are locked today. */
const lockingDay = (pack: Pack, today: Day): Day => {
  const days = hasParameter(pack, 'register.openDays', today) ? amount(pack, 'register.openDays', today) : 0
  return addDays(today, -days)
}

/** Of `home h`: the register of its village and line of work is locked (§3.1.3d). */
export const isLocked = ({ county, pack, today }: Surroundings): RawBuilder<boolean> => sql<boolean>`
  exists (select 1 from home l where l.county = ${county} and l.village = h.village and l.line = h.line
             and l.confirmed_on <= ${lockingDay(pack, today)}::date)`

/** Of `home h`: it waits to be taken into a locked register, in the order of application. */
export const isWaitingHome = (context: Surroundings): RawBuilder<boolean> => sql<boolean>`
  (h.ended is null and h.stage = 'screened' and h.answer = 'yes' and h.change is null and ${isLocked(context)})`

/**
 * Of `home h`: the waiting list it stands on by the pack. A place belongs to one line of work and one kind of area, whose
 * targets the programme counts apart (§1.1, §1.2), so each has an order of its own.
 */
export const listColumns = ({ pack, today }: Surroundings): RawBuilder<unknown>[] => [
  sql.ref(`h.${waitingListOf(pack, today)}`),
  sql`h.line`,
  sql`h.area_kind`,
]

/** Of `home h` and `home own`: they stand on the same waiting list. */
export const isOnSameList = (context: Surroundings): RawBuilder<boolean> => {
  const list = waitingListOf(context.pack, context.today)
  return sql<boolean>`
    (h.line = own.line and h.area_kind = own.area_kind and ${sql.ref(`h.${list}`)} = ${sql.ref(`own.${list}`)})`
}

/** The order of application (§A.2). */
export const applicationOrder = sql`h.applied_on, h.sequence, h.id`

/**
 * Of `home h`: it may go on a notice now. Until its register is locked whoever is screened yes may; then whoever an
 * approved change sent there, also from further down the road, unless it stands on a notice that is not confirmed.
 */
export const isToNotice = (context: Surroundings): RawBuilder<boolean> => sql<boolean>`
  (h.ended is null and h.answer = 'yes'
   and ((h.stage = 'screened' and (h.change is not null or not ${isLocked(context)}))
        or (h.change is not null and h.stage not in ('applied', 'screened', 'noticed')
            and not exists (select 1 from notice_home n where n.county = ${context.county} and n.home = h.id
                               and n.outcome is null))))`
