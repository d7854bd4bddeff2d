import { type RawBuilder, sql } from 'kysely'

/** Kinds of lists whose absence leaves a fact to what the application says of itself: where, and which fact. */
const ownWord = {
  earlier: { column: 'h.helped_before', fact: 'household.helpedBefore' },
  demolition: { column: 'h.in_demolition_plan', fact: 'dwelling.inDemolitionPlan' },
} as const
export const ownWordKinds = ['earlier', 'demolition'] as const
export type OwnWordKind = (typeof ownWordKinds)[number]

/**
 * §4.1b: homes of `home h` that say of themselves that it was not so, where no list of the kind was ever delivered of their
 * town and no official settled it: nothing stands against their word.
 */
export function restsOnOwnWord(county: number, kind: OwnWordKind): RawBuilder<unknown> {
  const { column, fact } = ownWord[kind]
  return sql`h.line = 'heating' and h.ended is null and ${sql.ref(column)} = false
    and not exists (select 1 from source s
                     where s.county = ${county} and s.kind = ${kind} and s.undone_act is null
                       and (s.area = h.town or s.area like '%000000'))
    ${villageIsKnown(county, kind)}
    and not exists (select 1 from settled_fact f
                     where f.county = ${county} and f.home = h.id and f.fact = ${fact} and f.superseded_act is null)`
}

/** Whether a village is to be demolished its town may have said itself. */
const villageIsKnown = (county: number, kind: OwnWordKind): RawBuilder<unknown> =>
  kind === 'demolition'
    ? sql`and not exists (select 1 from village v
                           where v.county = ${county} and v.code = h.village and v.demolition_planned is not null)`
    : sql``
