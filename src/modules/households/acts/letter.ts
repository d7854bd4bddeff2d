import { sql } from 'kysely'
import { type ActContext, defineAct } from '../../../kernel/act/define.ts'
import { refuse } from '../../../kernel/act/refusal.ts'
import { blindIndex, sealField } from '../../../kernel/cipher/fields.ts'
import type { Keys } from '../../../kernel/cipher/keys.ts'
import type { ReadDb, WriteDb } from '../../../kernel/database/database.ts'
import { findVillages } from '../../villages/public.ts'
import { PrintLetters } from '../model/notice.ts'
import { newPlainCode } from '../plain-code.ts'

export const letterColumn = 'home_letter.code'

/** By which a letter's code is found without being opened. */
export const letterIndex = (keys: Keys, county: number, code: string): Buffer =>
  blindIndex(keys, county, 'letter-code', code)

/** Gives each home its letter's code; a home that has one keeps it. */
export async function issueLetters(
  tx: WriteDb,
  { county, keys, today }: ActContext,
  issued: readonly { home: string; act: string }[],
): Promise<void> {
  if (issued.length === 0) return
  const letters = issued.map(({ home, act }) => {
    const code = newPlainCode()
    return {
      home,
      act,
      code: sealField(keys, county, letterColumn, code),
      index: letterIndex(keys, county, code),
    }
  })
  await sql`
    insert into home_letter (county, home, code, code_index, issued_on, act)
    select ${county}, l.home, l.code, l.code_index, ${today}::date, l.act
      from unnest(${letters.map((l) => l.home)}::uuid[], ${letters.map((l) => l.code)}::bytea[],
                  ${letters.map((l) => l.index)}::bytea[], ${letters.map((l) => l.act)}::uuid[])
           as l (home, code, code_index, act)
    on conflict (county, home) do nothing`.execute(tx)
}

interface Facts {
  village: string
  homes: ReadonlyMap<string, { lettered: boolean; mayEnter: boolean }>
}

const clauses = ['§3.1.3d', '§5.5']

/**
 * Whoever is about to open codes says so first; the sheet is made for this print run alone. Any home of the register gets
 * its letter here: who was refused or lacks papers has the most to ask. A home that has a code keeps it.
 */
export const printLetters = defineAct({
  kind: 'letter.print',
  version: 1,
  input: PrintLetters,
  permission: 'letter.print',
  quiet: true,
  clauses,
  subject: { type: 'village', of: (input) => input.village },
  load: async (db, items, { county }) => {
    const facts = await loadHomes(
      db,
      county,
      items.map((item) => item.subject),
    )
    return items.map((item) => facts.get(item.subject))
  },
  place: (facts) => ({ area: facts.village }),
  may: (facts) => (facts.homes.size > 0 ? [] : [refuse('letter.none', clauses)]),
  check: ({ homes }, { input }) => {
    const chosen = input.homes ?? letteredOf(homes)
    if (chosen.length === 0) return [refuse('letter.none-yet', clauses)]
    const count = (isAmong: (home: string) => boolean) => chosen.filter(isAmong).length
    const strangers = count((home) => !homes.has(home))
    const closed = count((home) => homes.get(home)?.mayEnter === false)
    return [
      ...(strangers > 0 ? [refuse('letter.other-village', clauses, { count: strangers })] : []),
      ...(closed > 0 ? [refuse('letter.no-id-number', clauses, { count: closed })] : []),
    ]
  },
  apply: async (tx, items, context) => {
    const { county, actor, now } = context
    const runs = items.map(({ id, input, facts }) => ({
      act: id,
      id: input.id,
      village: facts.village,
      homes: input.homes ? [...new Set(input.homes)] : letteredOf(facts.homes),
    }))
    const first = items.flatMap(({ id, input, facts }) =>
      (input.homes ?? [])
        .filter((home) => facts.homes.get(home)?.lettered === false)
        .map((home) => ({ home, act: id })),
    )
    await issueLetters(tx, context, first)
    for (const run of runs)
      await sql`
        insert into letter_print (county, id, village, homes, printed_by, printed_at, act)
        values (${county}, ${run.id}, ${run.village}, ${run.homes}::uuid[], ${actor.id}, ${now}, ${run.act})`.execute(
        tx,
      )
    return runs.map(({ id, homes }) => ({
      touched: homes.map((home) => ({ type: 'home', id: home })),
      result: { print: id, homes: homes.length },
    }))
  },
})

const letteredOf = (homes: Facts['homes']): string[] =>
  [...homes].flatMap(([home, { lettered }]) => (lettered ? [home] : []))

async function loadHomes(db: ReadDb, county: number, ids: readonly string[]): Promise<Map<string, Facts>> {
  const villages = await findVillages(db, county, ids)
  if (villages.size === 0) return new Map()
  const rows = await db
    .selectFrom('home')
    .leftJoin('home_letter', (join) =>
      join.onRef('home_letter.county', '=', 'home.county').onRef('home_letter.home', '=', 'home.id'),
    )
    .select(['home.id', 'home.village', 'home.id_last_four_index as lastFour', 'home_letter.home as letter'])
    .where('home.county', '=', county)
    .where(
      'home.village',
      'in',
      [...villages.values()].map((village) => village.code),
    )
    .orderBy('home.sequence')
    .execute()
  return new Map(
    [...villages].map(([key, { code }]) => [
      key,
      {
        village: code,
        homes: new Map(
          rows
            .filter((row) => row.village === code)
            .map(({ id, lastFour, letter }) => [
              id,
              { lettered: letter !== null, mayEnter: lastFour !== null },
            ]),
        ),
      },
    ]),
  )
}
