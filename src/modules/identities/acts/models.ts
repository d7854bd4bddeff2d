import { sql } from 'kysely'
import type { ActContext } from '../../../kernel/act/define.ts'
import type { ReadDb, WriteDb } from '../../../kernel/database/database.ts'
import { kept } from '../../../kernel/database/kept-plans.ts'
import { newId } from '../../../kernel/identity/id.ts'
import { estimateModel } from '../../../kernel/matching/estimate.ts'
import { countPatterns } from '../../../kernel/matching/match.ts'
import { type MatchModel, type Question, questions } from '../../../kernel/matching/model.ts'
import { area, identityFields } from '../rules/fields.ts'
import { runIn } from './run-sql.ts'

export interface KeptModel {
  id: string
  model: MatchModel
}

/** The weights in force: for homes among themselves, or for homes against the lists of earlier years. */
export type Models = Record<Question, KeptModel>

/** The newest models, or undefined where none were estimated yet. `newest` are their numbers, where they are known. */
export async function findModels(
  db: ReadDb,
  county: number,
  between: boolean,
  newest?: readonly string[],
): Promise<Models | undefined> {
  const known = read.get(newest?.join() ?? '')
  if (known) return known
  const { rows } = await sql<{ id: string; question: Question; weights: MatchModel }>`${kept}
    select distinct on (question) id, question, weights from match_model
     where county = ${county} and between_lists = ${between} order by question, id desc`.execute(db)
  const found = Object.fromEntries(
    rows.map(({ id, question, weights }) => [question, { id, model: weights }]),
  )
  if (!questions.every((question) => found[question])) return undefined
  const models = found as Models
  if (read.size >= 100) read.clear()
  read.set(rows.map(({ id }) => id).join(), models)
  return models
}

/** Models read before, by their numbers in the order of their questions; once estimated they stay as they are. */
const read = new Map<string, Models>()

/** Estimates the weights from the records laid out for comparison and their candidates, and keeps them. */
export async function makeModels(
  tx: WriteDb,
  { county, today }: Pick<ActContext, 'county' | 'today'>,
  act: string,
  between: boolean,
): Promise<Models> {
  const counted = await countPatterns(runIn(tx), identityFields, { between, area })
  const made: Partial<Models> = {}
  for (const question of questions) {
    const id = newId()
    const model = { ...estimateModel({ question, ...counted }), version: id }
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
  return made as Models
}
