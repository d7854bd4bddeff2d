import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { defineQuery, type EvidenceRef, type QueryContext } from '../../../kernel/act/define.ts'
import { measuredWorks, type Pack } from '../../../kernel/pack/pack.ts'
import type { Said } from '../../../kernel/words/words.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { Refusal } from '../../../kernel/act/refusal.ts'
import { openField } from '../../../kernel/cipher/fields.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { inScope } from '../../../kernel/identity/authority.ts'
import { findModels } from '../../suppliers/public.ts'
import { type HeldState, heldStates } from '../model.ts'

const pageSize = 50

/** Towns and villages see what is theirs, firms what they brought or what is about their homes. */
const visible = ({ scope }: QueryContext): RawBuilder<boolean> =>
  sql<boolean>`(${inScope(scope, {
    town: sql`(left(x.area, 9) || '000')`,
    village: sql.ref('x.area'),
  })} or x.organisations && ${[...scope.organisations]}::uuid[])`

interface Row {
  id: string
  kind: string
  number: number
  makerName: string | null
  organisationName: string | null
  subjectType: string
  subject: string
  subjectName: string | null
  areaName: string | null
  townName: string | null
  happenedAt: Date
  claimedAt: Date
  arrivedAt: Date
  state: HeldState
  photos: number
}

const columns = (county: number) => sql`
  x.id, x.kind, x.number, m.name as "makerName", o.name as "organisationName", x.subject_type as "subjectType",
  x.subject, coalesce(h.householder, v.name) as "subjectName", a.name as "areaName", t.name as "townName",
  x.happened_at as "happenedAt", x.claimed_at as "claimedAt", x.arrived_at as "arrivedAt", x.state,
  jsonb_array_length(x.evidence)::int as photos
  from held_act x
  left join account m on m.county = ${county} and m.id = x.maker
  left join organisation o on o.county = ${county} and o.id = m.organisation
  left join home h on h.county = ${county} and x.subject_type = 'home' and h.id = x.subject
  left join village v on v.county = ${county} and x.subject_type = 'village' and v.id = x.subject
  left join area a on a.county = ${county} and a.code = x.area
  left join area t on t.county = ${county} and t.code = left(x.area, 9) || '000' and t.code <> x.area`

const instants = <R extends Row>(row: R) => ({
  ...row,
  happenedAt: row.happenedAt.toISOString(),
  claimedAt: row.claimedAt.toISOString(),
  arrivedAt: row.arrivedAt.toISOString(),
})

/** What came without a signal and waits for a person, or was settled; the longest waiting first. */
const heldList = defineQuery({
  name: 'held.list',
  input: z.object({
    state: z.enum(heldStates).optional(),
    page: z.coerce.number().int().min(0).max(10_000).default(0),
  }),
  permission: 'held.read',
  run: async (db, { state, page }, context) => {
    const { county } = context
    const found = sql`x.county = ${county} and ${visible(context)}
      and (${state ?? null}::text is null or x.state = ${state ?? null})`
    const { rows } = await sql<Row>`
      select ${columns(county)} where ${found}
       order by (x.state <> 'held'), x.arrived_at, x.id limit ${pageSize} offset ${page * pageSize}`.execute(
      db,
    )
    const counted = await sql<{ total: number }>`
      select count(*)::int as total from held_act x where ${found}`.execute(db)
    return { total: counted.rows[0]?.total ?? 0, pageSize, rows: rows.map(instants) }
  },
})

/** A home's held acts, the newest first. */
const homeHeld = defineQuery({
  name: 'home.held',
  input: z.object({ home: z.uuid() }),
  permission: 'held.read',
  run: async (db, { home }, context) => {
    const { county } = context
    const { rows } = await sql<Row>`
      select ${columns(county)}
       where x.county = ${county} and x.subject_type = 'home' and x.subject = ${home} and ${visible(context)}
       order by x.arrived_at desc, x.id desc limit ${pageSize}`.execute(db)
    return rows.map(instants)
  },
})

interface WholeRow extends Row {
  /** Of a home; null of a village. */
  line: string | null
  areaKind: 'urban' | 'rural' | null
  seen: string | null
  version: number
  evidence: EvidenceRef[]
  input: Buffer
  reasons: Buffer
  answer: Buffer | null
  settledByName: string | null
  settledAt: Date | null
  handsetName: string | null
  maker: string
}

