import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { Refusal } from '../../../kernel/act/refusal.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { openField } from '../../../kernel/cipher/fields.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { standsAgainstAsked } from '../acts/change-decide.ts'
import { type HomeOfChange, loadChanges, loadHomesToChange, type StoredChange } from '../acts/change-facts.ts'
import { decide } from '../../../kernel/pack/decide.ts'
import { idNumberIndex } from '../acts/field-columns.ts'
import { judgeAsRewritten } from '../acts/screen-homes.ts'
import { factsFromStored } from '../rules/facts.ts'
import { termsOf as decisionTerms } from './home-decision.ts'
import { covers } from '../../../kernel/identity/authority.ts'
import { type ChangeState, ForeseeChange, ListChanges } from '../model/change.ts'
import type { HomeField, HomeFields } from '../model/fields.ts'
import type { HomeChanges } from '../model/register.ts'
import { changedFields, corrected, normalised } from '../rules/application.ts'
import { homePlace } from '../public.ts'
import { consequencesOf, kindsFor, mayAskChange, mayUndoChange, roomFor, termsOf } from '../rules/change.ts'
import { isWaitingHome } from '../locked.ts'
import { waitingPlaceOf } from './own-standing.ts'
import { familiesOf } from '../../sources/public.ts'
import { changesWhere, groupCondition, listedChanges } from './change-rows.ts'
import { visible } from './home-filter.ts'
import { correctedValue, maskedFields } from './home-page.ts'

export const changeList = defineQuery({
  name: 'change.list',
  input: ListChanges,
  permission: 'register.read',
  run: async (db, { page, pageSize, ...filter }, context) => {
    const where = changesWhere(filter, context)
    const rows = await listedChanges(db, context, where, pageSize, page * pageSize)
    const counted = await sql<{ total: number }>`
      select count(*) as total from home_change c join home h on h.county = ${context.county} and h.id = c.home
       where ${where}`.execute(db)
    return { rows, total: counted.rows[0]?.total ?? 0, pageSize }
  },
})

/** One request with what it would change, its papers, and what its approval brings about. */
export const changePage = defineQuery({
  name: 'change.page',
  input: z.object({ change: z.uuid() }),
  permission: 'register.read',
  run: async (db, { change: id }, context) => {
    const change = await changeInFull(db, id, context)
    return {
      ...change,
      outlook: change.mayReadWhy ? await outlookOf(db, id, context) : null,
      against: change.mayReadWhy ? await standsAgainstAsked(db, id, context) : [],
    }
  },
})

/** The same while a request is still being written, for whoever may ask for it; nothing is kept. */
export const changeOutlook = defineQuery({
  name: 'change.outlook',
  input: ForeseeChange,
  permission: 'change.ask',
  run: async (db, { home, kind, changes }, context) => {
    const about = (await loadHomesToChange(db, context, [home])).get(home)
    if (!about || !covers(context.scope, homePlace(about))) throw new NotFound()
    return rewrittenOutlook(db, context, about, kind, changes)
  },
})

/** What screening will say of a home that a request would rewrite, with the same rules; null for any other request. */
async function outlookOf(db: ReadDb, id: string, context: QueryContext) {
  const { county, keys } = context
  const change = (await loadChanges(db, county, keys, [id])).get(id)
  if (change?.state !== 'asked' || !change.changes) return null
  const about = (await loadHomesToChange(db, context, [change.home])).get(change.home)
  return about ? rewrittenOutlook(db, context, about, change.kind, change.changes) : null
}

