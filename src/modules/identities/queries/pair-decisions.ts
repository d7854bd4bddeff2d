import { sql } from 'kysely'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import type { Pack } from '../../../kernel/pack/pack.ts'
import type { Said } from '../../../kernel/words/words.ts'
import { paperToBring } from '../../households/public.ts'
import type { PairAnswer } from '../model.ts'

interface Decision {
  id: string
  answer: PairAnswer
  reason: string
  decidedOn: Day
  papersBy: Day | null
  /** Which are needed. */
  papers: Said[]
  decidedBy: string
  act: string
  /** In force: the newest, and neither record says anything else by now. */
  holds: boolean
}

/** What was decided of two records, the newest first, `decision` being the one in force. */
export async function loadDecisions(
  db: ReadDb,
  { county, pack }: { county: number; pack: Pack },
  { first, second, decision }: { first: string; second: string; decision: string | null },
): Promise<Decision[]> {
  const { rows } = await sql<Omit<Decision, 'papers'> & { papers: string[] }>`
    select d.id, d.answer, d.reason, d.decided_on as "decidedOn", d.papers_by as "papersBy", d.papers, coalesce(a.name, '') as "decidedBy", d.act,
           coalesce(d.id = ${decision}::uuid, false) as holds
      from match_decision d
      left join account a on a.county = ${county} and a.id = d.decided_by
     where d.county = ${county} and d.first = ${first} and d.second = ${second} order by d.id desc`.execute(
    db,
  )
  // A paper the policy knows no more keeps the name it was asked for by.
  return rows.map((row) => ({
    ...row,
    papers: row.papers.map((id) => paperToBring(pack, id) ?? { zh: id, en: id }),
  }))
}
