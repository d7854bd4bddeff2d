import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery } from '../../../kernel/act/define.ts'
import { inScope } from '../../../kernel/identity/authority.ts'
import { contractsOf } from '../contracts.ts'

/**
 * Every version of a lot's contract with its bill of quantities, the one that counts first. The county's offices read all,
 * a contractor its own.
 */
const lotContracts = defineQuery({
  name: 'lot.contracts',
  input: z.object({ lot: z.uuid() }),
  permission: 'claim.read',
  run: async (db, { lot }, { county, scope }) => {
    const seen = await db
      .selectFrom('lot')
      .select('lot.id')
      .where('county', '=', county)
      .where('id', '=', lot)
      .where(inScope(scope, { organisations: [sql.ref('lot.contractor')] }))
      .executeTakeFirst()
    return { contracts: seen ? await contractsOf(db, county, lot) : [] }
  },
})

export const queries = [lotContracts] as const