async function rewrittenOutlook(
  db: ReadDb,
  context: QueryContext,
  about: HomeOfChange,
  kind: StoredChange['kind'] | undefined,
  changes: HomeChanges,
) {
  const { county, keys, pack, today } = context
  const { fields: after, refusals } = normalised(corrected(about.fields, changes), today)
  const judged = await judgeAsRewritten(db, context, {
    home: about.id,
    after,
    changed: changedFields(about.fields, after),
  })
  if (!judged) return null
  const decision = decide(pack, judged.group, factsFromStored(JSON.parse(judged.facts)), today)
  return {
    /** New values that are none: the request would be refused for them. */
    wrong: refusals.flatMap(({ facts: { field, why, whyEn } }) =>
      Object.hasOwn(changes, String(field))
        ? [{ field: field as HomeField, why: { zh: String(why), en: String(whyEn) } }]
        : [],
    ),
    successor:
      kind === 'succeed'
        ? await familyOfSuccessor(db, county, [about.fields.idNumber, after.idNumber], keys)
        : null,
    now: about.answer,
    decision,
    terms: decisionTerms(pack, decision),
  }
}

/** Whether the police list in force has whoever succeeds in the family of the householder (§4.4). */
async function familyOfSuccessor(
  db: ReadDb,
  county: number,
  numbers: readonly (string | undefined)[],
  keys: QueryContext['keys'],
): Promise<'of-family' | 'of-other-family' | 'not-listed'> {
  const persons = numbers.map((number) =>
    number === undefined ? undefined : idNumberIndex(keys, county, number),
  )
  const lines = await familiesOf(
    db,
    county,
    persons.filter((person) => person !== undefined),
  )
  const [before, after] = persons.map((person) => person && lines.get(person)?.family)
  if (!before || !after) return 'not-listed'
  return before === after ? 'of-family' : 'of-other-family'
}

export async function changeInFull(db: ReadDb, id: string, context: QueryContext) {
  const { county, keys, pack } = context
  const where = sql`c.id = ${id} and ${changesWhere({}, context)}`
  const [row] = await listedChanges(db, context, where, 1, 0)
  const change = (await loadChanges(db, county, keys, [id])).get(id)
  if (!row || !change) throw new NotFound()
  const about = (await loadHomesToChange(db, context, [row.home])).get(row.home)
  if (!about) throw new NotFound()
  const stored = await db
    .selectFrom('home_change')
    .select(['papers', 'act'])
    .where('county', '=', county)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const papers = stored.papers as { paper: string; digest: string }[]
  const wanted = [termsOf(pack, row.kind), ...(row.enters ? [termsOf(pack, 'replace')] : [])]
  return {
    ...row,
    stageNow: about.stage,
    ended: about.ended,
    /** What stands in the way of the notice that is due: the home that goes on it is not screened yes. */
    notYet: row.toNotice && !row.enters && about.answer !== 'yes' ? about.answer : null,
    papers: (row.mayReadWhy ? papers : []).map(({ paper, digest }) => ({
      digest,
      label: wanted.flatMap((terms) => terms?.papers ?? []).find((each) => each.id === paper)?.label ?? null,
    })),
    rewritten: (await rewrittenBy(db, [row], context)).get(id) ?? [],
    clauses: termsOf(pack, row.kind)?.clauses ?? [],
    // Of what was not approved, or is taken back, nothing follows.
    consequences:
      row.state === 'asked' || row.state === 'approved'
        ? consequencesOf(row.kind, about.stage, row.enters !== null, pack)
        : [],
    undone: row.state === 'undone' ? await undoneBy(db, context, row) : null,
    undo: row.state === 'approved' ? await undoOf(db, change, about, context) : null,
  }
}

/** Whether an approval may still be taken back, why not, and whether by whoever asks. */
async function undoOf(
  db: ReadDb,
  { state, kind, enters }: StoredChange,
  about: HomeOfChange,
  context: QueryContext,
): Promise<{ refusals: Refusal[]; mayUndo: boolean; back: { refusals: Refusal[]; mayAsk: boolean } | null }> {
  const entering = enters ? (await loadHomesToChange(db, context, [enters])).get(enters) : undefined
  return {
    refusals: mayUndoChange({ state, kind, home: about, enters: entering ?? null }),
    mayUndo: covers(context.scopeFor('change.undo'), homePlace(about)),
    // Where it cannot be undone any more, the home comes back by a change of its own.
    back: about.departure && {
      refusals: mayAskChange(about, context.pack),
      mayAsk: covers(context.scopeFor('change.ask'), homePlace(about)),
    },
  }
}