/** Both sides of one held act: what came, and what has been done there since its maker looked. */
const heldPage = defineQuery({
  name: 'held.page',
  input: z.object({ held: z.uuid() }),
  permission: 'held.read',
  run: async (db, { held }, context) => {
    const { county, keys, actor } = context
    const { rows } = await sql<WholeRow>`
      select x.seen, x.version, x.evidence, x.input, x.reasons, x.answer, x.maker, s.name as "settledByName",
             h.line, h.area_kind as "areaKind",
             x.settled_at as "settledAt", d.name as "handsetName", ${columns(county)}
        left join account s on s.county = ${county} and s.id = x.settled_by
        left join handset d on d.county = ${county} and d.id = x.handset
       where x.county = ${county} and x.id = ${held} and ${visible(context)}`.execute(db)
    const row = rows[0]
    if (!row) throw new NotFound()
    const open = (column: 'input' | 'reasons' | 'answer', sealed: Buffer) =>
      openField(keys, county, `held_act.${column}`, sealed)
    const { input, reasons, answer, settledAt, maker, line, areaKind, ...plain } = row
    const said = JSON.parse(open('input', input)) as unknown
    const since = await actsSince(db, county, row, said)
    return {
      ...instants(plain),
      isOwn: maker === actor.id,
      settledAt: settledAt?.toISOString() ?? null,
      input: said,
      models: await modelNames(db, county, [said, ...since.map(({ told }) => told)]),
      items: labelsIn(context.pack, line && areaKind ? { line, areaKind } : undefined),
      reasons: JSON.parse(open('reasons', reasons)) as Refusal[],
      answer: answer && open('answer', answer),
      since,
    }
  },
})

/** What the admitted models are called that an input names by their ids. */
async function modelNames(db: ReadDb, county: number, said: unknown): Promise<Record<string, string>> {
  const ids = [...JSON.stringify(said).matchAll(/"model":"([0-9a-f-]{36})"/g)].flatMap(([, id]) => id ?? [])
  const models = await findModels(db, county, ids)
  return Object.fromEntries([...models].map(([id, { maker, model }]) => [id, `${maker} ${model}`]))
}

/**
 * What the items of the home's checklists, its parts and the papers that are signed are called. Lists of different lines of
 * work call different things by the same id.
 */
function labelsIn(pack: Pack, home: Parameters<typeof measuredWorks>[1] | undefined): Record<string, Said> {
  const works = home && measuredWorks(pack, home)
  const lists = pack.checklists.filter(({ id, line }) => (works ? id === works.checklist : !line))
  return Object.fromEntries([
    ...lists.flatMap(({ items }) => items.map(({ id, label }) => [id, label] as const)),
    ...(works?.parts ?? []).map(({ id, label }) => [`part.${id}`, label] as const),
    ...pack.papers.map(({ id, title }) => [id, title] as const),
  ])
}

/** The acts on the subject that its maker had not seen, the newest first. */
async function actsSince(
  db: ReadDb,
  county: number,
  row: Pick<WholeRow, 'kind' | 'seen' | 'subject' | 'subjectType'>,
  said: unknown,
) {
  const { rows } = await sql<{
    id: string
    kind: string
    by: string | null
    recordedAt: Date
    digests: string[]
    text: string | null
  }>`
    select a.id, a.kind, p.name as by, a.recorded_at as "recordedAt",
           case when a.kind = ${row.kind} then a.text end as text,
           array(select encode(e.digest, 'hex') from act_evidence e
                  where e.county = ${county} and e.act = a.id order by e.digest) as digests
      from act_subject s
      join act a on a.county = ${county} and a.id = s.act
      left join account p on p.county = ${county} and p.id = a.actor
      left join act known on known.county = ${county} and known.id = ${row.seen}::uuid
     where s.county = ${county} and s.subject_type = ${row.subjectType} and s.subject = ${row.subject}
       and a.kind <> 'held.keep'
       and (known.id is null or a.recorded_at > known.recorded_at
            or (a.recorded_at = known.recorded_at and a.id > known.id and a.actor <> known.actor))
     order by a.recorded_at desc, a.id desc
     limit 30`.execute(db)
  return rows.map(({ recordedAt, text, ...act }) => ({
    ...act,
    recordedAt: recordedAt.toISOString(),
    /** Of an act of the same kind, what it said: the other side of a contradiction. Null of other kinds. */
    told:
      text === null ? null : inOrderOf(said, withoutDigests((JSON.parse(text) as { input: unknown }).input)),
  }))
}

