import { sql } from 'kysely'
import type { ActContext } from '../../../kernel/act/define.ts'
import type { WriteDb } from '../../../kernel/database/database.ts'
import { newId } from '../../../kernel/identity/id.ts'
import { renumberedAccounts } from '../../sources/public.ts'
import type { HomeFields, Line } from '../model/fields.ts'
import { titleKey } from '../rules/title.ts'
import {
  bytea,
  columnsJudged,
  columnTypes,
  type FieldColumns,
  fieldColumns,
  idNumberIndex,
  speller,
} from './field-columns.ts'
import { type HomeToJudge, type Judged, judgeHomes } from './judge-homes.ts'
import { insertScreenings } from './screen-homes.ts'
import { type KeyedHome, sharedOnEntering, type SharedKeys } from './shared-keys.ts'

/** A home about to be entered; its number within the village is given by the order of entering. */
export interface HomeToEnter {
  id: string
  town: string
  village: string
  areaKind: 'urban' | 'rural'
  line: Line
  fields: HomeFields
  import?: { id: string; row: number }
  synthetic: boolean
}

interface NumberedHome extends HomeToEnter, Omit<KeyedHome, 'line'> {
  sequence: number
  id_number_index: string | null
}

const chunkSize = 2000

/**
 * Enters applications at the end of their villages' lists and screens them in the same breath, thousands a second.
 * `progress` tells 0 to 1. Answers the homes of the register that now share a key with one of them: theirs is to be
 * screened again.
 */
export async function enterHomes(
  tx: WriteDb,
  context: ActContext,
  act: string,
  homes: readonly HomeToEnter[],
  progress: (done: number) => void = () => undefined,
): Promise<{ partners: string[] }> {
  const { county, keys } = context
  const next = await nextNumbers(tx, county, [...new Set(homes.map((home) => home.village))])
  const renumbered = await renumberedAccounts(
    tx,
    county,
    homes.flatMap(({ fields }) => fields.accountNumber ?? []),
  )
  const numbered = homes.map((home): NumberedHome => {
    const sequence = next.get(home.village) ?? 1
    next.set(home.village, sequence + 1)
    const { idNumber, accountNumber } = home.fields
    return {
      ...home,
      sequence,
      id_number_index: idNumber === undefined ? null : idNumberIndex(keys, county, idNumber),
      account_key: accountNumber === undefined ? null : (renumbered.get(accountNumber) ?? accountNumber),
      title_index: titleKey(home.fields, home.village) ?? null,
      confirmed_on: null,
    }
  })
  const shared = await sharedOnEntering(tx, county, numbered)
  const spell = speller()
  for (let from = 0; from < numbered.length; from += chunkSize) {
    await enterChunk(tx, context, act, numbered.slice(from, from + chunkSize), shared, spell)
    progress(Math.min(1, (from + chunkSize) / numbered.length))
    // Other people's requests are answered between two chunks.
    await new Promise((resume) => setImmediate(resume))
  }
  return { partners: shared.partners }
}

async function enterChunk(
  tx: WriteDb,
  context: ActContext,
  act: string,
  homes: readonly NumberedHome[],
  shared: SharedKeys,
  spell: ReturnType<typeof speller>,
): Promise<void> {
  const { county, keys, today } = context
  const rows = homes.map((home) => ({ home, columns: fieldColumns(home, keys, county, spell, home) }))
  const judged = await judgeHomes(
    tx,
    context,
    rows.map((row) => toJudge(row, today)),
    { shared, settled: new Map() },
  )
  const verdicts = new Map(judged.map((one) => [one.home.id, { ...one, id: newId() }]))
  const complete = rows.flatMap((row) => {
    const verdict = verdicts.get(row.home.id)
    return verdict ? [{ ...row, verdict }] : []
  })
  await insertHomes(tx, county, act, today, complete)
  await insertScreenings(tx, context, act, [...verdicts.values()])
}

interface EnteredRow {
  home: NumberedHome
  columns: FieldColumns
}

const toJudge = ({ home, columns }: EnteredRow, today: string): HomeToJudge => ({
  id: home.id,
  village: home.village,
  line: home.line,
  appliedOn: today,
  confirmed_on: null,
  ...columnsJudged(columns),
  // Compared right after it is entered.
  matchFlags: 0,
})

async function nextNumbers(tx: WriteDb, county: number, villages: string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ village: string; latest: number }>`
    select village, max(sequence) as latest from home
     where county = ${county} and village = any(${villages}::text[]) group by village`.execute(tx)
  return new Map(rows.map((row) => [row.village, row.latest + 1]))
}

async function insertHomes(
  tx: WriteDb,
  county: number,
  act: string,
  today: string,
  rows: readonly (EnteredRow & { verdict: Judged<HomeToJudge> & { id: string } })[],
): Promise<void> {
  const [first] = rows
  if (!first) return
  const names = Object.keys(first.columns) as (keyof FieldColumns)[]
  const arrays = names.map(
    (name) =>
      sql`${rows.map(({ columns }) => columns[name])}::${sql.raw(`${columnTypes[name] ?? 'text'}[]`)}`,
  )
  await sql`
    insert into home (county, stage, applied_on, act, id, town, village, sequence, line, area_kind, synthetic, import,
                      import_row, answer, failed_rules, unknown_rules, duplicates, screening, screened_as,
                      ${sql.join(names.map((name) => sql.ref(name)))})
    select ${county}, 'screened', ${today}::date, ${act}::uuid, * from unnest(
      ${rows.map(({ home }) => home.id)}::uuid[], ${rows.map(({ home }) => home.town)}::text[],
      ${rows.map(({ home }) => home.village)}::text[], ${rows.map(({ home }) => home.sequence)}::int[],
      ${rows.map(({ home }) => home.line)}::text[], ${rows.map(({ home }) => home.areaKind)}::text[],
      ${rows.map(({ home }) => home.synthetic)}::boolean[], ${rows.map(({ home }) => home.import?.id ?? null)}::uuid[],
      ${rows.map(({ home }) => home.import?.row ?? null)}::int[],
      ${rows.map(({ verdict }) => verdict.answer)}::text[], ${rows.map(({ verdict }) => verdict.failed)}::int[],
      ${rows.map(({ verdict }) => verdict.unknown)}::int[], ${rows.map(({ verdict }) => verdict.duplicates)}::smallint[],
      ${rows.map(({ verdict }) => verdict.id)}::uuid[], ${rows.map(({ verdict }) => bytea(verdict.as))}::bytea[],
      ${sql.join(arrays)})`.execute(tx)
}
