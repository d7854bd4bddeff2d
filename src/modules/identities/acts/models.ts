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

/** The newest models, or undefined where none were estimated yet. */
export async function findModels(db: ReadDb, county: number, between: boolean): Promise<Models | undefined> {
  const { rows } = await sql<{ id: string; question: Question; weights: MatchModel }>`${kept}
    select distinct on (question) id, question, weights from match_model
     where county = ${county} and between_lists = ${between} order by question, id desc`.execute(db)
  const found = Object.fromEntries(
    rows.map(({ id, question, weights }) => [question, { id, model: weights }]),
  )
  return questions.every((question) => found[question]) ? (found as Models) : undefined
}

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
