import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import { openedBy } from '../../../kernel/act/opened-by.ts'
import { fieldsOfRow } from '../acts/home-facts.ts'
import { revealableFields } from '../model/fields.ts'
import { visible } from './home-filter.ts'

const Said = z.object({ home: z.uuid(), field: z.enum(revealableFields) })

/** The value a `home.reveal` act was about, for the person who performed it and for a few minutes. */
export const homeRevealed = defineQuery({
  name: 'home.revealed',
  input: z.object({ act: z.uuid() }),
  permission: 'personal.reveal',
  run: async (db, { act }, context) => {
    const { county, keys } = context
    const { home, field } = Said.parse(await openedBy(db, context, 'home.reveal', act))
    const { rows } = await sql<Record<string, unknown>>`
      select h.* from home h where h.county = ${county} and h.id = ${home} and ${visible(context)}`.execute(
      db,
    )
    const [found] = rows
    if (!found) throw new NotFound()
    return { field, value: fieldsOfRow(found, keys, county)[field] ?? null }
  },
})
