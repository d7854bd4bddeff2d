import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import { openField } from '../../../kernel/cipher/fields.ts'
import { inScope, type Scope } from '../../../kernel/identity/authority.ts'
import { type DoubtKind, doubtKinds, type DoubtState, doubtStates } from '../model.ts'
import { kindsOfWeight, weightOf } from '../rules/doubts.ts'
import { doubtsWithin } from '../doubts-within.ts'
import { actsTold } from './circumstances.ts'

const pageSize = 50

/** The doubts of one kind about one home in one state: a visit of twenty photographs is one line. */
interface Group {
  /** The first of them. */
  id: string
  kind: DoubtKind
  state: DoubtState
  home: string
  sequence: number
  householder: string
  villageName: string
  townName: string
  doubts: number
  aboutKinds: string[]
  makers: string[]
  organisations: string[]
  raisedAt: Date
}

interface Row {
  id: string
  kind: DoubtKind
  state: DoubtState
  home: string
  sequence: number
  householder: string
  villageName: string
  townName: string
  aboutKind: string
  makerName: string | null
  organisationName: string | null
  measures: Record<string, number | string>
  raisedAt: Date
}

const from = (county: number) => sql`
  doubt d
  join home h on h.county = ${county} and h.id = d.home
  join area v on v.county = ${county} and v.code = h.village
  join area t on t.county = ${county} and t.code = h.town
  join act a on a.county = ${county} and a.id = d.about
  left join account m on m.county = ${county} and m.id = d.maker
  left join organisation o on o.county = ${county} and o.id = m.organisation`

const columns = sql`
  d.id, d.kind, d.state, d.home, h.sequence, h.householder, v.name as "villageName", t.name as "townName",
  a.kind as "aboutKind", m.name as "makerName", o.name as "organisationName", d.measures, d.raised_at as "raisedAt"`

/** Doubts the pack wants looked at, by home and kind, those that stop a payment first; settled ones after them. */
const doubtList = defineQuery({
  name: 'doubt.list',
  input: z.object({
    state: z.enum(doubtStates).optional(),
    kind: z.enum(doubtKinds).optional(),
    page: z.coerce.number().int().min(0).max(10_000).default(0),
  }),
  permission: 'doubt.read',
  run: async (db, { state, kind, page }, context) => {
    const { county, pack, today, scope } = context
    const found = sql`d.county = ${county} and ${doubtsWithin(context, scope)}
      and (${state ?? null}::text is null or d.state = ${state ?? null})
      and (${kind ?? null}::text is null or d.kind = ${kind ?? null})`
    const blocking = kindsOfWeight(pack, today, 'block')
    const { rows } = await sql<Group>`
      select (array_agg(d.id order by d.raised_at, d.id))[1] as id, d.kind, d.state, d.home, h.sequence, h.householder,
             v.name as "villageName", t.name as "townName", count(*)::int as doubts,
             array_agg(distinct a.kind) as "aboutKinds",
             array_remove(array_agg(distinct m.name), null) as makers,
             array_remove(array_agg(distinct o.name), null) as organisations, max(d.raised_at) as "raisedAt"
        from ${from(county)} where ${found}
       group by d.home, d.kind, d.state, h.sequence, h.householder, v.name, t.name
       order by d.state <> 'open', d.kind <> all(${blocking}::text[]), max(d.raised_at) desc, d.home
       limit ${pageSize} offset ${page * pageSize}`.execute(db)
    const counted = await sql<{ total: number }>`
      select count(distinct (d.home, d.kind, d.state))::int as total
        from doubt d join home h on h.county = ${county} and h.id = d.home
       where ${found}`.execute(db)
    return {
      total: counted.rows[0]?.total ?? 0,
      pageSize,
      rows: rows.map((row) => ({
        ...row,
        raisedAt: row.raisedAt.toISOString(),
        weight: weightOf(pack, row.kind, today),
      })),
    }
  },
})

interface WholeRow extends Row {
  about: string
  digest: string
  otherAct: string | null
  otherHome: string | null
  otherDigest: string | null
  otherName: string | null
  otherVillage: string | null
  otherSeen: boolean
  settledByName: string | null
  settledAt: Date | null
  reason: Buffer | null
}

const atHome = (scope: Scope, home: string): RawBuilder<boolean> =>
  inScope(scope, { town: sql.ref(`${home}.town`), village: sql.ref(`${home}.village`) })

/** Both sides of a doubt: the act it is about, and the other one it is compared with, with their photographs. */
const doubtPage = defineQuery({
  name: 'doubt.page',
  input: z.object({ doubt: z.uuid() }),
  permission: 'doubt.read',
  run: async (db, { doubt }, context: QueryContext) => {
    const { county, keys, pack, today, scope } = context
    const { rows } = await sql<WholeRow>`
      select ${columns}, d.about, d.digest, d.other_act as "otherAct", d.other_home as "otherHome",
             d.other_digest as "otherDigest", oh.householder as "otherName", ov.name as "otherVillage",
             (oh.id is not null and ${atHome(scope, 'oh')}) as "otherSeen", s.name as "settledByName",
             d.settled_at as "settledAt", d.reason
        from ${from(county)}
        left join home oh on oh.county = ${county} and oh.id = d.other_home
        left join area ov on ov.county = ${county} and ov.code = oh.village
        left join account s on s.county = ${county} and s.id = d.settled_by
       where d.county = ${county} and d.id = ${doubt} and ${atHome(scope, 'h')}`.execute(db)
    const [row] = rows
    if (!row) throw new NotFound()
    const { reason, otherSeen, otherName, otherVillage, otherAct, otherHome, otherDigest, ...plain } = row
    const told = await actsTold(db, county, {
      acts: [plain.about, ...(otherSeen && otherAct ? [otherAct] : [])],
    })
    // Those of the same kind at the same home, seen by whoever sees this one.
    const { rows: group } = await sql<{ id: string; digest: string; state: DoubtState }>`
      select d.id, d.digest, d.state from doubt d join home h on h.county = ${county} and h.id = d.home
       where d.county = ${county} and d.home = ${plain.home} and d.kind = ${plain.kind}
         and ${doubtsWithin(context, scope)}
       order by d.state <> 'open', d.raised_at, d.id limit 200`.execute(db)
    const one = (act: string, home: string) => told.find((each) => each.act === act && each.home === home)
    return {
      ...plain,
      raisedAt: plain.raisedAt.toISOString(),
      settledAt: plain.settledAt?.toISOString() ?? null,
      reason: reason && openField(keys, county, 'doubt.reason', reason),
      weight: weightOf(pack, plain.kind, today),
      group,
      side: one(plain.about, plain.home) ?? null,
      /** Of another town it is the county's alone to see. */
      other:
        otherHome === null
          ? null
          : otherSeen && otherAct
            ? {
                home: otherHome,
                householder: otherName,
                villageName: otherVillage,
                digest: otherDigest,
                act: one(otherAct, otherHome) ?? null,
              }
            : ('elsewhere' as const),
    }
  },
})

export const doubtQueries = [doubtList, doubtPage] as const
