import { sql } from 'kysely'
import type { QueryContext } from '../../kernel/act/define.ts'
import { openField } from '../../kernel/cipher/fields.ts'
import type { ReadDb } from '../../kernel/database/database.ts'
import type { Day } from '../../kernel/dates/day.ts'
import type { SigningWay } from './model/papers.ts'
import { papersFor, shownPaper } from './rules/paper-text.ts'

/** The label under which the first witnesses were sealed; another would not open them. */
export const witnessColumn = 'commitment.witness'

interface Row {
  paper: string
  signedOn: Day
  how: SigningWay
  signature: string
  text: string
  witness: Buffer | null
  witnessSignature: string | null
  contractorName: string | null
  takenBy: string | null
}

/** What a home signs by the pack, each with when, how and before whom it was signed. */
export async function papersOfHome(
  db: ReadDb,
  { county, keys, pack }: Pick<QueryContext, 'county' | 'keys' | 'pack'>,
  home: string,
) {
  const { rows: homes } = await sql<{ line: string; areaKind: 'urban' | 'rural' }>`
    select line, area_kind as "areaKind" from home where county = ${county} and id = ${home}`.execute(db)
  const { rows } = await sql<Row>`
    select s.paper, s.signed_on as "signedOn", s.how, encode(s.signature, 'hex') as signature,
           encode(s.text_digest, 'hex') as text, s.witness,
           encode(s.witness_signature, 'hex') as "witnessSignature", o.name as "contractorName", a.name as "takenBy"
      from signed_paper s
      left join account a on a.county = ${county} and a.id = s.taken_by
      left join organisation o on o.county = ${county} and o.id = s.contractor
     where s.county = ${county} and s.home = ${home}`.execute(db)
  return homes
    .flatMap((of) => papersFor(pack, of))
    .map((paper) => {
      const shown = shownPaper(paper)
      const row = rows.find((each) => each.paper === paper.id)
      if (!row) return { ...shown, signed: null }
      const { text, witness, takenBy, how, paper: _, ...rest } = row
      const signed = {
        ...rest,
        how,
        witness: witness && openField(keys, county, witnessColumn, witness),
        takenBy: how === 'own' ? null : takenBy,
        isTextInForce: text === shown.digest,
      }
      return { ...shown, signed }
    })
}
