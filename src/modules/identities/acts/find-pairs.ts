import type { ActContext } from '../../../kernel/act/define.ts'
import type { WriteDb } from '../../../kernel/database/database.ts'
import { shares } from '../../../kernel/matching/candidates.ts'
import { comparedColumns } from '../../../kernel/matching/match.ts'
import type { MatchField, MatchModel } from '../../../kernel/matching/model.ts'
import { raritySql, scoreSql } from '../../../kernel/matching/score.ts'
import { fieldAt, identityFields } from '../rules/fields.ts'
import { leastBits } from '../rules/pair.ts'
import { area, type Models, mostSharing, sharedColumns } from './models.ts'
import { runIn } from './run-sql.ts'

/** Which records of the register are compared with the others. */
type Compared = 'all' | { homes: readonly string[] }

/** A misread number of an older list, by what it may have been; an index finds the home that has it. */
const repaired = 'l.id_number = any(r.id_number_repairs)'

/**
 * Compares records with the register, or with the lists of earlier years, and keeps the pairs worth a look: those that
 * may be one person or one dwelling, and those that have a key exactly (§4.4). A pair found before keeps its date.
 */
export async function findPairs(
  tx: WriteDb,
  { county, today }: Pick<ActContext, 'county' | 'today'>,
  act: string,
  which: Compared,
  models: Models,
  between: boolean,
): Promise<void> {
  const run = runIn(tx)
  const county_ = Math.trunc(county)
  const all = which === 'all'
  const values = all ? [act, today] : [act, today, [...which.homes]]
  const among = (list: 'home' | 'earlier', own: boolean) =>
    `(select * from identity where county = ${county_} and list = '${list}' ${own ? 'and id = any($3::uuid[])' : ''})`
  const left = among('home', !all)
  const right = among(between ? 'earlier' : 'home', false)
  // Two of the given homes are met twice, once from either side.
  const order = all ? 'l.id < r.id' : 'l.id <> r.id and (l.id < r.id or r.id <> all($3::uuid[]))'
  const once = between ? "l.line = 'heating'" : `l.line = r.line and ${order}`
  const compared = comparedColumns(identityFields, area)
  const joined = [
    ...sharedColumns.map(
      (columns) =>
        `${columns.map(shares).join(' and ')} where ${once} and not ${crowded(columns, county_, all)}`,
    ),
    ...(between ? [`${repaired} where ${once}`] : []),
  ]
  const pairs = joined
    .map((on) => `select l.id as l, r.id as r from ${left} l join ${right} r on ${on}`)
    .join(' union ')
  const candidates = `select l.id as l, r.id as r, ${compared} from (${pairs}) p
    join identity l on l.county = ${county_} and l.id = p.l join identity r on r.county = ${county_} and r.id = p.r`
  const person = scoreSql(models.person.model, identityFields)
  const dwelling = scoreSql(models.dwelling.model, identityFields)
  const same = (name: string) => `g${fieldAt(name)} = 1`
  const exact = `case when ${same('idNumber')} then 1 else 0 end + case when ${same('account')} then 2 else 0 end
    + case when ${same('title')} then 4 else 0 end`
  const ordered = between ? ['l', 'r'] : ['least(l, r)', 'greatest(l, r)']
  await run(
    `with likely as materialized (
       select * from (select c.*, (${person.plain})::real as plain_person, (${dwelling.plain})::real as plain_dwelling,
                             (${exact})::smallint as exact from (${candidates}) c) c
        where greatest(plain_person, plain_dwelling) >= -30 or exact > 0),
     rated as (
       select p.*, ${rarity(models.person.model, county_)} as rare
         from likely p join identity l on l.county = ${county_} and l.id = p.l),
     scored as (
       select r.*, ${person.bits.replaceAll('plain', 'plain_person')} as person_bits,
              ${dwelling.bits.replaceAll('plain', 'plain_dwelling')} as dwelling_bits from rated r)
     insert into match_pair (county, first, second, earlier, near, levels, rare, person_bits, dwelling_bits,
                             person_model, dwelling_model, exact, found_on, act)
     select ${county_}, ${ordered.join(', ')}, ${between}, near,
            array[${identityFields.map((_, at) => `g${at}`).join(', ')}]::smallint[], rare, person_bits, dwelling_bits,
            '${models.person.id}', '${models.dwelling.id}', exact, $2::date, $1::uuid
       from scored where person_bits >= ${leastBits} or dwelling_bits >= ${leastBits} or exact > 0
     on conflict (county, first, second) do update
        set near = excluded.near, levels = excluded.levels, rare = excluded.rare, person_bits = excluded.person_bits,
            dwelling_bits = excluded.dwelling_bits, person_model = excluded.person_model,
            dwelling_model = excluded.dwelling_model, exact = excluded.exact, act = excluded.act`,
    values,
  )
}

/** Whether more records than join anybody have what `l` has in these columns. */
function crowded(columns: readonly string[], county: number, all: boolean): string {
  const list = columns.join(', ')
  if (all)
    return `coalesce((${columns.map((column) => `l.${column}`).join(', ')}) in (
      select ${list} from identity where county = ${county} and ${columns.map((column) => `${column} is not null`).join(' and ')}
       group by ${list} having count(*) > ${mostSharing}), false)`
  const same = columns.map((column) => `x.${column} = l.${column}`).join(' and ')
  return `((select count(*) from (select 1 from identity x where x.county = ${county} and ${same}
            limit ${mostSharing + 1}) x) > ${mostSharing})`
}

const rarity = (model: MatchModel, county: number): string =>
  raritySql(model, identityFields, (field) => timesIn(field, county))

/** How many records have the value of `l`, up to as many as make no difference any more. */
function timesIn({ key }: MatchField, county: number): string {
  const found = key === 'name' ? 'x.name_sound = l.name_sound and x.name = l.name' : `x.${key} = l.${key}`
  return `(select count(*) from (select 1 from identity x where x.county = ${county} and ${found} limit 200) x)`
}
