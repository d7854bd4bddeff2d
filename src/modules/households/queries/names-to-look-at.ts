import { sql } from 'kysely'
import type { QueryContext } from '../../../kernel/act/define.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { saidOfHomes } from '../../sources/public.ts'
import { type NameCheck, nameChecks } from '../rules/names.ts'

interface Row {
  id: string
  householder: string
  titleOwner: string | null
  accountHolder: string | null
  village: string
  idNumberIndex: Buffer | null
  accountNumber: string | null
  address: string
  facts: Record<string, { conflicting?: true } | boolean | string>
}

/** A name beside the householder's that somebody has to look at, and the fact that settles it. */
export type NameToLookAt = Pick<NameCheck, 'field' | 'fact' | 'other' | 'answer'>

/** Of homes that were found within one's scope: the names their last screening left to be looked at (§4.4). */
export async function namesToLookAt(
  db: ReadDb,
  { county }: QueryContext,
  homes: readonly string[],
): Promise<Map<string, NameToLookAt[]>> {
  const { rows } = await sql<Row>`
    select h.id, h.householder, h.title_owner as "titleOwner", h.account_holder as "accountHolder", h.village,
           h.id_number_index as "idNumberIndex", h.account_number as "accountNumber", h.address, s.facts
      from home h join screening s on s.county = ${county} and s.id = h.screening
     where h.county = ${county} and h.id = any(${[...homes]}::uuid[])`.execute(db)
  const said = await saidOfHomes(db, county, rows)
  return new Map(
    rows.map((row, at) => {
      const checks = nameChecks({ ...row, registeredHolder: said[at]?.grid?.account?.holder ?? null })
      const isOpen = (fact: string) => {
        const stored = row.facts[fact]
        return typeof stored === 'object' && stored.conflicting === true
      }
      return [
        row.id,
        checks
          .filter(({ fact, answer }) => isOpen(fact) && answer !== 'correct-record')
          .map(({ field, fact, other, answer }) => ({ field, fact, other, answer })),
      ]
    }),
  )
}
