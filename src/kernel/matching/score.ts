import { levelNames } from './levels.ts'
import type { LevelWeight, MatchField, MatchModel } from './model.ts'

/** Evidence for one level, in bits: against unrelated pairs of one area and of different ones, and against related. */
export function bitsOf({ same, related, near, far }: LevelWeight): {
  near: number
  far: number
  related: number
} {
  return { near: Math.log2(same / near), far: Math.log2(same / far), related: Math.log2(same / related) }
}

/**
 * SQL for the score in bits of a pair whose levels stand in the columns `g0`, `g1`, … and whose nearness in `near`.
 * Bits of all fields are added to what is known beforehand; then what a family shares by nature is taken off again:
 * the pair has to be told apart from unrelated pairs and from related ones.
 */
export function scoreSql(model: MatchModel, fields: readonly MatchField[]): { bits: string; rare: string } {
  const prior = Math.log2(model.priorSame / (1 - model.priorSame - model.priorRelated))
  const relatedPrior = model.priorRelated > 0 ? Math.log2(model.priorSame / model.priorRelated) : undefined
  const near = sum(model, fields, 'near')
  const far = sum(model, fields, 'far')
  const share = (part: number) => -Math.log2(Math.max(part, 1e-12))
  const unrelated = `${number(prior)} + rare + case when near then ${number(share(model.nearShare))} + ${near}
    else ${number(share(1 - model.nearShare))} + ${far} end`
  const rare = fields
    .map(({ key }, at) => `case when g${at} = 1 then least(l.${key}_rare, r.${key}_rare) else 0 end`)
    .join(' + ')
  if (relatedPrior === undefined) return { bits: unrelated, rare }
  const related = `${number(relatedPrior)} + ${sum(model, fields, 'related')}`
  return {
    bits: `-(ln(exp(-ln(2) * least(400, greatest(-400, ${unrelated})))
           + exp(-ln(2) * least(400, greatest(-400, ${related})))) / ln(2))`,
    rare,
  }
}

function sum(model: MatchModel, fields: readonly MatchField[], against: 'near' | 'far' | 'related'): string {
  return fields
    .map((field, at) => {
      const levels = model.fields[field.name] ?? {}
      const cases = levelNames(field, fields).map((name, level) => {
        const weight = levels[name]
        return `when ${level + 1} then ${weight ? number(bitsOf(weight)[against]) : '0'}`
      })
      return `case g${at} ${cases.join(' ')} else 0 end`
    })
    .join(' + ')
}

const number = (bits: number): string => `(${bits.toFixed(4)})::float8`
