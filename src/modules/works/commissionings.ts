import { type RawBuilder, sql } from 'kysely'
import type { ReadDb, WriteDb } from '../../kernel/database/database.ts'
import type { Day } from '../../kernel/dates/day.ts'
import { type Beyond, commissioningList, type Measurement } from '../../kernel/pack/measurements.ts'
import type { Pack } from '../../kernel/pack/pack.ts'
import { isMeasured } from './measured.ts'

export interface CommissioningState {
  /** Of its act. */
  id: string
  home: string
  /** 1 for the first run. */
  number: number
  route: string
  runOn: Day
  /** Account of the person who ran it. */
  runBy: string
  measured: Measurement[]
  beyond: Beyond[]
  passed: boolean
  remark: string | null
}

/** The latest run of each home that stands; homes without one are missing. */
export async function commissioningsOf(
  db: ReadDb,
  county: number,
  homes: readonly string[],
): Promise<Map<string, CommissioningState>> {
  if (homes.length === 0) return new Map()
  const { rows } = await sql<CommissioningState>`
    select distinct on (home) id, home, number, route, run_on as "runOn", run_by as "runBy", measured, beyond, passed,
           remark
      from commissioning
     where county = ${county} and home = any(${[...homes]}::uuid[]) and fell_on is null
     order by home, number desc`.execute(db)
  return new Map(rows.map((row) => [row.home, row]))
}

/** A run is of the machines as they hang: with the firm's own check it falls. */
export async function letCommissioningsFall(
  tx: WriteDb,
  county: number,
  homes: readonly string[],
  on: Day,
): Promise<void> {
  await sql`update commissioning set fell_on = ${on}
             where county = ${county} and home = any(${[...homes]}::uuid[]) and fell_on is null`.execute(tx)
}

/** Whether the latest run of home `h` that stands is missing or did not pass, although its village's route has a list. */
export function withoutRun(county: number, pack: Pack, day: Day): RawBuilder<unknown> {
  const routes = pack.checklists.flatMap(({ routes: own = [] }) => own)
  const measured = routes.filter((route) => commissioningList(pack, route, day))
  return sql`not ${isMeasured(pack)}
         and exists (select 1 from village g where g.county = ${county} and g.code = h.village
                                               and g.route = any(${measured}::text[]))
         and not coalesce((select r.passed from commissioning r
                            where r.county = ${county} and r.home = h.id and r.fell_on is null
                            order by r.number desc limit 1), false)`
}
