import { sql } from 'kysely'
import type { ActContext } from '../../../kernel/act/define.ts'
import type { ReadDb, WriteDb } from '../../../kernel/database/database.ts'
import { newId } from '../../../kernel/identity/id.ts'
import { renumberedAccounts } from '../../sources/public.ts'
import type { HomeField, HomeFields } from '../model/fields.ts'
import type { SettledFact } from '../rules/facts.ts'
import { type HomeToJudge, type Judged, judgeHomes } from './judge-homes.ts'
import { columnsJudged, fieldColumns } from './field-columns.ts'
import { settledByWords } from './rewrite-fields.ts'
import { sharedKeys, sharedOnEntering } from './shared-keys.ts'

/** Which homes: all of them, an area's, or these. Only live homes are screened. */
export type ScreenedHomes =
  | { all: true }
  | { town: string }
  | { village: string }
  | { homes: readonly string[] }

export interface ScreeningResult {
  screened: number
  changed: number
  yes: number
  no: number
  unknown: number
}

interface StoredHome extends HomeToJudge {
  stage: string
  screenedAs: Buffer | null
  duplicates: number
}

const chunkSize = 4000

/**
 * Screens live homes under the pack in force. A new `screening` row is written only where answer, facts or pack are
 * not those of the home's last one. Answers the homes it changed.
 */
export async function screenHomes(
  tx: WriteDb,
  context: ActContext,
  act: string,
  which: ScreenedHomes,
): Promise<{ touched: string[]; result: ScreeningResult }> {
  const { county, today, progress } = context
  const homes = await loadHomes(tx, county, which)
  const all = 'all' in which
  const judged = await judgeHomes(tx, context, homes, {
    shared: await sharedKeys(tx, county, all ? undefined : homes),
    settled: await settledFacts(tx, county, today, all ? undefined : homes.map((home) => home.id)),
  })
  progress(0.4, 'progress.screening')
  const changed = judged.filter(
    (one) => isNew(one) || one.home.stage === 'applied' || one.home.duplicates !== one.duplicates,
  )
  for (let from = 0; from < changed.length; from += chunkSize) {
    await storeChunk(tx, context, act, changed.slice(from, from + chunkSize))
    progress(0.4 + (0.6 * Math.min(changed.length, from + chunkSize)) / changed.length, 'progress.screening')
    // Other people's requests are answered between two chunks.
    await new Promise((resume) => setImmediate(resume))
  }
  const result = { screened: judged.length, changed: changed.length, yes: 0, no: 0, unknown: 0 }
  for (const { answer } of judged) result[answer]++
  return { touched: changed.map(({ home }) => home.id), result }
}

/**
 * What screening would answer for a live home with one more fact settled, as `screenHomes` would find it: read only.
 * Undefined where there is no such home, or it left.
 */
export async function judgeAsIf(
  db: ReadDb,
  context: Pick<ActContext, 'county' | 'pack' | 'today'>,
  home: string,
  settled: SettledFact,
): Promise<Judged<HomeToJudge> | undefined> {
  const { county, today } = context
  const homes = await loadHomes(db, county, { homes: [home] })
  const before = (await settledFacts(db, county, today, [home])).get(home) ?? []
  const [judged] = await judgeHomes(db, context, homes, {
    shared: await sharedKeys(db, county, homes),
    settled: new Map([[home, [...before.filter(({ fact }) => fact !== settled.fact), settled]]]),
  })
  return judged
}

/**
 * What screening would answer for a live home once its application says this, as `rewriteFields` would write it: read
 * only. Pairs with other records stand as they do; they are compared again once it is written. Undefined where there is
 * no such home, or it left.
 */
export async function judgeAsRewritten(
  db: ReadDb,
  context: Pick<ActContext, 'county' | 'keys' | 'pack' | 'today'>,
  { home, after, changed }: { home: string; after: HomeFields; changed: readonly HomeField[] },
): Promise<Judged<HomeToJudge> | undefined> {
  const { county, keys, today } = context
  const [stored] = await loadHomes(db, county, { homes: [home] })
  if (!stored) return undefined
  const renumbered = await renumberedAccounts(db, county, after.accountNumber ? [after.accountNumber] : [])
  const columns = fieldColumns(
    { fields: after, village: stored.village },
    keys,
    county,
    undefined,
    undefined,
    renumbered,
  )
  const rewritten = { ...stored, ...columnsJudged(columns) }
  const superseded = new Set(await settledByWords(db, county, home, changed))
  const settled = (await settledFacts(db, county, today, [home])).get(home) ?? []
  const [judged] = await judgeHomes(db, context, [rewritten], {
    shared: await sharedOnEntering(db, county, [rewritten]),
    settled: new Map([[home, settled.filter(({ fact }) => !superseded.has(fact))]]),
  })
  return judged
}

