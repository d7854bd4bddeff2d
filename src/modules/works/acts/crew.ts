import { sql } from 'kysely'
import { defineAct } from '../../../kernel/act/define.ts'
import type { WriteDb } from '../../../kernel/database/database.ts'
import { NameCrew } from '../model.ts'
import { checkNamedCrew, mayNameCrew } from '../rules.ts'
import { loadInstalled } from './installed-facts.ts'

interface Named {
  id: string
  subject: string
  input: { workers?: readonly string[] | undefined }
}

/** Who fitted each home, as last said. */
export async function keepCrews(tx: WriteDb, county: number, items: readonly Named[]): Promise<void> {
  const named = items.flatMap(({ id, subject, input }) =>
    [...new Set(input.workers)].map((worker) => ({ county, home: subject, worker, act: id })),
  )
  if (named.length > 0) await tx.insertInto('installation_worker').values(named).execute()
}

/** 补登施工人员: who fitted a home, where the installation does not say so or says it wrongly (§3.2.3). */
export const nameCrew = defineAct({
  kind: 'home.name-crew',
  version: 1,
  input: NameCrew,
  permission: 'home.install',
  clauses: ['§3.2.3'],
  quiet: true,
  subject: { type: 'home', of: (input) => input.home },
  load: (db, items, { county }) =>
    loadInstalled(
      db,
      county,
      items.map((item) => ({ ...item, input: undefined })),
    ),
  place: ({ home }) => ({ organisations: [home.contractor] }),
  may: mayNameCrew,
  check: (facts, { input }) => checkNamedCrew(facts, input.workers),
  apply: async (tx, items, { county }) => {
    const homes = items.map(({ subject }) => subject)
    await sql`delete from installation_worker where county = ${county} and home = any(${homes}::uuid[])`.execute(
      tx,
    )
    await keepCrews(tx, county, items)
    return items.map(({ input }) => ({ result: { people: input.workers.length } }))
  },
})
