import { blindIndex, sealField } from '../../../kernel/cipher/fields.ts'
import type { Keys } from '../../../kernel/cipher/keys.ts'
import { normaliseName } from '../../../kernel/standards/names.ts'
import { pinyinOf } from '../../../kernel/standards/name-pinyin.ts'
import type { HomeFields } from '../model/fields.ts'
import { titleKey } from '../rules/title.ts'

/** The columns that the fields of an application are kept in: sealed, indexed, spelled. */
export type FieldColumns = ReturnType<typeof fieldColumns>

export function fieldColumns(
  { fields, village }: { fields: HomeFields; village: string },
  keys: Keys,
  county: number,
  spell: (name: string) => { full: string; initials: string } = pinyinOf,
  /** The keys, where they were reckoned before. */
  known?: { id_number_index: string | null; title_index: string | null; account_key: string | null },
  /** Present numbers of accounts that stand under an earlier one. */
  renumbered?: ReadonlyMap<string, string>,
) {
  const sealed = (column: string, value: string | undefined) =>
    value === undefined ? null : bytea(sealField(keys, county, `home.${column}`, value))
  const index = (kind: string, value: string | undefined) =>
    value === undefined ? null : bytea(blindIndex(keys, county, kind, value))
  const { full, initials } = spell(fields.householder)
  return {
    village_group: fields.villageGroup ?? null,
    householder: fields.householder,
    householder_key: nameKey(fields.householder),
    householder_pinyin: full,
    householder_initials: initials,
    sex: fields.sex ?? null,
    id_number: sealed('id_number', fields.idNumber),
    id_number_index: known ? known.id_number_index : index('id-number', fields.idNumber),
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
    title_index: known ? known.title_index : (titleKey(fields, village) ?? null),
    title_owner: fields.titleOwner ?? null,
    dwelling_kind: fields.dwellingKind ?? null,
    in_demolition_plan: fields.inDemolitionPlan ?? null,
    building_area_m2: fields.buildingAreaM2 ?? null,
    heating_area_m2: fields.heatingAreaM2 ?? null,
    former_heating: fields.formerHeating ?? null,
    coal_tonnes: fields.coalTonnes ?? null,
    account_holder: fields.accountHolder ?? null,
    account_number: fields.accountNumber ?? null,
    account_key: known
      ? known.account_key
      : (renumbered?.get(fields.accountNumber ?? '') ?? fields.accountNumber ?? null),
    transformer_area: fields.transformerArea ?? null,
    wanted_equipment: fields.wantedEquipment ?? null,
    wanted_units: fields.wantedUnits ?? null,
    contribution_fen: fields.contributionFen ?? null,
    remark: fields.remark ?? null,
  }
}

/** Of these columns those that screening reads. */
export const columnsJudged = (columns: FieldColumns) => ({
  id_number_index: columns.id_number_index,
  account_key: columns.account_key,
  accountNumber: columns.account_number,
  address: columns.address,
  title_index: columns.title_index,
  householder: columns.householder,
  titleOwner: columns.title_owner,
  accountHolder: columns.account_holder,
  actualResident: columns.actual_resident,
  permanentlyResident: columns.permanently_resident,
  helpedBefore: columns.helped_before,
  wishes: columns.wishes,
  dwellingKind: columns.dwelling_kind,
  inDemolitionPlan: columns.in_demolition_plan,
  formerHeating: columns.former_heating,
  titleKind: columns.title_kind,
  titleNumber: columns.title_number,
})

/** Bytes as the database reads them in text; a hundred thousand small buffers would keep the collector busy. */
export const bytea = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`

/** The blind index an ID number is found and compared by. */
export const idNumberIndex = (keys: Keys, county: number, idNumber: string): string =>
  bytea(blindIndex(keys, county, 'id-number', idNumber))

/** A name as it is searched: without the middle dots and capitals that lists write differently. */
export const nameKey = (name: string): string => normaliseName(name).replace(/·/gu, '').toLowerCase()

/** Names come again and again in a county; each is spelled once. */
export function speller(): typeof pinyinOf {
  const known = new Map<string, ReturnType<typeof pinyinOf>>()
  return (name) => {
    const before = known.get(name)
    if (before) return before
    const spelled = pinyinOf(name)
    known.set(name, spelled)
    return spelled
  }
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
