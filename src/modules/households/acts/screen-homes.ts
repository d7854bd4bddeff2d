import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { ActContext } from '../../../kernel/act/define.ts'
import type { ReadDb, WriteDb } from '../../../kernel/database/database.ts'
import { newId } from '../../../kernel/identity/id.ts'
import { answerOfMasks, columnsOf, compileRules } from '../../../kernel/pack/columns.ts'
import { rulesOfGroup } from '../../../kernel/pack/pack.ts'
import { findVillages } from '../../villages/public.ts'
import { lines } from '../model/fields.ts'
import {
  factsOfHome,
  type FactSources,
  screeningGroup,
  type SettledFact,
  storedFacts,
} from '../rules/facts.ts'
import { duplicatesOf, type KeyedHome, sharedKeys } from './shared-keys.ts'

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

interface Row
  extends KeyedHome,
    Omit<
      FactSources,
      | 'hasIdNumber'
      | 'hasAccountNumber'
      | 'hasTitle'
      | 'hasTitleKey'
      | 'villageDemolition'
      | 'duplicates'
      | 'inHeatingPlan'
      | 'line'
    > {
  id: string
  line: 'heating' | 'building'
  village: string
  stage: string
  titleKind: string | null
  titleNumber: string | null
  screenedAs: Buffer | null
  duplicates: number
}

interface Screened {
  row: Row
  group: string
  failed: number
  unknown: number
  duplicates: number
  facts: string
  as: Buffer
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
  const rows = await loadRows(tx, context.county, which)
  const sources = await sourcesOf(tx, context, rows, 'all' in which)
  context.progress(0.3, 'progress.screening')
  const screened = lines.flatMap((line) =>
    screenLine(
      context,
      line,
      rows.filter((row) => row.line === line),
      sources,
    ),
  )
  const changed = screened.filter(({ row, as, duplicates }) => {
    const same = row.screenedAs !== null && as.equals(row.screenedAs)
    return !same || row.stage === 'applied' || row.duplicates !== duplicates
  })
  await store(tx, context, act, changed)
  const result = { screened: screened.length, changed: changed.length, yes: 0, no: 0, unknown: 0 }
  for (const { failed, unknown } of screened) result[answerOfMasks(failed, unknown)]++
  return { touched: changed.map(({ row }) => row.id), result }
}

interface Sources {
  villages: Awaited<ReturnType<typeof findVillages>>
  settled: Map<string, SettledFact[]>
  shared: Awaited<ReturnType<typeof sharedKeys>>
  inHeatingPlan: Set<string>
}

async function sourcesOf(
  db: ReadDb,
  context: ActContext,
  rows: readonly Row[],
  all: boolean,
): Promise<Sources> {
  const { county } = context
  return {
    villages: await findVillages(db, county, [...new Set(rows.map((row) => row.village))]),
    settled: await settledFacts(db, county, context.today, all ? undefined : rows.map((row) => row.id)),
    shared: await sharedKeys(db, county, all ? undefined : rows),
    inHeatingPlan: await inHeatingPlan(
      db,
      county,
      rows.filter((row) => row.line === 'building').map((row) => row.id),
    ),
  }
}

function screenLine(
  { pack, today }: ActContext,
  line: (typeof lines)[number],
  rows: readonly Row[],
  sources: Sources,
): Screened[] {
  if (rows.length === 0) return []
  const group = screeningGroup(line)
  const duplicates = rows.map((row) => duplicatesOf(row, sources.shared))
  const facts = rows.map((row, i) =>
    factsOfHome(sourceOf(row, duplicates[i] ?? 0, sources), sources.settled.get(row.id) ?? []),
  )
  const { evaluateColumns } = compileRules(pack, group, today)
  const masks = evaluateColumns(columnsOf(pack, group, facts, today), rows.length)
  return rows.map((row, i) => {
    const [failed, unknown] = [masks.failed[i] ?? 0, masks.unknown[i] ?? 0]
    const stored = JSON.stringify(storedFacts(facts[i] ?? {}))
    const as = createHash('sha256')
      .update(`${pack.digest}\n${group}\n${failed}\n${unknown}\n${stored}`)
      .digest()
      .subarray(0, 16)
    return { row, group, failed, unknown, duplicates: duplicates[i] ?? 0, facts: stored, as }
  })
}

const sourceOf = (row: Row, duplicates: number, { villages, inHeatingPlan }: Sources): FactSources => ({
  ...row,
  duplicates,
  hasIdNumber: row.id_number_index !== null,
  hasAccountNumber: row.account_number !== null,
  hasTitle: row.titleKind !== null || row.titleNumber !== null,
  hasTitleKey: row.title_index !== null,
  villageDemolition: villages.get(row.village)?.demolitionPlanned ?? null,
  inHeatingPlan: inHeatingPlan.has(row.id),
})

