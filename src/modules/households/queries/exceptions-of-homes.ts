import { sql } from 'kysely'
import type { QueryContext } from '../../../kernel/act/define.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { covers } from '../../../kernel/identity/authority.ts'
import type { Said } from '../../../kernel/words/words.ts'
import { loadHomesToSettle } from '../acts/home-facts.ts'
import { homePlace } from '../public.ts'
import type { ExceptionState } from '../model/register.ts'
import { exceptionLabel } from '../rules/facts.ts'
import {
  checkDecidingException,
  mayAskException,
  mayDecideException,
  openExceptions,
} from '../rules/settling.ts'

interface Asked {
  home: string
  id: string
  fact: string
  state: ExceptionState
  reason: string
  askedOn: Day
  askedBy: string | null
  answer: string | null
  decidedOn: Day | null
  decidedBy: string | null
  endedOn: Day | null
  endedBy: string | null
  endReason: string | null
  /** What it was asked with, and what it was granted upon. */
  papers: { of: 'asked' | 'granted'; digest: string; mediaType: string }[]
}

export interface ExceptionsOfHome {
  /** `mayDecide` by whoever looks, who is not the one who asked. */
  requests: (Asked & { label: Said; mayDecide: boolean })[]
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
  const { county, pack, today, actor } = context
  const { rows } = await sql<Asked>`
    select e.home, e.id, e.fact, e.state, e.reason, e.asked_on as "askedOn", p.name as "askedBy",
           e.answer, e.decided_on as "decidedOn", d.name as "decidedBy", e.ended_on as "endedOn", n.name as "endedBy",
           e.end_reason as "endReason",
           coalesce((select json_agg(json_build_object('of', f.of, 'digest', f.digest, 'mediaType', f.media_type)
                                     order by f.of, f.act, f.digest)
                       from (select case when a.id = e.act then 'asked' else 'granted' end as of, a.id as act,
                                    encode(v.digest, 'hex') as digest, x.media_type
                               from act_subject s
                               join act a on a.county = ${county} and a.id = s.act
                                and (a.id = e.act or a.kind = 'home.grant-exception'
                                     and a.text::jsonb #>> '{input,request}' = e.id::text)
                               join act_evidence v on v.county = ${county} and v.act = a.id
                               join evidence_file x on x.county = ${county} and x.digest = v.digest
                              where s.county = ${county} and s.subject_type = 'home' and s.subject = e.home) f),
                    '[]') as papers
      from exception_request e
      left join account p on p.county = ${county} and p.id = e.asked_by
      left join account d on d.county = ${county} and d.id = e.decided_by
      left join account n on n.county = ${county} and n.id = e.ended_by
     where e.county = ${county} and e.home = any(${[...homes]}::uuid[]) order by e.id desc`.execute(db)
  const settled = await loadHomesToSettle(db, context, homes)
  const label = (fact: string) => exceptionLabel(pack, fact)
  return new Map(
    [...settled.values()].map((home) => {
      const requests = rows.filter((row) => row.home === home.id)
      const waits = (fact: string) => requests.some((one) => one.fact === fact && one.state === 'asked')
      const decides =
        covers(context.scopeFor('home.grant-exception'), homePlace(home)) &&
        mayDecideException(home).length === 0
      const mayDecide = (id: string) =>
        decides &&
        checkDecidingException(
          home.requests.find((one) => one.id === id),
          actor.id,
        ).length === 0
      const mayBe = mayAskException(home, pack, today).length === 0
      return [
        home.id,
        {
          requests: requests.map((one) => ({ ...one, label: label(one.fact), mayDecide: mayDecide(one.id) })),
          open: (mayBe ? openExceptions(home, pack, today) : [])
            .filter((fact) => !waits(fact))
            .map((fact) => ({ fact, label: label(fact) })),
          mayAsk: covers(context.scopeFor('home.ask-exception'), homePlace(home)),
        },
      ]
    }),
  )
}