const isNew = ({ home, as }: Judged<StoredHome>): boolean =>
  home.screenedAs === null || !as.equals(home.screenedAs)

/** The columns of `home` that screening reads. */
export const columnsToJudge = sql`
  id, line, village, confirmed_on, id_number_index, account_key, title_index, account_number as "accountNumber", address,
  applied_on as "appliedOn", householder, title_owner as "titleOwner", account_holder as "accountHolder",
  actual_resident as "actualResident", permanently_resident as "permanentlyResident",
  helped_before as "helpedBefore", wishes, dwelling_kind as "dwellingKind",
  in_demolition_plan as "inDemolitionPlan", former_heating as "formerHeating",
  title_kind as "titleKind", title_number as "titleNumber", match_flags as "matchFlags"`

async function loadHomes(db: ReadDb, county: number, which: ScreenedHomes): Promise<StoredHome[]> {
  const among =
    'town' in which
      ? sql`and town = ${which.town}`
      : 'village' in which
        ? sql`and village = ${which.village}`
        : 'homes' in which
          ? sql`and id = any(${[...which.homes]}::uuid[])`
          : sql``
  const { rows } = await sql<StoredHome>`
    select ${columnsToJudge}, stage, screened_as as "screenedAs", duplicates
      from home where county = ${county} and ended is null ${among}`.execute(db)
  return rows
}

/** The newest settled facts that no correction superseded, by home; of all homes without ids. */
export async function settledFacts(
  db: ReadDb,
  county: number,
  today: string,
  homes: readonly string[] | undefined,
): Promise<Map<string, SettledFact[]>> {
  const among = homes === undefined ? sql`` : sql`and f.home = any(${[...homes]}::uuid[])`
  // An act of this very transaction is not in the log yet; its facts are of today.
  const { rows } = await sql<SettledFact & { home: string }>`
    select distinct on (f.home, f.fact) f.home, f.fact, f.value,
           coalesce((a.recorded_at at time zone 'Asia/Shanghai')::date, ${today}::date) as since
      from settled_fact f left join act a on a.county = ${county} and a.id = f.act
     where f.county = ${county} and f.superseded_act is null ${among}
     order by f.home, f.fact, f.id desc`.execute(db)
  const settled = new Map<string, SettledFact[]>()
  for (const { home, ...fact } of rows) settled.set(home, [...(settled.get(home) ?? []), fact])
  return settled
}

async function storeChunk(
  tx: WriteDb,
  context: ActContext,
  act: string,
  chunk: readonly Judged<StoredHome>[],
): Promise<void> {
  const screenings = new Map(chunk.filter(isNew).map((one) => [one, newId()]))
  await insertScreenings(
    tx,
    context,
    act,
    [...screenings].map(([judged, id]) => ({ ...judged, id })),
  )
  await sql`
    update home set answer = s.answer, failed_rules = s.failed, unknown_rules = s.unknown, duplicates = s.duplicates,
                    screening = coalesce(s.screening, home.screening), screened_as = s.screened_as,
                    stage = case when home.stage = 'applied' then 'screened' else home.stage end
      from unnest(${chunk.map((s) => s.home.id)}::uuid[], ${chunk.map((s) => s.answer)}::text[],
                  ${chunk.map((s) => s.failed)}::int[], ${chunk.map((s) => s.unknown)}::int[],
                  ${chunk.map((s) => s.duplicates)}::smallint[],
                  ${chunk.map((s) => screenings.get(s) ?? null)}::uuid[], ${chunk.map((s) => s.as)}::bytea[])
           as s (id, answer, failed, unknown, duplicates, screening, screened_as)
     where home.county = ${context.county} and home.id = s.id`.execute(tx)
}

/** Keeps answers with what they stand on; homes must be there already. */
export async function insertScreenings(
  tx: WriteDb,
  { county, today, pack }: Pick<ActContext, 'county' | 'today' | 'pack'>,
  act: string,
  screenings: readonly (Omit<Judged<{ id: string }>, 'as'> & { id: string })[],
): Promise<void> {
  if (screenings.length === 0) return
  await sql`
    insert into screening (county, decided_on, pack, act, id, home, rule_group, answer, failed_rules, unknown_rules, facts)
    select ${county}, ${today}::date, ${pack.digest}, ${act}::uuid, * from unnest(
      ${screenings.map((s) => s.id)}::uuid[], ${screenings.map((s) => s.home.id)}::uuid[],
      ${screenings.map((s) => s.group)}::text[], ${screenings.map((s) => s.answer)}::text[],
      ${screenings.map((s) => s.failed)}::int[], ${screenings.map((s) => s.unknown)}::int[],
      ${screenings.map((s) => s.facts)}::jsonb[])`.execute(tx)
}
