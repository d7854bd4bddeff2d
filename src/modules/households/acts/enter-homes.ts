import { sql } from 'kysely'
import type { ActContext } from '../../../kernel/act/define.ts'
import { blindIndex, sealField } from '../../../kernel/cipher/fields.ts'
import type { Keys } from '../../../kernel/cipher/keys.ts'
import type { WriteDb } from '../../../kernel/database/database.ts'
import { normaliseName } from '../../../kernel/standards/names.ts'
import { pinyinOf } from '../../../kernel/standards/name-pinyin.ts'
import type { HomeFields, Line } from '../model/fields.ts'
import { titleKey } from '../rules/title.ts'

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
  act: string
}

const chunkSize = 4000

/** Enters applications at the end of their villages' lists, thousands a second; `progress` tells 0 to 1. */
export async function enterHomes(
  tx: WriteDb,
  { county, keys, today }: Pick<ActContext, 'county' | 'keys' | 'today'>,
  homes: readonly HomeToEnter[],
  progress: (done: number) => void = () => undefined,
): Promise<void> {
  const next = await nextNumbers(tx, county, [...new Set(homes.map((home) => home.village))])
  const numbered = homes.map((home) => {
    const sequence = next.get(home.village) ?? 1
    next.set(home.village, sequence + 1)
    return { ...home, sequence }
  })
  const spell = speller()
  for (let from = 0; from < numbered.length; from += chunkSize) {
    const chunk = numbered.slice(from, from + chunkSize)
    await insertChunk(
      tx,
      county,
      chunk,
      chunk.map((home) => fieldColumns(home, keys, county, spell)),
      today,
    )
    progress(Math.min(1, (from + chunkSize) / numbered.length))
    // Other people's requests are answered between two chunks.
    await new Promise((resume) => setImmediate(resume))
  }
}

/** The columns that the fields of an application are kept in: sealed, indexed, spelled. */
export type FieldColumns = ReturnType<typeof fieldColumns>

export function fieldColumns(
  { fields, village }: Pick<HomeToEnter, 'fields' | 'village'>,
  keys: Keys,
  county: number,
  spell: (name: string) => { full: string; initials: string } = pinyinOf,
) {
  const sealed = (column: string, value: string | undefined) =>
    value === undefined ? null : sealField(keys, county, `home.${column}`, value)
  const index = (kind: string, value: string | undefined) =>
    value === undefined ? null : blindIndex(keys, county, kind, value)
  const { full, initials } = spell(fields.householder)
  return {
    village_group: fields.villageGroup ?? null,
    householder: fields.householder,
    householder_key: nameKey(fields.householder),
    householder_pinyin: full,
    householder_initials: initials,
    sex: fields.sex ?? null,
    id_number: sealed('id_number', fields.idNumber),
    id_number_index: index('id-number', fields.idNumber),
    id_last_four_index: index('id-last-four', fields.idNumber?.slice(-4)),
    telephone: sealed('telephone', fields.telephone),
    telephone_index: index('telephone', fields.telephone),
    bank_card: sealed('bank_card', fields.bankCard),
    bank_card_index: index('bank-card', fields.bankCard),
    residents: fields.residents ?? null,
    registered_at: fields.registeredAt ?? null,
    actual_resident: fields.actualResident ?? null,
    permanently_resident: fields.permanentlyResident ?? null,
    hardship: fields.hardship ?? null,
    helped_before: fields.helpedBefore ?? null,
    wishes: fields.wishes ?? null,
    address: fields.address,
    title_kind: fields.titleKind ?? null,
    title_number: fields.titleNumber ?? null,
    title_index: titleKey(fields, village) ?? null,
    title_owner: fields.titleOwner ?? null,
    dwelling_kind: fields.dwellingKind ?? null,
    in_demolition_plan: fields.inDemolitionPlan ?? null,
    building_area_m2: fields.buildingAreaM2 ?? null,
    heating_area_m2: fields.heatingAreaM2 ?? null,
    former_heating: fields.formerHeating ?? null,
    coal_tonnes: fields.coalTonnes ?? null,
    account_holder: fields.accountHolder ?? null,
    account_number: fields.accountNumber ?? null,
    transformer_area: fields.transformerArea ?? null,
    wanted_equipment: fields.wantedEquipment ?? null,
    wanted_units: fields.wantedUnits ?? null,
    contribution_fen: fields.contributionFen ?? null,
    remark: fields.remark ?? null,
  }
}

/** A name as it is searched: without the middle dots and capitals that lists write differently. */
export const nameKey = (name: string): string => normaliseName(name).replace(/·/gu, '').toLowerCase()

/** Names come again and again in a county; each is spelled once. */
function speller(): typeof pinyinOf {
  const known = new Map<string, ReturnType<typeof pinyinOf>>()
  return (name) => {
    const before = known.get(name)
    if (before) return before
    const spelled = pinyinOf(name)
    known.set(name, spelled)
    return spelled
  }
}

async function nextNumbers(tx: WriteDb, county: number, villages: string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ village: string; latest: number }>`
    select village, max(sequence) as latest from home
     where county = ${county} and village = any(${villages}::text[]) group by village`.execute(tx)
  return new Map(rows.map((row) => [row.village, row.latest + 1]))
}

/** The database's type of each column that is not text. */
export const columnTypes: Partial<Record<keyof FieldColumns, string>> = {
  id_number: 'bytea',
  id_number_index: 'bytea',
  id_last_four_index: 'bytea',
  telephone: 'bytea',
  telephone_index: 'bytea',
  bank_card: 'bytea',
  bank_card_index: 'bytea',
  residents: 'int',
  actual_resident: 'boolean',
  permanently_resident: 'boolean',
  helped_before: 'boolean',
  wishes: 'boolean',
  in_demolition_plan: 'boolean',
  building_area_m2: 'numeric',
  heating_area_m2: 'numeric',
  coal_tonnes: 'numeric',
  wanted_units: 'int',
  contribution_fen: 'bigint',
}

async function insertChunk(
  tx: WriteDb,
  county: number,
  homes: readonly (HomeToEnter & { sequence: number })[],
  columns: readonly FieldColumns[],
  today: string,
): Promise<void> {
  const [first] = columns
  if (!first) return
  const names = Object.keys(first) as (keyof FieldColumns)[]
  const arrays = names.map(
    (name) => sql`${columns.map((row) => row[name])}::${sql.raw(`${columnTypes[name] ?? 'text'}[]`)}`,
  )
  await sql`
    insert into home (county, stage, applied_on, id, town, village, sequence, line, area_kind, synthetic, import,
                      import_row, act, ${sql.join(names.map((name) => sql.ref(name)))})
    select ${county}, 'applied', ${today}::date, * from unnest(
      ${homes.map((home) => home.id)}::uuid[], ${homes.map((home) => home.town)}::text[],
      ${homes.map((home) => home.village)}::text[], ${homes.map((home) => home.sequence)}::int[],
      ${homes.map((home) => home.line)}::text[], ${homes.map((home) => home.areaKind)}::text[],
      ${homes.map((home) => home.synthetic)}::boolean[], ${homes.map((home) => home.import?.id ?? null)}::uuid[],
      ${homes.map((home) => home.import?.row ?? null)}::int[], ${homes.map((home) => home.act)}::uuid[],
      ${sql.join(arrays)})`.execute(tx)
}
