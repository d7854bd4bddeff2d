import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import { rowsAboutHome } from '../../sources/public.ts'
import { visible } from './home-filter.ts'

/** What each comparison source in force says of a home, its numbers masked. */
export const homeSources = defineQuery({
  name: 'home.sources',
  input: z.object({ home: z.uuid() }),
  permission: 'source.every-kind',
  run: async (db, { home }, context) => {
    const { county, keys } = context
    const { rows } = await sql<{
      town: string
      village: string
      idNumberIndex: Buffer | null
      accountNumber: string | null
    }>`
      select h.town, h.village, h.id_number_index as "idNumberIndex", h.account_number as "accountNumber"
        from home h where h.county = ${county} and h.id = ${home} and ${visible(context)}`.execute(db)
    const [found] = rows
    if (!found) throw new NotFound()
    return rowsAboutHome(db, county, keys, found)
  },
})
