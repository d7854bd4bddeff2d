import { type LevelName, levelNames } from '../../../kernel/matching/levels.ts'
import type { MatchModel } from '../../../kernel/matching/model.ts'
import { bitsOf } from '../../../kernel/matching/score.ts'
import { fieldAt, identityFields } from './fields.ts'

/** What a field says for or against a pair being the same. */
export interface FieldEvidence {
  field: string
  level: LevelName
  bits: number
}

/** The evidence of a pair: what was known beforehand, each field, the rarity of values, what families share; adds up to `bits`. */
export interface Evidence {
  prior: number
  fields: FieldEvidence[]
  rare: number
  /** Taken off again because related pairs share it too; never above 0. */
  shared: number
  bits: number
}

/** The fields in which both records have a value and not the same one. */
export const differingFields = (levels: readonly number[]): string[] =>
  identityFields.flatMap(({ name }, at) => ((levels[at] ?? 0) > 1 ? [name] : []))

/** How far a field of two records agrees; undefined where one of them says nothing. */
export function levelOf(field: string, levels: readonly number[]): LevelName | undefined {
  const at = fieldAt(field)
  const compared = identityFields[at]
  return compared && levelNames(compared, identityFields)[(levels[at] ?? 0) - 1]
}

/** Reckons again what the database reckoned: the bits of each field, adding up to the score, by the model's weights. */
export function evidenceOf(
  model: MatchModel,
  pair: { levels: readonly number[]; near: boolean; rare: number },
): Evidence {
  const share = Math.max(1e-12, pair.near ? model.nearShare : 1 - model.nearShare)
  const prior = Math.log2(model.priorSame / (1 - model.priorSame - model.priorRelated)) - Math.log2(share)
  const fields: FieldEvidence[] = []
  let related = model.priorRelated > 0 ? Math.log2(model.priorSame / model.priorRelated) : Infinity
  for (const [at, field] of identityFields.entries()) {
    const level = levelNames(field, identityFields)[(pair.levels[at] ?? 0) - 1]
    const weight = level && model.fields[field.name]?.[level]
    if (!level || !weight) continue
    const bits = bitsOf(weight)
    // Two villages whose codes differ in one digit are two villages, however the weights take a slip of the pen.
    const told = field.kind === 'area' && level === 'slip' ? 'different' : level
    fields.push({ field: field.name, level: told, bits: pair.near ? bits.near : bits.far })
    related += bits.related
  }
  const unrelated = prior + pair.rare + fields.reduce((sum, { bits }) => sum + bits, 0)
  const bits = related === Infinity ? unrelated : -Math.log2(2 ** -unrelated + 2 ** -related)
  return { prior, fields, rare: pair.rare, shared: bits - unrelated, bits }
}
