import { sql } from 'kysely'
import type { QueryContext } from '../../../kernel/act/define.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { covers } from '../../../kernel/identity/authority.ts'
import type { Said } from '../../../kernel/words/words.ts'
import { loadHomesToSettle } from '../acts/home-facts.ts'
import { homePlace } from '../public.ts'
import { exceptionLabel } from '../rules/facts.ts'
import { mayAskException, openExceptions } from '../rules/settling.ts'

interface Asked {
  home: string
  id: string
  fact: string
  state: 'asked' | 'granted' | 'declined'
  reason: string
  askedOn: Day
  askedBy: string | null
}

export interface ExceptionsOfHome {
  requests: (Asked & { label: Said })[]
  /** What may be asked for now, and whether by whoever looks. */
  open: { fact: string; label: Said }[]
  mayAsk: boolean
}

/** What was asked for of homes under §4.4 in principle, and what may be, by home. */
export async function exceptionsOfHomes(
  db: ReadDb,
  context: QueryContext,
  homes: readonly string[],
): Promise<Map<string, ExceptionsOfHome>> {
  const { county, pack, today } = context
  const { rows } = await sql<Asked>`
    select e.home, e.id, e.fact, e.state, e.reason, e.asked_on as "askedOn", p.name as "askedBy"
      from exception_request e left join account p on p.county = ${county} and p.id = e.asked_by
     where e.county = ${county} and e.home = any(${[...homes]}::uuid[]) order by e.id desc`.execute(db)
  const settled = await loadHomesToSettle(db, county, homes)
  const label = (fact: string) => exceptionLabel(pack, fact)
  return new Map(
    [...settled.values()].map((home) => {
      const requests = rows.filter((row) => row.home === home.id)
      const waits = (fact: string) => requests.some((one) => one.fact === fact && one.state === 'asked')
      const mayBe = mayAskException(home, pack, today).length === 0
      return [
        home.id,
        {
          requests: requests.map((one) => ({ ...one, label: label(one.fact) })),
          open: (mayBe ? openExceptions(home, pack, today) : [])
            .filter((fact) => !waits(fact))
            .map((fact) => ({ fact, label: label(fact) })),
          mayAsk: covers(context.scopeFor('home.ask-exception'), homePlace(home)),
        },
      ]
    }),
  )
}
