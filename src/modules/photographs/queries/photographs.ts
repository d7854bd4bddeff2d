import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import { inScope } from '../../../kernel/identity/authority.ts'
import { actsTold, doubtsTold } from './circumstances.ts'

/** A home's photographs by the acts that cite them, each with how it came about, and the doubts about them. */
const homePhotographs = defineQuery({
  name: 'home.photographs',
  input: z.object({ home: z.uuid() }),
  permission: 'register.read',
  run: async (db, { home }, { county, scope, scopeFor }) => {
    const seen = inScope(scope, {
      town: sql.ref('h.town'),
      village: sql.ref('h.village'),
      organisations: [sql.ref('h.contractor'), sql.ref('h.supervisor')],
      home: sql.ref('h.id'),
    })
    const mayDoubts = inScope(scopeFor('doubt.read'), {
      town: sql.ref('h.town'),
      village: sql.ref('h.village'),
    })
    const { rows } = await sql<{ doubts: boolean }>`
      select ${mayDoubts} as doubts from home h
       where h.county = ${county} and h.id = ${home} and ${seen}`.execute(db)
    const [found] = rows
    if (!found) throw new NotFound()
    return {
      acts: await actsTold(db, county, { home }),
      // Who is doubted is not told before it is settled.
      doubts: found.doubts ? await doubtsTold(db, county, home) : [],
    }
  },
})

export const photographQueries = [homePhotographs] as const