/** What the log keeps of an input, without the digests that stand there for what is personal. */
function withoutDigests(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((one) => !isDigest(one)).map(withoutDigests)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => !isDigest(one))
      .map(([key, one]) => [key, withoutDigests(one)]),
  )
}

/** The log sorts fields by name: beside what arrived they stand in the order that has, so that an eye can compare. */
function inOrderOf(like: unknown, value: unknown): unknown {
  if (Array.isArray(value)) {
    const first: unknown = Array.isArray(like) ? like[0] : undefined
    return value.map((one) => inOrderOf(first, one))
  }
  if (typeof value !== 'object' || value === null) return value
  const fields = value as Record<string, unknown>
  const known = (typeof like === 'object' && like !== null ? like : {}) as Record<string, unknown>
  const names = [...Object.keys(known).filter((name) => name in fields), ...Object.keys(fields)]
  return Object.fromEntries([...new Set(names)].map((name) => [name, inOrderOf(known[name], fields[name])]))
}

const isDigest = (value: unknown): boolean => typeof value === 'string' && value.startsWith('hmac:')

/** One's own held acts, for the telephone to tell what became of them. */
const ownHeld = defineQuery({
  name: 'held.own',
  input: z.object({ ids: z.array(z.uuid()).max(500) }),
  permission: 'held.keep',
  run: async (db, { ids }, { county, actor, keys }) => {
    const rows = await db
      .selectFrom('held_act')
      .leftJoin('account as s', (join) =>
        join.onRef('s.county', '=', 'held_act.county').onRef('s.id', '=', 'held_act.settled_by'),
      )
      .select(['held_act.id', 'state', 'reasons', 'answer', 'settled_at', 's.name as settledByName'])
      .where('held_act.county', '=', county)
      .where('maker', '=', actor.id)
      .where('held_act.id', 'in', ids.length > 0 ? ids : [actor.id])
      .execute()
    return rows.map(({ reasons, answer, settled_at, ...row }) => ({
      ...row,
      settledAt: settled_at?.toISOString() ?? null,
      reasons: JSON.parse(openField(keys, county, 'held_act.reasons', reasons)) as Refusal[],
      answer: answer && openField(keys, county, 'held_act.answer', answer),
    }))
  },
})

const HandsetsAsked = z.object({ page: z.coerce.number().int().min(0).max(10_000).default(0) })

/** The telephones people work with, and which of them nothing is taken from any more. */
const handsetList = defineQuery({
  name: 'handset.list',
  input: HandsetsAsked,
  permission: 'handset.revoke',
  run: (db, { page }, { county }) => handsets(db, county, page),
})

/** One's own telephones. */
const ownHandsets = defineQuery({
  name: 'handset.own',
  input: HandsetsAsked,
  permission: 'handset.enrol',
  run: (db, { page }, { county, actor }) => handsets(db, county, page, actor.id),
})

async function handsets(db: ReadDb, county: number, page: number, account?: string) {
  const found = db
    .selectFrom('handset')
    .innerJoin('account', (join) =>
      join.onRef('account.county', '=', 'handset.county').onRef('account.id', '=', 'handset.account'),
    )
    .where('handset.county', '=', county)
    .$if(account !== undefined, (query) => query.where('handset.account', '=', account ?? ''))
  const { total } = await found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .select([
      'handset.id',
      'handset.name',
      'account.name as person',
      'enrolled_at',
      'last_contact_at',
      'revoked_at',
      'clock_ahead_ms as clockAheadMs',
    ])
    .orderBy('last_contact_at', 'desc')
    .orderBy('handset.id')
    .limit(pageSize)
    .offset(page * pageSize)
    .execute()
  return {
    total,
    pageSize,
    rows: rows.map(({ enrolled_at, last_contact_at, revoked_at, ...row }) => ({
      ...row,
      enrolledAt: enrolled_at.toISOString(),
      lastContactAt: last_contact_at.toISOString(),
      revokedAt: revoked_at?.toISOString() ?? null,
    })),
  }
}

export const heldQueries = [heldList, homeHeld, heldPage, ownHeld, handsetList, ownHandsets] as const