/** Who took an approval back, when, why and on which papers; the reason is kept with the home that came back. */
async function undoneBy(
  db: ReadDb,
  { county, keys }: QueryContext,
  { id: change, mayReadWhy }: { id: string; mayReadWhy: boolean },
) {
  const { rows } = await sql<{ by: string | null; on: Day; reason: Buffer | null; papers: string[] }>`
    select p.name as by, (a.recorded_at at time zone 'Asia/Shanghai')::date as on, k.reason,
           array(select encode(e.digest, 'hex') from act_evidence e
                  where e.county = ${county} and e.act = a.id and e.kind = 'document' order by 1) as papers
      from home_change c
      join act a on a.county = ${county} and a.id = c.undo_act
      left join account p on p.county = ${county} and p.id = a.actor
      left join home_correction k on k.county = ${county} and k.act = c.undo_act and k.home = c.home and k.field = 'ended'
     where c.county = ${county} and c.id = ${change}`.execute(db)
  const [row] = rows
  return (
    row && {
      ...row,
      papers: mayReadWhy ? row.papers : [],
      reason: mayReadWhy && row.reason ? openField(keys, county, 'home_correction.reason', row.reason) : null,
    }
  )
}

export interface Rewritten {
  field: HomeField
  before: string | number | boolean | null
  after: string | number | boolean | null
}

/** What approval would write, numbers of persons masked. */
function rewritten(
  before: HomeFields,
  changes: Parameters<typeof corrected>[1] | undefined,
  today: Day,
): Rewritten[] {
  if (!changes) return []
  const after = normalised(corrected(before, changes), today).fields
  const [was, is] = [maskedFields(before), maskedFields(after)]
  return (Object.keys(changes) as HomeField[])
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, before: was[field] ?? null, after: is[field] ?? null }))
}

/** What approved changes have written, by their ids, as the homes' corrections keep it. */
async function keptBy(
  db: ReadDb,
  { county, keys }: QueryContext,
  changes: readonly string[],
): Promise<Map<string, Rewritten[]>> {
  const { rows } = await sql<{ id: string; field: HomeField; before: Buffer | null; after: Buffer | null }>`
    select c.id, k.field, k.before, k.after
      from home_change c join home_correction k on k.county = ${county} and k.act = c.decide_act and k.home = c.home
     where c.county = ${county} and c.id = any(${[...changes]}::uuid[]) and k.field <> 'ended' order by k.id`.execute(
    db,
  )
  const kept = new Map<string, Rewritten[]>()
  for (const { id, field, before, after } of rows)
    kept.set(id, [
      ...(kept.get(id) ?? []),
      {
        field,
        before: correctedValue(keys, county, field, before),
        after: correctedValue(keys, county, field, after),
      },
    ])
  return kept
}

/** What each of these changes rewrites, or has rewritten, by its id; numbers of persons masked. */
export async function rewrittenBy(
  db: ReadDb,
  all: readonly { id: string; home: string; state: ChangeState; mayReadWhy: boolean }[],
  context: QueryContext,
): Promise<Map<string, Rewritten[]>> {
  const { county, keys, today } = context
  const changes = all.filter(({ mayReadWhy }) => mayReadWhy)
  // What was declined or taken back wrote nothing: what it asked for is told as what is still being asked for.
  const isWritten = ({ state }: { state: ChangeState }) => state === 'approved' || state === 'undone'
  const asked = changes.filter((change) => !isWritten(change))
  const decided = changes.filter(isWritten)
  const told =
    decided.length === 0
      ? new Map<string, Rewritten[]>()
      : await keptBy(
          db,
          context,
          decided.map(({ id }) => id),
        )
  if (asked.length === 0) return told
  const homes = await loadHomesToChange(
    db,
    context,
    asked.map(({ home }) => home),
  )
  for (const [id, { home, changes: written }] of await loadChanges(
    db,
    county,
    keys,
    asked.map((change) => change.id),
  )) {
    const about = homes.get(home)
    if (about) told.set(id, rewritten(about.fields, written, today))
  }
  return told
}

