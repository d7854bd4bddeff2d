import { sql } from 'kysely'
import { type ActContext, defineAct, type Effect } from '../../../kernel/act/define.ts'
import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
import type { ReadDb, WriteDb } from '../../../kernel/database/database.ts'
import type { Actor, Place } from '../../../kernel/identity/authority.ts'
import { countyArea } from '../../organisations/public.ts'
import { EnrolHandset, RevokeHandset } from '../model.ts'

/** Where a person works: what is their own affair is theirs there. */
function ownPlace({ grants }: Actor): Place {
  const area = grants.find((grant) => grant.area)?.area
  return {
    ...(area && { area }),
    organisations: grants.flatMap(({ organisation }) => organisation ?? []),
  }
}

/** A telephone takes homes along for one person, from its first sign-in on. */
export const enrolHandset = defineAct({
  kind: 'handset.enrol',
  version: 1,
  input: EnrolHandset,
  permission: 'handset.enrol',
  clauses: ['§3.3.4'],
  subject: { type: 'handset', of: (input) => input.handset },
  load: async (db, items, { county, actor }) => {
    const rows = await db
      .selectFrom('handset')
      .select(['id', 'account', 'emptied_at', 'revoked_at'])
      .where('county', '=', county)
      .where(
        'id',
        'in',
        items.flatMap(({ subject, input }) => [subject, ...(input?.after ? [input.after] : [])]),
      )
      .execute()
    const there = new Map(rows.map((row) => [row.id, row]))
    return items.map(({ subject, input }) => {
      const before = input?.after === undefined ? undefined : there.get(input.after)
      const isFound = before !== undefined && before.account === actor.id && before.revoked_at !== null
      return {
        account: there.get(subject)?.account,
        place: ownPlace(actor),
        emptiedAt: isFound ? before.emptied_at : undefined,
      }
    })
  },
  place: ({ place }) => place,
  may: ({ account }) => (account === undefined ? [] : [refuse('handset.enrolled-already', ['§3.3.4'])]),
  apply: async (tx, items, { county, actor, now }) => {
    await tx
      .insertInto('handset')
      .values(
        items.map(({ id, input, facts }) => ({
          county,
          id: input.handset,
          account: actor.id,
          name: input.name,
          enrolled_at: now,
          last_contact_at: now,
          emptied_at: facts.emptiedAt ?? now,
          act: id,
        })),
      )
      .execute()
    return items.map(() => ({}))
  },
})

/** A lost telephone, given up by the administrator. */
export const revokeHandset = defineAct({
  kind: 'handset.revoke',
  version: 1,
  input: RevokeHandset,
  permission: 'handset.revoke',
  clauses: ['§5.2'],
  subject: { type: 'handset', of: (input) => input.handset },
  load: async (db, items, { county }) => {
    const area = await countyArea(db, county)
    const found = await loadHandsets(db, county, items)
    return items.map(({ subject }) => {
      const handset = found.get(subject)
      return handset && { ...handset, place: { area } }
    })
  },
  place: ({ place }) => place,
  may: mayGiveUp,
  apply: giveUp,
})

/** Its owner noticed the loss first, and need not wait for the administrator. */
export const reportLostHandset = defineAct({
  kind: 'handset.report-lost',
  version: 1,
  input: RevokeHandset,
  permission: 'handset.enrol',
  clauses: ['§5.2'],
  subject: { type: 'handset', of: (input) => input.handset },
  load: async (db, items, { county, actor }) => {
    const found = await loadHandsets(db, county, items)
    return items.map(({ subject }) => {
      const handset = found.get(subject)
      return handset?.account === actor.id ? { ...handset, place: ownPlace(actor) } : undefined
    })
  },
  place: ({ place }) => place,
  may: mayGiveUp,
  apply: giveUp,
})

interface StoredHandset {
  account: string
  revoked: boolean
}

async function loadHandsets(
  db: ReadDb,
  county: number,
  items: readonly { subject: string }[],
): Promise<Map<string, StoredHandset>> {
  const rows = await db
    .selectFrom('handset')
    .select(['id', 'account', 'revoked_at'])
    .where('county', '=', county)
    .where(
      'id',
      'in',
      items.map((item) => item.subject),
    )
    .execute()
  return new Map(rows.map(({ id, account, revoked_at }) => [id, { account, revoked: revoked_at !== null }]))
}

function mayGiveUp({ revoked }: StoredHandset): Refusal[] {
  return revoked ? [refuse('handset.revoked-already', ['§5.2'])] : []
}

/** Its sessions end at once, and nothing more is taken from it. */
async function giveUp(
  tx: WriteDb,
  items: readonly { id: string; subject: string }[],
  { county, now }: ActContext,
): Promise<Effect[]> {
  const handsets = items.map((item) => item.subject)
  await sql`
    update handset set revoked_at = ${now}, revoke_act = r.act
      from unnest(${handsets}::uuid[], ${items.map((item) => item.id)}::uuid[]) as r (id, act)
     where handset.county = ${county} and handset.id = r.id`.execute(tx)
  await tx.deleteFrom('session').where('county', '=', county).where('handset', 'in', handsets).execute()
  return items.map(() => ({}))
}
