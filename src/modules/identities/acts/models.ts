import { sql } from 'kysely'
import type { ActContext } from '../../../kernel/act/define.ts'
import type { ReadDb, WriteDb } from '../../../kernel/database/database.ts'
import { newId } from '../../../kernel/identity/id.ts'
import { shares } from '../../../kernel/matching/candidates.ts'
import { estimateFrom, type RunSql, writePairs } from '../../../kernel/matching/match.ts'
import { type MatchModel, type Question, questions } from '../../../kernel/matching/model.ts'
import { identityFields } from '../rules/fields.ts'
import { runIn } from './run-sql.ts'

export interface KeptModel {
  id: string
  model: MatchModel
}

/** The weights in force: for homes among themselves, or for homes against the lists of earlier years. */
export type Models = Record<Question, KeptModel>

export const area = identityFields.find(({ kind }) => kind === 'area')

/** What two records must share to be compared. Each is served by an index of `identity`. */
export const sharedColumns: readonly (readonly string[])[] = [
  ['id_number'],
  ['account'],
  ['title'],
  ['id_number_ends', 'name_sound'],
  ['id_number_birth', 'name_sound'],
  ['name_sound', 'village'],
  ['village', 'address_last'],
  ['telephone'],
]

/** The newest models, or undefined where none were estimated yet. */
export async function findModels(db: ReadDb, county: number, between: boolean): Promise<Models | undefined> {
  const { rows } = await sql<{ id: string; question: Question; weights: MatchModel }>`
    select distinct on (question) id, question, weights from match_model
     where county = ${county} and between_lists = ${between} order by question, id desc`.execute(db)
  const found = Object.fromEntries(
    rows.map(({ id, question, weights }) => [question, { id, model: weights }]),
  )
  return questions.every((question) => found[question]) ? (found as Models) : undefined
}

/**
 * What more records share than this joins nobody: a clerk's telephone for a whole village, one list pasted a hundred
 * times. The keys two homes have exactly are told by the register itself (`home.duplicates`), however many there are.
 */
export const mostSharing = 60

/** Estimates the weights from the records there are, and keeps them. */
export async function makeModels(
  tx: WriteDb,
  { county, today }: Pick<ActContext, 'county' | 'today'>,
  act: string,
  between: boolean,
): Promise<Models> {
  const run = runIn(tx)
  await prepare(run, county, between)
  const comparing = { between, area }
  await writePairs(
    run,
    identityFields,
    sharedColumns.map((columns) => columns.map(shares)),
    comparing,
  )
  const made: Partial<Models> = {}
  for (const question of questions) {
    const id = newId()
    const model = { ...(await estimateFrom(run, identityFields, question, comparing)), version: id }
    await tx
      .insertInto('match_model')
      .values({
        county,
        id,
        question,
        between_lists: between,
        records: Math.round(model.records),
        weights: JSON.stringify(model),
        made_on: today,
        act,
      })
      .execute()
    made[question] = { id, model }
  }
  for (const table of ['match_candidate', 'match_record']) await run(`drop table ${table}`)
  return made as Models
}

async function prepare(run: RunSql, county: number, between: boolean): Promise<void> {
  await run(
    `create temporary table match_record as
       select (row_number() over (order by list = 'earlier', id))::int - 1 as id,
              (case list when 'home' then 0 else 1 end)::smallint as side,
              name, name_sound, id_number, id_number_ends, id_number_birth, id_number_repairs, telephone, village,
              address, address_numbers, address_last, account, title
         from identity where county = ${Math.trunc(county)} ${between ? '' : "and list = 'home'"}`,
  )
  for (const columns of sharedColumns) {
    const list = columns.join(', ')
    await run(
      `update match_record set ${columns[0]} = null where (${list}) in (
         select ${list} from match_record group by ${list} having count(*) > ${mostSharing})`,
    )
  }
  await run('alter table match_record add primary key (id)')
  await run('analyze match_record')
}
