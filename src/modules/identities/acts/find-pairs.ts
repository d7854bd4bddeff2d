import type { ActContext } from '../../../kernel/act/define.ts'
import type { WriteDb } from '../../../kernel/database/database.ts'
import { keptPlan } from '../../../kernel/database/kept-plans.ts'
import { takeStatistics } from '../../../kernel/database/take-statistics.ts'
import { comparedColumns, countTimes, settleSession, timesCounted } from '../../../kernel/matching/match.ts'
import type { MatchField } from '../../../kernel/matching/model.ts'
import { raritySql, scoreSql } from '../../../kernel/matching/score.ts'
import { familyPairs } from '../../households/public.ts'
import { area, fieldAt, identityFields } from '../rules/fields.ts'
import { exactBits, familyBits, leastBits, pointedAs } from '../rules/pair.ts'
import { besideOf, candidatesOf, candidatesOfLines, clearAway, layOut } from './candidates.ts'
import { findModels, makeModels, type Models } from './models.ts'
import { pointedPairs } from './pointed-pairs.ts'
import { runIn } from './run-sql.ts'

type Context = Pick<ActContext, 'county' | 'today'>

/** What was kept: how many pairs, and the homes in them. */
export interface Kept {
  pairs: number
  homes: readonly string[]
  /** Of some of the pairs something was decided before. */
  decided: boolean
}

const none: Kept = { pairs: 0, homes: [], decided: false }

/** Compares the whole register with itself, or with the lists of earlier years, by weights estimated from it. */
export async function findAllPairs(
  tx: WriteDb,
  context: Context,
  act: string,
  between: boolean,
): Promise<number> {
  const run = runIn(tx)
  await settleSession(run, true)
  await layOut(run, context.county, between)
  const models = await makeModels(tx, context, act, between)
  await countTimes(run, identityFields, between)
  const text = keepPairs(context, models, between, {
    pairs: 'match_candidate',
    times: (field) => `least(${mostTimes}, ${timesCounted(field)})`,
    isWhole: true,
  })
  const [kept] = await run<{ pairs: number }>(text, [act, context.today])
  await clearAway(run)
  for (const table of ['identity', 'match_pair']) await takeStatistics(tx, table)
  return kept?.pairs ?? 0
}

/**
 * Compares homes with the register or the lists of earlier years, or lines of these with the register, by weights
 * estimated before. Mostly they share a key with nobody, and nothing is compared, nor the weights read.
 */
export async function findPairs(
  tx: WriteDb,
  context: Context,
  act: string,
  which: { homes: readonly string[]; between: boolean } | { lines: readonly string[] },
  newest?: readonly string[],
): Promise<Kept> {
  const run = runIn(tx)
  const county = Math.trunc(context.county)
  const [given, between, sharing] =
    'lines' in which
      ? [which.lines, true, candidatesOfLines('$1::uuid[]', county)]
      : [which.homes, which.between, candidatesOf('$1::uuid[]', county, which.between)]
  const found = await run<{ l: string; r: string }>(keptPlan(sharing), [[...given]])
  const models = found.length > 0 && (await findModels(tx, context.county, between, newest))
  if (!models) return none
  const text = keepGiven(county, models, between, false)
  const sides = [found.map(({ l }) => l), found.map(({ r }) => r)]
  const [kept] = await run<Kept>(text, [act, context.today, ...sides])
  return kept ?? none
}

export const allTold = { kin: true, pointed: true }

/**
 * Keeps the pairs somebody tells of (§4.4), by weights estimated before, whatever the scores say: householders the police
 * list has in one family, homes an official pointed out, or a home and the line of an earlier year's list. They come after
 * all others: a pair found before is found again, with what is told of it. `by`: who tells of any.
 */
export async function keepTold(
  tx: WriteDb,
  context: Context,
  act: string,
  by: { kin: boolean; pointed: boolean },
  { between, homes, newest }: { between: boolean; homes?: readonly string[]; newest?: readonly string[] },
): Promise<Kept> {
  const told = new Map<string, { first: string; second: string; bits: number }>()
  const tell = (first: string, second: string, bits: number) => {
    const key = between || first < second ? `${first} ${second}` : `${second} ${first}`
    told.set(key, { first, second, bits: bits | (told.get(key)?.bits ?? 0) })
  }
  for (const { first, second, couple } of by.kin && !between
    ? await familyPairs(tx, context.county, homes)
    : [])
    tell(first, second, couple ? familyBits : exactBits.family)
  for (const { first, second, suspected } of by.pointed
    ? await pointedPairs(tx, context.county, between, homes)
    : [])
    tell(first, second, pointedAs[suspected])
  const found = [...told.values()]
  const models = found.length > 0 && (await findModels(tx, context.county, between, newest))
  if (!models) return none
  const text = keepGiven(Math.trunc(context.county), models, between, true)
  const [kept] = await runIn(tx)<Kept>(text, [
    act,
    context.today,
    found.map(({ first }) => first),
    found.map(({ second }) => second),
    found.map(({ bits }) => bits),
  ])
  return kept ?? none
}

