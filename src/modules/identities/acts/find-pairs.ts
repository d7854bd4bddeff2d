import type { ActContext } from '../../../kernel/act/define.ts'
import type { WriteDb } from '../../../kernel/database/database.ts'
import { keptPlan } from '../../../kernel/database/kept-plans.ts'
import { comparedColumns, withoutJit } from '../../../kernel/matching/match.ts'
import type { MatchField, MatchModel } from '../../../kernel/matching/model.ts'
import { raritySql, scoreSql } from '../../../kernel/matching/score.ts'
import { area, fieldAt, identityFields } from '../rules/fields.ts'
import { leastBits } from '../rules/pair.ts'
import { candidatesOf, clearAway, layOut } from './candidates.ts'
import { makeModels, type Models } from './models.ts'
import { runIn } from './run-sql.ts'

type Context = Pick<ActContext, 'county' | 'today'>

/** Compares the whole register with itself, or with the lists of earlier years, by weights estimated from it. */
export async function findAllPairs(
  tx: WriteDb,
  context: Context,
  act: string,
  between: boolean,
): Promise<void> {
  const run = runIn(tx)
  await withoutJit(run, true)
  await layOut(run, context.county, between)
  const models = await makeModels(tx, context, act, between)
  const text = keepPairs(context, models, between, {
    pairs: 'match_candidate',
    joined: 'join match_record l on l.id = p.l join match_record r on r.id = p.r',
    key: 'key',
  })
  await run(text, [act, context.today])
  await clearAway(run)
}

/** Compares homes with the register, or with the lists of earlier years, by weights estimated before. */
export async function findPairs(
  tx: WriteDb,
  context: Context,
  act: string,
  homes: readonly string[],
  models: Models,
  between: boolean,
): Promise<void> {
  const county = Math.trunc(context.county)
  const joined = `join identity l on l.county = ${county} and l.id = p.l
                  join identity r on r.county = ${county} and r.id = p.r`
  const pairs = `(select l.id as l, r.id as r, ${comparedColumns(identityFields, area)}
                    from (${candidatesOf('$3::uuid[]', county, between)}) p ${joined})`
  const text = keepPairs(context, models, between, { pairs, joined, key: 'id' })
  await runIn(tx)(keptPlan(text), [act, context.today, [...homes]])
}

/**
 * SQL that keeps the pairs worth a look: those that may be one person or one dwelling, and those that have a key exactly
 * (§4.4). A pair found before keeps its date. `$1` is the act, `$2` the day.
 */
function keepPairs(
  { county }: Context,
  { person, dwelling }: Models,
  between: boolean,
  from: { pairs: string; joined: string; key: string },
): string {
  const scores = {
    person: scoreSql(person.model, identityFields),
    dwelling: scoreSql(dwelling.model, identityFields),
  }
  const same = (name: string) => `g${fieldAt(name)} = 1`
  const exact = `case when ${same('idNumber')} then 1 else 0 end + case when ${same('account')} then 2 else 0 end
    + case when ${same('title')} then 4 else 0 end`
  const ordered = between ? ['l', 'r'] : ['least(l, r)', 'greatest(l, r)']
  const levels = identityFields.map((_, at) => `g${at}`).join(', ')
  return `with likely as materialized (
       select * from (select c.*, (${scores.person.plain})::real as plain_person,
                             (${scores.dwelling.plain})::real as plain_dwelling, (${exact})::smallint as exact
                        from ${from.pairs} c) c
        where greatest(plain_person, plain_dwelling) >= -30 or exact > 0),
     rated as (
       select l.${from.key} as l, r.${from.key} as r, near, exact, plain_person, plain_dwelling, ${levels},
              ${rarity(person.model, Math.trunc(county))} as rare
         from likely p ${from.joined} where ${between ? "l.line = 'heating'" : 'l.line = r.line'}),
     scored as (
       select r.*, ${scores.person.bits.replaceAll('plain', 'plain_person')} as person_bits,
              ${scores.dwelling.bits.replaceAll('plain', 'plain_dwelling')} as dwelling_bits from rated r)
     insert into match_pair (county, first, second, earlier, near, levels, rare, person_bits, dwelling_bits,
                             person_model, dwelling_model, exact, found_on, act)
     select ${Math.trunc(county)}, ${ordered.join(', ')}, ${between}, near, array[${levels}]::smallint[], rare,
            person_bits, dwelling_bits, '${person.id}', '${dwelling.id}', exact, $2::date, $1::uuid
       from scored where person_bits >= ${leastBits} or dwelling_bits >= ${leastBits} or exact > 0
     on conflict (county, first, second) do update
        set near = excluded.near, levels = excluded.levels, rare = excluded.rare, person_bits = excluded.person_bits,
            dwelling_bits = excluded.dwelling_bits, person_model = excluded.person_model,
            dwelling_model = excluded.dwelling_model, exact = excluded.exact, act = excluded.act`
}

const rarity = (model: MatchModel, county: number): string =>
  raritySql(model, identityFields, (field) => timesIn(field, county))

/** How many records have the value of `l`, up to as many as make no difference any more. */
function timesIn({ key }: MatchField, county: number): string {
  const found = key === 'name' ? 'x.name_sound = l.name_sound and x.name = l.name' : `x.${key} = l.${key}`
  return `(select count(*) from (select 1 from identity x where x.county = ${county} and ${found} limit 200) x)`
}
