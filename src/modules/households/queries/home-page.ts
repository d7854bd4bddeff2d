import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { Keys } from '../../../kernel/cipher/keys.ts'
import { openField } from '../../../kernel/cipher/fields.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { covers } from '../../../kernel/identity/authority.ts'
import {
  maskAccount,
  maskCard,
  maskIdNumber,
  maskNumbersIn,
  maskTelephone,
} from '../../../kernel/standards/mask.ts'
import { fieldsOfRow, loadHomesToSettle } from '../acts/home-facts.ts'
import type { AskedKind } from '../model/change.ts'
import { fieldsOfChoice, type HomeFields, type Line, type RevealableField } from '../model/fields.ts'
import { doubtsOf } from '../rules/doubts.ts'
import { exceptionLabel } from '../rules/facts.ts'
import { lineAreaProblem, quantityOf } from '../rules/line-area.ts'
import { factsToSettleAnew, openExceptions, openFacts } from '../rules/settling.ts'
import type { Stage } from '../stages.ts'
import { sayReasons } from '../words/names.ts'
import { sayRowProblem } from '../words/row-problems.ts'
import { exceptionsOfHomes } from './exceptions-of-homes.ts'
import { departureOf } from './departure.ts'
import { formerApplications } from './former-applications.ts'
import { visible } from './home-filter.ts'
import { namesOfHome } from './names-of-home.ts'
import { duplicateKeysOf } from './home-list.ts'

const masks: Record<RevealableField, (value: string) => string> = {
  idNumber: maskIdNumber,
  telephone: maskTelephone,
  bankCard: maskCard,
  accountNumber: maskAccount,
  titleNumber: maskAccount,
}

/** An application's fields as a screen shows them; numbers that name a person are masked. */
export function maskedFields(fields: HomeFields): Partial<HomeFields> {
  const shown: Partial<HomeFields> = { ...fields }
  for (const [field, mask] of Object.entries(masks) as [RevealableField, (value: string) => string][]) {
    const value = fields[field]
    if (value !== undefined) shown[field] = mask(value)
  }
  return shown
}

interface Row extends Record<string, unknown> {
  id: string
  town: string
  townName: string
  village: string
  villageName: string
  contractorName: string | null
  supervisorName: string | null
  importName: string | null
  committed: boolean
}

/** Everything the register holds about one home. */
export const homePage = defineQuery({
  name: 'home.page',
  input: z.object({ home: z.uuid() }),
  permission: 'register.read',
  run: async (db, { home }, context) => {
    const { county, keys, pack, today } = context
    const { rows } = await sql<Row>`
      select h.*, town.name as "townName", village.name as "villageName", c.name as "contractorName",
             s.name as "supervisorName", i.file_name as "importName", k.home is not null as committed
        from home h
        join area town on town.county = ${county} and town.code = h.town
        join area village on village.county = ${county} and village.code = h.village
        left join organisation c on c.county = ${county} and c.id = h.contractor
        left join organisation s on s.county = ${county} and s.id = h.supervisor
        left join register_import i on i.county = ${county} and i.id = h.import
        left join signed_paper k on k.county = ${county} and k.home = h.id and k.paper = 'commitment'
       where h.county = ${county} and h.id = ${home} and ${visible(context)}`.execute(db)
    const [row] = rows
    if (!row) throw new NotFound()
    const fields = fieldsOfRow(row, keys, county)
    // Who builds a home reads where it is and what it gets, not what it was chosen by.
    const mayReadChoice = covers(context.scopeFor('selection.read'), { area: row.village })
    const forChoosers = <T>(told: readonly T[]): readonly T[] => (mayReadChoice ? told : [])
    const settle = (await loadHomesToSettle(db, context, [home])).get(home)
    const names = await namesOfHome(db, county, {
      householder: row.householder as string,
      titleOwner: row.title_owner as string | null,
      accountHolder: row.account_holder as string | null,
      village: row.village,
      idNumberIndex: row.id_number_index as Buffer | null,
      accountNumber: row.account_number as string | null,
      address: row.address as string,
    })
    const of = { line: row.line as Line, areaKind: row.area_kind as 'urban' | 'rural' }
    const ofArea = lineAreaProblem(pack, of, fields)
    return {
      id: row.id,
      town: row.town,
      townName: row.townName,
      village: row.village,
      villageName: row.villageName,
      sequence: row.sequence as number,
      ...of,
      mayReadChoice,
      fields: mayReadChoice ? maskedFields(fields) : withoutChoice(maskedFields(fields)),
      /** What asks for a look; reckoned here, since a screen has the numbers masked. */
      doubts: forChoosers([
        ...doubtsOf(fields, today).map((doubt) => ({ ...doubt, why: sayRowProblem(doubt) })),
        ...(ofArea ? [{ field: ofArea.column, code: ofArea.code, why: sayRowProblem(ofArea) }] : []),
      ]),
      /** What it adds to its line of work, in the pack's unit (§1.2). */
      quantity: quantityOf(pack, of, fields),
      stage: row.stage as Stage,
      ended: row.ended as 'withdrawn' | 'refused' | 'revoked' | null,
      /** Null to whom the choice of homes is no business. */
      answer: mayReadChoice ? (row.answer as 'yes' | 'no' | 'unknown') : null,
      duplicates: forChoosers(duplicateKeysOf(row.duplicates as number)),
      contractorName: row.contractorName,
      supervisorName: row.supervisorName,
      appliedOn: row.applied_on as string,
      confirmedOn: row.confirmed_on as string | null,
      acceptedOn: row.accepted_on as string | null,
      committed: row.committed,
      synthetic: row.synthetic as boolean,
      import:
        row.import === null
          ? null
          : { id: row.import as string, fileName: row.importName, row: row.import_row as number },
      names: forChoosers(names.map((check) => ({ ...check, why: sayReasons(check) }))),
      openFacts: forChoosers(
        settle ? openFacts(settle, pack, today).map((fact) => labelled(context, fact)) : [],
      ),
      /** What an official settled and may settle anew, on other evidence. */
      settledFacts: forChoosers(
        settle ? factsToSettleAnew(settle, pack, today).map((fact) => labelled(context, fact)) : [],
      ),
      openExceptions: forChoosers(
        settle
          ? openExceptions(settle, pack, today).map((fact) => ({ fact, label: exceptionLabel(pack, fact) }))
          : [],
      ),
      settled: forChoosers(await settledOf(db, context, home)),
      exceptions: forChoosers((await exceptionsOfHomes(db, context, [home])).get(home)?.requests ?? []),
      corrections: forChoosers(await correctionsOf(db, context, home)),
      departure: (await departureOf(db, county, home)) ?? null,
      former: forChoosers(await formerApplications(db, context, home)),
    }
  },
})

