import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import { type Decision, decide } from '../../../kernel/pack/decide.ts'
import type { Pack } from '../../../kernel/pack/pack.ts'
import { factsFromStored } from '../rules/facts.ts'
import type { NameCheck } from '../rules/names.ts'
import { isComparable } from '../rules/title.ts'
import { sayLook } from '../words/names.ts'
import { accountMayBeMistyped, sayTitleTooShort } from '../words/row-problems.ts'
import { visible } from './home-filter.ts'
import { settledDays } from './own-decision.ts'
import { namesOfHome } from './names-of-home.ts'

interface Row {
  id: string
  group: string
  decidedOn: string
  pack: string
  facts: unknown
  act: string
  current: boolean
  titleNumber: string | null
  householder: string
  titleOwner: string | null
  accountHolder: string | null
  village: string
  idNumberIndex: Buffer | null
  accountNumber: string | null
  address: string
  appliedOn: string
}

/**
 * The newest or a named screening of a home, decided again from its stored facts by the pack it was decided by; no business
 * of those who build.
 */
export const homeDecision = defineQuery({
  name: 'home.decision',
  input: z.object({ home: z.uuid(), screening: z.uuid().optional() }),
  permission: 'selection.read',
  run: async (db, { home, screening }, context) => {
    const { county } = context
    const { rows } = await sql<Row>`
      select s.id, s.rule_group as "group", s.decided_on as "decidedOn", s.pack, s.facts, s.act,
             s.id = h.screening as current, h.title_number as "titleNumber",
             h.householder, h.title_owner as "titleOwner", h.account_holder as "accountHolder", h.village,
             h.id_number_index as "idNumberIndex", h.account_number as "accountNumber", h.address,
             h.applied_on as "appliedOn"
        from home h join screening s on s.county = ${county} and s.home = h.id
       where h.county = ${county} and h.id = ${home} and ${visible(context)}
         and s.id = ${screening ?? sql`h.screening`}`.execute(db)
    const [row] = rows
    if (!row) {
      const known =
        await sql`select 1 from home h where h.county = ${county} and h.id = ${home} and ${visible(context)}`.execute(
          db,
        )
      if (known.rows.length === 0 || screening) throw new NotFound()
      return null
    }
    const pack = await context.packByDigest(row.pack)
    const decision = decide(pack, row.group, factsFromStored(row.facts), row.decidedOn)
    return {
      screening: row.id,
      act: row.act,
      current: row.current,
      decision: row.current
        ? { ...decision, missing: missingOf(decision, row, await namesOfHome(db, county, row)) }
        : decision,
      terms: {
        ...termsOf(pack, decision),
        days: {
          application: row.appliedOn,
          decision: row.decidedOn,
          settled: row.current ? Object.fromEntries(await settledDays(db, county, home)) : {},
        },
      },
      history: await historyOf(home),
    }

    async function historyOf(id: string) {
      const { rows: earlier } = await sql<{
        screening: string
        answer: Decision['answer']
        day: string
        pack: string
      }>`
        select id as screening, answer, decided_on as day, pack from screening
         where county = ${county} and home = ${id} order by id desc limit 100`.execute(db)
      return earlier
    }
  },
})

/** A number that is entered but too short must not read as one left out, nor names that are near as none. */
function missingOf(
  { missing }: Decision,
  { titleNumber }: Row,
  names: readonly NameCheck[],
): Decision['missing'] {
  const checks = names.filter(({ answer }) => answer === 'look')
  return missing.map((one) => {
    if (one.fact === 'duplicate.title' && titleNumber !== null && !isComparable(titleNumber))
      return { ...one, remedy: sayTitleTooShort(titleNumber) }
    if (one.fact === 'account.inGridRegister' && one.why === 'conflicting')
      return { ...one, remedy: accountMayBeMistyped }
    const check = checks.find(({ fact }) => fact === one.fact)
    return check ? { ...one, remedy: sayLook(check) } : one
  })
}

/** The deciding pack's own words for what the decision speaks of. */
export function termsOf(pack: Pack, { rules, facts, parameters, missing }: Decision) {
  const only = <T>(all: Readonly<Record<string, T>>, names: readonly string[]): Record<string, T> =>
    Object.fromEntries(
      names.flatMap((name) => {
        const found = all[name]
        return found === undefined ? [] : [[name, found]]
      }),
    )
  return {
    facts: only(pack.facts, Object.keys(facts)),
    evidence: only(
      pack.evidence,
      missing.flatMap(({ evidence }) => evidence),
    ),
    rules: pack.rules.filter(({ id }) => rules.some(({ rule }) => rule === id)),
    parameters: only(
      pack.parameters,
      parameters.map(({ name }) => name),
    ),
  }
}
