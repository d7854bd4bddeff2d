import { type RawBuilder, sql } from 'kysely'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import { openField } from '../../../kernel/cipher/fields.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { rulesOfGroup } from '../../../kernel/pack/pack.ts'
import { maskAccount, maskIdNumber, maskTelephone } from '../../../kernel/standards/mask.ts'
import type { Line } from '../model/fields.ts'
import { HomeFilter, ListHomes } from '../model/register.ts'
import { quantityOf } from '../rules/line-area.ts'
import { type DuplicateKey, duplicateBits, screeningGroup } from '../rules/groups.ts'
import type { Stage } from '../stages.ts'
import { homesOrder, homesWhere, mayReadChoice } from './home-filter.ts'
import { namesToLookAt } from './names-to-look-at.ts'

/** A page's count stops here, so that no page waits for it; `home.count` has the whole. */
const mostCounted = 1_000

interface Row {
  id: string
  town: string
  townName: string
  village: string
  villageName: string
  sequence: number
  line: Line
  areaKind: 'urban' | 'rural'
  villageGroup: string | null
  householder: string
  address: string
  idNumber: Buffer | null
  telephone: Buffer | null
  accountNumber: string | null
  wantedEquipment: string | null
  wantedUnits: number | null
  buildingAreaM2: number | null
  stage: Stage
  ended: 'withdrawn' | 'refused' | 'revoked' | null
  answer: 'yes' | 'no' | 'unknown'
  failed: number
  unknown: number
  duplicates: number
  contractorName: string | null
  appliedOn: string
  confirmedOn: string | null
  synthetic: boolean
  mayReadChoice: boolean
}

export const homeList = defineQuery({
  name: 'home.list',
  input: ListHomes,
  permission: 'register.read',
  run: async (db, input, context) => {
    const where = await homesWhere(db, input, context)
    const offset = input.page * input.pageSize
    const rows = await listedHomes(db, context, where, homesOrder(input), input.pageSize, offset)
    const { rows: counted } = await sql<{ total: number }>`
      select count(*) as total from (select 1 from home h where ${where} limit ${mostCounted + 1}) c`.execute(
      db,
    )
    const total = counted[0]?.total ?? 0
    const names =
      input.names === 'look'
        ? await namesToLookAt(
            db,
            context,
            rows.map(({ id }) => id),
          )
        : undefined
    return {
      rows: rows.map((row) => ({ ...row, names: names?.get(row.id) ?? [] })),
      total: Math.min(total, mostCounted),
      capped: total > mostCounted,
      pageSize: input.pageSize,
    }
  },
})

/** How many homes the same filter finds, every one counted: asked where the list's own count stopped early. */
export const homeCount = defineQuery({
  name: 'home.count',
  input: HomeFilter,
  permission: 'register.read',
  run: async (db, input, context) => {
    const where = await homesWhere(db, input, context)
    const { rows } = await sql<{
      total: number
    }>`select count(*) as total from home h where ${where}`.execute(db)
    return { total: rows[0]?.total ?? 0 }
  },
})

export type ListedHome = ReturnType<typeof shown>

/** A page of homes with the names of their places, personal numbers masked; of who builds, what a home was chosen by is left out. */
export async function listedHomes(
  db: ReadDb,
  context: QueryContext,
  where: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
  limit: number,
  offset: number,
): Promise<ListedHome[]> {
  const { county } = context
  const { rows } = await sql<Row>`
    select h.id, h.town, town.name as "townName", h.village, village.name as "villageName", h.sequence, h.line,
           h.area_kind as "areaKind", h.village_group as "villageGroup", h.householder, h.address,
           h.id_number as "idNumber", h.telephone, h.account_number as "accountNumber",
           h.wanted_equipment as "wantedEquipment", h.wanted_units as "wantedUnits",
           h.building_area_m2 as "buildingAreaM2", h.stage, h.ended, h.answer,
           h.failed_rules as failed, h.unknown_rules as unknown, h.duplicates, o.name as "contractorName",
           h.applied_on as "appliedOn", h.confirmed_on as "confirmedOn", h.synthetic,
           ${mayReadChoice(context)} as "mayReadChoice"
      from (select * from home h where ${where} order by ${order} limit ${limit} offset ${offset}) h
      join area town on town.county = ${county} and town.code = h.town
      join area village on village.county = ${county} and village.code = h.village
      left join organisation o on o.county = ${county} and o.id = h.contractor
     order by ${order}`.execute(db)
  const rules = { heating: idsOf(context, 'heating'), building: idsOf(context, 'building') }
  return rows.map((row) => shown(row, context, rules[row.line]))
}

const idsOf = ({ pack }: QueryContext, line: Line): string[] =>
  rulesOfGroup(pack, screeningGroup(line)).map(({ id }) => id)

function shown(row: Row, { keys, county, pack }: QueryContext, rules: readonly string[]) {
  const opened = (column: string, sealed: Buffer | null) =>
    sealed === null ? null : openField(keys, county, `home.${column}`, sealed)
  const {
    idNumber,
    telephone,
    accountNumber,
    buildingAreaM2,
    failed,
    unknown,
    duplicates,
    mayReadChoice,
    ...open
  } = row
  const forChoosers = <T>(told: readonly T[]): readonly T[] => (mayReadChoice ? told : [])
  const [id, phone] = [opened('id_number', idNumber), opened('telephone', telephone)]
  return {
    ...open,
    /** What it adds to its line of work, in the pack's unit (§1.2). */
    quantity: quantityOf(pack, row, { buildingAreaM2: buildingAreaM2 ?? undefined }),
    idNumber: id === null ? null : maskIdNumber(id),
    telephone: phone === null ? null : maskTelephone(phone),
    accountNumber: accountNumber === null ? null : maskAccount(accountNumber),
    failedRules: forChoosers(rules.filter((_, bit) => (failed & (1 << bit)) !== 0)),
    unknownRules: forChoosers(rules.filter((_, bit) => (unknown & (1 << bit)) !== 0)),
    duplicates: forChoosers(duplicateKeysOf(duplicates)),
  }
}

export const duplicateKeysOf = (bits: number): DuplicateKey[] =>
  (Object.keys(duplicateBits) as DuplicateKey[]).filter((key) => (bits & duplicateBits[key]) !== 0)