async function loadRows(db: ReadDb, county: number, which: ScreenedHomes): Promise<Row[]> {
  const among =
    'town' in which
      ? sql`and town = ${which.town}`
      : 'village' in which
        ? sql`and village = ${which.village}`
        : 'homes' in which
          ? sql`and id = any(${[...which.homes]}::uuid[])`
          : sql``
  const { rows } = await sql<Row>`
    select id, line, village, stage, ended, confirmed_on, id_number_index, account_number, title_index,
           applied_on as "appliedOn", householder, title_owner as "titleOwner", account_holder as "accountHolder",
           actual_resident as "actualResident", permanently_resident as "permanentlyResident",
           helped_before as "helpedBefore", wishes, dwelling_kind as "dwellingKind",
           in_demolition_plan as "inDemolitionPlan", former_heating as "formerHeating",
           title_kind as "titleKind", title_number as "titleNumber", screened_as as "screenedAs", duplicates
      from home where county = ${county} and ended is null ${among}
     order by id`.execute(db)
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

/** §2.3: building homes whose family or house is in the year's confirmed heating conversion. */
async function inHeatingPlan(db: ReadDb, county: number, homes: readonly string[]): Promise<Set<string>> {
  if (homes.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    select h.id from home h
     where h.county = ${county} and h.id = any(${[...homes]}::uuid[])
       and exists (select 1 from home o where o.county = ${county} and o.line = 'heating' and o.ended is null
                   and o.confirmed_on is not null
                   and (o.id_number_index = h.id_number_index or o.account_number = h.account_number
                        or o.title_index = h.title_index))`.execute(db)
  return new Set(rows.map((row) => row.id))
}

async function store(
  tx: WriteDb,
  context: ActContext,
  act: string,
  changed: readonly Screened[],
): Promise<void> {
  const { county, today, pack, progress } = context
  for (let from = 0; from < changed.length; from += chunkSize) {
    const chunk = changed.slice(from, from + chunkSize)
    const answered = chunk.filter(({ row, as }) => row.screenedAs === null || !as.equals(row.screenedAs))
    const ids = new Map(answered.map((screened) => [screened, newId()]))
    const answerOf = ({ failed, unknown }: Screened) => answerOfMasks(failed, unknown)
    if (answered.length > 0)
      await sql`
        insert into screening (county, decided_on, pack, act, id, home, rule_group, answer, failed_rules, unknown_rules, facts)
        select ${county}, ${today}::date, ${pack.digest}, ${act}::uuid, * from unnest(
          ${answered.map((s) => ids.get(s))}::uuid[], ${answered.map((s) => s.row.id)}::uuid[],
          ${answered.map((s) => s.group)}::text[], ${answered.map(answerOf)}::text[],
          ${answered.map((s) => s.failed | 0)}::int[], ${answered.map((s) => s.unknown | 0)}::int[],
          ${answered.map((s) => s.facts)}::jsonb[])`.execute(tx)
    await sql`
      update home set answer = s.answer, failed_rules = s.failed, unknown_rules = s.unknown, duplicates = s.duplicates,
                      screening = coalesce(s.screening, home.screening), screened_as = s.screened_as,
                      stage = case when home.stage = 'applied' then 'screened' else home.stage end
        from unnest(${chunk.map((s) => s.row.id)}::uuid[], ${chunk.map(answerOf)}::text[],
                    ${chunk.map((s) => s.failed | 0)}::int[], ${chunk.map((s) => s.unknown | 0)}::int[],
                    ${chunk.map((s) => s.duplicates)}::smallint[], ${chunk.map((s) => ids.get(s) ?? null)}::uuid[],
                    ${chunk.map((s) => s.as)}::bytea[])
             as s (id, answer, failed, unknown, duplicates, screening, screened_as)
       where home.county = ${county} and home.id = s.id`.execute(tx)
    progress(0.4 + (0.6 * Math.min(changed.length, from + chunkSize)) / changed.length, 'progress.screening')
    await new Promise((resume) => setImmediate(resume))
  }
}

/** Rule ids by bit of a line's masks, as the pack in force numbers them. */
export const rulesByBit = (context: Pick<ActContext, 'pack'>, line: (typeof lines)[number]): string[] =>
  rulesOfGroup(context.pack, screeningGroup(line)).map((rule) => rule.id)