/** The texts are long, and the same until weights are estimated anew: writing them takes as long as a look-up. */
const texts = new Map<string, string>()

/** `keepPairs` for the pairs whose ids `$3` and `$4` give, and `$5` what is told of each where they are `told`. */
function keepGiven(county: number, models: Models, between: boolean, told: boolean): string {
  const key = [county, models.person.id, models.dwelling.id, between, told].join()
  const known = texts.get(key)
  if (known) return known
  const text = keptPlan(
    keepPairs({ county }, models, between, {
      pairs: `(select ${besideOf('id')}, ${told ? 'p.told, ' : ''}${comparedColumns(identityFields, area)}
                 from unnest($3::uuid[], $4::uuid[]${told ? ', $5::smallint[]' : ''}) p (l, r${told ? ', told' : ''})
                 join identity l on l.county = ${county} and l.id = p.l
                 join identity r on r.county = ${county} and r.id = p.r)`,
      times: timesIn(county),
      ...(told && { told: 'told' }),
    }),
  )
  if (texts.size >= 100) texts.clear()
  texts.set(key, text)
  return text
}

/**
 * SQL that keeps the pairs worth a look: those that may be one person or one dwelling, and those that have a key exactly
 * (§4.4), and tells them as `Kept`; of the whole register, `isWhole`, only their number. A pair found before keeps its
 * date. `$1` is the act, `$2` the day; `told` is SQL for what the police list or an official says of a pair.
 */
function keepPairs(
  { county }: Pick<Context, 'county'>,
  { person, dwelling }: Models,
  between: boolean,
  from: {
    pairs: string
    times: (field: MatchField) => string
    told?: string
    isWhole?: boolean
  },
): string {
  const scores = {
    person: scoreSql(person.model, identityFields),
    dwelling: scoreSql(dwelling.model, identityFields),
  }
  const same = (name: string) => `g${fieldAt(name)} = 1`
  const exact = `case when ${same('idNumber')} then 1 else 0 end + case when ${same('account')} then 2 else 0 end
    + case when ${same('title')} then 4 else 0 end + ${from.told ?? '0'}`
  const ordered = between ? ['first', 'second'] : ['least(first, second)', 'greatest(first, second)']
  const levels = identityFields.map((_, at) => `g${at}`).join(', ')
  const decided = `coalesce(bool_or(exists (
    select 1 from match_decision d
     where d.county = ${Math.trunc(county)} and d.first = kept.first and d.second = kept.second)), false)`
  const homes = `coalesce(array_agg(first)${between ? '' : ' || array_agg(second)'}, '{}')`
  // Without the offsets each use of a value would compute it, and count the records of a name, once more.
  return `with likely as materialized (
       select * from (select c.*, (${scores.person.plain})::real as plain_person,
                             (${scores.dwelling.plain})::real as plain_dwelling, (${exact})::smallint as exact
                        from ${from.pairs} c ${from.isWhole ? '' : 'offset 0'}) c
        where greatest(plain_person, plain_dwelling) >= -30 or exact > 0),
     rated as (
       select p.*, ${raritySql(person.model, identityFields, from.times)} as rare
         from likely p where ${between ? "line = 'heating'" : 'one_line'} offset 0),
     scored as (
       select r.*, ${scores.person.bits.replaceAll('plain', 'plain_person')} as person_bits,
              ${scores.dwelling.bits.replaceAll('plain', 'plain_dwelling')} as dwelling_bits from rated r offset 0),
     kept as (
     insert into match_pair (county, first, second, earlier, near, levels, rare, person_bits, dwelling_bits,
                             person_model, dwelling_model, exact, same_house, found_on, act)
     select ${Math.trunc(county)}, ${ordered.join(', ')}, ${between}, near, array[${levels}]::smallint[], rare,
            person_bits, dwelling_bits, '${person.id}', '${dwelling.id}', exact, same_house, $2::date, $1::uuid
       from scored where person_bits >= ${leastBits} or dwelling_bits >= ${leastBits} or exact > 0
     on conflict (county, first, second) do update
        set near = excluded.near, levels = excluded.levels, rare = excluded.rare, person_bits = excluded.person_bits,
            dwelling_bits = excluded.dwelling_bits, person_model = excluded.person_model,
            dwelling_model = excluded.dwelling_model, exact = excluded.exact,
            same_house = excluded.same_house, act = excluded.act
     returning first, second)
     select count(*)::int as pairs ${from.isWhole ? '' : `, ${homes} as homes, ${decided} as decided`} from kept`
}

/** More make no difference any more. */
const mostTimes = 200

/** SQL for how many records of the county have what `l` has in a field, by the index that serves it. */
const timesIn =
  (county: number) =>
  ({ key }: MatchField): string =>
    `(select count(*) from (select 1 from identity x where x.county = ${Math.trunc(county)}
       ${key === 'name' ? 'and x.name_sound = p.name_sound' : ''} and x.${key} = p.${key} limit ${mostTimes}) x)`
