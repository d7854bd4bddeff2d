import { sql } from 'kysely'
import type { WriteDb } from '../../../kernel/database/database.ts'
import { keptStatement } from '../../../kernel/database/kept-plans.ts'
import { flagHomesSql } from '../../households/public.ts'
import { exactBits, leastBits, pointedBits } from '../rules/pair.ts'
import { wasOne } from './settle-pairs.ts'

const ofHomes = keptStatement<{ id: string }, [number, readonly string[]]>([false, true], (county, homes) =>
  flagHomesSql(county, flagsSql(county, homes), homes),
)

/**
 * Keeps what comparison says of each home, or of these, as the bits of `home.match_flags`. Answers the ids of the homes
 * whose flags changed, in their order.
 */
export async function flag(tx: WriteDb, county: number, homes?: readonly string[]): Promise<string[]> {
  const rows = homes
    ? await ofHomes(tx, county, homes)
    : (await flagHomesSql(county, flagsSql(county)).execute(tx)).rows
  return rows.map(({ id }) => id).sort()
}

/**
 * SQL for the flags. A confirmed home has been through its notice: an application that comes after it has to give way,
 * so only another confirmed home counts against it.
 */
function flagsSql(county: number, homes?: readonly string[]) {
  const among = homes
    ? sql`(select * from match_pair where county = ${county} and first = any(${[...homes]}::uuid[])
           union select * from match_pair where county = ${county} and second = any(${[...homes]}::uuid[]))`
    : sql`match_pair`
  return sql`
    with pair as (
      select p.*, f.confirmed_on is not null as first_confirmed, s.confirmed_on is not null as second_confirmed
        from ${among} p
        join home f on f.county = ${county} and f.id = p.first and f.ended is null
        left join home s on s.county = ${county} and s.id = p.second
       where p.county = ${county} and (p.earlier or (s.id is not null and s.ended is null))),
    bits as (
      select pair.*, case
          when earlier then case
            when state = 'decided' then case when same_person or same_dwelling then 32 else 64 end
            else 16 end
          else case
            when state = 'decided' then (case
                when same_person then case when exact & ${exactBits.family} > 0 and not same_dwelling then 128 else 2 end
                when exact & ${exactBits.family} > 0 then 512 else 0 end) + (case when same_dwelling then 8 else 0 end)
            else (case when exact & ${exactBits.couple} > 0 then 128 when exact & ${exactBits.family} > 0 then 256 else 0 end)
               + (case when person_bits >= ${leastBits} or exact & ${exactBits.idNumber | pointedBits.person} > 0 or ${wasOne(county, 'pair')} then 1 else 0 end)
               + (case when dwelling_bits >= ${leastBits} or exact & ${exactBits.account | exactBits.title | pointedBits.dwelling} > 0 then 4 else 0 end) end
        end as bits from pair)
    select id, bit_or(bits) as flags from (
      select first as id, bits from bits where earlier or not first_confirmed or second_confirmed
      union all
      select second, bits from bits where not earlier and (not second_confirmed or first_confirmed)) b
     where bits > 0 ${homes ? sql`and id = any(${[...homes]}::uuid[])` : sql``} group by id`
}
