import { sql } from 'kysely'
import type { ActContext } from '../../../kernel/act/define.ts'
import { sealField } from '../../../kernel/cipher/fields.ts'
import type { WriteDb } from '../../../kernel/database/database.ts'
import { newId } from '../../../kernel/identity/id.ts'

export interface Correction {
  act: string
  home: string
  reason: string
  fields: readonly { field: string; before: unknown; after: unknown }[]
}

interface Rewritten<Field extends string> {
  act: string
  home: { id: string; fields: Readonly<Partial<Record<Field, unknown>>> }
  after: Readonly<Partial<Record<Field, unknown>>>
  changed: readonly Field[]
  reason: string
}

/** The corrections of homes whose fields were rewritten. */
export const correctionsOf = <Field extends string>(done: readonly Rewritten<Field>[]): Correction[] =>
  done.map(({ act, home, after, changed, reason }) => ({
    act,
    home: home.id,
    reason,
    fields: changed.map((field) => ({ field, before: home.fields[field], after: after[field] })),
  }))

/** Keeps what stood in each field before and after, sealed, with the reason. */
export async function keepCorrections(
  tx: WriteDb,
  { county, keys, today, actor }: ActContext,
  corrections: readonly Correction[],
): Promise<void> {
  const seal = (value: unknown) =>
    value === undefined ? null : sealField(keys, county, 'home_correction.value', JSON.stringify(value))
  const rows = corrections.flatMap(({ act, home, reason, fields }) =>
    fields.map(({ field, before, after }) => ({ act, home, reason, field, before, after })),
  )
  await sql`
    insert into home_correction (county, corrected_on, corrected_by, id, home, field, before, after, reason, act)
    select ${county}, ${today}::date, ${actor.id}::uuid, * from unnest(
      ${rows.map(() => newId())}::uuid[], ${rows.map((row) => row.home)}::uuid[],
      ${rows.map((row) => row.field)}::text[], ${rows.map((row) => seal(row.before))}::bytea[],
      ${rows.map((row) => seal(row.after))}::bytea[],
      ${rows.map((row) => sealField(keys, county, 'home_correction.reason', row.reason))}::bytea[],
      ${rows.map((row) => row.act)}::uuid[])`.execute(tx)
}
