import type { FieldKind, MatchField } from './model.ts'

/** A level of agreement and the condition two records `l` and `r` meet, the best level first. */
export interface Level {
  name: LevelName
  when: string
}

/** What levels are called; `words.ts` says them to people. */
export type LevelName =
  | 'same'
  | 'moved'
  | 'sound'
  | 'wildcard'
  | 'repaired'
  | 'ends'
  | 'next'
  | 'slip'
  | 'number'
  | 'alike'
  | 'birth'
  | 'surname'
  | 'unclear'
  | 'different'

/**
 * The levels of a field, best first, as SQL over `l` and `r`. Two records where one says nothing have no level:
 * a blank is evidence of nothing. `others` are the fields of the record, among which a text may have been moved.
 */
function levelsOf(field: MatchField, others: readonly MatchField[]): Level[] {
  const [l, r] = [`l.${field.key}`, `r.${field.key}`]
  const partners = moving.has(field.kind) ? others.filter((o) => o.kind === field.kind && o !== field) : []
  const moved = partners.flatMap(({ key }) => [`${l} = r.${key}`, `l.${key} = ${r}`]).join(' or ')
  return [
    { name: 'same', when: `${l} = ${r}` },
    ...(moved ? [{ name: 'moved' as const, when: moved }] : []),
    ...otherLevels(field, l, r),
  ]
}

/** Kinds whose texts clerks write into the wrong one of two columns. */
const moving: ReadonlySet<FieldKind> = new Set(['name', 'text'])

/**
 * One letter more, less or another, or two neighbours swapped: then two letters changed, and none that the other has
 * not. The distance is asked once.
 */
const oneSlip = (l: string, r: string) =>
  `case levenshtein_less_equal(${l}, ${r}, 2) when 1 then true
        when 2 then length(${l}) = length(${r}) and length(${l}) > 2
                    and translate(${l}, ${r}, '') = '' and translate(${r}, ${l}, '') = ''
        else false end`
const third = (l: string, r: string) =>
  `levenshtein_less_equal(${l}, ${r}, 5) <= greatest(length(${l}), length(${r})) * 0.34`

function otherLevels({ kind, sealed }: MatchField, l: string, r: string): Level[] {
  switch (kind) {
    case 'name':
      return [
        { name: 'slip', when: `length(${l}) > 2 and ${oneSlip(l, r)}` },
        {
          name: 'alike',
          when: `${third(l, r)} or (least(length(${l}), length(${r})) > 2
            and (starts_with(${l}, ${r}) or starts_with(${r}, ${l})))`,
        },
      ]
    case 'chinese-name':
      return [
        { name: 'sound', when: `${l}_sound = ${r}_sound` },
        { name: 'wildcard', when: `${l} like ${r} or ${r} like ${l}` },
        { name: 'slip', when: `greatest(length(${l}), length(${r})) > 2 and ${oneSlip(l, r)}` },
        { name: 'surname', when: `left(${l}, 1) = left(${r}, 1)` },
      ]
    case 'id-number':
      return [
        { name: 'repaired', when: `${l} = any(${r}_repairs) or ${r} = any(${l}_repairs)` },
        { name: 'ends', when: `${l}_ends = ${r}_ends and (${l} is null or ${r} is null)` },
        { name: 'birth', when: `${l}_birth = ${r}_birth` },
        { name: 'unclear', when: `${l}_repairs is not null or ${r}_repairs is not null` },
      ]
    case 'date':
      return [
        { name: 'slip', when: `length(${l}) = length(${r}) and ${oneSlip(l, r)}` },
        {
          name: 'alike',
          when: `length(${l}) = 8 and length(${r}) = 8 and (levenshtein_less_equal(${l}, ${r}, 3) <= 2
            or ${l} = left(${r}, 4) || right(${r}, 2) || substr(${r}, 5, 2))`,
        },
      ]
    case 'number':
      return [
        // Numbers of one series, given out side by side, differ in their last digits.
        {
          name: 'next',
          when: `length(${l}) = length(${r}) and length(${l}) > 5 and left(${l}, -2) = left(${r}, -2)`,
        },
        { name: 'slip', when: `least(length(${l}), length(${r})) > 3 and ${oneSlip(l, r)}` },
      ]
    case 'telephone':
    case 'area':
      if (sealed) return []
      return [{ name: 'slip', when: `least(length(${l}), length(${r})) > 3 and ${oneSlip(l, r)}` }]
    case 'address':
      return [
        {
          name: 'slip',
          when: `${l}_numbers is not distinct from ${r}_numbers and similarity(${l}, ${r}) >= 0.5`,
        },
        { name: 'number', when: `split_part(${l}_numbers, ' ', -1) = split_part(${r}_numbers, ' ', -1)` },
        { name: 'alike', when: `similarity(${l}, ${r}) >= 0.5` },
      ]
    case 'text':
      return [
        { name: 'slip', when: `replace(${l}, ' ', '') = replace(${r}, ' ', '') or ${oneSlip(l, r)}` },
        { name: 'alike', when: `${third(l, r)} or similarity(${l}, ${r}) >= 0.6` },
      ]
  }
}

/** Where one of two records says nothing. A masked number still says its ends, and perhaps the birthday. */
function missing({ kind, key }: MatchField): string {
  const blank = (side: string) =>
    kind === 'id-number'
      ? `coalesce(${side}.${key}, ${side}.${key}_ends, ${side}.${key}_birth) is null`
      : `${side}.${key} is null`
  return `${blank('l')} or ${blank('r')}`
}

/** The level of two records as a small number: 0 says nothing, 1 the best level, the last `different`. */
export function levelNumber(field: MatchField, fields: readonly MatchField[]): string {
  const levels = levelsOf(field, fields)
  const cases = levels.map(({ when }, at) => `when ${when} then ${at + 1}`).join(' ')
  return `case when ${missing(field)} then 0 ${cases} else ${levels.length + 1} end`
}

/** The names of a field's levels by their numbers, from 1. */
export function levelNames(field: MatchField, fields: readonly MatchField[]): LevelName[] {
  return [...levelsOf(field, fields).map(({ name }) => name), 'different']
}
