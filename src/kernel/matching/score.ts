import { isShared } from './at-first.ts'
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

/** The probability a score in bits stands for, 0…1. */
export const probabilityOf = (bits: number): number => 1 / (1 + 2 ** -Math.max(-60, Math.min(60, bits)))

const mostCommon = -6
const mostRare = 3

/**
 * SQL for the score in bits of a pair whose levels stand in the columns `g0`, `g1`, … and whose nearness in `near`.
 * Bits of all fields are added to what is known beforehand (`unrelated`, without `rare`); then what the related share
 * by nature is taken off again (`bits`): the pair has to be told apart from unrelated pairs and from related ones.
 */
export function scoreSql(model: MatchModel, fields: readonly MatchField[]): { plain: string; bits: string } {
  const prior = Math.log2(model.priorSame / (1 - model.priorSame - model.priorRelated))
  const share = (part: number) => -Math.log2(Math.max(part, 1e-12))
  const plain = `${number(prior)} + case when near then ${number(share(model.nearShare))} + ${sum(model, fields, 'near')}
    else ${number(share(1 - model.nearShare))} + ${sum(model, fields, 'far')} end`
  if (model.priorRelated <= 0) return { plain, bits: 'plain + rare' }
  const related = `${number(Math.log2(model.priorSame / model.priorRelated))} + ${sum(model, fields, 'related')}`
  return {
    plain,
    bits: `-(ln(exp(-ln(2) * least(400, greatest(-400, plain + rare)))
           + exp(-ln(2) * least(400, greatest(-400, ${related})))) / ln(2))`,
  }
}

/** Fields whose values are common or rare: not areas, places in them, or a number that is one person's alone. */
export const hasRarity = ({ kind }: MatchField): boolean => !['area', 'id-number', 'address'].includes(kind)

/**
 * SQL for how much rarer than the average the values are that a pair agrees on, in bits: that two share a rare name
 * says more than a common one. `times` gives the SQL for how many records have a field's value.
 */
export function raritySql(
  model: MatchModel,
  fields: readonly MatchField[],
  times: (field: MatchField) => string,
): string {
  const parts = fields.map((field, at) => {
    if (!hasRarity(field)) return undefined
    const mates = Math.max(1, model.mates[field.name] ?? 1)
    // The two that agree may be one person: what is rare is how many others have the value too.
    const rare = `ln(${mates.toFixed(4)}::float8 / greatest(1, ${times(field)} - 1)) / ln(2)`
    const most = isShared(field.kind)
      ? `case when ${nothingBeside(fields, at)} then 0 else ${mostRare} end`
      : mostRare
    return `case when g${at} = 1 then least(${most}, greatest(${mostCommon}, ${rare})) else 0 end`
  })
  return parts.filter((part) => part !== undefined).join(' + ') || '0'
}

/**
 * That nothing but the area agrees beside a name. The larger the register, the more namesakes the average name has in it
 * and the rarer one that two have looks: by itself it stays a question all the same.
 */
function nothingBeside(fields: readonly MatchField[], name: number): string {
  const others = fields.flatMap((field, at) =>
    at === name || field.kind === 'area' ? [] : [`g${at} in (0, ${levelNames(field, fields).length})`],
  )
  return others.join(' and ') || 'true'
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