/** What may be changed of a home now and why not, its requests, and whether its target leaves room. */
export const homeChanges = defineQuery({
  name: 'home.changes',
  input: z.object({ home: z.uuid() }),
  permission: 'register.read',
  run: async (db, { home }, context) => {
    const { county, pack, today } = context
    const { rows: seen } = await sql<{
      waits: boolean
    }>`select ${isWaitingHome(context)} as waits from home h where h.county = ${county} and h.id = ${home} and ${visible(context)}`.execute(
      db,
    )
    const about = (await loadHomesToChange(db, context, [home])).get(home)
    const [own] = seen
    if (!own || !about) throw new NotFound()
    const kinds = kindsFor(about, pack)
    return {
      locked: about.locked,
      appliedOn: about.appliedOn,
      mayAsk: covers(context.scopeFor('change.ask'), homePlace(about)),
      refusals: mayAskChange(about, pack),
      kinds: kinds.map((kind) => ({
        kind,
        label: termsOf(pack, kind)?.label ?? { zh: kind, en: kind },
        note: termsOf(pack, kind)?.note ?? { zh: '', en: '' },
        papers: termsOf(pack, kind)?.papers ?? [],
        consequences: consequencesOf(kind, about.stage, false, pack),
        consequencesReplacing: consequencesOf(kind, about.stage, true, pack),
      })),
      replacePapers: termsOf(pack, 'replace')?.papers ?? [],
      room: roomFor(about, pack, today) ?? null,
      waiting: own.waits ? await waitingPlaceOf(db, context, home) : null,
      changes: await listedChanges(db, context, changesWhere({ home }, context), 50, 0),
    }
  },
})

/** By town, or by a town's villages: the confirmed register as it is, and what changed since it was locked. */
export const changeCounts = defineQuery({
  name: 'change.counts',
  input: z.object({ town: z.string().length(12).optional() }),
  permission: 'register.read',
  run: async (db, { town }, context) => {
    const { county } = context
    const area = sql.ref(town ? 'h.village' : 'h.town')
    const narrowed = town ? sql`and h.town = ${town}` : sql``
    const { rows } = await sql<{
      area: string
      areaName: string
      confirmed: number
      more: number
      fewer: number
      replaced: number
      rewritten: number
      asked: number
      toNotice: number
    }>`
      with homes as (
        select ${area} as area, count(*) filter (where h.ended is null) as confirmed
          from home h where h.county = ${county} and h.confirmed_on is not null and ${visible(context)} ${narrowed}
         group by 1),
      changes as (
        select ${area} as area,
               count(*) filter (where c.state = 'approved' and ${groupCondition.more}) as more,
               count(*) filter (where c.state = 'approved' and ${groupCondition.fewer}) as fewer,
               count(*) filter (where c.state = 'approved' and ${groupCondition.replaced}) as replaced,
               count(*) filter (where c.state = 'approved' and ${groupCondition.rewritten}) as rewritten,
               count(*) filter (where c.state = 'asked') as asked,
               count(*) filter (where c.state = 'approved' and exists (
                 select 1 from home m where m.county = ${county} and m.id = coalesce(c.enters, c.home)
                    and m.change = c.id)) as "toNotice"
          from home_change c join home h on h.county = ${county} and h.id = c.home
         where c.county = ${county} and ${visible(context)} ${narrowed} group by 1)
      select a.code as area, a.name as "areaName", coalesce(homes.confirmed, 0) as confirmed,
             coalesce(changes.more, 0) as more, coalesce(changes.fewer, 0) as fewer,
             coalesce(changes.replaced, 0) as replaced, coalesce(changes.rewritten, 0) as rewritten,
             coalesce(changes.asked, 0) as asked, coalesce(changes."toNotice", 0) as "toNotice"
        from homes full join changes on changes.area = homes.area
        join area a on a.county = ${county} and a.code = coalesce(homes.area, changes.area)
       order by a.code`.execute(db)
    return { rows, total: rows.length }
  },
})
