import { sql } from 'kysely'
import { defineAct } from '../../../kernel/act/define.ts'
import { WithdrawCode } from '../model.ts'
import { checkWithdrawal, mayWithdraw } from '../rules.ts'

/** Division codes come and go: this one is withdrawn from a day on, merged into another or into none. */
export const withdrawCode = defineAct({
  kind: 'village.withdraw-code',
  version: 1,
  input: WithdrawCode,
  permission: 'village.register',
  clauses: ['§3.1.3b'],
  evidence: ['document'],
  subject: { type: 'village', of: (input) => input.village },
  load: async (db, items, { county }) => {
    const { rows } = await sql<{
      id: string
      code: string
      validFrom: string
      validTo: string | null
      homes: number
    }>`
      select v.id, v.code, a.valid_from as "validFrom", a.valid_to as "validTo",
             (select count(*) from home h where h.county = ${county} and h.village = v.code and h.ended is null) as homes
        from village v join area a on a.county = ${county} and a.code = v.code
       where v.county = ${county} and v.id = any(${items.map(({ subject }) => subject)}::uuid[])`.execute(db)
    const wanted = items.flatMap(({ input }) => input?.into ?? [])
    const { rows: others } = await sql<{ code: string; validTo: string | null }>`
      select code, valid_to as "validTo" from area
       where county = ${county} and level = 'village' and code = any(${wanted}::text[])`.execute(db)
    return items.map(({ subject, input }) => {
      const found = rows.find(({ id }) => id === subject)
      const into = others.find(({ code }) => code === input?.into)
      return found && { ...found, into: into && { code: into.code, withdrawn: into.validTo !== null } }
    })
  },
  place: ({ code }) => ({ area: code }),
  may: mayWithdraw,
  check: (facts, { input }, { today }) => checkWithdrawal(facts, input, today),
  apply: async (tx, items, { county }) => {
    for (const { input, facts } of items) {
      const into = input.into ?? null
      await sql`update area set valid_to = ${input.withdrawnOn}::date, merged_into = ${into}
                 where county = ${county} and code = ${facts.code}`.execute(tx)
      // What was merged into this one before went on with it.
      await sql`update area set merged_into = ${into}
                 where county = ${county} and merged_into = ${facts.code}`.execute(tx)
    }
    return items.map(({ input, facts }) => ({ result: { code: facts.code, into: input.into ?? null } }))
  },
})
