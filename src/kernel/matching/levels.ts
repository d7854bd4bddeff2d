import type { FieldKind, MatchField } from './model.ts'

/** A level of agreement and the condition two records `l` and `r` meet, the best level first. */
export interface Level {
  name: string
  when: string
}

/**
 * The levels of a field, best first, as SQL over `l` and `r`. Two records where one says nothing have no level:
 * a blank is evidence of nothing. The names of levels are what people are told (`words.ts`).
 */
export function levelsOf({ kind, key }: MatchField): Level[] {
  const [l, r] = [`l.${key}`, `r.${key}`]
  return [{ name: 'same', when: `${l} = ${r}` }, ...otherLevels(kind, l, r)]
}

const oneSlip = (l: string, r: string) =>
  `(levenshtein_less_equal(${l}, ${r}, 2) = 1 or (length(${l}) = length(${r}) and ${swapped(l, r)}))`
/** Two neighbours swapped: the texts are the same before and after them. */
const swapped = (l: string, r: string) =>
  `levenshtein_less_equal(${l}, ${r}, 2) = 2 and length(${l}) > 2 and translate(${l}, ${r}, '') = '' and translate(${r}, ${l}, '') = ''`

function otherLevels(kind: FieldKind, l: string, r: string): Level[] {
  switch (kind) {
    case 'name':
      return [
        { name: 'slip', when: `length(${l}) > 2 and ${oneSlip(l, r)}` },
        {
          name: 'alike',
          when: `levenshtein_less_equal(${l}, ${r}, 4) <= greatest(length(${l}), length(${r})) * 0.34
            or (least(length(${l}), length(${r})) > 2 and (starts_with(${l}, ${r}) or starts_with(${r}, ${l})))`,
        },
      ]
    case 'chinese-name':
      return [
        { name: 'sound', when: `${l}_sound = ${r}_sound` },
        { name: 'slip', when: `greatest(length(${l}), length(${r})) > 2 and ${oneSlip(l, r)}` },
        { name: 'surname', when: `left(${l}, 1) = left(${r}, 1)` },
      ]
    case 'id-number':
      return [
        { name: 'repaired', when: `${l} = any(${r}_repairs) or ${r} = any(${l}_repairs)` },
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
    case 'telephone':
    case 'number':
      return [{ name: 'slip', when: `least(length(${l}), length(${r})) > 3 and ${oneSlip(l, r)}` }]
    case 'area':
      return [{ name: 'slip', when: `least(length(${l}), length(${r})) > 3 and ${oneSlip(l, r)}` }]
    case 'address':
      return [
        {
          name: 'slip',
          when: `${l}_numbers is not distinct from ${r}_numbers and similarity(${l}, ${r}) >= 0.5`,
        },
        { name: 'number', when: `${l}_numbers = ${r}_numbers` },
        { name: 'alike', when: `similarity(${l}, ${r}) >= 0.5` },
      ]
    case 'text':
      return [
        { name: 'slip', when: `replace(${l}, ' ', '') = replace(${r}, ' ', '') or ${oneSlip(l, r)}` },
        {
          name: 'alike',
          when: `levenshtein_less_equal(${l}, ${r}, 5) <= greatest(length(${l}), length(${r})) * 0.34
            or similarity(${l}, ${r}) >= 0.5`,
        },
      ]
  }
}

/** The level of two records as a small number: 0 says nothing, 1 the best level, the last `different`. */
export function levelNumber(field: MatchField): string {
  const levels = levelsOf(field)
  const cases = levels.map(({ when }, at) => `when ${when} then ${at + 1}`).join(' ')
  return `case when l.${field.key} is null or r.${field.key} is null then 0 ${cases} else ${levels.length + 1} end`
}

/** The names of a field's levels by their numbers, from 1. */
export function levelNames(field: MatchField): string[] {
  return [...levelsOf(field).map(({ name }) => name), 'different']
}
