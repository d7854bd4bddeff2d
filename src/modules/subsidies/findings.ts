import { sql } from 'kysely'
import type { ReadDb } from '../../kernel/database/database.ts'
import type { Day } from '../../kernel/dates/day.ts'
import { findHomes, type HomeState } from '../households/public.ts'
import type { findingStates } from './model.ts'

export const findingColumn = 'coal_finding.decision'
export const hearingColumn = 'coal_hearing.statement'

/** A finding of coal as its rules see it. */
export interface FindingState {
  id: string
  at: HomeState
  state: (typeof findingStates)[number]
  foundOn: Day
  foundBy: string
  /** The last day to state one's case; null of findings from before hearings were kept. */
  hearUntil: Day | null
  heardBy: string[]
}

/** Findings by id; what is not there is left out. */
export async function loadFindings(
  db: ReadDb,
  county: number,
  ids: readonly string[],
): Promise<Map<string, FindingState>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Omit<FindingState, 'at'> & { home: string }>`
    select f.id, f.home, f.state, f.found_on as "foundOn", f.found_by as "foundBy", f.hear_until as "hearUntil",
           array(select h.heard_by from coal_hearing h where h.county = ${county} and h.finding = f.id) as "heardBy"
      from coal_finding f where f.county = ${county} and f.id = any(${[...ids]}::uuid[])`.execute(db)
  const homes = await findHomes(
    db,
    county,
    rows.map(({ home }) => home),
  )
  return new Map(
    rows.flatMap(({ home, ...row }) => {
      const at = homes.get(home)
      return at ? [[row.id, { ...row, at }] as const] : []
    }),
  )
}
