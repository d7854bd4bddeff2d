import { type RawBuilder, sql } from 'kysely'
import type { QueryContext } from '../../../kernel/act/define.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { inScope } from '../../../kernel/identity/authority.ts'
import { rulesOfGroup } from '../../../kernel/pack/pack.ts'
import { withoutSpacing } from '../../../kernel/standards/plain-text.ts'
import { lines } from '../model/fields.ts'
import type { HomeFilter, ListHomes } from '../model/register.ts'
import { namesAre } from '../name-differences.ts'
import { restsOnOwnWord } from '../../sources/public.ts'
import { duplicateBits, screeningGroup } from '../rules/groups.ts'
import { stages } from '../stages.ts'
import { searchConditions } from './search.ts'

type Condition = RawBuilder<unknown>

/** The homes of `h` this person may see. */
export const visible = ({ scope }: Pick<QueryContext, 'scope'>): Condition =>
  inScope(scope, {
    town: sql.ref('h.town'),
    village: sql.ref('h.village'),
    organisations: [sql.ref('h.contractor'), sql.ref('h.supervisor')],
    home: sql.ref('h.id'),
  })

/** Of the homes of `h`, those of whose choice (§3.1.3d) this person may read; who builds reads what became of them only. */
export const mayReadChoice = ({ scopeFor }: Pick<QueryContext, 'scopeFor'>): Condition =>
  inScope(scopeFor('selection.read'), { town: sql.ref('h.town'), village: sql.ref('h.village') })

/** The filter of the register as one condition over `home h`, the scope included. */
export async function homesWhere(db: ReadDb, filter: HomeFilter, context: QueryContext): Promise<Condition> {
  const { county, keys, pack } = context
  const conditions: Condition[] = [sql`h.county = ${county}`, visible(context)]
  if (filter.search) {
    const villages = await villagesNamed(db, county, filter.search)
    conditions.push(searchConditions(filter.search, keys, county, villages))
  }
  if (filter.town) conditions.push(sql`h.town = ${filter.town}`)
  if (filter.village) conditions.push(sql`h.village = ${filter.village}`)
  if (filter.stage?.length) conditions.push(oneOf('stage', filter.stage))
  if (filter.from) conditions.push(oneOf('stage', stages.slice(stages.indexOf(filter.from))))
  if (filter.answer?.length) conditions.push(oneOf('answer', filter.answer))
  if (filter.line) conditions.push(sql`h.line = ${filter.line}`)
  if (filter.areaKind) conditions.push(sql`h.area_kind = ${filter.areaKind}`)
  if (filter.contractor) conditions.push(sql`h.contractor = ${filter.contractor}`)
  if (filter.lot)
    conditions.push(
      sql`exists (select 1 from village v
                   where v.county = ${county} and v.code = h.village
                     and case h.line when 'building' then v.building_lot else v.lot end = ${filter.lot})`,
    )
  if (filter.import) conditions.push(sql`h.import = ${filter.import}`)
  if (filter.duplicates === 'any') conditions.push(sql`h.duplicates > 0`)
  else if (filter.duplicates)
    conditions.push(sql`h.duplicates > 0 and h.duplicates & ${duplicateBits[filter.duplicates]} > 0`)
  if (filter.names) conditions.push(namesAre(filter.names))
  if (filter.ownWord) conditions.push(restsOnOwnWord(county, filter.ownWord))
  if (filter.failedRule)
    conditions.push(sql`h.answer = 'no'`, ruleInMask(pack, 'failed_rules', filter.failedRule))
  // A home with a rule unanswered is no yes, which an index knows.
  if (filter.unknownRule)
    conditions.push(oneOf('answer', ['no', 'unknown']), ruleInMask(pack, 'unknown_rules', filter.unknownRule))
  // What a home was chosen by is found by nobody who may not read it (§3.1.3d).
  const { duplicates, names, ownWord, failedRule, unknownRule } = filter
  if ([duplicates, names, ownWord, failedRule, unknownRule].some((each) => each !== undefined))
    conditions.push(mayReadChoice(context))
  if (filter.ended === 'live') conditions.push(sql`h.ended is null`)
  else if (filter.ended === 'ended') conditions.push(sql`h.ended is not null`)
  else if (filter.ended !== 'all') conditions.push(sql`h.ended = ${filter.ended}`)
  return sql.join(conditions, sql` and `)
}

/** One value as an equality, so that an index in the list's own order serves it. */
function oneOf(column: 'stage' | 'answer', values: readonly string[]): Condition {
  const [only, ...more] = values
  return more.length === 0
    ? sql`${sql.ref(`h.${column}`)} = ${only}`
    : sql`${sql.ref(`h.${column}`)} = any(${[...values]}::text[])`
}

/** A rule's bit differs by line of work; a rule of neither matches nothing. */
function ruleInMask(
  pack: QueryContext['pack'],
  column: 'failed_rules' | 'unknown_rules',
  rule: string,
): Condition {
  const parts = lines.flatMap((line) => {
    const bit = rulesOfGroup(pack, screeningGroup(line)).findIndex(({ id }) => id === rule)
    return bit < 0 ? [] : [sql`(h.line = ${line} and ${sql.ref(`h.${column}`)} & ${(1 << bit) | 0} <> 0)`]
  })
  return parts.length === 0 ? sql`false` : sql`(${sql.join(parts, sql` or `)})`
}

async function villagesNamed(db: ReadDb, county: number, search: string): Promise<string[]> {
  const text = withoutSpacing(search)
  if (!/\p{Script=Han}/u.test(text) && !/^\d{12}$/.test(text)) return []
  const rows = await db
    .selectFrom('area')
    .select(['code', 'name'])
    .where('county', '=', county)
    .where('level', '=', 'village')
    .execute()
  return rows.filter(({ code, name }) => code === text || name.startsWith(text)).map(({ code }) => code)
}

/** Each order is one an index keeps. */
export function homesOrder({ sort, descending }: Pick<ListHomes, 'sort' | 'descending'>): Condition {
  const way = descending ? sql`desc` : sql`asc`
  switch (sort) {
    case 'village':
      return sql`h.village ${way}, h.sequence ${way}`
    case 'name':
      return sql`h.householder_pinyin ${way}, h.id ${way}`
    case 'newest':
      return descending ? sql`h.id asc` : sql`h.id desc`
  }
}