function withoutChoice(fields: Partial<HomeFields>): Partial<HomeFields> {
  const shown = { ...fields }
  for (const field of fieldsOfChoice) delete shown[field]
  return shown
}

const labelled = ({ pack }: QueryContext, fact: string) => ({
  fact,
  label: pack.facts[fact]?.label ?? { zh: fact, en: fact },
  remedy: pack.facts[fact]?.remedy ?? null,
})

async function settledOf(db: ReadDb, context: QueryContext, home: string) {
  const { county } = context
  const { rows } = await sql<{
    fact: string
    value: boolean | null
    reason: string
    exception: boolean
    superseded: boolean
    act: string
    at: Date
    by: string | null
  }>`
    select f.fact, f.value, f.reason, f.exception, f.superseded_act is not null as superseded, f.act,
           a.recorded_at as at, p.name as by
      from settled_fact f
      join act a on a.county = ${county} and a.id = f.act
      left join account p on p.county = ${county} and p.id = a.actor
     where f.county = ${county} and f.home = ${home} order by f.id desc`.execute(db)
  return rows.map(({ at, ...row }) => ({
    ...row,
    reason: maskNumbersIn(row.reason),
    ...labelled(context, row.fact),
    at: at.toISOString(),
  }))
}

/** A value as a correction kept it, numbers of persons masked. */
export function correctedValue(
  keys: Keys,
  county: number,
  field: string,
  sealed: Buffer | null,
): string | number | boolean | null {
  if (sealed === null) return null
  const opened = JSON.parse(openField(keys, county, 'home_correction.value', sealed)) as
    | string
    | number
    | boolean
  return field in masks && typeof opened === 'string' ? masks[field as RevealableField](opened) : opened
}

async function correctionsOf(db: ReadDb, { county, keys }: QueryContext, home: string) {
  const { rows } = await sql<{
    id: string
    field: string
    before: Buffer | null
    after: Buffer | null
    reason: Buffer
    on: string
    by: string | null
    act: string
    departure: AskedKind | null
  }>`
    select c.id, c.field, c.before, c.after, c.reason, c.corrected_on as "on", p.name as by, c.act,
           d.kind as departure
      from home_correction c left join account p on p.county = ${county} and p.id = c.corrected_by
      left join home_change d on d.county = ${county} and d.home = c.home and c.act in (d.decide_act, d.undo_act)
     where c.county = ${county} and c.home = ${home} order by c.id desc`.execute(db)
  const value = (field: string, sealed: Buffer | null) => correctedValue(keys, county, field, sealed)
  return rows.map(({ before, after, reason, ...row }) => ({
    ...row,
    before: value(row.field, before),
    after: value(row.field, after),
    reason: openField(keys, county, 'home_correction.reason', reason),
  }))
}
